"""The eight labelled shapes of laundering, as shapes of flows: which account pays which, in steps.

A shape says nothing of how money is hidden: it has no amounts, no banks and no reasons. Sizes and
shares answer to the published data: the mean number of payments of a shape is that of AMLworld.

Sources:
    Altman et al. (2023). *Realistic synthetic financial transactions for anti-money laundering
    models*. arXiv:2306.16424, data set LI-Large, as `reference/case.md` section 2 gives it.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.luck import Luck

PUBLISHED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "fan_out": (277, 2_014),
        "fan_in": (279, 2_003),
        "cycle": (298, 2_326),
        "bipartite": (277, 1_858),
        "stack": (259, 3_239),
        "random": (278, 1_831),
        "scatter_gather": (276, 4_202),
        "gather_scatter": (284, 4_010),
    }
)
"""Patterns and their payments in AMLworld LI-Large, by shape."""

SHAPES = tuple(PUBLISHED)

Leg = tuple[int, int, int]
"""One payment of a shape: account that pays, account that is paid, step at which it does."""


@dataclass(frozen=True)
class Flow:
    """A shape with its size.

    Attributes:
        shape: One of the eight.
        legs: Its payments, by steps; accounts are numbered from 0.
    """

    shape: str
    legs: tuple[Leg, ...]

    @property
    def n_accounts(self) -> int:
        """How many accounts it runs through."""
        return 1 + max(max(payer, paid) for payer, paid, _ in self.legs)

    @property
    def n_steps(self) -> int:
        """How many steps it has."""
        return 1 + max(step for _, _, step in self.legs)


def payments_each(shape: str) -> float:
    """Return the published mean number of payments of a shape.

    Raises:
        TrainkitError: there is no such shape.

    Examples:
        >>> round(payments_each("stack"), 2)
        12.51
    """
    patterns, payments = PUBLISHED[known(shape)]
    return payments / patterns


def known(shape: str) -> str:
    """Return a shape that exists.

    Raises:
        TrainkitError: there is none of that name.
    """
    if shape not in PUBLISHED:
        raise TrainkitError(
            f"No shape is called '{shape}'.{nearest(shape, SHAPES)} They are {', '.join(SHAPES)}."
        )
    return shape


def drawn_shape(luck: Luck, entity: int) -> str:
    """Return a shape, drawn by the published shares."""
    weights = [float(patterns) for patterns, _ in PUBLISHED.values()]
    return SHAPES[luck.discrete("finance shape", entity, weights=weights)]


def flow(shape: str, luck: Luck, entity: int) -> Flow:
    """Return a shape with a drawn size, whose mean number of payments is the published one.

    Args:
        shape: One of the eight.
        luck: Luck of the ledger.
        entity: Number of the pattern.

    Raises:
        TrainkitError: there is no such shape.
    """
    mean = payments_each(shape)

    def size(mean: float, low: int, index: int) -> int:
        """Return a whole number of at least *low* whose mean is *mean*, evenly spread."""
        spread = low + 2.0 * (mean - low) * luck.uniform("finance size", entity, 2 * index)
        return math.floor(spread + luck.uniform("finance size", entity, 2 * index + 1))

    return Flow(shape, tuple(_LEGS[shape](mean, size)))


_Sized = Callable[[float, int, int], int]


def _fan_out(mean: float, size: _Sized) -> list[Leg]:
    return _full([0], _next(1, size(mean, 3, 0)), 0)


def _fan_in(mean: float, size: _Sized) -> list[Leg]:
    return _full(_next(1, size(mean, 3, 0)), [0], 0)


def _cycle(mean: float, size: _Sized) -> list[Leg]:
    n = size(mean, 3, 0)
    return [(at, (at + 1) % n, at) for at in range(n)]


def _random(mean: float, size: _Sized) -> list[Leg]:
    return [(at, at + 1, at) for at in range(size(mean, 3, 0))]


def _bipartite(mean: float, size: _Sized) -> list[Leg]:
    """Each of one side pays each of the other: the mean of a product of two independent sizes."""
    payers = _next(0, size(math.sqrt(mean), 2, 0))
    return _full(payers, _next(len(payers), size(math.sqrt(mean), 2, 1)), 0)


def _stack(mean: float, size: _Sized) -> list[Leg]:
    side = math.sqrt(mean / 2.0)
    first = _next(0, size(side, 2, 0))
    middle = _next(len(first), size(side, 2, 1))
    last = _next(len(first) + len(middle), size(side, 2, 2))
    return _full(first, middle, 0) + _full(middle, last, 1)


def _scatter_gather(mean: float, size: _Sized) -> list[Leg]:
    middle = _next(2, size(mean / 2.0, 3, 0))
    return _full([0], middle, 0) + _full(middle, [1], 1)


def _gather_scatter(mean: float, size: _Sized) -> list[Leg]:
    sources = _next(1, size(mean / 2.0, 3, 0))
    targets = _next(1 + len(sources), size(mean / 2.0, 3, 1))
    return _full(sources, [0], 0) + _full([0], targets, 1)


def _next(first: int, n: int) -> list[int]:
    return list(range(first, first + n))


def _full(payers: list[int], paid: list[int], step: int) -> list[Leg]:
    return [(payer, one, step) for payer in payers for one in paid]


_LEGS: Mapping[str, Callable[[float, _Sized], list[Leg]]] = {
    "fan_out": _fan_out,
    "fan_in": _fan_in,
    "cycle": _cycle,
    "bipartite": _bipartite,
    "stack": _stack,
    "random": _random,
    "scatter_gather": _scatter_gather,
    "gather_scatter": _gather_scatter,
}
