"""Installing what the lock names into the environment: with uv if it can be had, else with pip."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starting import lock
from starting.failure import explained
from starting.house import House
from starting.pipsettings import pip_settings, uv_environ
from starting.process import Ended

_LOCKED = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement")
_OURSELVES = ("--no-deps", "--no-build-isolation", "--editable")


@dataclass(frozen=True)
class Tool:
    """A program that installs."""

    name: str
    command: tuple[str, ...]
    environ: dict[str, str]
    source: tuple[str, ...]
    """Options that name where packages come from, instead of the index."""


def install(house: House, packages: Sequence[lock.Pin], wheelhouse: Path | None) -> None:
    """Install *packages* and trainkit itself, from the *wheelhouse* if one is given.

    Raises:
        SetupError: Neither uv nor pip could do it; it says why.
    """
    wanted = str(_written(house, "wanted.txt", packages))
    tools = tuple(_tools(house, wheelhouse))
    _installed(house, tools, (*_LOCKED, wanted), f"Installing {len(packages)} packages")
    _installed(house, tools, (*_OURSELVES, str(house.root)), "Installing trainkit itself")


def _installed(house: House, tools: Sequence[Tool], what: Sequence[str], step: str) -> None:
    ended = Ended(1, "ensurepip: there is neither uv nor pip")
    for tool in tools:
        house.say(f"{step} with {tool.name}.")
        ended = house.run((*tool.command, *tool.source, *what), tool.environ)
        if ended.code == 0:
            return
    raise explained(step, ended.text)


def _tools(house: House, wheelhouse: Path | None) -> Iterable[Tool]:
    """Yield uv if it can be had, then pip, which understands every setting of pip."""
    pip = pip_tool(house, wheelhouse)
    uv = _uv(house, pip)
    if uv:
        environ = uv_environ(pip_settings(house), house.environ)
        offline = ("--offline", *pip.source) if pip.source else ()
        command = (*uv, "pip", "install", "--quiet")
        yield Tool("uv", command, {**environ, "UV_PYTHON": str(house.python)}, offline)
    if has_pip(house):
        yield pip


def pip_tool(house: House, wheelhouse: Path | None = None) -> Tool:
    """Return the environment's pip; a user's own `user = true` cannot hold inside it."""
    environ = {**house.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    source = ("--no-index", "--find-links", str(wheelhouse)) if wheelhouse else ()
    command = (str(house.python), "-m", "pip", "install", "--quiet")
    return Tool("pip", command, environ, source)


def has_pip(house: House) -> bool:
    """Return whether the environment has pip."""
    return house.run((str(house.python), "-m", "pip", "--version"), house.environ).code == 0


def _uv(house: House, pip: Tool) -> tuple[str, ...]:
    """Return how uv is called here; empty if it is not to be had."""
    found = shutil.which("uv", path=house.environ.get("PATH"))
    if found:
        return (found,)
    inside = (str(house.python), "-m", "uv")
    if house.run((*inside, "--version"), house.environ).code != 0:
        own = [pin for pin in lock.pins(house.root / "requirements.lock") if pin.name == "uv"]
        what = (*_LOCKED, str(_written(house, "uv.txt", own)))
        if house.run((*pip.command, *pip.source, *what), pip.environ).code != 0:
            return ()
    return inside


def _written(house: House, name: str, packages: Iterable[lock.Pin]) -> Path:
    file = house.venv / name
    file.write_text("".join(pin.text for pin in packages), encoding="utf-8")
    return file
