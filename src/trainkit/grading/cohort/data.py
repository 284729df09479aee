"""A cohort's numbers for scripts."""

from dataclasses import asdict
from typing import Any

from trainkit.analysis.intervals import Interval
from trainkit.grading.cohort.view import View


def as_data(view: View) -> dict[str, Any]:
    """Return what a page of a cohort shows, as JSON holds it; what is no number becomes null."""
    alpha = view.alpha
    return {
        "summary": asdict(view.summary),
        "stuck": dict(view.stuck),
        "tasks": [
            {
                "task": one.task.id,
                "share": _interval(one.share),
                "rest_correlation": one.rest,
                "upper_lower": one.outer,
                "told": one.told,
            }
            for one in view.items
        ],
        "alpha": {
            "value": _interval(alpha.value) if alpha.value else None,
            "n": alpha.n,
            "k": alpha.k,
            "told": alpha.told,
        },
        "outcomes": {one.code: _interval(one.mean) for one in view.outcomes},
        "positions": [
            {"task": one.task.id, "criterion": one.criterion, "positions": one.positions}
            for one in view.spreads
        ],
        "minutes": {one.task.id: list(one.minutes) for one in view.durations},
    }


def _interval(found: Interval) -> dict[str, float]:
    return {"mean": found.estimate, "low": found.low, "high": found.high, "n": found.n}
