"""The environment `.venv`: made once, kept as the lock says, mended when half made.

A file inside, `trainkit-ready.json`, says for which lock, folder and Python it is complete; while
it matches, nothing is done. While the environment is being made it holds the file
`trainkit-unfinished` instead, so that what was interrupted is made anew and not patched.
"""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

from starting import lock
from starting.failure import SetupError, explained
from starting.house import House
from starting.installing import install

_READY = "trainkit-ready.json"
_UNFINISHED = "trainkit-unfinished"
_PROBE = "import sys; raise SystemExit(sys.version_info < (3, 11))"
LONGEST_INSTALLED = 175
"""Characters of the longest path below the root once all is installed (JupyterLab's, measured)."""


def prepare(house: House, *, developer: bool, wheelhouse: Path | None = None) -> None:
    """Make or mend the environment, if it is not ready as it is.

    Args:
        house: Where.
        developer: Whether the tools for tests and checks are wanted too.
        wheelhouse: A folder of wheels to install from, without network.

    Raises:
        SetupError: It cannot be done here; it says why and what to do.
    """
    if _is_ready(house, developer=developer):
        return
    _refuse_long_path(house.root, windows=os.name == "nt" and not _long_paths_enabled())
    _remove_useless(house)
    _begin(house)
    if not _works(house):
        _make(house)
    everything = lock.pins(house.root / "requirements.lock")
    install(house, everything if developer else lock.to_run(house.root), wheelhouse)
    _finish(house, developer=developer)


def _state(house: House, *, developer: bool) -> dict[str, str | bool]:
    """Return what the environment depends on: the files, the folder, the Python."""
    digest = hashlib.sha256()
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((house.root / name).read_bytes())
    return {
        "sources": digest.hexdigest(),
        "root": str(house.root),
        "python": os.path.realpath(house.python),
        "developer": developer,
    }


def _found(house: House) -> dict[str, str | bool]:
    try:
        text = (house.venv / _READY).read_text(encoding="utf-8")
        return dict(json.loads(text))
    except (OSError, ValueError, TypeError):
        return {}


def _is_ready(house: House, *, developer: bool) -> bool:
    if not house.python.exists() or (house.venv / _UNFINISHED).exists():
        return False
    found = _found(house)
    return found in [_state(house, developer=more) for more in {developer, True}]


def _remove_useless(house: House) -> None:
    """Remove an environment that was interrupted, moved, or whose Python is gone or too old."""
    if not house.venv.exists() and not house.venv.is_symlink():
        return
    found, now = _found(house), _state(house, developer=True)
    moved = any(found.get(key, now[key]) != now[key] for key in ("root", "python"))
    if (house.venv / _UNFINISHED).exists() or moved or not _works(house):
        _remove(house, house.venv)


def _remove(house: House, venv: Path) -> None:
    ours = any((venv / name).exists() for name in (_UNFINISHED, _READY, "pyvenv.cfg"))
    if not ours or venv.is_symlink():
        raise SetupError(
            f"{venv} is there, but it is no Python environment that start.py may replace. "
            "Look whether you need it, move it away, then run the same command again."
        )
    house.say("The environment .venv is incomplete or was moved; making it anew.")
    try:
        shutil.rmtree(venv)
    except OSError as error:
        raise explained(f"Removing {venv}", str(error)) from error


def _begin(house: House) -> None:
    try:
        house.venv.mkdir(exist_ok=True)
        (house.venv / _UNFINISHED).touch()
        (house.venv / _READY).unlink(missing_ok=True)
    except OSError as error:
        raise explained(f"Writing the environment {house.venv}", str(error)) from error


def _works(house: House) -> bool:
    return house.run((str(house.python), "-c", _PROBE), house.environ).code == 0


def _make(house: House) -> None:
    """Make the environment; without pip where Python lacks its seed and uv can do its work."""
    house.say(f"Making the environment .venv with Python {sys.version.split()[0]}.")
    command = [sys.executable, "-m", "venv", str(house.venv)]
    ended = house.run(command, house.environ)
    if ended.code != 0 and shutil.which("uv", path=house.environ.get("PATH")):
        ended = house.run([*command, "--without-pip"], house.environ)
    if ended.code != 0 or not _works(house):
        raise explained(f"Making the environment {house.venv}", ended.text)


def _finish(house: House, *, developer: bool) -> None:
    text = json.dumps(_state(house, developer=developer), indent=1)
    (house.venv / _READY).write_text(text, encoding="utf-8")
    (house.venv / _UNFINISHED).unlink()
    house.say("The environment is ready.")


def _refuse_long_path(root: Path, *, windows: bool) -> None:
    room = 259 - LONGEST_INSTALLED - 1
    if windows and len(str(root)) > room:
        raise SetupError(
            f"The path {root} has {len(str(root))} characters; on this Windows at most {room} "
            "leave room for the packages. Move the folder nearer to the root of the disk, for "
            "example C:\\trainkit, or have long paths enabled; then run the same command again."
        )


def _long_paths_enabled() -> bool:
    if sys.platform != "win32":
        return True
    import winreg

    where = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, where) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
