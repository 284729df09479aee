"""The standing order: what happens when nobody leads. It is the baseline of picture and marks.

Each State alone, nobody sent before distress is certain, the largest unit first, four vessels in
port, and the aircraft on the round of last month in the far south.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e6.case import Situation

WATCH = {
    "sharing": "alone",
    "dispatch": "largest",
    "dispatch_phase": "distress",
    "osprey": "far",
    "skua": "stand_by",
    "lanner": "stand_by",
    "petrel": "stand_by",
    "tern": "stand_by",
    "came_in": "later",
}


def standing_order(_case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads a log."""
    return {f"e6_watch_{number}": WATCH for number in (1, 2, 3)}


def first_watches(_case: Situation) -> tuple[Mapping[str, Any], ...]:
    """Return the orders of the watches before the one that is scored: the same for everybody.

    They are those of a fair watch: the picture shared, sent at the alert phase, the nearest first,
    all ready in port.
    """
    told = {
        **WATCH,
        "sharing": "picture",
        "dispatch": "nearest",
        "dispatch_phase": "alert",
        "osprey": "stand_by",
    }
    return told, told
