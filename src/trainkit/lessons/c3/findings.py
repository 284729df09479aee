"""Five findings of the laboratory: what is disclosed, what is protected, what stays in the file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.drawing import one_of, shuffled

PRIVATE = frozenset({"coerced", "source", "nobody"})
"""Sorts that hold what nobody outside may read whole."""
_CROSSED = {
    "coerced": "The place where a protected person lives went to everybody who reads the file",
    "source": "What tells who the source is went to everybody who reads the file",
    "nobody": "Private photographs or messages of somebody who is no part of the case went out",
}


@cache
def _told() -> Mapping[str, Any]:
    text = files("trainkit.lessons.c3").joinpath("findings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class Finding:
    """One finding.

    Attributes:
        sort: What it is.
        told: What the laboratory writes.
    """

    sort: str
    told: str

    @property
    def due(self) -> str:
        """What is due: disclose, protect or file."""
        return str(_told()[self.sort]["due"])


def draw_findings(luck: Luck) -> tuple[Finding, ...]:
    """Return the five findings of a trainee, in an order of chance."""
    sorts = shuffled(luck, "order of findings", tuple(_told()))
    return tuple(
        Finding(sort, one_of(luck, "words of findings", _told()[sort]["told"], n))
        for n, sort in enumerate(sorts)
    )


def crossing(findings: tuple[Finding, ...], answer: Mapping[str, Any]) -> str:
    """Return how an answer crosses the red line R5, or nothing."""
    for n, finding in enumerate(findings, start=1):
        if finding.sort in PRIVATE and answer[f"finding_{n}"] == "disclose":
            return _CROSSED[finding.sort]
    return ""
