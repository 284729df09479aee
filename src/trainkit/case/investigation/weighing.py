"""What an answer weighs: how much likelier it is with a member than with a bystander.

A graded source is as good as its action with the weight of its grade, and else a coin that was
thrown: what `trainkit.case.hypotheses.grading` takes grades to mean.
"""

import math

from trainkit.case.hypotheses import grading
from trainkit.case.investigation.run import Run, Task
from trainkit.case.investigation.spec import ActionSpec

_LEAST = 1e-6


def grade(run: Run, task: Task, spec: ActionSpec) -> str:
    """Return the grade of the source that a team has near somebody; empty without sources."""
    if not spec.grades:
        return ""
    drawn = run.chance(f"case grade {task.action}", task.target, task.team.number)
    return spec.grades[int(drawn * len(spec.grades))]


def chances(spec: ActionSpec, grade: str = "") -> tuple[float, float]:
    """Return the chances to speak against a member and against a bystander.

    Examples:
        >>> spec = ActionSpec(action="source_handling", staff="investigators", work_median_h=1.0,
        ...                   hit=0.9, false_hit=0.1)
        >>> [round(one, 3) for one in chances(spec, "B2")], chances(spec, "E1")
        ([0.756, 0.244], (0.5, 0.5))
    """
    sure = grading.weight(grade) if grade else 1.0
    coin = (1.0 - sure) / 2.0
    return sure * spec.hit + coin, sure * spec.false_hit + coin


def weight(spec: ActionSpec, against: bool, grade: str = "") -> float:
    """Return the logarithm of how many times likelier an answer is with a member.

    Examples:
        >>> spec = ActionSpec(action="search", staff="investigators", work_median_h=1.0,
        ...                   hit=0.8, false_hit=0.1)
        >>> round(weight(spec, True), 3), round(weight(spec, False), 3)
        (2.079, -1.504)
    """
    if_member, if_not = chances(spec, grade)
    if against:
        return math.log(if_member / max(if_not, _LEAST))
    return math.log((1.0 - if_member) / (1.0 - if_not))
