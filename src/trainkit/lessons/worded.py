"""Tasks whose words stand in a file beside the code: who mends a sentence needs no Python.

The file is ``words.toml`` in the lesson's package, with a table for each task: ``title``,
``question``, ``hints`` and a hint for each known slip under ``slips``.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from trainkit.lessons.field import Field
from trainkit.lessons.task import Answer, Slip, Task

Shows = Callable[[Any, Answer], bool]


@cache
def words(lesson: str) -> Mapping[str, Any]:
    """Return the words of a lesson's tasks, by task.

    Args:
        lesson: Name of the lesson's package, such as ``c1``.
    """
    text = files(f"trainkit.lessons.{lesson}").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def decided(
    id_: str,
    points: int,
    outcomes: str | tuple[str, ...],
    fields: tuple[Field, ...],
    known: Mapping[str, Shows],
) -> Task:
    """Return a task that is decided in a form.

    Args:
        id_: Its id, which begins with the lesson's, such as ``c1_set``.
        points: Its points.
        outcomes: Code of the learning outcome that it assesses, or several.
        fields: What the answer holds.
        known: What shows each known slip.
    """
    told = _told(id_)
    return Task(
        id=id_,
        title=told["title"],
        question=told["question"],
        points=points,
        fields=fields,
        hints=tuple(told["hints"]),
        slips=tuple(Slip(name, shows, told["slips"][name]) for name, shows in known.items()),
        outcomes=_all(outcomes),
    )


def written(id_: str, points: int, outcomes: str | tuple[str, ...], rubric: str) -> Task:
    """Return a task that is written freely and marked by a person.

    Args:
        id_: Its id.
        points: Its points.
        outcomes: Code of the learning outcome that it assesses, or several.
        rubric: Name of the scale that it is marked by.
    """
    told = _told(id_)
    return Task(
        id=id_,
        title=told["title"],
        question=told["question"],
        points=points,
        outcomes=_all(outcomes),
        manual=True,
        rubric=rubric,
    )


def _told(id_: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = words(id_.split("_", maxsplit=1)[0])[id_]
    return found


def _all(outcomes: str | tuple[str, ...]) -> tuple[str, ...]:
    return (outcomes,) if isinstance(outcomes, str) else outcomes
