"""trainkit: training and simulation for law enforcement and coast guards.

Everything a notebook needs by one name; each is imported when it is first used.

Examples:
    >>> import trainkit
    >>> callable(trainkit.load)
    True
"""

from importlib import import_module
from typing import TYPE_CHECKING

from trainkit.errors import TrainkitError

if TYPE_CHECKING:
    from trainkit.experiments import Results, compare, replicate, run, sweep
    from trainkit.scenarios import Scenario, load

__all__ = ["Results", "Scenario", "TrainkitError", "compare", "load", "replicate", "run", "sweep"]

_HOMES = {
    "Results": "trainkit.experiments",
    "Scenario": "trainkit.scenarios",
    "compare": "trainkit.experiments",
    "load": "trainkit.scenarios",
    "replicate": "trainkit.experiments",
    "run": "trainkit.experiments",
    "sweep": "trainkit.experiments",
}


def __getattr__(name: str) -> object:
    """Return a name of the facade, importing its home when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'trainkit' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
