"""Luck as a pure function: the draw for a purpose is the same whatever else is drawn.

A variate depends on seed, replication, purpose, entity and index, and on nothing else. Two variants
of a scenario therefore meet the same luck (common random numbers), and no draw that is left out
shifts another. The functions run plain and compiled; `Luck` is the same for readers of a model.

Sources:
    Salmon et al. (2011), see `trainkit.kernel.philox`.
    Box, Muller (1958). *A note on the generation of random normal deviates*. Ann. Math. Stat. 29.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, shown
from trainkit.kernel.compiled import inlined, shared
from trainkit.kernel.philox import Key, many_words, words

_PURPOSES: dict[int, str] = {}
_TWO_PI = 2.0 * math.pi
_TO_UNIT = 1.0 / 9007199254740992.0


def purpose(name: str) -> int:
    """Return the number of a named source of chance: the first word of blake2s(*name*).

    Raises:
        TrainkitError: another name has the same number.

    Examples:
        >>> purpose("contacts") == purpose("contacts")
        True
    """
    number = _hashed(name)
    if _PURPOSES.setdefault(number, name) != name:
        raise TrainkitError(
            f"The purposes '{name}' and '{_PURPOSES[number]}' have one number. Rename one of them."
        )
    return number


@lru_cache(maxsize=4096)
def _hashed(name: str) -> int:
    return int.from_bytes(hashlib.blake2s(name.encode()).digest()[:4], "little")


def key(seed: int, replication: int) -> Key:
    """Return the key of a replication under a 64-bit *seed*.

    Raises:
        TrainkitError: the seed has more than 64 bits, or a number is negative or not whole.
    """
    if not isinstance(seed, int | np.integer) or not 0 <= seed < 1 << 64:
        raise TrainkitError(f"A seed is a whole number from 0 to 2**64 - 1, not {shown(seed)}.")
    if not isinstance(replication, int | np.integer) or not 0 <= replication < 1 << 32:
        raise TrainkitError(
            f"A replication is a number from 0 to 2**32 - 1, not {shown(replication)}."
        )
    return seed & 0xFFFFFFFF, seed >> 32, replication


@inlined
def _unit(high: int, low: int) -> float:
    """Return 53 of the 64 bits of two words as a number in [0, 1)."""
    return (float(high >> 5) * 67108864.0 + float(low >> 6)) * _TO_UNIT


@inlined
def units(key: Key, purpose: int, entity: int, index: int) -> tuple[float, float]:
    """Return the two numbers in [0, 1) that one draw holds."""
    drawn = words(key, purpose, entity, index)
    return _unit(drawn[0], drawn[1]), _unit(drawn[2], drawn[3])


@inlined
def exponential_of(unit: float, mean: float) -> float:
    """Return the exponential variate that a number in [0, 1) stands for, by inversion."""
    return -mean * math.log(1.0 - unit)


@inlined
def normal_of(one: float, other: float, mean: float, sd: float) -> float:
    """Return the normal variate that two numbers in [0, 1) stand for, by Box and Muller."""
    radius = math.sqrt(-2.0 * math.log(1.0 - one))
    return mean + sd * (radius * math.cos(_TWO_PI * other))


@inlined
def uniform(key: Key, purpose: int, entity: int, index: int) -> float:
    """Return a number in [0, 1)."""
    drawn = words(key, purpose, entity, index)
    return _unit(drawn[0], drawn[1])


@shared
def exponential(key: Key, purpose: int, entity: int, index: int, mean: float) -> float:
    """Return an exponential variate with the given *mean*."""
    return exponential_of(uniform(key, purpose, entity, index), mean)


@shared
def normal(key: Key, purpose: int, entity: int, index: int, mean: float, sd: float) -> float:
    """Return a normal variate from one call of the generator."""
    one, other = units(key, purpose, entity, index)
    return normal_of(one, other, mean, sd)


@shared
def lognormal(
    key: Key, purpose: int, entity: int, index: int, median: float, sigma: float
) -> float:
    """Return a lognormal variate; *sigma* is the standard deviation of its logarithm."""
    return median * math.exp(normal(key, purpose, entity, index, 0.0, sigma))


@shared
def triangular(
    key: Key, purpose: int, entity: int, index: int, low: float, mode: float, high: float
) -> float:
    """Return a triangular variate, by inversion; *low* when the three are equal."""
    drawn = uniform(key, purpose, entity, index)
    width = high - low
    if drawn * width < mode - low:
        return low + math.sqrt(drawn * width * (mode - low))
    return high - math.sqrt((1.0 - drawn) * width * (high - mode))


@shared
def discrete(key: Key, purpose: int, entity: int, index: int, weights: NDArray[np.float64]) -> int:
    """Return an index of *weights*, shape (choices,), with a chance proportional to its weight."""
    total = 0.0
    for weight in weights:
        total += weight
    left = uniform(key, purpose, entity, index) * total
    for choice in range(len(weights)):
        left -= weights[choice]
        if left < 0.0:
            return choice
    return len(weights) - 1


def many_units(
    key: Key, purpose: int | NDArray[Any], entities: NDArray[Any], index: int | NDArray[Any]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return both numbers of many *entities*, each of shape (entities,): the bits of `units`.

    Purpose and index are one for all, or one for each entity.
    """
    drawn = many_words(key, purpose, entities, index)
    return _many_units(drawn[0], drawn[1]), _many_units(drawn[2], drawn[3])


def many_uniform(
    key: Key, purpose: int | NDArray[Any], entities: NDArray[Any], index: int | NDArray[Any]
) -> NDArray[np.float64]:
    """Return the uniform variates of many *entities*, shape (entities,): the bits of `uniform`.

    Purpose and index are one for all, or one for each entity.
    """
    drawn = many_words(key, purpose, entities, index)
    return _many_units(drawn[0], drawn[1])


def many_exponential(
    key: Key, purpose: int, entities: NDArray[Any], index: int, mean: float
) -> NDArray[np.float64]:
    """Return exponential variates of many *entities*, shape (entities,)."""
    variates: NDArray[np.float64] = -mean * np.log(
        1.0 - many_uniform(key, purpose, entities, index)
    )
    return variates


def many_normal(
    key: Key, purpose: int, entities: NDArray[Any], index: int, mean: float = 0.0, sd: float = 1.0
) -> NDArray[np.float64]:
    """Return normal variates of many *entities*, shape (entities,).

    NumPy's logarithm and cosine may differ from the scalar ones in the last bit; the uniforms
    below them do not.
    """
    one, other = many_units(key, purpose, entities, index)
    radius = np.sqrt(-2.0 * np.log(1.0 - one))
    variates: NDArray[np.float64] = mean + sd * (radius * np.cos(_TWO_PI * other))
    return variates


def _many_units(high: NDArray[np.uint64], low: NDArray[np.uint64]) -> NDArray[np.float64]:
    units: NDArray[np.float64] = (
        (high >> np.uint64(5)).astype(np.float64) * 67108864.0
        + (low >> np.uint64(6)).astype(np.float64)
    ) * _TO_UNIT
    return units


@dataclass(frozen=True, slots=True)
class Luck:
    """The luck of one replication, for models and readers: draws by the name of their purpose.

    Attributes:
        seed: 64-bit seed of the experiment.
        replication: Number of the replication.

    Examples:
        >>> luck = Luck(seed=1946, replication=3)
        >>> luck.uniform("weather", 0) == luck.uniform("weather", 0)
        True
    """

    seed: int
    replication: int = 0

    @property
    def key(self) -> Key:
        """The key that the shared functions take."""
        return key(self.seed, self.replication)

    def uniform(self, name: str, entity: int, index: int = 0) -> float:
        """Return a number in [0, 1)."""
        return uniform(self.key, purpose(name), entity, index)

    def exponential(self, name: str, entity: int, index: int = 0, *, mean: float) -> float:
        """Return an exponential variate."""
        return exponential(self.key, purpose(name), entity, index, mean)

    def normal(
        self, name: str, entity: int, index: int = 0, *, mean: float = 0.0, sd: float = 1.0
    ) -> float:
        """Return a normal variate."""
        return normal(self.key, purpose(name), entity, index, mean, sd)

    def lognormal(
        self, name: str, entity: int, index: int = 0, *, median: float, sigma: float
    ) -> float:
        """Return a lognormal variate with *median*, and *sigma* of its logarithm."""
        return lognormal(self.key, purpose(name), entity, index, median, sigma)

    def triangular(
        self, name: str, entity: int, index: int = 0, *, low: float, mode: float, high: float
    ) -> float:
        """Return a triangular variate."""
        return triangular(self.key, purpose(name), entity, index, low, mode, high)

    def discrete(self, name: str, entity: int, index: int = 0, *, weights: Sequence[float]) -> int:
        """Return an index of *weights* with a chance proportional to its weight."""
        table = np.asarray(weights, dtype=np.float64)
        if table.size == 0 or not np.all(table >= 0) or not table.sum() > 0:
            raise TrainkitError(f"Weights must be zero or more and not all zero, not {weights}.")
        return discrete(self.key, purpose(name), entity, index, table)
