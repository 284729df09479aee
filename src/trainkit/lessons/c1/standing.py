"""The standing order: what the desk does when nobody judges. It is the baseline of the marks.

Whatever is said is a hypothesis, save what rests on people's origin. Leads are worked as they come,
danger in its turn, and nobody asks where a lead comes from. The case is closed when asked.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.c1.case import Situation

PLAN: Mapping[str, Any] = {
    **{f"kind_{n}": "first" for n in range(1, 7)},
    "danger": "in_turn",
    "origin": "trust",
}


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads a table."""
    sorts = [one.sort for one in case.statements]
    return {
        "c1_set": {
            f"statement_{n}": "refuse" if sort == "refuse" else "keep"
            for n, sort in enumerate(sorts, start=1)
        },
        "c1_plan": PLAN,
        "c1_stop": {**{f"stop_{n}": "close" for n in range(1, 5)}, "worth_h": 0.0},
    }
