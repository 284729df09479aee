"""Whether a model's compiled engine is warm: compiled before, on this machine, from these sources.

Compiling takes many seconds; until it has been done once (`trainkit warmup`), SimPy answers.
"""

import hashlib
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from trainkit.kernel.compiled import cache_folder


def is_warm(model: str) -> bool:
    """Return whether the compiled engine of *model* starts at once."""
    try:
        return _mark(model).is_file()
    except OSError:
        return False


def mark_warm(model: str) -> None:
    """Remember that the compiled engine of *model* has been compiled; a mark lost is no harm."""
    try:
        _mark(model).parent.mkdir(parents=True, exist_ok=True)
        _mark(model).touch()
    except OSError:
        return


def _mark(model: str) -> Path:
    """Return the mark of an engine: numba keeps one for each place that trainkit lies in."""
    try:
        numba = version("numba")
    except PackageNotFoundError:
        numba = "none"
    place = hashlib.blake2s(str(Path(__file__)).encode(), digest_size=4).hexdigest()
    return cache_folder() / f"{model}-{platform.python_version()}-{numba}-{place}.warm"
