"""What the lock says: every package with its hashes, and which of them a task needs."""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

INSTALLER = "uv"
BUILDER = "setuptools"


@dataclass(frozen=True)
class Pin:
    """One package of the lock."""

    name: str
    marker: str
    """On which machines it is needed, in the words of PEP 508; empty for all."""
    wanted_by: frozenset[str]
    text: str
    """Its lines in the lock."""


def pins(lock: Path) -> tuple[Pin, ...]:
    """Return the packages of the *lock* in its order."""
    blocks = re.split(r"(?m)^(?=[a-z0-9])", lock.read_text(encoding="utf-8"))
    return tuple(_pin(block) for block in blocks[1:])


def _pin(block: str) -> Pin:
    requirement = block.splitlines()[0].rstrip("\\ ")
    name, marker = (*requirement.split(";", 1), "")[:2]
    comments = re.findall(r"(?m)^ *# +(?:via +)?([A-Za-z0-9._-]+)", block)
    return Pin(name.split("==")[0].strip(), marker.strip(), frozenset(comments), block)


def needed(locked: Iterable[Pin], wanted: Collection[str]) -> tuple[Pin, ...]:
    """Return the pins of the packages *wanted* and of all that these want in turn."""
    locked, names = tuple(locked), set(wanted)
    while True:
        more = {pin.name for pin in locked if pin.wanted_by & names} - names
        if not more:
            return tuple(pin for pin in locked if pin.name in names)
        names |= more


def to_run(root: Path) -> tuple[Pin, ...]:
    """Return what trainkit needs to be installed and to run, without the developers' tools."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    direct = {_name(requirement) for requirement in project["dependencies"]}
    return needed(pins(root / "requirements.lock"), {*direct, INSTALLER, BUILDER})


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found  # noqa: S101, setuptools has read this file too
    return re.sub(r"[-_.]+", "-", found[0]).lower()
