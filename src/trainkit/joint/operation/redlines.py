"""Red lines of a joint operation, read on the logbook that the reader regenerated.

R1: an alert waits until a boarding is finished; or a unit that a centre has sent to a case boards,
whichever boat, before it is on scene. A unit is sent until it is there, is sent elsewhere, has
ended its sortie, or its case is closed. R4: a joint boarding while no valid plan was in force.

No rule for R5: the messages of this model carry cases and no personal data, so that none could be
shared without a basis. R8 is read on a saved log by `trainkit.redlines.altered`.
"""

from trainkit.kernel.logbook import Entry, Logbook
from trainkit.redlines import Breach, Rule, forbidden

_ON_THE_WAY = "A unit that was sent to a case boarded before it was on scene"


def boarded_on_the_way(logbook: Logbook) -> list[Breach]:
    """Return the breaches of R1 by units that boarded on their way to a case."""
    sent: dict[str, float | str] = {}
    found = []
    for entry in logbook:
        if entry.kind == "unit_tasked":
            sent[entry.subject] = entry.facts["case"]
        elif entry.kind == "boarding_began" and entry.subject in sent:
            found.append(Breach.shown_by(entry, "R1", _ON_THE_WAY))
        for unit in _there_or_free(entry, sent):
            del sent[unit]
    return found


def _there_or_free(entry: Entry, sent: dict[str, float | str]) -> list[str]:
    """Return the units that an entry relieves of the case they were *sent* to."""
    case, who = entry.facts.get("case"), entry.subject
    if entry.kind == "case_closed":
        return [unit for unit, its in sent.items() if its == case]
    ended = entry.kind == "sortie_ended"
    there = entry.kind == "unit_on_scene" and sent.get(who) == case
    return [who] if who in sent and (ended or there) else []


def _joint_without_plan(entry: Entry) -> bool:
    return entry.facts["basis"] == "joint" and entry.facts["valid"] == 0.0


RULES: tuple[Rule, ...] = (
    forbidden("R1", "alert_kept_waiting", "An alert waited until a boarding was finished"),
    boarded_on_the_way,
    forbidden(
        "R4",
        "boarding_began",
        "A joint boarding, and no valid plan was in force",
        _joint_without_plan,
    ),
)
