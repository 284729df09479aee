"""One run of the trainee's own plan, beside the same run under the standing order.

Shown after the commit, for learning: which exhibit came when, and what the court said of it. It is
one run out of many, with the trainee's visible luck.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook
from trainkit.lessons import page
from trainkit.lessons.c3 import plan
from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.standing import standing_order
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part

_TASK = "c3_plan"
_SAID = {"evidence": "may be used", "custody": "lost: a gap in custody"}


def run() -> None:
    """Show one run of the trainee's own plan, once it is committed."""
    page.place(_own_run, after=_TASK)


def _own_run(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed(_TASK) if session else None
    return told(case, dict(record.value) if record else standing_order(case)[_TASK])


def told(case: Situation, chosen: Mapping[str, Any]) -> Part:
    """Return what became of the six exhibits in one run of a plan, as a table."""
    mine, usual = (
        simulate(plan.scenario(case.hearings, one), case.seed, 0, 1, "simpy")[0]
        for one in (chosen, standing_order(case)[_TASK])
    )
    rows = [
        (name.capitalize(), f"day {due}", *_became(mine, name), *_became(usual, name))
        for name, due in zip(plan.EXHIBITS, case.hearings.due_days, strict=True)
    ]
    head = ("exhibit", "due", "at court", "the court", "standing order", "the court")
    return page.table("One run of your plan, beside the standing order", head, rows)


def _became(book: Logbook, name: str) -> tuple[str, str]:
    filed, ruled = book.first("exhibit_filed", name), book.first("court_ruled", name)
    if filed is None or ruled is None:
        return "never", "never saw it"
    return f"day {filed.time_h / 24:.0f}", _SAID.get(str(ruled.facts["reason"]), "refused")
