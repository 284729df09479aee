"""The red line of an evidence clock, as a function of its logbook.

An exhibit that may lead to people in danger, and waits at the unit or lies at the State's
laboratory while the unit takes up another that leads to nobody, is rescue delayed (R1). What the
unit had in hand already is finished.
"""

from trainkit.case.evidence.kinds import UNIT
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.redlines import Breach, Rule

_TEXT = "An exhibit that may lead to people in danger waited while the unit took up another"


def passed_over(logbook: Logbook) -> list[Breach]:
    """Return the red line R1 for each examination that began while such an exhibit waited."""
    urgent = {one.subject for one in logbook.of("exhibit_seized") if one.facts["persons"]}
    waiting: list[str] = []
    found = []
    for entry in logbook:
        if entry.subject in urgent:
            _follow(entry, waiting)
        elif entry.kind == "examination_began" and waiting:
            found.append(Breach.shown_by(entry, "R1", _TEXT))
    return found


def _follow(entry: Entry, waiting: list[str]) -> None:
    """Note that an exhibit that leads to people waits, or no longer does."""
    asked = entry.kind == "requested" and entry.facts["resource"] == UNIT
    if asked or entry.kind == "left_to_the_state":
        waiting.append(entry.subject)
    elif entry.subject in waiting and entry.kind in {"examination_began", "examination_ended"}:
        waiting.remove(entry.subject)


RULES: tuple[Rule, ...] = (passed_over,)
