"""The standing order: what happens when nobody judges. It is the baseline of the marks.

Everything counts in both courts, every chain is taken as whole, nothing is disclosed, and exhibits
go by post to the State's laboratory.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key


def standing_plan() -> dict[str, Any]:
    """Return the plan of the standing order."""
    return {
        **{f"lab_{key(name)}": "state" for name in EXAMINED},
        **{f"by_{key(name)}": "post" for name in EXHIBITS},
        "renew_days": 0,
        "recorder": "goes_on",
        "disclosure": "with_file",
    }


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads the tables."""
    return {
        "c3_items": {
            **{f"item_{n}": "both" for n in range(1, len(case.papers) + 1)},
            "sources": 4,
        },
        "c3_disclosure": {f"finding_{n}": "file" for n in range(1, len(case.findings) + 1)},
        "c3_plan": standing_plan(),
    }
