"""Who will probably draw in a year: luck that is drawn ahead, many numbers in one go.

A forecast that falls short costs time; it never changes a draw.
"""

from collections.abc import Iterator

from trainkit.case.investigation import work
from trainkit.case.investigation.run import Run

_YEAR_H = 8760.0
_ROOM = 1.3
_FEW = 8


def draw_ahead(run: Run) -> None:
    """Draw the luck of a year's actions and departures as the plan has them."""
    tasks = list(_tasks(run))
    for name in ("case occasion", "case work", "case alarm", "case custody"):
        run.draw_ahead(name, tasks)
    for place in range(2):
        run.draw_ahead("case order", tasks, place)
    boats = range(_expected(run.spec.harm.departures_a_week / 168.0))
    for name in ("case departure", "case departure so", "case danger"):
        run.draw_ahead(name, boats)


def _tasks(run: Run) -> Iterator[int]:
    """Yield the numbers of the tasks that the plan's hours allow in a year."""
    for team in run.teams:
        for action in run.actions:
            pace = work.pace(run, action)
            if pace:
                first = work.first_number(team, action)
                yield from range(first, first + _expected(pace))


def _expected(pace: float) -> int:
    return int(_ROOM * pace * _YEAR_H) + _FEW
