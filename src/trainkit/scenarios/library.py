"""Loading scenarios and finding models.

A model is an object with the entry point ``trainkit.models``; a partner who needs new behaviour
publishes one as ours is.
"""

import re
from importlib.metadata import EntryPoint
from pathlib import Path

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.model import Model
from trainkit.scenarios.document import head, read_toml
from trainkit.scenarios.installed import offered
from trainkit.scenarios.publishers import FILE, faults, files
from trainkit.scenarios.scenario import Scenario, scenario

_NAME = re.compile(r"[a-z0-9_-]+/[a-z0-9_-]+")


def names() -> tuple[str, ...]:
    """Return the names of all installed scenarios, sorted."""
    return tuple(sorted(files()))


def models() -> dict[str, list[EntryPoint]]:
    """Return the entry points of all installed models, by the model's name."""
    found: dict[str, list[EntryPoint]] = {}
    for point in offered("trainkit.models"):
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
        known = files()
        asked = name.replace("_", "-") if name.replace("_", "-") in known else name
        if asked in known:
            return _installed(asked, known[asked])
        if not _exists(Path(name)):
            raise _unknown(name, known)
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
        raise _unknown(str(name), files())
    return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _unknown(name: str, installed: dict[str, Path]) -> TrainkitError:
    by_id = {known.partition("/")[2]: known for known in installed}
    hint = nearest(name, installed)
    if not hint and (close := nearest(name.rpartition("/")[2], by_id)):
        hint = f" Did you mean '{by_id[close.split(chr(39))[1]]}'?"
    publisher, slash, _ = name.partition("/")
    fault = faults().get(publisher, "") if slash else ""
    reason = f" The publisher '{publisher}' is broken: {fault}." if fault else ""
    return TrainkitError(
        f"No scenario or file is called {shown(name)}.{reason}{hint} "
        "`trainkit list` shows what is installed."
    )
