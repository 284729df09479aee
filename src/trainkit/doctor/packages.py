"""The packages that are installed, beside the versions that were tested."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Any

from trainkit.doctor.finding import Finding

_SHOWN = {"jupyterlab": "JupyterLab", "nbgrader": "nbgrader"}
_REINSTALL = "Delete the folder .venv and run `python3 start.py demo`: it installs what was tested."
_BROWSERS = ("chromium", "chromium-browser")


def packages(
    wanted: Iterable[str] | None = None, installed: Callable[[str], str] = version
) -> Iterator[Finding]:
    """Yield JupyterLab, nbgrader, and one finding for all other packages.

    Args:
        wanted: Requirements such as ``numpy>=2.4,<3``; None for those of trainkit.
        installed: Gives the version of a package, or raises PackageNotFoundError.
    """
    from packaging.requirements import Requirement

    try:
        texts = list(requires("trainkit") or ()) if wanted is None else list(wanted)
    except PackageNotFoundError:
        yield Finding("packages", "fail", "trainkit itself is not installed", _REINSTALL)
        return
    needed = [need for need in map(Requirement, texts) if _is_needed(need)]
    for need in needed:
        if need.name in _SHOWN:
            yield _one(need, installed)
    yield _others([need for need in needed if need.name not in _SHOWN], installed)


def _is_needed(need: Any) -> bool:
    return need.marker is None or bool(need.marker.evaluate({"extra": ""}))


def _one(need: Any, installed: Callable[[str], str]) -> Finding:
    wrong = _wrong(need, installed)
    if wrong:
        return Finding(_SHOWN[need.name], "fail", wrong, _REINSTALL)
    found = f"{installed(need.name)}, one of the tested versions ({need.specifier})"
    return Finding(_SHOWN[need.name], "ok", found)


def _others(needed: list[Any], installed: Callable[[str], str]) -> Finding:
    wrong = [text for text in (_wrong(need, installed) for need in needed) if text]
    if wrong:
        return Finding("packages", "fail", "; ".join(wrong), _REINSTALL)
    return Finding("packages", "ok", f"{len(needed)} more packages, all within their bounds")


def _wrong(need: Any, installed: Callable[[str], str]) -> str:
    """Return what is wrong with a package, or nothing."""
    try:
        found = installed(need.name)
    except PackageNotFoundError:
        return f"{need.name} is not installed"
    if need.specifier.contains(found, prereleases=True):
        return ""
    return f"{need.name} {found} is not one of the tested versions ({need.specifier})"


def browser(search: str | None = None) -> Finding:
    """Return whether there is a Chromium for the browser tests; *search* is a PATH."""
    place = os.environ.get("PATH", "") if search is None else search
    found = next((path for name in _BROWSERS if (path := shutil.which(name, path=place))), None)
    if found:
        return Finding("browser", "ok", f"{found}, for the browser tests")
    advice = "Only the tests need it; JupyterLab opens in any browser. On Debian: apt install "
    return Finding("browser", "warn", "no Chromium was found", f"{advice}chromium.")
