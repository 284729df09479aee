"""The Python that runs, the time zones it knows, and a port for JupyterLab."""

import socket
import zoneinfo
from collections.abc import Iterable

from trainkit.doctor.finding import Finding

_OLDEST = (3, 11)
_ZONES = ("Europe/Athens", "Europe/Istanbul", "Europe/Rome")


def python(version: tuple[int, int, int], bits: int, executable: str) -> Finding:
    """Return whether this Python will do.

    Args:
        version: Such as (3, 11, 2).
        bits: 64 or 32.
        executable: Path of the interpreter.
    """
    found = f"Python {'.'.join(map(str, version))}, {bits} bit"
    if version[:2] < _OLDEST:
        return Finding("Python", "fail", found, "Install Python 3.11 or newer and begin again.")
    if bits != 64:
        advice = "Install the 64-bit Python: numpy and numba have no packages for this one."
        return Finding("Python", "fail", found, advice)
    if "WindowsApps" in executable:
        advice = "JupyterLab may not install: take Python from its own installer instead."
        return Finding("Python", "warn", f"{found}, from the Microsoft Store", advice)
    return Finding("Python", "ok", found)


def time_zones(names: Iterable[str] = _ZONES) -> Finding:
    """Return whether the rules of time zones are there; scenarios and dates need them."""
    missing = [name for name in names if not _known(name)]
    if not missing:
        return Finding("time zones", "ok", "the rules of time zones are here")
    advice = "Install the package tzdata into this environment."
    return Finding("time zones", "fail", f"no rules for {', '.join(missing)}", advice)


def _known(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
        return False
    return True


def loopback() -> Finding:
    """Return whether a program here can be reached on a port of this machine."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                return Finding("loopback", "ok", f"port {port} of 127.0.0.1 opens and answers")
    except OSError as error:
        advice = "JupyterLab cannot open: ask who runs this machine to allow 127.0.0.1."
        return Finding("loopback", "fail", f"no port of 127.0.0.1 opens ({error})", advice)
