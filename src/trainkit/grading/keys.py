"""The keys of a notebook: how its answers are scored. On graders' machines only.

``<keys>/<notebook>/scoring.py`` is imported by path, as a package of its own, so that it may import
its neighbours (``from .players import strong``).
"""

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.kernel.luck import Luck
from trainkit.lessons.score import Score
from trainkit.lessons.task import Answer, Lesson, Situation

Scoring = Callable[[Situation, Answer, Luck], Score]
Player = Callable[..., Mapping[str, Answer]]
"""Answers from a situation; those of ``players.py`` also take luck of their own."""
_PACKAGE = "trainkit_keys"


@dataclass(frozen=True)
class Keys:
    """How a notebook is scored.

    Attributes:
        notebook: Its id.
        folder: Where the keys lie.
        scoring: How each task is scored, by its id.
        digest: Hash of the keys' files: which keys gave a mark.
        own: Hashes of what scores the tasks that an academy added, by task.
    """

    notebook: str
    folder: Path
    scoring: Mapping[str, Scoring]
    digest: str
    own: Mapping[str, str] = field(default_factory=dict)

    def digest_of(self, task_id: str) -> str:
        """Return the hash of what scores one task."""
        return self.own.get(task_id, self.digest)

    def player(self, name: str) -> Player:
        """Return a player: ``reference`` or ``baseline``, or one of ``players.py``.

        Raises:
            TrainkitError: the keys have no such player.
        """
        for module in ("scoring", "players"):
            if (self.folder / f"{module}.py").is_file():
                found = getattr(_module(self.folder, module), name, None)
                if callable(found):
                    played: Player = found
                    return played
        raise TrainkitError(
            f"The keys of {self.notebook} in {self.folder} have no player '{name}'."
        )


def load_keys(folder: Path, lesson: Lesson) -> Keys:
    """Return the keys of a lesson.

    Args:
        folder: The folder of all keys, such as ``grading/keys`` of the checkout.
        lesson: The lesson.

    Raises:
        TrainkitError: there are no keys, they fail, or they leave out a task.
    """
    place = (folder / lesson.id).resolve()
    if not (place / "scoring.py").is_file():
        raise TrainkitError(
            f"The keys of {lesson.id} are not in {folder}. Grading needs them: say where they are "
            "with --keys, or in the academy's nbgrader_config.py (c.ScoreAnswers.keys). They come "
            "with the checkout (grading/keys), never with the wheel."
        )
    scoring = getattr(_module(place, "scoring"), "SCORING", {})
    _require_whole(lesson, scoring)
    return Keys(lesson.id, place, scoring, _digest(place))


def _require_whole(lesson: Lesson, scoring: Mapping[str, Any]) -> None:
    asked = {task.id for task in lesson.tasks if not task.manual}
    wrong = sorted(asked ^ set(scoring))
    if wrong:
        raise TrainkitError(
            f"The keys of {lesson.id} and its tasks differ in {', '.join(wrong)}: each task that "
            "is not marked by hand has one entry in SCORING."
        )


def _digest(place: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(place.rglob("*")):
        if path.suffix in {".py", ".toml", ".json", ".csv", ".npz"} and path.is_file():
            found.update(path.relative_to(place).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _module(place: Path, name: str) -> ModuleType:
    package = f"{_PACKAGE}.{place.name}_{hashlib.sha256(str(place).encode()).hexdigest()[:8]}"
    _package(_PACKAGE, None)
    _package(package, place)
    try:
        return import_module(f"{package}.{name}")
    except Exception as error:  # keys are code and may fail in any way
        raise TrainkitError(f"The keys {place / name}.py fail: {shown(error, 300)}.") from error


def _package(name: str, place: Path | None) -> None:
    """Make sure that a package of that name is known; it holds the modules at *place*."""
    if name in sys.modules:
        return
    spec = importlib.util.spec_from_loader(name, loader=None, is_package=True)
    if spec is None:
        raise TrainkitError(f"The package {name} cannot be made.")
    spec.submodule_search_locations = [str(place)] if place else []
    sys.modules[name] = importlib.util.module_from_spec(spec)
