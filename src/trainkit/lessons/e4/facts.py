"""Six facts of one evening, and what each of them is: a class of message, or no message."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np

from trainkit.kernel.luck import Luck

Sort = Literal["distress", "safety", "incident", "risk", "none"]
_SORTS: tuple[Sort, ...] = ("distress", "distress", "safety", "incident", "risk", "none")
_WORDINGS = 4


@cache
def _told() -> dict[str, list[str]]:
    text = files("trainkit.lessons.e4").joinpath("facts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class Fact:
    """One fact of the evening.

    Attributes:
        told: What is known.
        sort: The class of message that it belongs in, or none.
        minute: When it came in, in minutes after the watch began.
    """

    told: str
    sort: Sort
    minute: int


def draw_facts(luck: Luck) -> tuple[Fact, ...]:
    """Return six facts in the order of their times: two of distress, one of each other sort."""
    order = np.argsort([luck.uniform("e4 order of facts", at) for at in range(len(_SORTS))])
    sorts = [_SORTS[place] for place in order]
    return tuple(_fact(luck, at, sort, sorts[:at]) for at, sort in enumerate(sorts))


def _fact(luck: Luck, at: int, sort: Sort, before: list[Sort]) -> Fact:
    first = int(_WORDINGS * luck.uniform("e4 words of facts", _SORTS.index(sort)))
    minute = 8 * at + int(7 * luck.uniform("e4 times of facts", at))
    return Fact(_told()[sort][(first + before.count(sort)) % _WORDINGS], sort, minute)
