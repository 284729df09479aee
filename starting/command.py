"""The command line of `start.py`: its own few commands; everything else is trainkit's."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from starting.checking import check
from starting.environment import prepare
from starting.failure import SetupError, explained
from starting.house import House
from starting.process import replaced_by, shown
from starting.release import release

_FORBIDS = "PYTHONDONTWRITEBYTECODE"
HELP = """Sets trainkit up in the folder .venv beside start.py, then does what is asked.

  python3 start.py demo             a scenario, two notebooks, a graded class, in two minutes
  python3 start.py list             any command of trainkit; `python3 start.py` alone shows them
  python3 start.py test             the tests; --full for all of them; then arguments of pytest
  python3 start.py check            lint, format, types, layers, spelling
  python3 start.py wheelhouse --platform win_amd64 --python 3.12 [--to FOLDER]
                                    a folder of packages for a machine without network
  python3 start.py release-zip [--to FILE]
                                    this version as a ZIP; with a wheelhouse, enough elsewhere

  --wheelhouse FOLDER               with any command: install from that folder, without network

On Windows write `py start.py` instead of `python3 start.py`. The settings of pip for index, proxy
and certificates hold here too.
"""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks and return the exit code: 2 for what the user can mend."""
    try:
        return _done(list(arguments), House())
    except SetupError as error:
        return _said(str(error), 2)
    except OSError as error:
        return _said(str(explained("Setting up", str(error))), 2)
    except KeyboardInterrupt:
        return _said("Stopped, as you asked with Ctrl-C. The same command takes it up again.", 130)


def _said(text: str, code: int) -> int:
    print("start: " + " ".join(text.split()), file=sys.stderr, flush=True)
    return code


def _done(arguments: list[str], house: House) -> int:
    wheelhouse = _taken_wheelhouse(arguments)
    if arguments[:1] in (["--help"], ["-h"]):
        print(HELP)
        return 0
    command = _COMMANDS.get(arguments[0]) if arguments else None
    if command:
        return command(house, arguments[1:], wheelhouse)
    prepare(house, developer=False, wheelhouse=wheelhouse)
    return replaced_by([str(house.python), "-m", "trainkit", *arguments], house.inside)


def _taken_wheelhouse(arguments: list[str]) -> Path | None:
    """Take `--wheelhouse FOLDER` out of the *arguments* and return the folder."""
    at = next((i for i, word in enumerate(arguments) if word.startswith("--wheelhouse")), None)
    if at is None:
        return None
    name, _, folder = arguments.pop(at).partition("=")
    folder = folder or (arguments.pop(at) if at < len(arguments) else "")
    if name != "--wheelhouse" or not Path(folder).is_dir() or not folder:
        raise SetupError(
            f"{name} needs the name of a folder that is there; '{folder}' is none. Fill one on a "
            "machine with network: python3 start.py wheelhouse --platform ... --python ..."
        )
    return Path(folder).absolute()


def _test(house: House, arguments: list[str], wheelhouse: Path | None) -> int:
    prepare(house, developer=True, wheelhouse=wheelhouse)
    chosen = [] if "--full" in arguments else ["-m", "not long"]
    rest = [word for word in arguments if word != "--full"]
    command = [str(house.python), "-m", "pytest", *_side_by_side(rest), *chosen, *rest]
    return shown(command, _remembering(house), house.root)


def _remembering(house: House) -> dict[str, str]:
    """Return the variables of tests: what Python compiles is kept in the environment.

    Where a machine forbids it, as containers do, each of the hundreds of processes that tests start
    would compile all libraries again, a second or two each.
    """
    kept = {name: value for name, value in house.inside.items() if name != _FORBIDS}
    return {**kept, "PYTHONPYCACHEPREFIX": str(house.venv / "bytecode")}


def _side_by_side(arguments: list[str]) -> list[str]:
    """Return the options that let tests run on two processors, unless *arguments* decide it."""
    decided = any(word.startswith(("-n", "--pdb", "-s")) for word in arguments)
    return [] if decided else ["-n", "2", "--dist", "worksteal"]


def _check(house: House, arguments: list[str], wheelhouse: Path | None) -> int:
    if arguments:
        raise SetupError(f"`check` takes no arguments, and {arguments[0]} was given; leave it out.")
    prepare(house, developer=True, wheelhouse=wheelhouse)
    return check(house)


def _wheelhouse(house: House, arguments: list[str], wheelhouse: Path | None) -> int:
    prepare(house, developer=False, wheelhouse=wheelhouse)
    environ = {**house.inside, "PYTHONPATH": str(house.root), "PYTHONUTF8": "1"}
    return shown([str(house.python), "-m", "starting.wheelhouse", *arguments], environ)


def _release(house: House, arguments: list[str], _: Path | None) -> int:
    return release(house, arguments)


_COMMANDS: dict[str, Callable[[House, list[str], Path | None], int]] = {
    "test": _test,
    "check": _check,
    "wheelhouse": _wheelhouse,
    "release-zip": _release,
}
