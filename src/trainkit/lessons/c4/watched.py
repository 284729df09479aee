"""One day under the trainee's own plan, beside the same day under the standing order.

Shown after the commit, for learning: who was seen, when they were heard, what they told, and what
the day did to them. It is one day out of many, with the trainee's visible luck.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.kernel.logbook import Logbook
from trainkit.lessons import page
from trainkit.lessons.c4 import day
from trainkit.lessons.c4.case import Situation
from trainkit.lessons.c4.page import clock
from trainkit.lessons.c4.standing import standing_order
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part

_TASK = "c4_day"
_HEAD = (
    "who", "met", "doctor", "account from", "to", "told", "right details", "harm",
    "harm, standing order",
)  # fmt: skip
_CAPTION = "One day under your plan, person by person; harm in units, beside the standing order"


def one_day() -> None:
    """Show one day under the trainee's own plan, once it is committed."""
    page.place(_own_day, after=_TASK)


def _own_day(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed(_TASK) if session else None
    return told(case, dict(record.value) if record else standing_order(case)[_TASK])


def told(case: Situation, plan: Mapping[str, Any]) -> Part:
    """Return one day under a plan as a table."""
    mine = day.one(case.house, plan, case.seed)
    usual = day.one(case.house, standing_order(case)[_TASK], case.seed)
    rows = [row(mine, usual, entry.subject) for entry in mine.of("person_met")]
    return page.table(_CAPTION, _HEAD, rows)


def row(mine: Logbook, usual: Logbook, who: str) -> tuple[str, ...]:
    """Return what became of one person."""
    began = mine.of("account_began", who)
    ended = mine.of("account_ended", who)
    right = sum(float(entry.facts["correct"]) for entry in ended)
    return (
        who,
        _when(mine, "person_met", who),
        _when(mine, "medical_seen", who),
        clock(began[0].time_h) if began else _why_not(mine, who),
        clock(ended[-1].time_h) if ended else "",
        {0: "not today", 1: "once"}.get(len(began), f"{len(began)} times"),
        f"{right:.0f}",
        f"{_harm(mine, who):.1f}",
        f"{_harm(usual, who):.1f}",
    )


def _when(book: Logbook, kind: str, who: str) -> str:
    entry = book.first(kind, who)
    return clock(entry.time_h) if entry else "not needed"


def _why_not(book: Logbook, who: str) -> str:
    return "did not want to" if book.of("declined", who) else "the day had ended"


def _harm(book: Logbook, who: str) -> float:
    return sum(float(entry.facts["units"]) for entry in book.of("harmed", who))
