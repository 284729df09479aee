"""Likenesses between submissions, as facts for the instructor; nothing is ever scored by them.

Answers that tell much (`trainkit.grading.telling`) are sorted by their value, so that nobody is
compared with everybody. Two such answers alike on variants whose right answers differ are pointed
out; choices alone never are.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from trainkit.grading.academy import Academy
from trainkit.grading.naming import owner_of
from trainkit.grading.overlay import keys_of, lesson_of
from trainkit.grading.submitted import submitters
from trainkit.lessons.field import problems
from trainkit.lessons.plain import set_now
from trainkit.lessons.reading import read
from trainkit.lessons.records import FILE, Answers
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.task import Lesson
from trainkit.lessons.timing import clock

_TELLING_BITS, _ALONE_BITS = 20.0, 50.0
_MOST_PAIRED = 60
_FEWEST_TIMES, _SHORTEST_S = 4, 60.0
Value = tuple[str, str]
"""Id of a task, and the answer as canonical JSON."""


@dataclass(frozen=True)
class Likeness:
    """Something that submissions have in common.

    Attributes:
        trainees: Whose submissions, as their folders spell them.
        kind: decisions; times; owner.
        tasks: Ids of the tasks in which the decisions are the same.
        sentence: The fact, for the instructor.
    """

    trainees: tuple[str, ...]
    kind: str
    tasks: tuple[str, ...]
    sentence: str


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

    same = _same_decisions(found, given)
    alike = [one for pair, values in same.items() if (one := _alike(found, pair, values, right))]
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
        times = tuple(at for one in answers.records if (at := clock(one.at)))
        distinct = sorted(set(times))
        if len(distinct) >= _FEWEST_TIMES:
            span_s = (distinct[-1] - distinct[0]).total_seconds()
            if span_s >= _SHORTEST_S:
                by_times[times].append(name)
    return [
        Likeness(
            tuple(names),
            "times",
            (),
            f"{' and '.join(names)} have answers files whose {len(times)} lines have the same "
            "times, second by second.",
        )
        for times, names in by_times.items()
        if len(names) > 1
    ]


def _same_decisions(
    found: Lesson, given: Mapping[str, Answers]
) -> dict[tuple[str, str], set[Value]]:
    """Return the telling values that pairs of trainees share."""
    holders: dict[Value, list[str]] = defaultdict(list)
    for name, answers in given.items():
        for value in _telling(found, answers):
            holders[value].append(name)
    shared: dict[tuple[str, str], set[Value]] = defaultdict(set)
    for value, names in holders.items():
        for pair in _pairs(names):
            shared[pair].add(value)
    return shared


def _pairs(names: list[str]) -> Iterable[tuple[str, str]]:
    """Return pairs; of very many only neighbours, which still name everybody."""
    return combinations(names, 2) if len(names) <= _MOST_PAIRED else pairwise(names)


def _telling(found: Lesson, answers: Answers) -> Iterable[Value]:
    from trainkit.grading.telling import bits

    for task in found.tasks:
        done = answers.committed(task.id)
        if done is None or not task.fields or problems(task.fields, done.value):
            continue
        if bits(task, done.value) >= _TELLING_BITS:
            yield task.id, json.dumps(done.value, sort_keys=True)


def _alike(
    found: Lesson, pair: tuple[str, str], values: Iterable[Value], right: Any
) -> Likeness | None:
    """Return the likeness of two submissions; None where honest work may well be so alike."""
    from trainkit.grading.telling import bits

    chosen = [(found.task(task), json.loads(text)) for task, text in sorted(values)]
    enough = len(chosen) > 1 or any(bits(task, value) >= _ALONE_BITS for task, value in chosen)
    if not enough:
        return None
    first, second = (right(name) for name in pair)
    differ = [(task, value) for task, value in chosen if first[task.id] != second[task.id]]
    if not (len(differ) > 1 or any(bits(*one) >= _ALONE_BITS for one in differ)):
        return None
    told = "; ".join(
        f"{task.title} ({set_now(task, value).removeprefix('Set now: ').rstrip('.')})"
        for task, value in differ
    )
    sentence = (
        f"{pair[0]} and {pair[1]} committed the same value for {told}: their variants differ, and "
        "so do the right answers. It is a fact to ask about and no proof."
    )
    return Likeness(pair, "decisions", tuple(task.id for task, _ in differ), sentence)
