"""A notebook as an academy has it: its lesson, its keys, and the hash of what was changed."""

from trainkit.grading.academy import Academy
from trainkit.grading.keys import Keys, load_keys
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.task import Lesson


def lesson_of(academy: Academy, notebook: str) -> Lesson:
    """Return a lesson as an academy has it.

    Args:
        academy: The academy.
        notebook: Id of the notebook; a course before it is allowed.

    Raises:
        TrainkitError: there is no such notebook.
    """
    del academy
    return lesson(notebook)


def keys_of(academy: Academy, lesson: Lesson) -> Keys:
    """Return how a lesson of `lesson_of` is scored.

    Raises:
        TrainkitError: there are no keys, they fail, or they leave out a task.
    """
    return load_keys(academy.keys, lesson)


def overlay_digest(academy: Academy, notebook: str) -> str:
    """Return the hash of what an academy changes in a notebook; empty when that is nothing."""
    del academy, notebook
    return ""
