"""Where scenarios and models are found: in ours and in every installed partner's package.

A publisher is a package with the entry point ``trainkit.scenarios``; its scenarios are the folders
in it that hold a ``scenario.toml``. A package of data runs no code. A model is an object with the
entry point ``trainkit.models``.
"""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.model import Model
from trainkit.scenarios.document import head, read_toml
from trainkit.scenarios.scenario import Scenario, scenario

FILE = "scenario.toml"
_NAME = re.compile(r"[a-z0-9_-]+/[a-z0-9_-]+")


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
    for point in entry_points(group="trainkit.scenarios"):
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


def names() -> tuple[str, ...]:
    """Return the names of all installed scenarios, sorted."""
    return tuple(sorted(_files()))


def _files() -> dict[str, Path]:
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


def models() -> dict[str, list[EntryPoint]]:
    """Return the entry points of all installed models, by the model's name."""
    found: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group="trainkit.models"):
        rivals = found.setdefault(point.name, [])
        if all(rival.value != point.value for rival in rivals):
            rivals.append(point)
    return found


def model(name: str, where: str) -> Model:
    """Return an installed model.

    Raises:
        TrainkitError: none or two have this *name*, or its package is broken.
    """
    known = models()
    if name not in known:
        raise TrainkitError(
            f"{where}: model = {shown(name)} is not installed.{nearest(name, known)} "
            f"Installed are {', '.join(sorted(known))}."
        )
    if len(known[name]) > 1:
        homes = " and ".join(point.value for point in known[name])
        raise TrainkitError(f"{where}: two models are called '{name}': {homes}. Uninstall one.")
    return _imported(known[name][0], where)


def _imported(point: EntryPoint, where: str) -> Model:
    try:
        found = point.load()
    except Exception as error:
        raise TrainkitError(
            f"{where}: the model '{point.name}' at {point.value} cannot be imported: "
            f"{type(error).__name__}: {shown(str(error))}. Tell who published it."
        ) from error
    if not isinstance(found, Model):
        raise TrainkitError(f"{where}: {point.value} is no trainkit.model.Model.")
    return found


def load(name: str | Path) -> Scenario:
    """Return a scenario, by its name or by the path of its file or folder.

    Args:
        name: ``publisher/id`` of an installed scenario, or a path.

    Raises:
        TrainkitError: there is no such scenario, or its file is not as it must be.
    """
    if isinstance(name, str) and _NAME.fullmatch(name):
        files = _files()
        asked = name.replace("_", "-") if name.replace("_", "-") in files else name
        if asked in files:
            return _installed(asked, files[asked])
        if not _exists(Path(name)):
            raise _unknown(name, files)
    return _at(_path(name))


def _installed(name: str, path: Path) -> Scenario:
    found = _read(path, name)
    identity = name.partition("/")[2]
    if (own := read_toml(path).get("id")) != identity:
        raise TrainkitError(
            f"{path} says id = {shown(own)} and lies in the folder of '{identity}'. Give both the "
            "same name, with hyphens in the id and underscores in the folder."
        )
    return found


def _read(path: Path, name: str | None = None) -> Scenario:
    document = read_toml(path)
    told = head(document, str(path))
    declared = model(told.model, str(path))
    try:
        return scenario(document, declared, name or told.id, str(path), path.parent)
    except RecursionError as error:
        raise TrainkitError(f"{path} is nested too deeply to be a scenario.") from error


def _at(path: Path) -> Scenario:
    return _read(path / FILE if path.is_dir() else path)


def _path(name: str | Path) -> Path:
    if not isinstance(name, str | Path) or not str(name).strip():
        raise TrainkitError(f"A scenario is named by text or a path, not by {shown(name)}.")
    path = Path(name)
    if not _exists(path):
        raise _unknown(str(name), _files())
    return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _unknown(name: str, files: dict[str, Path]) -> TrainkitError:
    by_id = {known.partition("/")[2]: known for known in files}
    hint = nearest(name, files)
    if not hint and (close := nearest(name.rpartition("/")[2], by_id)):
        hint = f" Did you mean '{by_id[close.split(chr(39))[1]]}'?"
    publisher, slash, _ = name.partition("/")
    fault = faults().get(publisher, "") if slash else ""
    reason = f" The publisher '{publisher}' is broken: {fault}." if fault else ""
    return TrainkitError(
        f"No scenario or file is called {shown(name)}.{reason}{hint} "
        "`trainkit list` shows what is installed."
    )
