"""Philox4x32-10: 128 random bits as a pure function of a counter and a key.

Sources:
    Salmon, Moraes, Dror, Shaw (2011). *Parallel random numbers: as easy as 1, 2, 3*. SC '11,
    with the known answers of the Random123 distribution.
"""

from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Key = tuple[int, int, int]
"""Low word of the seed, high word of the seed, replication."""

Words = tuple[int, int, int, int]

_WORD = 0xFFFFFFFF
_MULTIPLIER_0 = 0xD2511F53
_MULTIPLIER_1 = 0xCD9E8D57
_WEYL_0 = 0x9E3779B9
_WEYL_1 = 0xBB67AE85
_ROUNDS = 10
_LOW, _HALF = np.uint64(_WORD), np.uint64(32)
_MULTIPLIERS = np.array([[_MULTIPLIER_0], [_MULTIPLIER_1]], dtype=np.uint64)


def philox(counter: Words, k0: int, k1: int) -> Words:
    """Return the four words of *counter* under the key (*k0*, *k1*).

    Examples:
        >>> [f"{word:08x}" for word in philox((0, 0, 0, 0), 0, 0)]
        ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']
    """
    c0, c1, c2, c3 = counter
    for round_0, round_1 in _round_keys(k0, k1):
        product_0 = _MULTIPLIER_0 * c0
        product_1 = _MULTIPLIER_1 * c2
        c0, c2 = (product_1 >> 32) ^ c1 ^ round_0, (product_0 >> 32) ^ c3 ^ round_1
        c1, c3 = product_1 & _WORD, product_0 & _WORD
    return c0, c1, c2, c3


@lru_cache(maxsize=256)
def _round_keys(k0: int, k1: int) -> tuple[tuple[int, int], ...]:
    """Return the keys of the ten rounds; all draws of a replication share them."""
    rounds = range(_ROUNDS)
    return tuple(((k0 + n * _WEYL_0) & _WORD, (k1 + n * _WEYL_1) & _WORD) for n in rounds)


def words(key: Key, purpose: int, entity: int, index: int) -> Words:
    """Return the four 32-bit words drawn for one purpose, entity and index.

    Args:
        key: Seed and replication, from `trainkit.kernel.luck.key`.
        purpose: Number of the source of chance.
        entity: Who draws; never depends on the order of events.
        index: The how-manieth draw of that entity for that purpose.
    """
    counter = (index & _WORD, purpose & _WORD, entity & _WORD, key[1])
    return philox(counter, key[0], key[2] & _WORD)


def many_words(
    key: Key, purpose: int | NDArray[Any], entities: NDArray[Any], index: int | NDArray[Any]
) -> NDArray[np.uint64]:
    """Return the words of many entities at once, shape (4, entities): the bits of `words`.

    Purpose and index are one for all, or one for each entity.
    """
    even = np.empty((2, len(entities)), dtype=np.uint64)
    odd = np.empty_like(even)
    even[0], odd[0] = index & _WORD, purpose & _WORD
    even[1], odd[1] = entities.astype(np.uint64) & _LOW, key[1]
    for round_keys in _many_round_keys(key[0], key[2] & _WORD):
        products = _MULTIPLIERS * even
        even = (products >> _HALF)[::-1] ^ odd ^ round_keys
        odd = (products & _LOW)[::-1]
    return np.stack((even[0], odd[0], even[1], odd[1]))


@lru_cache(maxsize=256)
def _many_round_keys(k0: int, k1: int) -> NDArray[np.uint64]:
    """Return the keys of the ten rounds, shape (10, 2, 1)."""
    return np.array(_round_keys(k0, k1), dtype=np.uint64)[:, :, np.newaxis]


@cache
def register_words(numba: Any) -> None:
    """Teach numba `words` in unsigned 64-bit arithmetic; plain Python needs no such types."""
    from numba.extending import overload

    u8 = numba.uint64

    def compiled_words(key: Any, purpose: Any, entity: Any, index: Any) -> Any:  # noqa: ARG001
        return _typed_words

    def _typed_words(key: Any, purpose: Any, entity: Any, index: Any) -> Any:
        word = u8(_WORD)
        shift = u8(32)
        c0, c1 = u8(index) & word, u8(purpose) & word
        c2, c3 = u8(entity) & word, u8(key[1])
        k0, k1 = u8(key[0]), u8(key[2]) & word
        for _ in range(_ROUNDS):
            product_0, product_1 = u8(_MULTIPLIER_0) * c0, u8(_MULTIPLIER_1) * c2
            c0, c2 = (product_1 >> shift) ^ c1 ^ k0, (product_0 >> shift) ^ c3 ^ k1
            c1, c3 = product_1 & word, product_0 & word
            k0, k1 = (k0 + u8(_WEYL_0)) & word, (k1 + u8(_WEYL_1)) & word
        return c0, c1, c2, c3

    overload(words, strict=False)(compiled_words)
