"""When a team may want to decide: people in danger, answers, ends of orders, arrests due."""

from collections.abc import Iterator
from itertools import count

from trainkit.case.investigation.plan import ArrestSpec
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.exercise.case.told import line, told
from trainkit.exercise.led import Point
from trainkit.kernel.logbook import Logbook

_ASKS = {
    "danger_known": "danger",
    "victim_presumed": "victim",
    "testimony_withdrawn": "victim",
    "order_granted": "order",
    "order_expired": "order",
    "order_expired_in_use": "order",
    "request_answered": "answer",
    "joint_team_began": "answer",
    "file_passed_on": "answer",
    "arrest_deferred": "deferral",
    "deferral_reported": "deferral",
    "deferral_ended": "deferral",
    "source_burned": "file",
    "custody_broken": "file",
    "freeze_reviewed": "file",
    "branch_opened": "file",
}
SORTS = ("danger", "victim", "order", "answer", "arrest", "deferral", "file")
"""What a pause can be about; ``arrest`` is a day before arrests that are planned."""
_DAY_H = 24.0
_NOTICE_H = 24.0
"""A team is asked a day before arrests that it has planned."""


def points(book: Logbook, spec: InvestigationSpec, side: str, until_h: float) -> Iterator[Point]:
    """Yield the moments until an hour at which a team may want to decide, in the order of time."""
    found = [
        Point(one.time_h, line(one), _ASKS[one.kind])
        for one in told(book, side)
        if one.kind in _ASKS
    ]
    yield from sorted([*found, *_due(spec.plan.arrest, until_h)], key=lambda one: one.time_h)


def _due(spec: ArrestSpec, until_h: float) -> Iterator[Point]:
    for wave in count():
        at_h = (spec.from_days + wave * spec.every_days) * _DAY_H - _NOTICE_H
        if at_h > until_h:
            return
        yield Point(max(at_h, 0.0), "arrests are due in a day", "arrest")
        if spec.every_days == 0.0:
            return
