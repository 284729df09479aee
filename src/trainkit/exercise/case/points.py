"""When a team may want to decide: people in danger, answers, ends of orders, arrests due."""

from collections.abc import Iterator
from itertools import count

from trainkit.case.investigation.plan import ArrestSpec
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.exercise.case.told import line, told
from trainkit.exercise.led import Point
from trainkit.kernel.logbook import Logbook

_ASKS = frozenset(
    {
        *("danger_known", "order_expired", "order_expired_in_use", "source_burned"),
        *("request_answered", "joint_team_began", "branch_opened", "freeze_reviewed"),
        *("arrest_deferred", "deferral_ended", "victim_presumed", "testimony_withdrawn"),
        *("file_passed_on", "custody_broken"),
    }
)
_DAY_H = 24.0
_NOTICE_H = 24.0
"""A team is asked a day before arrests that it has planned."""


def points(book: Logbook, spec: InvestigationSpec, side: str) -> Iterator[Point]:
    """Yield the moments of a run at which a team may want to decide, in the order of time."""
    found = [Point(one.time_h, line(one)) for one in told(book, side) if one.kind in _ASKS]
    last_h = float(book.entries["time_h"][-1]) if len(book) else 0.0
    yield from sorted([*found, *_due(spec.plan.arrest, last_h)], key=lambda one: one.time_h)


def _due(spec: ArrestSpec, last_h: float) -> Iterator[Point]:
    for wave in count():
        at_h = (spec.from_days + wave * spec.every_days) * _DAY_H - _NOTICE_H
        if at_h > last_h:
            return
        yield Point(max(at_h, 0.0), "arrests are due in a day")
        if spec.every_days == 0.0:
            return
