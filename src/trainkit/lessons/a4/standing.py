"""The standing order: what the desk does when nobody judges. It is the baseline of the marks.

Whatever is not in perfect order is refused, and nobody is told why. Of a file the suspect's part
goes. Requests are taken as they come, and nobody reads old logs.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.a4.case import Situation
from trainkit.lessons.a4.dossier import ITEMS, OTHERS

POLICY: Mapping[str, str] = {
    "order": "first_come",
    "check": "basis",
    "oral_for": "none",
    "confirm": "last",
    "refusal": "bare",
    "records": "before",
}
"""The policy of the desk as it stands."""


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads the logs."""
    return {
        "a4_gate": {f"request_{n}": "no_basis" for n in range(1, len(case.requests) + 1)},
        "a4_file": {
            **{name: "leave" if name in OTHERS else "send" for name in ITEMS},
            "ratio": 1.0,
            "missing": 0,
            "retention": "open",
            "mark": "none",
        },
        "a4_desk": POLICY,
    }
