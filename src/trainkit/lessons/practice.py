"""Practice: the same notebook on a fresh variant, in a folder of its own, that counts for nothing.

The graded work is the first try; practice begins with the second. The number of a try stands in
the first line of its answers file and in the Start cell of its notebook. It draws another visible
variant, and the grader refuses answers that bear it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.lessons.answers import Clock, append, now
from trainkit.lessons.own_folder import LARGEST_NOTEBOOK
from trainkit.lessons.practice_copy import practice_copy
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers
from trainkit.lessons.regular import regular_bytes
from trainkit.lessons.task import Lesson
from trainkit.lessons.trainee import trainee_id
from trainkit.lessons.version import version

_FIRST = 2
_FOLDER = "practice"


@dataclass(frozen=True)
class Try:
    """One try at a notebook.

    Attributes:
        number: 1 for the graded work, more for practice.
        folder: Where its notebook and its answers lie.
    """

    number: int
    folder: Path


def practice_number(answers: Answers) -> int:
    """Return the number of the practice try that answers belong to; 0 for work that is graded."""
    values = [record.value for record in answers.of("", "started")]
    found = [value.get("practice") for value in values if isinstance(value, Mapping)]
    return max((one for one in found if isinstance(one, int) and one > 0), default=0)


def require_graded_work(answers: Answers, notebook: str) -> None:
    """Refuse answers that were given for practice.

    Raises:
        TrainkitError: they were.
    """
    number = practice_number(answers)
    if number:
        raise TrainkitError(
            f"This is practice work (try {number} of {notebook}): it was done on another variant "
            f"and counts for nothing, so it is not taken. What counts is the work in the folder "
            f"of {notebook} itself: hand that in with `trainkit submit {notebook} --zip`."
        )


def practice_tries(place: Path, notebook: str) -> list[Try]:
    """Return the practice tries beside a trainee's own copy of a notebook, in order.

    Args:
        place: The folder of the graded work.
        notebook: Id of the notebook.
    """
    named = re.compile(rf"{re.escape(notebook)}-(\d{{1,6}})")
    beside = [path for path in _beside(place, notebook).glob("*") if path.is_dir()]
    found = [(named.fullmatch(path.name), path) for path in beside]
    return sorted(
        (Try(int(match[1]), path) for match, path in found if match), key=lambda one: one.number
    )


def _beside(place: Path, notebook: str) -> Path:
    if place.parent.name == _FOLDER:
        return place.parent
    return (place.parent if place.name == notebook else place) / _FOLDER


def begin_practice(place: Path, lesson: Lesson, trainee: str, clock: Clock = now) -> Try:
    """Make a fresh try beside a trainee's own copy: its notebook and its own answers file.

    Args:
        place: The folder of the graded work.
        lesson: The lesson.
        trainee: Id of the trainee.
        clock: Gives the time with its zone.

    Raises:
        TrainkitError: the notebook cannot be copied, or the folder cannot be written.
    """
    number = max((one.number for one in practice_tries(place, lesson.id)), default=_FIRST - 1) + 1
    made = Try(number, _beside(place, lesson.id) / f"{lesson.id}-{number}")
    owner, name = trainee_id(trainee), f"{lesson.id}.ipynb"
    try:
        fresh = practice_copy(regular_bytes(place / name, LARGEST_NOTEBOOK), lesson, number)
        made.folder.mkdir(parents=True)
        (made.folder / name).write_bytes(fresh)
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The practice folder {made.folder} cannot be made from {place / name}: {error}. "
            "Choose a place that you may write, or put a fresh copy of the notebook there."
        ) from error
    value = started(lesson, owner, number)
    append(made.folder / FILE, "", "started", value, clock=clock)
    return made


def started(lesson: Lesson, trainee: str, practice: int = 0) -> dict[str, object]:
    """Return what the first line of an answers file says."""
    value: dict[str, object] = {"trainee": trainee, "notebook": lesson.id, "version": version()}
    return {**value, "practice": practice} if practice else value


def require_same_try(folder: Path, notebook: str, practice: int) -> None:
    """Refuse to open graded answers as practice, or practice as graded answers.

    Raises:
        TrainkitError: the folder holds answers of the other kind.
    """
    answers = read(folder / FILE)
    there = practice_number(answers)
    if answers.trainee and there != practice:
        kinds = [f"practice {one}" if one else "your graded work" for one in (there, practice)]
        raise TrainkitError(
            f"This folder holds the answers of {kinds[0]} on {notebook}, and this notebook is that "
            f"of {kinds[1]}. Open each notebook in its own folder; nothing was changed."
        )
