"""The red line of a team that weighs hypotheses: danger to life waits behind no enquiry (R1)."""

from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach, Rule

_TEXT = "A sign of danger to life or of a victim waited while an ordinary enquiry was taken up"


def danger_waited(logbook: Logbook) -> list[Breach]:
    """Return R1 for each ordinary lead that was taken up while an urgent one waited."""
    owing: set[object] = set()
    found = []
    for entry in logbook:
        lead, urgent = entry.facts.get("lead"), entry.facts.get("urgent") == 1.0
        if entry.kind == "lead_arrived" and urgent:
            owing.add(lead)
        elif entry.kind == "enquiry_began" and not urgent and owing:
            found.append(Breach.shown_by(entry, "R1", _TEXT))
        elif entry.kind in {"enquiry_began", "lead_faded"} and urgent:
            owing.discard(lead)
    return found


RULES: tuple[Rule, ...] = (danger_waited,)
