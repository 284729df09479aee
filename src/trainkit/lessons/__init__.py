"""What a notebook imports: it starts, shows a decision, takes the answer, checks, reveals.

    from trainkit.lessons import start, decide, check, commit, reveal

A lesson declares tasks (`task`), forms of answers (`field`) and scores (`score`); the answers of a
trainee are records in a file beside the notebook (`answers`, `reading`).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainkit.lessons.notebook import (
        answer,
        check,
        commit,
        decide,
        hint,
        log,
        overlay,
        reflect,
        reveal,
        situation,
        start,
    )

__all__ = [
    "answer",
    "check",
    "commit",
    "decide",
    "hint",
    "log",
    "overlay",
    "reflect",
    "reveal",
    "situation",
    "start",
]


def __getattr__(name: str) -> object:
    """Return a name that notebooks use, importing its home when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'trainkit.lessons' has no attribute '{name}'")
    return getattr(import_module("trainkit.lessons.notebook"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
