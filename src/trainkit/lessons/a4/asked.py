"""Seven requests of one evening, and what is due to each: read off the gate, not written down."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np

from trainkit.case.sharing.gate import decide
from trainkit.case.sharing.request import Recipient, Request
from trainkit.kernel.luck import Luck

Due = Literal["as_asked", "reduced", "voice", "no_basis", "no_mandate", "no_leave", "prosecutors"]
DUE: tuple[Due, ...] = (
    "as_asked",
    "reduced",
    "voice",
    "no_basis",
    "no_mandate",
    "no_leave",
    "prosecutors",
)
GOES: frozenset[str] = frozenset({"as_asked", "reduced", "voice"})
"""What an answer may be by which personal data leave the team."""
_ALWAYS = ("voice", "as_asked", "reduced", "no_basis", "no_mandate")
_ONE_OF = ("no_leave", "prosecutors")
_AGAIN = ("as_asked", "reduced", "no_basis")
_CODES: Mapping[str, Due] = {
    "no_basis": "no_basis",
    "third_state": "no_basis",
    "wrong_reach": "no_basis",
    "wrong_category": "no_basis",
    "no_mandate": "no_mandate",
    "no_leave": "no_leave",
    "not_evidence": "prosecutors",
}


@dataclass(frozen=True)
class Asked:
    """One request.

    Attributes:
        told: What the trainee reads.
        request: What the gate reads.
    """

    told: str
    request: Request

    @property
    def due(self) -> Due:
        """What is due to it."""
        found = decide(self.request)
        if found.verdict == "refused":
            return _CODES[found.codes[0]]
        if self.request.oral:
            return "voice"
        return "as_asked" if found.verdict == "passed" else "reduced"


@cache
def _document() -> Mapping[str, Any]:
    text = files("trainkit.lessons.a4").joinpath("requests.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def wordings(sort: str) -> tuple[Asked, ...]:
    """Return all requests to which one answer is due."""
    return tuple(_asked(row) for row in _document()[sort])


def _asked(row: Mapping[str, Any]) -> Asked:
    told = {key: value for key, value in row.items() if key not in {"told", "post", "fields"}}
    post = _document()["posts"][row["post"]]
    recipient = Recipient(row["post"], post["state"], tuple(post["mandate"]))
    return Asked(row["told"], Request(recipient=recipient, fields=tuple(row["fields"]), **told))


def draw_requests(luck: Luck) -> tuple[Asked, ...]:
    """Return seven requests: one of each sort but one, and one sort twice, in a drawn order."""
    last = _ONE_OF[int(2 * luck.uniform("a4 which is left out", 0))]
    twice = _AGAIN[int(3 * luck.uniform("a4 which comes twice", 0))]
    sorts = (*_ALWAYS, last, twice)
    order = np.argsort([luck.uniform("a4 order of requests", at) for at in range(len(sorts))])
    drawn = [_one(luck, sort, sorts[:at].count(sort)) for at, sort in enumerate(sorts)]
    return tuple(drawn[place] for place in order)


def _one(luck: Luck, sort: str, before: int) -> Asked:
    known = wordings(sort)
    first = int(len(known) * luck.uniform("a4 words of requests", DUE.index(sort)))
    return known[(first + before) % len(known)]
