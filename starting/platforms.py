"""Other machines, as wheels name them: their tags, and the words that markers ask for."""

import platform
import re
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from starting.failure import SetupError

_GLIBC = range(5, 36)
"""Minor releases of glibc 2 whose wheels are fetched for Linux; Debian 12 and RHEL 10 have more."""
_MACHINES: dict[str, tuple[str, str, str, str]] = {
    "win_amd64": ("win32", "Windows", "nt", "AMD64"),
    "win_arm64": ("win32", "Windows", "nt", "ARM64"),
    "linux_x86_64": ("linux", "Linux", "posix", "x86_64"),
    "linux_aarch64": ("linux", "Linux", "posix", "aarch64"),
    "macos_arm64": ("darwin", "Darwin", "posix", "arm64"),
    "macos_x86_64": ("darwin", "Darwin", "posix", "x86_64"),
}


@dataclass(frozen=True)
class Target:
    """A machine to fetch wheels for."""

    name: str
    python: str
    tags: tuple[str, ...]
    environments: tuple[Mapping[str, str], ...]
    """The words of its markers, for the first and the last patch release of its Python."""

    def options(self, version: str) -> tuple[str, ...]:
        """Return what pip is told of it with a Python of that full *version*."""
        platforms = [word for tag in self.tags for word in ("--platform", tag)]
        return (*platforms, "--python-version", version, "--implementation", "cp")


def target(name: str, python: str) -> Target:
    """Return the machine called *name* with that *python*.

    Raises:
        SetupError: No such machine is known, or trainkit does not run on that Python.
    """
    if name not in _MACHINES:
        near = get_close_matches(name, _MACHINES, n=1, cutoff=0.4)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise SetupError(f"No platform is called {name}.{hint} Known are {', '.join(_MACHINES)}.")
    if not re.fullmatch(r"3\.\d+", python) or int(python[2:]) < 11:
        raise SetupError(f"--python {python} is refused: give 3.11, 3.12 or newer, without patch.")
    words = tuple(_words(name, f"{python}.{patch}") for patch in (0, 99))
    return Target(name, python, _tags(name), words)


def here() -> str:
    """Return the name of the machine that this runs on."""
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    if sys.platform == "win32":
        return sysconfig.get_platform().replace("-", "_")
    return f"{'macos' if sys.platform == 'darwin' else 'linux'}_{machine}"


def _tags(name: str) -> tuple[str, ...]:
    system, machine = name.split("_", 1)
    if system == "linux":
        return tuple(f"manylinux_2_{minor}_{machine}" for minor in reversed(_GLIBC)) + tuple(
            f"manylinux{year}_{machine}" for year in (2014, 2010, 1)
        )
    return (f"macosx_14_0_{machine}",) if system == "macos" else (name,)


def _words(name: str, version: str) -> dict[str, str]:
    sys_platform, platform_system, os_name, machine = _MACHINES[name]
    return {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "os_name": os_name,
        "platform_machine": machine,
        "python_version": ".".join(version.split(".")[:2]),
        "python_full_version": version,
        "implementation_name": "cpython",
        "implementation_version": version,
        "platform_python_implementation": "CPython",
        "extra": "",
    }
