"""Who will probably draw in a year: luck that is drawn ahead, all numbers in one go.

A forecast that falls short costs time; it never changes a draw.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple

from trainkit.case.investigation import authority, work
from trainkit.case.investigation.findings import PAIR_ROOM, TELLS_KIND
from trainkit.case.investigation.kinds import PERSONS
from trainkit.case.investigation.run import DAY_H, WEEK_H, Run, numbered
from trainkit.case.investigation.spec import ActionSpec
from trainkit.case.investigation.team import Team
from trainkit.case.victims.signs import SIGNS
from trainkit.kernel.ahead import Block

_YEAR_H = 365.0 * DAY_H
_ROOM = 1.3
_FEW = 8
_RENEWALS = 2
"""So many renewals of an order, and hearings after the first, are usual."""


def draw_ahead(run: Run) -> None:
    """Draw the luck of a year as the plan has it."""
    lines = list(_lines(run))
    actions = (_of_tasks(lines), _of_hearings(lines), _of_targets(run, lines))
    blocks = (*actions, _of_boats(run), _of_people(run))
    run.ahead.draw([*chain.from_iterable(blocks)])


class _Line(NamedTuple):
    """The tasks of one action that a team's hours allow in a year."""

    team: Team
    spec: ActionSpec
    numbers: range
    deciders: int


def _lines(run: Run) -> Iterator[_Line]:
    for team, (action, spec) in product(run.teams, run.actions.items()):
        pace = work.pace(run, action)
        if pace:
            first = work.first_number(team, action)
            numbers = range(first, first + _expected(pace))
            yield _Line(team, spec, numbers, len(authority.deciders(run, team, action)))


def _expected(pace: float) -> int:
    return int(_ROOM * pace * _YEAR_H) + _FEW


def _block(name: str, entities: Sequence[int], index: int = 0, *, both: bool = False) -> Block:
    return Block(numbered(name), entities, index, both)


def _numbers(lines: Iterable[_Line]) -> list[int]:
    return [*chain.from_iterable(line.numbers for line in lines)]


def _of_tasks(lines: Sequence[_Line]) -> Iterator[Block]:
    """Yield what an action draws for itself: its occasion, its work, who decides, its answer."""
    every = _numbers(lines)
    yield _block("case occasion", every)
    yield _block("case work", every, both=True)
    yield _block("case custody", _numbers(x for x in lines if x.spec.custody_gap))
    yield _block("case alarm", _numbers(x for x in lines if x.spec.alarm))
    for place in range(2):
        yield _block("case order", _numbers(x for x in lines if x.deciders > place), place)
    for action, names in _OWN.items():
        numbers = _of_action(lines, action)
        yield from (_block(name, numbers, both=name in _TIMES) for name in names)


def _of_hearings(lines: Iterable[_Line]) -> Iterator[Block]:
    """Yield what interceptions draw after the first hearing, and when their orders are renewed."""
    heard = _of_action(lines, "interception")
    for turn in range(1, 1 + _RENEWALS):
        yield _block("case work", heard, turn, both=True)
        yield _block("case order", heard, 2 * turn)
        yield _block("case order", heard, 2 * turn + 1)


_OWN = {
    "partner_request": ("case answer",),
    "financial_enquiry": ("case fiu",),
    "first_contact": ("case signs looked for", "case other met", "case met", "case other"),
}
"""What the tasks of some actions draw besides."""
_TIMES = frozenset({"case answer", "case fiu"})


def _of_action(lines: Iterable[_Line], action: str) -> list[int]:
    return _numbers(line for line in lines if line.spec.action == action)


def _of_targets(run: Run, lines: Iterable[_Line]) -> Iterator[Block]:
    """Yield what is drawn about people: each may be a target of any action once, at least."""
    pairs = [one * PAIR_ROOM + other for one, met in run.around.items() for other in met]
    showing = dict.fromkeys(line.spec.action for line in lines if line.spec.shows_ties)
    for action in showing:
        yield _block(f"case tie {action}", pairs)
    yield _block("case stands near", run.bystanders)
    for team in run.teams:
        yield _block("case rumour", run.bystanders, team.number)
    for team, spec, *_ in lines:
        people = tuple(run.reach(team.number, spec.action)) if spec.hit else ()
        yield _block(f"case hit {spec.action}", people, team.number)
        if spec.action in TELLS_KIND:
            yield _block(f"case kind {spec.action}", people, team.number)
        if spec.grades:
            yield _block(f"case grade {spec.action}", people, team.number)


def _of_boats(run: Run) -> Iterator[Block]:
    boats = range(_expected(run.spec.harm.departures_a_week / WEEK_H))
    names = ("departure", "departure so", "danger", "death", "rescue seen")
    for name in names:
        yield _block(f"case {name}", boats)
    for team in run.teams:
        yield _block("case heard", boats, team.number)


def _of_people(run: Run) -> Iterator[Block]:
    """Yield what is drawn about the exploited and about others whom a first contact meets."""
    held = range(0)
    if run.trafficking:
        pace = run.spec.harm.exploited_a_month / (30.0 * DAY_H)
        held = range(min(_expected(pace), PERSONS))
    for name in ("exploited", "exploited so", "exploited for", "testimony", "withdrawal"):
        yield _block(f"case {name}", held)
    for place in range(len(SIGNS)):
        yield _block("case sign", held, place)
        yield _block("case other sign", run.bystanders, place)
