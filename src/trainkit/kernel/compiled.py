"""One source for two engines: functions that run plain and compiled with the same bits.

A function marked `shared` stays an ordinary Python function, so that the SimPy engine, a debugger
and a reader meet the code as it is written. When the compiled engine first asks for a kernel,
every marked function is made known to numba, which compiles it into that kernel.
"""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from trainkit.errors import TrainkitError

Function = TypeVar("Function", bound=Callable[..., Any])

_SHARED: list[Callable[..., Any]] = []
_INLINED: set[Callable[..., Any]] = set()


class CompiledUnavailableError(TrainkitError):
    """The compiled engine cannot run on this machine."""


def shared(function: Function) -> Function:
    """Mark *function* as called by both engines, and return it unchanged.

    Shared code uses scalars, tuples and arrays, and of the mathematics only what gives the same
    bits in both: the functions of `math` except `hypot`, products instead of powers.
    """
    _SHARED.append(function)
    return function


def inlined(function: Function) -> Function:
    """Mark *function* as `shared`, and as so short and so often called that calls cost too much.

    It is compiled into its callers: so a season of the joint operation took 0.85 and not 1.55 ms.
    """
    _INLINED.add(function)
    return shared(function)


def available() -> bool:
    """Return whether numba loads here."""
    try:
        _numba()
    except CompiledUnavailableError:
        return False
    return True


def kernel(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return *function* compiled, without the interpreter lock, kept on disk between processes.

    A kernel works in the tables that it is given and allocates none: so numba counts no references
    in it, which made a search with many tables four times faster.

    Raises:
        CompiledUnavailableError: numba is missing, or its library is blocked.
    """
    return _kept(function, cache_folder())


@cache
def _kept(function: Callable[..., Any], folder: Path) -> Callable[..., Any]:
    """Return the kernel that is kept in *folder*: another folder is another cache, and is cold."""
    numba = _numba()
    _register(numba)
    setattr(numba.config, "CACHE_DIR", str(folder))  # noqa: B010, numba declares it late
    compiled: Callable[..., Any] = numba.njit(nogil=True, cache=True, _nrt=False)(function)
    return compiled


@cache
def source_hash() -> str:
    """Return the hash of the package's sources, because numba misses edits in called functions."""
    digest = hashlib.blake2s(digest_size=8)
    package = Path(__file__).parent.parent
    for path in sorted(
        path for room in ("kernel", "sea", "joint") for path in package.glob(f"{room}/**/*.py")
    ):
        digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def cache_folder() -> Path:
    """Return where compiled kernels are kept for these sources."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("TRAINKIT_CACHE")
    return (Path(chosen) if chosen else user_cache_path("trainkit")) / "kernels" / source_hash()


@cache
def _numba() -> Any:
    try:
        import numba
    except (ImportError, OSError, AttributeError) as error:
        raise CompiledUnavailableError(
            f"The compiled engine needs numba, which does not load here ({error}). "
            "Everything runs on SimPy instead; `trainkit doctor` says more."
        ) from error
    return numba


_registered: set[Callable[..., Any]] = set()


def _register(numba: Any) -> None:
    """Make the shared functions known to numba, once each."""
    from numba.extending import register_jitable

    from trainkit.kernel.philox import register_words

    register_words(numba)
    for function in _SHARED:
        if function not in _registered:
            register_jitable(forceinline=function in _INLINED)(function)
            _registered.add(function)
