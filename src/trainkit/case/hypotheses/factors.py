"""Tables over several variables: multiplied, fixed to what was seen, and summed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Factor:
    """A table of weights.

    Attributes:
        names: Its variables, in the order of the axes.
        states: States of each variable.
        values: The weights, with one axis a variable.
    """

    names: tuple[str, ...]
    states: tuple[tuple[str, ...], ...]
    values: Values

    @classmethod
    def of(
        cls,
        names: tuple[str, ...],
        states: tuple[tuple[str, ...], ...],
        weights: Mapping[tuple[str, ...], float],
    ) -> "Factor":
        """Return the factor with *weights* by the states of its variables."""
        flat = [weights[cell] for cell in product(*states)]
        return cls(names, states, np.array(flat).reshape([len(one) for one in states]))

    def along(self, name: str) -> list[float]:
        """Return the weights of one variable, all others summed out."""
        axes = tuple(n for n, one in enumerate(self.names) if one != name)
        return [float(value) for value in self.values.sum(axis=axes)]


def evidence(factor: Factor, seen: Mapping[str, str]) -> Factor:
    """Return a factor in which only what was seen has weight."""
    values = factor.values.copy()
    for axis, (name, states) in enumerate(zip(factor.names, factor.states, strict=True)):
        if name in seen:
            kept = np.array([state == seen[name] for state in states], dtype=float)
            values *= kept.reshape([-1 if n == axis else 1 for n in range(values.ndim)])
    return Factor(factor.names, factor.states, values)


def multiplied(factors: Sequence[Factor]) -> Factor:
    """Return the product of factors, over all their variables."""
    states = {
        name: one
        for factor in factors
        for name, one in zip(factor.names, factor.states, strict=True)
    }
    names = tuple(states)
    values = np.ones([len(states[name]) for name in names])
    for factor in factors:
        values = values * _spread(factor, names)
    return Factor(names, tuple(states.values()), values)


def _spread(factor: Factor, names: tuple[str, ...]) -> Values:
    """Return a factor's values with an axis for each of *names*, of length 1 where it has none."""
    order = [factor.names.index(name) for name in names if name in factor.names]
    shape = [
        len(factor.states[factor.names.index(name)]) if name in factor.names else 1
        for name in names
    ]
    return factor.values.transpose(order).reshape(shape)


def summed_out(factor: Factor, name: str) -> Factor:
    """Return a factor without one of its variables."""
    axis = factor.names.index(name)
    kept = [n for n in range(len(factor.names)) if n != axis]
    return Factor(
        tuple(factor.names[n] for n in kept),
        tuple(factor.states[n] for n in kept),
        factor.values.sum(axis=axis),
    )
