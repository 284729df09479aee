"""The standing order: each team for itself, arrests soon. It is the baseline of the plan."""

from collections.abc import Mapping
from typing import Any

PLAN: Mapping[str, Any] = {
    "board_1": "off",
    "board_2": "off",
    "board_3": "off",
    "channel": "police",
    "joint_day": 0,
    "hours": {
        "records": 70,
        "telephone data": 20,
        "interception": 0,
        "surveillance": 60,
        "sources": 0,
        "witnesses": 30,
        "searches": 60,
        "devices": 0,
        "first contacts": 0,
    },
    "arrest_day": 30,
    "together": "no",
    "on_danger": "pass_on",
    "screening": "first",
}
