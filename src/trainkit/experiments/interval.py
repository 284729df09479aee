"""Intervals of means and proportions that say how many values were missing.

A value that does not exist (a time to detection when nothing was detected) is nan. It is counted
and left out, never warned about: what an interval says holds for the values that exist.

Sources:
    Clopper, Pearson (1934). *The use of confidence or fiducial limits*. Biometrika 26.
    Wilson (1927). *Probable inference, the law of succession*. J. Am. Stat. Assoc. 22.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown


@dataclass(frozen=True)
class Interval:
    """An estimate and its confidence interval; unpacks as ``low, high``.

    Attributes:
        estimate: Mean or proportion; nan when there is no value.
        low: Lower end; nan when there are too few values.
        high: Upper end.
        n: Values that exist.
        missing: Values that do not.
        level: Confidence level.
    """

    estimate: float
    low: float
    high: float
    n: int
    missing: int
    level: float

    def __iter__(self) -> Iterator[float]:
        return iter((self.low, self.high))


def mean_interval(
    values: ArrayLike, level: float = 0.95, method: Literal["t", "bootstrap"] = "t"
) -> Interval:
    """Return the mean of *values* with its interval.

    Args:
        values: Shape (n,); nan is missing.
        level: Confidence level, between 0 and 1.
        method: Student's t, or the bias-corrected bootstrap (at a fixed seed) for skewed values.

    Raises:
        TrainkitError: the values are infinite, or the level or the method is none.

    Examples:
        >>> found = mean_interval([1.0, 2.0, 3.0, float("nan")])
        >>> found.estimate, found.n, found.missing
        (2.0, 3, 1)
    """
    present, missing = _present(values, level)
    if method not in {"t", "bootstrap"}:
        raise TrainkitError(
            f"The interval of a mean is by 't' or 'bootstrap', not {shown(method)}."
        )
    estimate = float(np.mean(present)) if len(present) else math.nan
    low, high = _ends(present, level, method)
    return Interval(estimate, low, high, len(present), missing, level)


def _ends(present: NDArray[np.float64], level: float, method: str) -> tuple[float, float]:
    if len(present) < 2:
        return math.nan, math.nan
    if np.ptp(present) == 0.0:
        return float(present[0]), float(present[0])
    return _student(present, level) if method == "t" else _bootstrap(present, level)


def _student(present: NDArray[np.float64], level: float) -> tuple[float, float]:
    from scipy.special import stdtrit

    mean = float(np.mean(present))
    error = float(np.std(present, ddof=1)) / math.sqrt(len(present))
    half = float(stdtrit(len(present) - 1, 0.5 + level / 2)) * error
    return mean - half, mean + half


def _bootstrap(present: NDArray[np.float64], level: float) -> tuple[float, float]:
    from scipy.stats import bootstrap

    found = bootstrap(
        (present,), np.mean, confidence_level=level, batch=100, rng=np.random.default_rng(0)
    )
    return float(found.confidence_interval.low), float(found.confidence_interval.high)


def proportion_interval(
    values: ArrayLike, level: float = 0.95, method: Literal["exact", "wilson"] = "exact"
) -> Interval:
    """Return the proportion of ones among *values* with its interval.

    Args:
        values: Zeros and ones, shape (n,); nan is missing.
        level: Confidence level, between 0 and 1.
        method: Clopper and Pearson's, which never covers less, or Wilson's.

    Raises:
        TrainkitError: a value is neither 0 nor 1, or the level or the method is none.

    Examples:
        >>> proportion_interval([0, 0, 0, 1]).estimate
        0.25
    """
    present, missing = _present(values, level)
    if method not in {"exact", "wilson"}:
        raise TrainkitError(f"A proportion's interval is 'exact' or 'wilson', not {shown(method)}.")
    if not np.all((present == 0.0) | (present == 1.0)):
        raise TrainkitError("A proportion is of zeros and ones; use mean_interval for the others.")
    n, ones = len(present), int(present.sum())
    if n == 0:
        return Interval(math.nan, math.nan, math.nan, 0, missing, level)
    low, high = _binomial(ones, n, level, method)
    return Interval(ones / n, low, high, n, missing, level)


def _binomial(
    ones: int, n: int, level: float, method: Literal["exact", "wilson"]
) -> tuple[float, float]:
    from scipy.stats import binomtest

    found = binomtest(ones, n).proportion_ci(level, method)
    return float(found.low), float(found.high)


def _present(values: ArrayLike, level: float) -> tuple[NDArray[np.float64], int]:
    if not 0.0 < level < 1.0:
        raise TrainkitError(f"A confidence level lies between 0 and 1, such as 0.95, not {level}.")
    array = np.asarray(values, dtype=np.float64).ravel()
    missing = np.isnan(array)
    present: NDArray[np.float64] = array[~missing]
    if np.any(np.isinf(present)):
        raise TrainkitError("The values hold infinities, which have no mean; use nan for missing.")
    return present, int(missing.sum())
