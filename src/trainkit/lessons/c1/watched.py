"""One week under the trainee's own plan: what was asked, what was answered, what was believed.

Shown after the commit, for learning. It is one week out of many, with the trainee's visible luck.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck
from trainkit.lessons import page
from trainkit.lessons.c1 import enquiries
from trainkit.lessons.c1.case import Situation
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part

_TASK = "c1_plan"
_HEAD = ("hour", "enquiry", "what came of it", "belief in what is true (%)")
_SAID = {
    "enquiry_answered": "",
    "repetition_found": "a repetition, put aside",
    "enquiry_set_aside": "set aside for a call for help",
}


def week() -> None:
    """Show one week of the trainee's own plan, once it is committed."""
    page.place(_own_week, after=_TASK)


def _own_week(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed(_TASK) if session else None
    return told(case, dict(record.value) if record else {})


def told(case: Situation, plan: Mapping[str, Any]) -> Part:
    """Return what was worked in one week under a plan, as a table."""
    book = enquiries.books(case.week, plan, Luck(case.seed), 1)[0]
    faded = len(book.of("lead_faded"))
    caption = f"One week of your plan, hour by hour; {faded} leads faded before they were worked"
    return page.table(caption, _HEAD, _rows(book))


def _rows(book: Logbook) -> list[tuple[str, ...]]:
    rows: list[list[str]] = []
    for entry in book:
        if entry.kind in _SAID:
            said = _SAID[entry.kind] or f"answered: {entry.facts['answer']}"
            rows.append([f"{entry.time_h:.1f}", entry.subject, said, ""])
        elif entry.kind == "belief_updated" and rows:
            rows[-1][3] = f"{100 * float(entry.facts['on_truth']):.0f}"
    return [tuple(row) for row in rows]
