"""Which trainkit this is."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """Return the version of this package, as records and reports name it."""
    try:
        return installed("trainkit")
    except PackageNotFoundError:  # run from its sources
        return "unknown"
