"""Which of several submissions counts, as the course's file says; the others are kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from trainkit.grading.course import Rules
from trainkit.grading.exchange.arrival import Arrival
from trainkit.grading.exchange.dates import Due, in_zone


def why_it_stays(
    rules: Rules, due: Due | None, before: Mapping[str, Any] | None, new: Arrival
) -> str:
    """Return why the submission that is there still counts; empty where the new one does.

    Args:
        rules: Rules of the course. "first": what the academy took in first stays. "latest": what
            was handed in last counts. Until "due": behind the due date, with its grace, nothing
            takes the place of what is there.
        due: Until when this trainee may hand in; None without a due date.
        before: What the journal says of the one that is there; None where it says nothing.
        new: How the new one arrived.
    """
    zone = due.zone if due else "UTC"
    at = in_zone(new.handed_in, zone)
    if rules.resubmission == "first":
        return "this course counts the first submission"
    if rules.resubmit_until == "due" and due and new.handed_in > _end(due, rules):
        return f"it was handed in on {at}, and in this course nothing counts anew after {due}"
    older = _time(before) if before and before["by"] == new.by == "receipt" else None
    if older and new.handed_in < older:
        return f"it was handed in on {at} and is older than that of {in_zone(older, zone)}"
    return ""


def _end(due: Due, rules: Rules) -> datetime:
    return due.at + timedelta(minutes=rules.grace_minutes)


def _time(before: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(before["handed_in"])
