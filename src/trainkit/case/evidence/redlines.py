"""The red line of an evidence clock, as a function of its logbook.

An exhibit that may lead to people in danger, and waits at the unit while the unit takes up another
that leads to nobody, is rescue delayed (R1). What the unit had in hand already is finished.
"""

from trainkit.case.evidence.kinds import UNIT
from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach, Rule

_TEXT = "An exhibit that may lead to people in danger waited while the unit took up another"


def passed_over(logbook: Logbook) -> list[Breach]:
    """Return the red line R1 for each examination that began while such an exhibit waited."""
    urgent = {one.subject for one in logbook.of("exhibit_seized") if one.facts["persons"]}
    waiting: list[str] = []
    found = []
    for entry in logbook:
        if entry.kind == "requested" and entry.facts["resource"] == UNIT:
            waiting += [entry.subject] if entry.subject in urgent else []
        elif entry.kind == "examination_began" and entry.subject in urgent:
            waiting.remove(entry.subject)
        elif entry.kind == "examination_began" and waiting:
            found.append(Breach.shown_by(entry, "R1", _TEXT))
    return found


RULES: tuple[Rule, ...] = (passed_over,)
