"""Evidence: what a court may use, who held it, what supports it, and until when.

Intelligence is not evidence. An item has an origin, a channel, an authority, a grade, a chain of
custody whose links hold each other's hashes, and a flag for what must be disclosed. Everything here
is a pure function of items.
"""

from trainkit.case.evidence.admissibility import REASONS, Ruling, admissible, usable
from trainkit.case.evidence.clocks import (
    fiu_suspension_until_day,
    interception_order,
    interception_terms,
    provisional_arrest_until_h,
    renewed,
    undisclosed,
)
from trainkit.case.evidence.corroboration import corroborated, repeated
from trainkit.case.evidence.court import rules
from trainkit.case.evidence.custody import Flaw, HandOver, custody_flaws, handed_over
from trainkit.case.evidence.item import Item, Warrant, require_own_ids

__all__ = [
    "REASONS",
    "Flaw",
    "HandOver",
    "Item",
    "Ruling",
    "Warrant",
    "admissible",
    "corroborated",
    "custody_flaws",
    "fiu_suspension_until_day",
    "handed_over",
    "interception_order",
    "interception_terms",
    "provisional_arrest_until_h",
    "renewed",
    "repeated",
    "require_own_ids",
    "rules",
    "undisclosed",
    "usable",
]
