"""Evidence: what a court may use, who held it, what supports it, and until when.

Intelligence is not evidence. An item has an origin, a channel, an authority, a grade, a chain of
custody whose links hold each other's hashes, and a flag for what must be disclosed. Everything here
is a pure function of items.
"""

from trainkit.case.evidence.admissibility import REASONS, Ruling, admissible, usable
from trainkit.case.evidence.clocks import suspended_until_h, undisclosed
from trainkit.case.evidence.corroboration import corroborated, repeated
from trainkit.case.evidence.court import Court, court
from trainkit.case.evidence.custody import Flaw, HandOver, custody_flaws, handed_over
from trainkit.case.evidence.item import CHANNELS, Item, require_own_ids

__all__ = [
    "CHANNELS",
    "REASONS",
    "Court",
    "Flaw",
    "HandOver",
    "Item",
    "Ruling",
    "admissible",
    "corroborated",
    "court",
    "custody_flaws",
    "handed_over",
    "repeated",
    "require_own_ids",
    "suspended_until_h",
    "undisclosed",
    "usable",
]
