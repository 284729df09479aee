"""A line before a few who serve, played without SimPy and in its order, ties of hours among them.

It took a tenth of the time, and graders play it for hundreds of weeks.
"""

from heapq import heappop, heappush
from itertools import count

from trainkit.kernel.agenda import Act, Agenda


class Line(Agenda):
    """A line, by urgency and then by the hour at which somebody came.

    Args:
        n_serving: How many are served at once.
    """

    def __init__(self, n_serving: int) -> None:
        super().__init__()
        self._free, self._tickets = n_serving, count()
        self._waiting: list[tuple[bool, float, int, Act]] = []

    def wait(self, urgent: bool, begins: Act) -> None:
        """Wait for a place; *begins* is what happens when it is there."""
        heappush(self._waiting, (not urgent, self.now_h, next(self._tickets), begins))
        self._next()

    def leave(self) -> None:
        """Give a place back; who comes at this very hour still comes before it is given on."""
        self._free += 1
        self.later(0.0, self._next)

    def _next(self) -> None:
        if self._free and self._waiting:
            self._free -= 1
            self.later(0.0, heappop(self._waiting)[3])
