"""The red lines of a day of interviews, read on its logbook."""

from trainkit.kernel.entry import Entry
from trainkit.redlines import delayed, forbidden


def _interrogated(entry: Entry) -> bool:
    facts = entry.facts
    return facts["status"] == "possible_victim" and facts["setting"] == "suspect_interview"


def _party(entry: Entry) -> bool:
    return entry.facts["channel"] == "companion"


RULES = (
    delayed(
        "R1",
        "injury_seen",
        "medical_seen",
        ("account_began",),
        "Somebody who is hurt was asked before anybody medical had come",
    ),
    forbidden(
        "R2", "account_began", "A possible victim was interrogated as a suspect", _interrogated
    ),
    forbidden(
        "R5", "account_began", "What a person told was heard and passed on by a companion", _party
    ),
)
