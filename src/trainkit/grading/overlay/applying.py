"""A notebook as an academy has it: its lesson, its keys, and the hash of what was changed."""

from dataclasses import replace

from trainkit.grading.academy import Academy
from trainkit.grading.keys import Keys, Scoring, load_keys
from trainkit.grading.overlay.reading import Overlay, overlay_of
from trainkit.grading.overlay.sheet import Sheet
from trainkit.kernel.chain import digest_of
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson as authored_lesson
from trainkit.lessons.score import Score
from trainkit.lessons.task import Answer, Lesson, Situation


def lesson_of(academy: Academy, notebook: str) -> Lesson:
    """Return a lesson as an academy has it.

    Args:
        academy: The academy.
        notebook: Id of the notebook; a course before it is allowed.

    Raises:
        TrainkitError: there is no such notebook, or its overlay does not fit it.
    """
    found = overlay_of(academy, notebook)
    return found.lesson if found else authored_lesson(notebook)


def keys_of(academy: Academy, lesson: Lesson) -> Keys:
    """Return how a lesson of `lesson_of` is scored.

    Criteria of changed points are scaled in proportion, so that the share of lives stays; red
    lines stay as they are.

    Raises:
        TrainkitError: there are no keys, they fail, or they leave out a task.
    """
    found = overlay_of(academy, lesson.id)
    if found is None:
        return load_keys(academy.keys, lesson)
    keys = load_keys(academy.keys, found.authored)
    scoring = {name: _scaled(found, name, scoring) for name, scoring in keys.scoring.items()}
    scoring |= {name: _by(sheet) for name, sheet in found.sheets.items()}
    own = {name: digest_of(sheet.table) for name, sheet in found.sheets.items()}
    return replace(keys, scoring=scoring, own=own)


def _scaled(overlay: Overlay, task_id: str, scoring: Scoring) -> Scoring:
    """Return a scoring whose criteria sum to the changed points of its task."""
    if task_id not in overlay.changes.points:
        return scoring
    factor = overlay.changes.points[task_id] / overlay.authored.task(task_id).points

    def scaled(situation: Situation, answer: Answer, luck: Luck) -> Score:
        found = scoring(situation, answer, luck)
        criteria = tuple(replace(one, points=one.points * factor) for one in found.criteria)
        return replace(found, criteria=criteria)

    return scaled


def _by(sheet: Sheet) -> Scoring:
    def scored(_situation: Situation, answer: Answer, _luck: Luck) -> Score:
        return sheet.score(answer)

    return scored


def overlay_digest(academy: Academy, notebook: str) -> str:
    """Return the hash of what an academy changes in a notebook; empty when that is nothing.

    Comments and the order of tables do not matter to it.
    """
    found = overlay_of(academy, notebook)
    return digest_of(found.source.content) if found else ""
