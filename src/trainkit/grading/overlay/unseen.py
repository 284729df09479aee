"""Tasks that an academy added and that a submission had no cell for: nobody is marked down unseen.

The release may have been an older one, or the trainee deleted the cell; the file cannot tell. So a
person decides: the task waits unmarked, and neither points nor a zero are given by rule.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from trainkit.grading.scoring import Scored
from trainkit.lessons.catalogue import lesson as authored_lesson
from trainkit.lessons.task import Lesson

_TOLD = (
    "The notebook that was handed in does not hold this task: it is an older release, or its cell "
    "was deleted. Your instructor decides; until then it has no mark."
)


def unseen(notebook: Any, lesson: Lesson) -> list[str]:
    """Return the tasks of an academy's own that a trainee's notebook holds no cell of.

    Args:
        notebook: The trainee's notebook, as `trainkit.grading.lenient` reads it.
        lesson: The lesson as the academy has it.
    """
    authored = {task.id for task in authored_lesson(lesson.id).tasks}
    there = {name for cell in notebook.cells for name in cell.metadata.names}
    own = [task.id for task in lesson.tasks if task.id not in authored]
    return [name for name in own if name not in there] if notebook.cells else []


def held_where_unseen(scored: Sequence[Scored], tasks: Collection[str]) -> list[Scored]:
    """Return scores in which an unanswered task that was not seen waits for the instructor."""
    return [
        replace(one, state="held", told=_TOLD)
        if one.state == "unanswered" and one.task.id in tasks
        else one
        for one in scored
    ]
