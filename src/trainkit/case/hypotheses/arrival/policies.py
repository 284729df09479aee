"""Ways of choosing enquiries that may be compared with a plan."""

from collections.abc import Callable, Mapping
from typing import Any

from trainkit.case.hypotheses.arrival.spec import ArrivalSpec


def as_they_come(_: ArrivalSpec) -> dict[str, Any]:
    """Work leads in the order in which they come."""
    return {"order": "as_they_come"}


def confirm(_: ArrivalSpec) -> dict[str, Any]:
    """Look first for what the leading hypothesis expects, and count repetitions as new."""
    return {"order": "leading_first", "checks_origin": False}


def most_for_an_hour(_: ArrivalSpec) -> dict[str, Any]:
    """Work what tells most for an hour of work, given what is believed by then."""
    return {"order": "by_bits", "checks_origin": True}


POLICIES: Mapping[str, Callable[[ArrivalSpec], dict[str, Any]]] = {
    "as they come": as_they_come,
    "confirm the first idea": confirm,
    "what tells most for an hour": most_for_an_hour,
}
