"""Decisions that are the same in variants whose right answers differ.

Answers that tell much (`trainkit.grading.telling`) are sorted by their value, so that nobody is
compared with everybody. What an answer tells is counted where the right answers of two trainees
differ: where they do not, honest work agrees too.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from trainkit.grading.likeness import NO_PROOF, Likeness
from trainkit.grading.telling import bits, bits_apart
from trainkit.lessons.field import problems
from trainkit.lessons.plain import set_now
from trainkit.lessons.records import Answers
from trainkit.lessons.task import Lesson

_TELLING_BITS, _ALONE_BITS = 20.0, 50.0
_APART_BITS = 13.0
"""In 1,200 drawn honest submissions of each notebook, two that agreed told 8.5 at most."""
_MOST_PAIRED = 60
Value = tuple[str, str]
"""Id of a task, and the answer as canonical JSON."""
Right = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class _Cohort:
    """What a cohort committed: who holds a telling value, and how many decided a task."""

    lesson: Lesson
    holders: Mapping[Value, list[str]]
    committed: Mapping[str, int]

    def told(self, task: str, text: str) -> str:
        """Return a value in words, with how many of the cohort committed it."""
        found = self.lesson.task(task)
        words = set_now(found, json.loads(text)).removeprefix("Set now: ").rstrip(".")
        rate = f"{len(self.holders[task, text])} of {self.committed[task]} committed it"
        return f"{found.title} ({words}; {rate})"


def same_decisions(lesson: Lesson, given: Mapping[str, Answers], right: Right) -> list[Likeness]:
    """Return pairs of trainees who committed the same where honest work would differ.

    Args:
        lesson: What was asked.
        given: Answers by the name of the folder.
        right: Gives the right answers in the variant of a folder's owner.
    """
    cohort = _cohort(lesson, given)
    shared: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value, names in sorted(cohort.holders.items()):
        for pair in _pairs(names):
            shared[pair].append(value)
    found = (_alike(cohort, pair, values, right) for pair, values in shared.items())
    return [one for one in found if one]


def _cohort(lesson: Lesson, given: Mapping[str, Answers]) -> _Cohort:
    holders: dict[Value, list[str]] = defaultdict(list)
    committed: Counter[str] = Counter()
    for name, answers in given.items():
        for task in lesson.tasks:
            done = answers.committed(task.id)
            if done is None or not task.fields or problems(task.fields, done.value):
                continue
            committed[task.id] += 1
            if bits(task, done.value) >= _TELLING_BITS:
                holders[task.id, json.dumps(done.value, sort_keys=True)].append(name)
    return _Cohort(lesson, holders, committed)


def _pairs(names: list[str]) -> Iterable[tuple[str, str]]:
    """Return pairs; of very many only neighbours, which still name everybody."""
    return combinations(names, 2) if len(names) <= _MOST_PAIRED else pairwise(names)


def _alike(
    cohort: _Cohort, pair: tuple[str, str], values: Iterable[Value], right: Right
) -> Likeness | None:
    """Return the likeness of two submissions; None where honest work may well be so alike."""
    first, second = (right(name) for name in pair)
    differ = [(task, text) for task, text in values if first[task] != second[task]]
    if not (len(differ) > 1 or any(_tells(cohort, *one, first, second) for one in differ)):
        return None
    told = "; ".join(cohort.told(*one) for one in differ)
    sentence = (
        f"{pair[0]} and {pair[1]} committed the same value for {told}: their variants differ, and "
        f"so do the right answers. {NO_PROOF}"
    )
    return Likeness(pair, "decisions", tuple(task for task, _ in differ), sentence)


def _tells(
    cohort: _Cohort, task: str, text: str, first: Mapping[str, Any], second: Mapping[str, Any]
) -> bool:
    """Return whether one decision alone is worth a question."""
    asked, value = cohort.lesson.task(task), json.loads(text)
    apart = bits_apart(asked, value, first[task], second[task])
    return apart >= _APART_BITS or bits(asked, value) >= _ALONE_BITS
