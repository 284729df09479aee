"""Eight lines of a draft plan: two of each kind for everybody, on parts of their own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import shuffled

PARTS = (
    "Scope", "Target", "Rules on force", "Duration", "Area", "Suspension", "Rescue", "Third party",
)  # fmt: skip
_KINDS = ("sound", "sound", "vague", "vague", "law", "law", "one", "one")


@dataclass(frozen=True)
class Line:
    """A line of a draft.

    Attributes:
        id: Its name.
        part: The part of a plan to which it belongs.
        kind: How it was written: what the draw mixes.
        text: What it says.
        why: Why it may stand or may not: for the reader, after commit.
    """

    id: str
    part: str
    kind: str
    text: str
    why: str


@cache
def lines() -> Mapping[tuple[str, str], Line]:
    """Return every line by its part and kind."""
    text = files("trainkit.lessons.e5").joinpath("draft.toml").read_text(encoding="utf-8")
    found = [Line(**row) for row in tomllib.loads(text)["lines"]]
    return {(line.part, line.kind): line for line in found}


def draw_draft(luck: Luck) -> tuple[Line, ...]:
    """Return the draft of a trainee's own variant, in the order of the parts."""
    kinds = shuffled(luck, "e5 kinds of lines", _KINDS)
    return tuple(lines()[pair] for pair in zip(PARTS, kinds, strict=True))
