"""What being late costs: points of 100 for each day begun, as the course's file says."""

import math
from typing import Any

from nbgrader.plugins import LateSubmissionPlugin

from trainkit.grading.preprocessors import academy_of
from trainkit.grading.report import rules_of

_DAY_S = 86_400.0


class DaysLate(LateSubmissionPlugin):  # type: ignore[misc]
    """Takes ``penalty_per_day`` of ``course.toml`` off, for each day begun behind the due date."""

    def late_submission_penalty(
        self,
        student_id: str,  # noqa: ARG002  (nbgrader's signature)
        score: float,  # noqa: ARG002
        total_seconds_late: float,
    ) -> float | None:
        """Return the points that are taken off, in points of the notebook; None for none."""
        about: Any = self.parent
        rules = rules_of(academy_of(about), about.notebook_id)
        out_of = about.gradebook.find_notebook(about.notebook_id, about.assignment_id).max_score
        found = days_late(total_seconds_late) * rules.penalty_per_day / 100.0 * out_of
        return found or None


def days_late(seconds: float) -> int:
    """Return how many days have begun.

    Examples:
        >>> days_late(0), days_late(1), days_late(86_401)
        (0, 1, 2)
    """
    return math.ceil(seconds / _DAY_S)
