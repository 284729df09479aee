"""The standing order: what happens when nobody judges. It is the baseline of picture and marks.

A boat is made ready for every call. The helicopter searches about the last known position. Hours
are shared out evenly, and in the second search by a map that does not know what the first search
has covered.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e1.case import AREAS, FIRST_HOURS, SECOND_HOURS, Situation
from trainkit.lessons.e1.maps import later_shares

RADIUS_NM = 6.0


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads the log."""
    later = later_shares(case)
    even = FIRST_HOURS / len(AREAS)
    return {
        "e1_phase": {f"call_{number}": "alert" for number in range(1, len(case.calls) + 1)},
        "e1_datum": {"datum": {"x_nm": 0.0, "y_nm": 0.0}, "radius_nm": RADIUS_NM},
        "e1_allocation": {"hours": dict.fromkeys(AREAS, even), "cutter": "search"},
        "e1_replan": {
            "hours": {
                name: SECOND_HOURS * share / sum(later)
                for name, share in zip(AREAS, later, strict=True)
            }
        },
    }
