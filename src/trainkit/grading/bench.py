"""What grades one notebook of an academy: read once for a batch, the same in each process."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from trainkit.errors import TrainkitError
from trainkit.grading import cells
from trainkit.grading.academy import Academy
from trainkit.grading.digest import made_by
from trainkit.grading.keyring import fingerprints
from trainkit.grading.keys import Keys
from trainkit.grading.moderation.samples import samples_html, samples_of
from trainkit.grading.overlay import keys_of, lesson_of, overlay_digest
from trainkit.grading.overlay.booking import require_built
from trainkit.grading.rubric import Rubric, load_rubric
from trainkit.kernel.chain import digest_of
from trainkit.lessons.task import Lesson, Task
from trainkit.lessons.version import version

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Bench:
    """What grades one notebook.

    Attributes:
        academy: Where it is graded.
        lesson: What it asks.
        keys: How its answers are scored.
        release: The released notebook, as text.
        made_by: Versions and hashes that give a mark, beside those of a submission.
        rubrics: Scales of written tasks, by task.
        samples: Sample answers beside them, as HTML for markers alone, by task.
        missing: What is wrong with the scales that could not be read.
        course_key: The academy's secret.
        course_keys: Fingerprints of its secrets, the current one first.
    """

    academy: Academy
    lesson: Lesson
    keys: Keys
    release: str
    made_by: Mapping[str, str]
    rubrics: Mapping[str, Rubric]
    samples: Mapping[str, str]
    missing: tuple[str, ...]
    course_key: bytes = field(repr=False)
    course_keys: tuple[str, ...]

    @property
    def notebook(self) -> str:
        """Id of the notebook."""
        return self.lesson.id

    @cached_property
    def written(self) -> dict[str, str]:
        """What stands in the written tasks before anybody writes, by task."""
        return {
            cell.metadata.nbgrader.grade_id: cell.source
            for cell in self.master().cells
            if cells.is_graded(cell) and cell.metadata.nbgrader.solution
        }

    def master(self) -> Any:
        """Return the released notebook, to be changed."""
        return cells.parsed(self.release)

    def declared(self, task_id: str) -> str:
        """Return the hash of what a task asks and how it is scored or marked."""
        task, rubric = self.lesson.task(task_id), self.rubrics.get(task_id)
        by = repr(rubric) if task.manual else self.keys.digest_of(task_id)
        return digest_of([task.points, repr(task.fields), by, version()])


def bench_of(academy: Academy, notebook: str) -> Bench:
    """Return what grades a notebook.

    Args:
        academy: The academy.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: the notebook was not released, or there are no keys.
    """
    lesson = lesson_of(academy, notebook)
    keys = keys_of(academy, lesson)
    rubrics, missing = _by_task(academy, lesson, _scale)
    samples, flawed = _by_task(academy, lesson, _samples)
    release = _release(academy.release(lesson.id))
    require_built(lesson, cells.parsed(release))
    return Bench(
        academy,
        lesson,
        keys,
        release,
        {
            "trainkit": version(),
            **made_by(academy, keys),
            "overlay": overlay_digest(academy, lesson.id),
        },
        rubrics,
        samples,
        (*missing, *flawed),
        academy.course_key,
        fingerprints(academy),
    )


def _release(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
        cells.parsed(text)
    except FileNotFoundError as error:
        raise TrainkitError(
            f"{path.stem} was not released in {path.parents[2]}. Build it first: `trainkit build "
            f"{path.stem}`."
        ) from error
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The released notebook {path} cannot be read: {error}. Build it again with "
            f"`trainkit build {path.stem}`."
        ) from error
    return text


def _scale(folder: Path, task: Task) -> Rubric:
    return load_rubric(folder, task.rubric)


def _samples(folder: Path, task: Task) -> str:
    return samples_html(samples_of(folder, task))


def _by_task(
    academy: Academy, lesson: Lesson, load: Callable[[Path, Task], _Read]
) -> tuple[dict[str, _Read], tuple[str, ...]]:
    """Return what belongs to the scales of written tasks, and why some cannot be read."""
    found, missing = {}, []
    for task in (one for one in lesson.tasks if one.manual and one.rubric):
        try:
            found[task.id] = load(academy.rubrics, task)
        except TrainkitError as error:
            missing.append(str(error))
    return found, tuple(missing)
