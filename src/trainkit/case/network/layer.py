"""What ties a pair: contact, money, kin or trust, and how strongly.

Every pair has at least one layer; who handles money is tied by money more often; a boss is tied by
trust. Shares are assumptions.
"""

from collections.abc import Sequence

import numpy as np

from trainkit.case.actors import Actor, Layer, Role, Tie
from trainkit.case.network.spec import NetworkSpec
from trainkit.kernel.luck import Luck, many_uniform, purpose

MONEY: frozenset[Role] = frozenset({"financier", "value_transfer_agent"})
"""Roles that handle money."""

_CONTACT, _MONEY_AMONG_MONEY, _MONEY_ELSE, _TRUST_OF_ORGANISERS, _TRUST_ELSE = (
    0.85,
    0.8,
    0.1,
    0.6,
    0.1,
)


def ties(
    spec: NetworkSpec, actors: Sequence[Actor], pairs: Sequence[tuple[int, int]], luck: Luck
) -> tuple[Tie, ...]:
    """Return the ties of the *pairs*, in their order; a pair may be tied in several layers."""
    columns = [_column(luck, pairs, place) for place in range(5)]
    return tuple(
        Tie(first, second, layer, round(0.2 + 0.8 * strength, 3))
        for (first, second), *units, strength in zip(pairs, *columns, strict=True)
        for layer in _layers(spec, actors[first - 1], actors[second - 1], units)
    )


def _column(luck: Luck, pairs: Sequence[tuple[int, int]], place: int) -> list[float]:
    numbers = np.array([first * 4096 + second for first, second in pairs], dtype=np.int64)
    return list(many_uniform(luck.key, purpose("network layers"), numbers, place).tolist())


def _layers(spec: NetworkSpec, one: Actor, other: Actor, units: list[float]) -> list[Layer]:
    money = _MONEY_AMONG_MONEY if {one.role, other.role} & MONEY else _MONEY_ELSE
    trust = _TRUST_ELSE if "aide" in (one.rank, other.rank) else _TRUST_OF_ORGANISERS
    kin = spec.kin if one.side == other.side else spec.kin / 4
    chances: list[tuple[Layer, float]] = [
        ("contact", _CONTACT),
        ("money", money),
        ("kin", kin),
        ("trust", trust),
    ]
    found = [layer for unit, (layer, chance) in zip(units, chances, strict=True) if unit < chance]
    return found or ["contact"]
