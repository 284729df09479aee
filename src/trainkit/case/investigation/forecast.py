"""Who will probably draw in a year: luck that is drawn ahead, many numbers in one go.

A forecast that falls short costs time; it never changes a draw.
"""

from collections.abc import Iterator

from trainkit.case.investigation import authority, work
from trainkit.case.investigation.findings import PAIR_ROOM
from trainkit.case.investigation.run import WEEK_H, Run

_YEAR_H = 8760.0
_ROOM = 1.3
_FEW = 8


def draw_ahead(run: Run) -> None:
    """Draw the luck of a year's actions and departures as the plan has them."""
    tasks = list(_tasks(run))
    numbers = [number for number, _, _ in tasks]
    for name in ("case occasion", "case custody"):
        run.draw_ahead(name, numbers)
    run.wait_ahead("case work", numbers)
    run.draw_ahead("case alarm", [number for number, alarm, _ in tasks if alarm])
    for place in range(2):
        asked = [number for number, _, deciders in tasks if deciders > place]
        run.draw_ahead("case order", asked, place)
    pairs = [one * PAIR_ROOM + other for one, met in run.around.items() for other in met]
    for action in _showing(run):
        run.draw_ahead(f"case tie {action}", pairs)
    boats = range(_expected(run.spec.harm.departures_a_week / WEEK_H))
    for name in ("case departure", "case departure so", "case danger"):
        run.draw_ahead(name, boats)


def _showing(run: Run) -> Iterator[str]:
    """Yield the planned actions that show ties: each may be aimed at anybody once, at least."""
    for action, spec in run.actions.items():
        if spec.shows_ties and work.pace(run, action):
            yield action


def _tasks(run: Run) -> Iterator[tuple[int, float, int]]:
    """Yield the tasks that the plan's hours allow: number, alarm, and how many decide on them."""
    for team in run.teams:
        for action, spec in run.actions.items():
            pace = work.pace(run, action)
            if pace:
                first, deciders = (
                    work.first_number(team, action),
                    authority.deciders(run, team, action),
                )
                for number in range(first, first + _expected(pace)):
                    yield number, spec.alarm, len(deciders)


def _expected(pace: float) -> int:
    return int(_ROOM * pace * _YEAR_H) + _FEW
