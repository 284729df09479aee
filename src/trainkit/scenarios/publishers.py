"""Who publishes scenarios: ours and every installed partner's package.

A publisher is a package with the entry point ``trainkit.scenarios``; its scenarios are the folders
in it that hold a ``scenario.toml``. A package of data runs no code.
"""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path

from trainkit.errors import shown
from trainkit.scenarios.installed import offered

FILE = "scenario.toml"


@dataclass(frozen=True)
class Publisher:
    """A package that publishes scenarios.

    Attributes:
        name: First part of its scenarios' names.
        folders: Where they lie.
        fault: Why they cannot be listed, or nothing.
    """

    name: str
    folders: tuple[Path, ...] = ()
    fault: str = ""


def publishers() -> list[Publisher]:
    """Return all installed publishers, broken ones with their fault, by name."""
    found: dict[str, list[EntryPoint]] = {}
    for point in offered("trainkit.scenarios"):
        found.setdefault(point.name, []).append(point)
    return [_publisher(name, points) for name, points in sorted(found.items())]


def _publisher(name: str, points: list[EntryPoint]) -> Publisher:
    packages = sorted({point.value for point in points})
    if len(packages) > 1:
        return Publisher(
            name,
            fault=f"two packages publish as '{name}': {' and '.join(packages)}. Uninstall one, or "
            "have its maker choose another name",
        )
    try:
        spec = importlib.util.find_spec(packages[0])
        folders = tuple(Path(place) for place in (spec and spec.submodule_search_locations) or ())
    except Exception as error:  # a partner's package may fail in any way
        return Publisher(name, fault=f"its package '{packages[0]}' fails: {shown(error)}")
    fault = "" if folders else f"its package '{packages[0]}' is not installed as a folder"
    return Publisher(name, folders, fault)


def faults() -> dict[str, str]:
    """Return what is wrong with broken publishers, by name."""
    return {found.name: found.fault for found in publishers() if found.fault}


def files() -> dict[str, Path]:
    """Return the files of all installed scenarios, by the scenario's name."""
    return {
        f"{found.name}/{path.parent.name.replace('_', '-')}": path
        for found in publishers()
        for folder in found.folders
        for path in _scenario_files(folder)
    }


def _scenario_files(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.glob(f"*/{FILE}"))
    except OSError:
        return
    yield from (path for path in paths if not path.parent.name.startswith(("_", ".")))
