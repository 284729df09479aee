"""Likenesses between submissions, as facts for the instructor; nothing is ever scored by them.

Decisions (`trainkit.grading.samedecision`), written answers (`trainkit.grading.sametext`), the
times of an answers file, and the name that it was begun under.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from trainkit.grading import cells
from trainkit.grading.academy import Academy
from trainkit.grading.lenient import read_leniently
from trainkit.grading.likeness import Likeness
from trainkit.grading.naming import owner_of
from trainkit.grading.overlay import keys_of, lesson_of
from trainkit.grading.rebuilding import brought
from trainkit.grading.samedecision import same_decisions
from trainkit.grading.sametext import same_texts
from trainkit.grading.submitted import submitters
from trainkit.grading.written import written_answers
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Lesson
from trainkit.lessons.timing import clock

_FEWEST_TIMES, _SHORTEST_S = 4, 60.0


def copies(academy: Academy, notebook: str) -> list[Likeness]:
    """Return what submissions of a notebook have in common beyond what honest work has.

    Args:
        academy: The academy.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: there is no such notebook, or its keys are missing.
    """
    found = lesson_of(academy, notebook)
    reference = keys_of(academy, found).player("reference")
    folders = {one: academy.of("submitted", one, found.id) for one in submitters(academy, found.id)}
    given = {name: read(folder / FILE) for name, folder in folders.items()}

    def right(name: str) -> Mapping[str, Any]:
        luck = visible_luck(found.course, owner_of(name), found.id)
        return reference(found.situation(luck))

    alike = [*same_decisions(found, given, right), *_same_texts(academy, found, folders)]
    return sorted([*_others(given), *_same_times(given), *alike], key=lambda one: one.trainees)


def _others(given: Mapping[str, Answers]) -> list[Likeness]:
    """Return answers that name another trainee than the owner of the folder."""
    found = []
    for name, answers in given.items():
        named = sorted({owner_of(one) for one in answers.trainees} - {owner_of(name)})
        if named:
            told = f"What {name} handed in was begun as {', '.join(named)}: it may be swapped."
            found.append(Likeness((name, *named), "owner", (), told))
    return found


def _same_times(given: Mapping[str, Answers]) -> list[Likeness]:
    """Return submissions whose every line has the same time: one file under several names."""
    by_times = defaultdict(list)
    for name, answers in given.items():
        by_times[_telling_times(answers)].append(name)
    return [
        Likeness(
            tuple(names),
            "times",
            (),
            f"{' and '.join(names)} have answers files whose {len(times)} lines have the same "
            "times, second by second.",
        )
        for times, names in by_times.items()
        if times and len(names) > 1
    ]


def _telling_times(answers: Answers) -> tuple[datetime, ...]:
    """Return the times of all lines; none where they are too few or too close to tell anything."""
    times = tuple(at for one in answers.records if (at := clock(one.at)))
    if len(set(times)) < _FEWEST_TIMES:
        return ()
    return times if (max(times) - min(times)).total_seconds() >= _SHORTEST_S else ()


def _same_texts(academy: Academy, found: Lesson, folders: Mapping[str, Path]) -> Iterator[Likeness]:
    """Give written answers that are alike; what the release holds counts for nobody."""
    released = _released(academy.release(found.id))
    asked = {task.id: released.get(task.id, "") for task in found.tasks if task.manual}
    texts: dict[str, dict[str, str]] = {task: {} for task in asked}
    for name, folder in folders.items() if asked else ():
        content = brought(folder, found.id).files.get(f"{found.id}.ipynb")
        for task, text in written_answers(read_leniently(content), asked)[0].items():
            texts[task][name] = text
    for task, by_name in texts.items():
        declared = found.task(task)
        known = [*released.values(), declared.question, *declared.hints]
        yield from same_texts(task, declared.title, by_name, known)


def _released(path: Path) -> dict[str, str]:
    """Return the texts of a released notebook by the id of their cell; none before the release."""
    if not path.exists():
        return {}
    return {cell.id: cell.source for cell in cells.read(path).cells}
