"""The standing order: what the house does when nobody judges. It is the baseline of the marks.

Everybody is interviewed as a witness; an interview goes on whatever shows; all sentences are said;
every question counts as closed. The plan of the day has each office ask for itself, and soon.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.c4.case import Situation

_DAY: Mapping[str, Any] = {
    "medical": "before",
    "rest_h": 0.5,
    "explain_min": 10,
    "account_min": 60,
    "pause_min": 60,
    "questions": {"open": 2, "probing": 3, "closed": 4, "leading": 1},
    "tellings": "twice",
    "interpreting": "in_room",
    "on_distress": "go_on",
}


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task."""
    asked = {f"question_{n}": "closed" for n in range(1, len(case.questions) + 1)}
    said = {f"say_{n}": "say" for n in range(1, len(case.first.sentences) + 1)}
    return {
        "c4_status": {f"person_{n}": "witness_interview" for n in range(1, len(case.persons) + 1)},
        "c4_signs": {f"moment_{n}": "go_on" for n in range(1, len(case.moments) + 1)},
        "c4_rights": {**said, "interpreter": "none", "asks": "free"},
        "c4_questions": asked,
        "c4_day": _DAY,
    }
