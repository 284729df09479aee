"""How much an answer tells of where it came from, in bits: few for choices, many for figures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose, lgamma, log, log2
from typing import Any

from trainkit.lessons.field import Allocation, Choice, Field, Instant, Number, Position
from trainkit.lessons.task import Task

Part = tuple[object, float]
Place = tuple[str, str]
_NEAR = 0.1
_FIGURE, _INSTANT, _WORD, _MOST_WORDS = log2(10), 11.0, 10.0, 6


def bits(task: Task, value: Any) -> float:
    """Return about how many bits an answer of good form holds: its content and its arrangement.

    The same figure in every cell holds hardly any, however many cells there are.

    Args:
        task: What was asked.
        value: The answer.
    """
    return _bits([part for part, _ in _parts(task, value)])


def bits_apart(task: Task, value: Any, right: Any, other: Any) -> float:
    """Return the bits of an answer in those parts in which two right answers are not the same.

    Where they are the same, or figures lie within a tenth, two who work for themselves may well
    agree, in a slip too.

    Args:
        task: What was asked.
        value: The answer.
        right: The right answer in one variant.
        other: That in another.
    """
    signs = [{place: sign for (sign, _), place in _parts(task, one)} for one in (right, other)]
    return _bits(
        [
            part
            for part, place in _parts(task, value)
            if not _near(*(one.get(place) for one in signs))
        ]
    )


def _near(first: Any, second: Any) -> bool:
    figures = isinstance(first, float) and isinstance(second, float)
    return isclose(first, second, rel_tol=_NEAR) if figures else bool(first == second)


def _bits(parts: Sequence[Part]) -> float:
    counts = Counter(sign for sign, _ in parts)
    orders = lgamma(len(parts) + 1) - sum(lgamma(count + 1) for count in counts.values())
    return sum(dict(parts).values()) + orders / log(2)


def _parts(task: Task, value: Any) -> Iterator[tuple[Part, Place]]:
    """Give each part of an answer with its place: the field, and the cell of it."""
    for field in task.fields:
        found = value[field.name]
        if isinstance(field, Allocation | Position):
            yield from ((_figure(one), (field.name, cell)) for cell, one in found.items())
        else:
            yield _part(field, found), (field.name, "")


def _part(field: Field, value: Any) -> Part:
    match field:
        case Number():
            return _figure(value)
        case Choice():
            return value, log2(len(field.options))
        case Instant():
            return value, _INSTANT
        case _:
            return value, _WORD * min(_MOST_WORDS, len(value.split()))


def _figure(value: float) -> Part:
    digits = f"{abs(value):.10f}".replace(".", "").strip("0")
    return float(value), _FIGURE * len(digits)
