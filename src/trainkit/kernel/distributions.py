"""Durations as data: a table of a scenario file becomes a sampler.

    alongside_h = {kind = "lognormal", median_h = 2.0, sigma = 0.6}

Both engines draw through `duration_h`, from the four numbers of `Duration.parameters`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, triangular, uniform
from trainkit.kernel.philox import Key

_FIXED, _EXPONENTIAL, _LOGNORMAL, _TRIANGULAR, _UNIFORM = range(5)

Parameters = tuple[int, float, float, float]


@shared
def duration_h(key: Key, purpose: int, entity: int, index: int, parameters: Parameters) -> float:
    """Return a duration in hours, drawn as *parameters* say."""
    kind, a, b, c = parameters
    if kind == _EXPONENTIAL:
        return exponential(key, purpose, entity, index, a)
    if kind == _LOGNORMAL:
        return lognormal(key, purpose, entity, index, a, b)
    if kind == _TRIANGULAR:
        return triangular(key, purpose, entity, index, a, b, c)
    if kind == _UNIFORM:
        return a + (b - a) * uniform(key, purpose, entity, index)
    return a


@dataclass(frozen=True)
class Fixed:
    """Always the same."""

    kind: ClassVar[str] = "fixed"
    value_h: float

    @property
    def mean_h(self) -> float:
        """The mean, in hours."""
        return self.value_h

    @property
    def parameters(self) -> Parameters:
        """What both engines draw from."""
        return _FIXED, self.value_h, 0.0, 0.0


@dataclass(frozen=True)
class Exponential:
    """Without memory."""

    kind: ClassVar[str] = "exponential"
    mean_h: float

    @property
    def parameters(self) -> Parameters:
        """What both engines draw from."""
        return _EXPONENTIAL, self.mean_h, 0.0, 0.0


@dataclass(frozen=True)
class Lognormal:
    """Many short ones and a few long; *sigma* is the standard deviation of the logarithm."""

    kind: ClassVar[str] = "lognormal"
    median_h: float
    sigma: float

    @property
    def mean_h(self) -> float:
        """The mean, in hours."""
        return self.median_h * math.exp(self.sigma * self.sigma / 2)

    @property
    def parameters(self) -> Parameters:
        """What both engines draw from."""
        return _LOGNORMAL, self.median_h, self.sigma, 0.0


@dataclass(frozen=True)
class Triangular:
    """Least, most likely and greatest, as an officer would state it."""

    kind: ClassVar[str] = "triangular"
    low_h: float
    mode_h: float
    high_h: float

    def __post_init__(self) -> None:
        if not self.low_h <= self.mode_h <= self.high_h:
            raise TrainkitError(
                "A triangular duration has low_h <= mode_h <= high_h, "
                f"not {self.low_h:g}, {self.mode_h:g}, {self.high_h:g}."
            )

    @property
    def mean_h(self) -> float:
        """The mean, in hours."""
        return (self.low_h + self.mode_h + self.high_h) / 3

    @property
    def parameters(self) -> Parameters:
        """What both engines draw from."""
        return _TRIANGULAR, self.low_h, self.mode_h, self.high_h


@dataclass(frozen=True)
class Uniform:
    """Anything between two bounds, equally."""

    kind: ClassVar[str] = "uniform"
    low_h: float
    high_h: float

    def __post_init__(self) -> None:
        if not self.low_h <= self.high_h:
            raise TrainkitError(
                f"A uniform duration has low_h <= high_h, not {self.low_h:g}, {self.high_h:g}."
            )

    @property
    def mean_h(self) -> float:
        """The mean, in hours."""
        return (self.low_h + self.high_h) / 2

    @property
    def parameters(self) -> Parameters:
        """What both engines draw from."""
        return _UNIFORM, self.low_h, self.high_h, 0.0


Duration = Fixed | Exponential | Lognormal | Triangular | Uniform

_KINDS: dict[str, type[Duration]] = {
    kind.kind: kind for kind in (Fixed, Exponential, Lognormal, Triangular, Uniform)
}


def duration(table: Mapping[str, Any]) -> Duration:
    """Return the duration that a *table* of a scenario file describes.

    Raises:
        TrainkitError: the kind or a key is unknown, a key is missing, or a value is no duration.

    Examples:
        >>> duration({"kind": "triangular", "low_h": 1, "mode_h": 2, "high_h": 6}).mean_h
        3.0
    """
    kind = str(table.get("kind", ""))
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise TrainkitError(f"A duration is of kind {known}, not '{kind}'.{nearest(kind, _KINDS)}")
    names = [field.name for field in fields(_KINDS[kind])]
    given = {name: value for name, value in table.items() if name != "kind"}
    _check_names(kind, names, given)
    return _KINDS[kind](**{name: _hours(name, given[name]) for name in names})


def _check_names(kind: str, names: list[str], given: Mapping[str, Any]) -> None:
    for name in given:
        if name not in names:
            raise TrainkitError(
                f"A {kind} duration has {', '.join(names)}, not '{name}'.{nearest(name, names)}"
            )
    missing = [name for name in names if name not in given]
    if missing:
        raise TrainkitError(f"A {kind} duration lacks {', '.join(missing)}.")


def _hours(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise TrainkitError(f"{name} = {value!r} is refused: it is a number, zero or more.")
    return float(value)
