"""The standing order: arrest at once who steers and recruits. It is the baseline of the plan."""

from collections.abc import Mapping
from typing import Any

PLAN: Mapping[str, Any] = {
    "first": "passage",
    "second": "recruitment",
    "timing": "one_day",
    "mapping_weeks": 0,
    "partner": "alone",
    "on_danger": "act",
    "skippers": "screen",
}
