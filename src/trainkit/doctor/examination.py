"""Everything that is looked at, in the order of the report."""

import os
import struct
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from trainkit.doctor import engine, folders, gradebook, interpreter, packages
from trainkit.doctor.finding import Finding


def examine(workspace: Path) -> list[Finding]:
    """Return what this machine can and cannot do for an academy in a folder.

    Args:
        workspace: The academy's folder; it need not be there, and nothing is left behind.
    """
    academy = workspace.expanduser().resolve()
    return [*_programs(), *_places(academy), interpreter.time_zones(), interpreter.loopback()]


def _programs() -> Iterator[Finding]:
    bits = 8 * struct.calcsize("P")
    yield interpreter.python(sys.version_info[:3], bits, str(Path(sys.executable).resolve()))
    problem = engine.numba_problem()
    yield engine.engine(problem, {} if problem else engine.warm_models())
    yield from packages.packages()
    yield packages.browser()


def _places(academy: Path) -> Iterator[Finding]:
    other = "Take another folder with --workspace, or ask for the right to write there."
    variable = "Name a folder that you may write in the environment variable"
    yield folders.writable("this folder", Path.cwd(), "warn", "Results go where you may write.")
    yield folders.writable("academy", academy, "fail", other)
    yield folders.writable(
        "temporary files", Path(tempfile.gettempdir()), "fail", f"{variable} TMPDIR."
    )
    yield folders.writable("cache", _cache(), "warn", f"{variable} TRAINKIT_CACHE.")
    yield folders.writable("settings", _settings(), "fail", f"{variable} TRAINKIT_CONFIG.")
    yield from gradebook.gradebook(academy, os.environ)
    yield folders.free_space(academy)
    if sys.platform == "win32":
        yield folders.path_length(academy, _long_paths())
    yield folders.letter_case(academy)


def _cache() -> Path:
    from trainkit.kernel.compiled import cache_folder

    return cache_folder()


def _settings() -> Path:
    from platformdirs import user_config_path

    chosen = os.environ.get("TRAINKIT_CONFIG")
    return Path(chosen) if chosen else user_config_path("trainkit", appauthor=False)


def _long_paths() -> bool:
    """Return whether this Windows allows paths of more than 259 characters."""
    if sys.platform == "win32":
        import winreg

        key = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return bool(winreg.QueryValueEx(opened, "LongPathsEnabled")[0])
        except OSError:
            return False
    return True
