"""Scales that a marker reads: for each criterion what is seen at the levels 0 to 4.

A scale is a TOML file beside the keys, ``<rubrics>/<name>.toml``; it reaches an instructor's
machine in the way that the keys do, and no trainee's.

title = "Situation report"
[[criteria]]
name = "The facts"
share = 0.6                     # of the task's points; all shares sum to 1
levels = ["...", "...", "...", "...", "..."]    # what is seen at 0, 1, 2, 3 and 4
"""

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest

LEVELS = 5
COMMENTS = "comments"
"""Name of the file of comments, which lies beside the scales."""


@dataclass(frozen=True)
class Criterion:
    """One thing that a marker looks at.

    Attributes:
        name: What it is.
        share: Its share of the task's points.
        levels: What is seen at the levels 0 to 4.
    """

    name: str
    share: float
    levels: tuple[str, ...]

    def points(self, level: int, of: float) -> float:
        """Return the points of a level, of a task that is worth *of*.

        Examples:
            >>> Criterion("Facts", 0.5, ("a", "b", "c", "d", "e")).points(3, 20)
            7.5
        """
        return of * self.share * level / (LEVELS - 1)


@dataclass(frozen=True)
class Rubric:
    """A scale.

    Attributes:
        name: Its name, as tasks give it.
        title: Its title.
        criteria: What a marker looks at.
    """

    name: str
    title: str
    criteria: tuple[Criterion, ...]


def load_rubric(folder: Path, name: str) -> Rubric:
    """Return a scale.

    Args:
        folder: The folder of all scales, such as ``grading/rubrics`` of the checkout.
        name: Its name, as a task gives it.

    Raises:
        TrainkitError: there is none of that name, or it is not whole.
    """
    path = folder / f"{name}.toml"
    if not path.is_file():
        hint = nearest(name, scale_names(folder))
        raise TrainkitError(f"There is no rubric '{name}' in {folder}.{hint}")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainkitError(f"The rubric {path} cannot be read: {error}.") from error
    try:
        criteria = tuple(_criterion(one) for one in content["criteria"])
        rubric = Rubric(name, _text(content["title"]), criteria)
    except (KeyError, TypeError, ValueError) as error:
        told = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise TrainkitError(f"The rubric {path} is not whole: it {told}.") from error
    return _whole(path, rubric)


def scale_names(folder: Path) -> list[str]:
    """Return the names of the scales in a folder; files of samples and of comments are none."""
    names = (path.stem for path in folder.glob("*.toml"))
    return sorted(name for name in names if "." not in name and name != COMMENTS)


def _criterion(content: Any) -> Criterion:
    name, share, levels = _text(content["name"]), content["share"], content["levels"]
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
        raise ValueError(f"gives '{name}' a share that is no number above 0 and up to 1")
    if not isinstance(levels, list) or len(levels) != LEVELS:
        raise ValueError(f"does not say for '{name}' what is seen at each of the levels 0 to 4")
    return Criterion(name, float(share), tuple(_text(one) for one in levels))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("has an empty text")
    return value.strip()


def _whole(path: Path, rubric: Rubric) -> Rubric:
    total = math.fsum(one.share for one in rubric.criteria)
    if abs(total - 1) > 1e-9:
        raise TrainkitError(f"The shares of {path} sum to {total:g}; they must sum to 1.")
    return rubric
