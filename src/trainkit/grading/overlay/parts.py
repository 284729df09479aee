"""The criteria of a task of an academy's own: one for each ``[[task.score]]``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainkit.errors import TrainkitError
from trainkit.grading.overlay.rules import ByOption, Rule
from trainkit.grading.overlay.ruling import rule_of
from trainkit.lessons import tables
from trainkit.lessons.score import Criterion
from trainkit.lessons.tables import Table
from trainkit.lessons.task import Answer, Task

_USUAL = {
    "right": "This is right.",
    "part": "This is right in part.",
    "wrong": "This is not right.",
}


@dataclass(frozen=True)
class Part:
    """One criterion of a task.

    Attributes:
        name: What is looked at, in the reader's words.
        points: What it is worth.
        life: Whether it is the criterion of lives, which gates the others.
        rule: What share an answer reaches.
        words: What is said when it is ``right``, ``part`` or ``wrong``.
        says: What is said of an option, in place of that.
    """

    name: str
    points: float
    life: bool
    rule: Rule
    words: Mapping[str, str]
    says: Mapping[str, str]

    def criterion(self, answer: Answer) -> Criterion:
        """Return what an answer reached."""
        share = self.rule.share(answer)
        case = "right" if share >= 1 else "part" if share > 0 else "wrong"
        message = self.words[case]
        if isinstance(self.rule, ByOption):
            message = self.says.get(answer[self.rule.field.name], message)
        return Criterion(self.name, share, self.points, message, self.life)


def parts_of(task: Task, given: Sequence[Table]) -> tuple[Part, ...]:
    """Return the criteria of a task.

    Args:
        task: The task, whose points they share.
        given: Its tables of ``[[task.score]]``.

    Raises:
        TrainkitError: they do not fit the fields, or their points are not those of the task.
    """
    if not given:
        raise TrainkitError(f"'{task.id}' has no [[task.score]]: say what earns its points.")
    whole = {"points": task.points} if len(given) == 1 else {}
    found = tuple(_part(task, {**whole, **one}) for one in given)
    total = sum(part.points for part in found)
    if abs(total - task.points) > 1e-6:
        raise TrainkitError(
            f"The 'points' of the scores of {task.id} sum to {total:g}, and the task has "
            f"{task.points}."
        )
    return found


def _part(task: Task, table: Table) -> Part:
    rule, label = rule_of(task, table)
    points = tables.number(table, "points")
    if points <= 0:
        raise TrainkitError("The 'points' of a score are more than zero.")
    said = tables.table_of(table, "says")
    return Part(
        tables.text(table, "name") if "name" in table else label,
        points,
        tables.flag(table, "life"),
        rule,
        {case: tables.text({case: usual, **table}, case) for case, usual in _USUAL.items()},
        {one: tables.text(said, one) for one in said},
    )
