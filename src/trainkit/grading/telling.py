"""How much an answer tells of where it came from, in bits: few for choices, many for figures."""

from collections import Counter
from collections.abc import Iterator
from math import lgamma, log, log2
from typing import Any

from trainkit.lessons.field import Allocation, Choice, Field, Instant, Number, Position
from trainkit.lessons.task import Task

Part = tuple[object, float]
_FIGURE, _INSTANT, _WORD, _MOST_WORDS = log2(10), 11.0, 10.0, 6


def bits(task: Task, value: Any) -> float:
    """Return about how many bits an answer of good form holds: its content and its arrangement.

    The same figure in every cell holds hardly any, however many cells there are.

    Args:
        task: What was asked.
        value: The answer.
    """
    parts = [part for field in task.fields for part in _parts(field, value[field.name])]
    counts = Counter(sign for sign, _ in parts)
    orders = lgamma(len(parts) + 1) - sum(lgamma(count + 1) for count in counts.values())
    return sum(dict(parts).values()) + orders / log(2)


def _parts(field: Field, value: Any) -> Iterator[Part]:
    match field:
        case Number():
            yield _figure(value)
        case Allocation() | Position():
            yield from map(_figure, value.values())
        case Choice():
            yield value, log2(len(field.options))
        case Instant():
            yield value, _INSTANT
        case _:
            yield value, _WORD * min(_MOST_WORDS, len(value.split()))


def _figure(value: float) -> Part:
    digits = f"{abs(value):.10f}".replace(".", "").strip("0")
    return float(value), _FIGURE * len(digits)
