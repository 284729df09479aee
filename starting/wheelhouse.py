"""Fill a folder with the wheels of the lock for another machine: `start.py wheelhouse`.

Runs inside the environment, where `packaging` reads the lock's markers for the other machine;
pip itself would read them for this one.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.markers import Marker

from starting.failure import SetupError, explained
from starting.house import House
from starting.installing import pip_tool
from starting.lock import Pin, pins, to_run
from starting.platforms import Target, here, target


def main(arguments: Sequence[str]) -> int:
    """Fill the folder; return 1 if a package is not to be had for the other machine."""
    asked, house = _parser().parse_args(arguments), House()
    try:
        machine = target(asked.platform, asked.python)
        locked = (
            to_run(house.root) if asked.without_tests else pins(house.root / "requirements.lock")
        )
        folder = asked.to or house.root / "wheelhouse"
        return _filled(house, locked, machine, folder.absolute())
    except SetupError as error:
        print(f"start: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("start.py wheelhouse", description=__doc__)
    parser.add_argument("--platform", default=here(), help="such as win_amd64, linux_x86_64")
    parser.add_argument("--python", default=f"3.{sys.version_info.minor}", help="such as 3.12")
    parser.add_argument("--to", type=Path, help="the folder to fill; default ./wheelhouse there")
    parser.add_argument("--without-tests", action="store_true", help="no developers' tools")
    return parser


def wanted(locked: Iterable[Pin], words: Mapping[str, str]) -> tuple[Pin, ...]:
    """Return the pins that a machine needs for which markers have these *words*."""
    asked = dict(words)
    return tuple(pin for pin in locked if not pin.marker or Marker(pin.marker).evaluate(asked))


def _filled(house: House, locked: Sequence[Pin], machine: Target, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    house.say(f"Fetching the packages for {machine.name}, Python {machine.python}.")
    missing = sorted(_lacking(house, locked, machine, folder))
    house.say(f"{len(list(folder.glob('*.whl')))} wheels are in {folder}. On the other machine:")
    house.say("python3 start.py demo --wheelhouse FOLDER (on Windows: py start.py ...)")
    if missing:
        house.say(f"Not to be had: {', '.join(missing)}. There, installing will stop at them.")
    return 1 if missing else 0


def _lacking(house: House, locked: Sequence[Pin], machine: Target, folder: Path) -> set[str]:
    """Fetch all that is to be had, and return the names of the rest.

    Two patch releases of one Python may want two versions of a package; both are fetched.
    """
    missing: set[str] = set()
    done: set[Pin] = set()
    for words in machine.environments:
        wheels = [pin for pin in wanted(locked, words) if pin not in done]
        options = machine.options(words["python_full_version"])
        while name := _fetched(
            house, [w for w in wheels if w.name not in missing], options, folder
        ):
            missing.add(name)
        done.update(wheels)
    return missing


def _without(wheels: Iterable[Pin], missing: set[str]) -> list[Pin]:
    return [pin for pin in wheels if pin.name not in missing]


def _fetched(house: House, wheels: Sequence[Pin], options: Sequence[str], folder: Path) -> str:
    """Fetch the *wheels*; return the name of one that is not to be had, or an empty string."""
    if not wheels:
        return ""
    pip = pip_tool(house)
    with TemporaryDirectory() as scratch:
        listed = Path(scratch) / "wanted.txt"
        listed.write_text("".join(_without_marker(pin) for pin in wheels), encoding="utf-8")
        command = (*pip.command[:3], "download", "--quiet", "--no-deps", "--require-hashes")
        where = ("--only-binary", ":all:", "--dest", str(folder), "--requirement", str(listed))
        ended = house.run((*command, *options, *where), pip.environ)
    if ended.code == 0:
        return ""
    found = re.search(r"No matching distribution found for ([A-Za-z0-9._-]+)==", ended.text)
    if not found or found[1] not in {pin.name for pin in wheels}:
        raise explained("Fetching the packages", ended.text)
    return found[1]


def _without_marker(pin: Pin) -> str:
    first, rest = pin.text.split("\n", 1)
    requirement = first.split(";")[0].rstrip(" \\")
    return f"{requirement} \\\n{rest}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
