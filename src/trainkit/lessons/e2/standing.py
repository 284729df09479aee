"""What happens when nobody judges: the baseline of picture and marks.

The first unit keeps coordinating, the ship goes alongside at once and everybody comes, the largest
hull takes most, and people fly as they are listed.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e2.case import UNITS, Situation
from trainkit.lessons.e2.orders import FIELDS


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody counts or looks for a place."""
    under = {FIELDS[name]: "stays_under" for name in UNITS[1:]}
    largest = case.hulls[0].safe_calm
    each = (case.believed - largest) // (len(UNITS) - 1)
    return {
        "e2_coordinator": {"until_then": "first_on_scene", **under},
        "e2_approach": {
            "lifejackets": "none",
            "alongside": 5,
            "ship": "alongside",
            "osprey": "rescue",
        },
        "e2_hulls": {**dict.fromkeys(FIELDS.values(), each), FIELDS[UNITS[0]]: largest},
        "e2_triage": {f"person_{n}": "urgent" for n in range(1, len(case.patients) + 1)},
    }
