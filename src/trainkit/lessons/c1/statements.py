"""Six statements about the case, and what each is: hypothesis, overlap, item, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import one_of, shuffled
from trainkit.lessons.c1.pool import pool

Sort = Literal["keep", "overlap", "item", "refuse"]
SORTS: Mapping[str, Sort] = {
    "keep_a": "keep",
    "keep_b": "keep",
    "keep_c": "keep",
    "overlap": "overlap",
    "item": "item",
    "refuse": "refuse",
}


@dataclass(frozen=True)
class Statement:
    """A statement: what it is, and what it says."""

    sort: Sort
    told: str


def draw_statements(luck: Luck) -> tuple[Statement, ...]:
    """Return three hypotheses, an overlap, an item, and one about what people are."""
    found = [
        Statement(sort, one_of(luck, f"statement {place}", pool()["statements"][name]))
        for place, (name, sort) in enumerate(SORTS.items())
    ]
    return shuffled(luck, "statements", found)


def crossing(statements: tuple[Statement, ...], answer: Mapping[str, Any]) -> str:
    """Return how an answer crosses the red line R3, or nothing."""
    for number, statement in enumerate(statements, start=1):
        if statement.sort == "refuse" and answer[f"statement_{number}"] in {"keep", "item"}:
            kept = "a hypothesis" if answer[f"statement_{number}"] == "keep" else "evidence"
            return f"Statement {number} was made {kept}; it rests on what people are"
    return ""
