"""Strategies to compare in the same luck; none of them is judged by how many it arrests.

compare("trainkit/network-disruption", ["low_level", "hub", "money_first", "expert"])
"""

from collections.abc import Callable, Mapping
from typing import Any

from trainkit.case.disruption.spec import DisruptionSpec

Changes = dict[str, Any]


def low_level(_spec: DisruptionSpec) -> Changes:
    """Arrest at once whoever steers or drives: many arrests, soon replaced."""
    return _plan("passage", "recruitment", 0)


def hub(_spec: DisruptionSpec) -> Changes:
    """Arrest at once whoever lies on most of the known ways; the boss is seldom among them."""
    return _plan("hub", "none", 0)


def money_first(_spec: DisruptionSpec) -> Changes:
    """Follow the money, and arrest those who handle it as they are found."""
    return {**_plan("money", "none", 16), "timing": "as_found"}


def wait_and_map(_spec: DisruptionSpec) -> Changes:
    """Map alone for half a year, then take who directs."""
    return _plan("direction", "papers", 26)


def expert(_spec: DisruptionSpec) -> Changes:
    """Map jointly for some weeks, then take all of a scarce kind of work on one day."""
    return {**_plan("papers", "money", 8), "partner": "joint"}


def _plan(first: str, second: str, weeks: int) -> Changes:
    return {
        "first": first,
        "second": second,
        "mapping_weeks": weeks,
        "timing": "one_day",
        "partner": "alone",
        "on_danger": "act",
        "skippers": "screen",
    }


POLICIES: Mapping[str, Callable[[Any], Changes]] = {
    "low_level": low_level,
    "hub": hub,
    "money_first": money_first,
    "wait_and_map": wait_and_map,
    "expert": expert,
}
