"""What the release beside a trainee's own copy says: until when it is due, what being late costs.

What counts for a mark is what the academy's gradebook says; an extension stands there alone.
"""

import math
from datetime import datetime, timedelta
from pathlib import Path

from trainkit.grading.course import Rules
from trainkit.grading.exchange.manifest import KIND, NAME, Manifest, manifest_of
from trainkit.grading.exchange.signing import LARGEST_BYTES, Document, read_document
from trainkit.lessons.regular import regular_bytes


def release_beside(work: Path) -> Manifest | None:
    """Return what an academy says of a copy; None where it says nothing or it was changed since.

    Args:
        work: Folder of the trainee's own copy.
    """
    document = _document(work)
    return manifest_of(document) if document and document.state == "good" else None


def was_changed(work: Path) -> bool:
    """Return whether what an academy says of a copy was changed after it was signed."""
    document = _document(work)
    return document is not None and document.state == "wrong"


def _document(work: Path) -> Document | None:
    try:
        return read_document(regular_bytes(work / NAME, LARGEST_BYTES), KIND)
    except (OSError, ValueError):
        return None


def late_words(rules: Rules) -> str:
    """Return what being late costs, in sentences.

    Examples:
        >>> late_words(Rules(penalty_per_day=10, refuse_after_days=7))
        'Each day late that has begun takes off 10 of 100 points. More than 7 days late: no mark.'
    """
    grace = f"Up to {_count(rules.grace_minutes, 'minute')} late is in time."
    told = [grace] if rules.grace_minutes else []
    if rules.refuse_after_days == 0:
        return " ".join([*told, "Late work brings no mark."])
    costs = f"Each day late that has begun takes off {rules.penalty_per_day:g} of 100 points."
    told.append(costs if rules.penalty_per_day else "Being late takes off no points.")
    if not math.isinf(rules.refuse_after_days):
        told.append(f"More than {_count(rules.refuse_after_days, 'day')} late: no mark.")
    return " ".join(told)


def away_words(due: datetime, at: datetime) -> str:
    """Return how far away a due date is, in whole days, hours or minutes.

    Args:
        due: The moment, with its zone.
        at: Now, with its zone.

    Examples:
        >>> one = datetime.fromisoformat("2026-12-01T17:00+00:00")
        >>> away_words(one, one - timedelta(days=4, hours=7)), away_words(one, one + timedelta(1))
        ('that is in 4 days', 'that was 24 hours ago')
    """
    apart = abs(due - at)
    units = (("day", timedelta(days=1), 2), ("hour", timedelta(hours=1), 2))
    named = next(((name, one) for name, one, least in units if apart >= least * one), None)
    name, one = named or ("minute", timedelta(minutes=1))
    told = _count(apart // one, name)
    return f"that is in {told}" if at <= due else f"that was {told} ago"


def _count(number: float, one: str) -> str:
    return f"{number:g} {one}{'' if number == 1 else 's'}"
