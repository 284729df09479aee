"""The standing order: what happens when nobody judges. It is the baseline of picture and marks.

A boat is made ready for every call. The helicopter searches about the last known position. Hours
are shared out evenly, and the second search repeats the first.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e1.case import AREAS, FIRST_HOURS, Situation
from trainkit.lessons.e1.maps import flown

RADIUS_NM = 6.0


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads the log."""
    even = FIRST_HOURS / len(AREAS)
    return {
        "e1_phase": {f"call_{number}": "alert" for number in range(1, len(case.calls) + 1)},
        "e1_datum": {"datum": {"x_nm": 0.0, "y_nm": 0.0}, "radius_nm": RADIUS_NM},
        "e1_allocation": {"hours": dict.fromkeys(AREAS, even), "cutter": "search"},
        "e1_replan": {"hours": dict(zip(AREAS, flown(case), strict=True))},
    }
