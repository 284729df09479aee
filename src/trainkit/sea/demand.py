"""The sentences that refuse what is no number, or no quantity."""

import math
from numbers import Real
from typing import TypeGuard

from trainkit.errors import TrainkitError, shown


def is_number(value: object) -> TypeGuard[float]:
    """Return whether a value is one finite number; a truth value is none."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def finite(**values: float) -> None:
    """Refuse arguments that are no finite numbers.

    Raises:
        TrainkitError: naming the first.
    """
    for name, value in values.items():
        if not is_number(value):
            raise TrainkitError(f"{name} must be a finite number, not {shown(value)}.")


def from_zero(**values: float) -> None:
    """Refuse arguments that are no finite numbers from 0.

    Raises:
        TrainkitError: naming the first.
    """
    for name, value in values.items():
        if not is_number(value) or value < 0.0:
            raise TrainkitError(f"{name} must be a finite number from 0, not {shown(value)}.")


def above_zero(**values: float) -> None:
    """Refuse arguments that are no finite numbers above 0.

    Raises:
        TrainkitError: naming the first.
    """
    for name, value in values.items():
        if not is_number(value) or value <= 0.0:
            raise TrainkitError(f"{name} must be a finite number above 0, not {shown(value)}.")
