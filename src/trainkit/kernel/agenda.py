"""What is to happen, and when: for models so small that SimPy's processes cost more than they do.

Of what falls on one time, what was noted first happens first, as in SimPy.
"""

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

Act = Callable[[], None]


class Agenda:
    """Acts to come, in the order of their hours.

    Attributes:
        now_h: The hour at which what happens now happens.

    Examples:
        >>> agenda, done = Agenda(), []
        >>> agenda.later(2.0, lambda: done.append(agenda.now_h))
        >>> agenda.later(1.0, lambda: agenda.later(0.5, lambda: done.append(agenda.now_h)))
        >>> agenda.play(until_h=2.0)
        >>> done
        [1.5]
    """

    def __init__(self) -> None:
        self.now_h = 0.0
        self._order = count()
        self._acts: list[tuple[float, int, Act]] = []

    def later(self, after_h: float, act: Act) -> None:
        """Let something happen after so many hours."""
        heappush(self._acts, (self.now_h + after_h, next(self._order), act))

    def play(self, until_h: float) -> None:
        """Let happen what happens before an hour."""
        while self._acts and self._acts[0][0] < until_h:
            self.now_h, _, act = heappop(self._acts)
            act()
