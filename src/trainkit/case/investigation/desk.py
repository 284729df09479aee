"""Staff who are asked for and who work: each kind is a queue, and a line in the logbook a service.

One entry a service instead of three keeps a year of two teams small; waiting and use are read off
its facts. The queue is our own, of two events a service at most: SimPy's `PriorityResource`, which
it follows service by service, makes three, and took a sixth of the time of a run.
"""

from collections.abc import Generator
from heapq import heappop, heappush
from itertools import count
from typing import Any

import simpy

from trainkit.kernel.entry import Kind
from trainkit.kernel.writer import Writer

URGENT, USUAL = 0, 1

KIND = Kind("served", ("resource", "priority", "waited_h", "work_h"))
"""Written when a service ends: by which staff, how long it was waited for, how long it took."""


class Desk:
    """Staff of one kind in one team.

    Args:
        env: Clock of the run.
        writer: Its pen.
        number: Number of the staff in the fact ``resource``.
        team: Name of the team.
        capacity: How many they are.
    """

    def __init__(
        self, env: simpy.Environment, writer: Writer, number: int, team: str, capacity: int
    ) -> None:
        self._env, self._writer, self._team = env, writer, team
        self._number = float(number)
        self._free = capacity
        self._waiting: list[tuple[int, int, simpy.Event]] = []
        self._turns = count()

    def serve(self, elapsed_h: float, priority: int = USUAL) -> Generator[simpy.Event, Any, None]:
        """Wait for one of them, and for the work; who is urgent goes before who is not.

        Args:
            elapsed_h: Hours of the calendar that the work takes.
            priority: 0 for what is urgent, 1 for the rest; nobody is interrupted.
        """
        asked_h = self._env.now
        if self._free:
            self._free -= 1
        else:
            turn = self._env.event()
            heappush(self._waiting, (priority, next(self._turns), turn))
            yield turn
        began_h = self._env.now
        yield self._env.timeout(elapsed_h)
        self._let_go()
        self._writer.write(
            "served",
            self._team,
            resource=self._number,
            priority=priority,
            waited_h=began_h - asked_h,
            work_h=elapsed_h,
        )

    def _let_go(self) -> None:
        """Take the next who waits, or stand free."""
        if self._waiting:
            heappop(self._waiting)[2].succeed()
        else:
            self._free += 1
