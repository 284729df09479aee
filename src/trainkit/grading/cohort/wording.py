"""How pages and terminal say what was computed: never a number that is none."""

import math
from typing import Any, TypeGuard

from trainkit.analysis.intervals import Interval
from trainkit.errors import printable

NONE = "-"


def shown(value: Any) -> Any:
    r"""Return what a page shows in place of a value; texts lose signs that steer what reads them.

    Examples:
        >>> shown("a\u202eb"), shown(None), shown(float("nan"))
        ('a?b', '-', '-')
    """
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return NONE
    return printable(value) if type(value) is str else value  # what is marked as HTML is no str


def percent(share: object) -> str:
    """Return a share in per cent.

    Examples:
        >>> percent(0.734), percent(float("nan"))
        ('73 %', '-')
    """
    return f"{100 * share:.0f} %" if _is_number(share) else NONE


def index(value: object) -> str:
    """Return an index between -1 and 1 with two decimals.

    Examples:
        >>> index(-0.126), index(None)
        ('-0.13', '-')
    """
    return f"{value:.2f}" if _is_number(value) else NONE


def number(value: object) -> str:
    """Return a number with at most two decimals.

    Examples:
        >>> number(66.75), number(40.0), number(None)
        ('66.75', '40', '-')
    """
    return f"{round(value, 2):.12g}" if _is_number(value) else NONE


def mark(value: object) -> str:
    """Return a mark of 100 that sums up many, with one decimal.

    Examples:
        >>> mark(53.1249)
        '53.1'
    """
    return f"{value:.1f}" if _is_number(value) else NONE


def span(found: Interval) -> str:
    """Return the interval of a mean share in per cent, cut at 0 and 100; a dash for one value.

    Examples:
        >>> span(Interval(0.9, 0.72, 1.04, 12, 0, 0.95))
        '72 to 100 %'
    """
    if not (math.isfinite(found.low) and math.isfinite(found.high)):
        return NONE
    low, high = (100 * min(max(end, 0.0), 1.0) for end in found)
    return f"{low:.0f} to {high:.0f} %"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its words.

    Examples:
        >>> counted(1, "red line stands", "red lines stand"), counted(2, "trainee", "trainees")
        ('1 red line stands', '2 trainees')
    """
    return f"{number} {one if number == 1 else many}"


def tint(share: object) -> int:
    """Return how dark the cell of a share is, 0 to 4."""
    return min(4, max(0, int(5 * share))) if _is_number(share) else 0


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and math.isfinite(value)
