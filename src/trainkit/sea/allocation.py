"""Optimal allocation of search effort to cells, for one and for several resources.

A cell holds the object with probability w; effort x_j of resources with coverage e_j a unit of
effort fails there with exp(-sum e_j x_j). Sought is the greatest probability of success within each
resource's own budget. One resource is exact by water-filling. Several are a convex problem, solved
by an interior point method and then filled again resource by resource, which makes zeros exact and
spends every budget. The cells' gap to the optimum is known: see `optimality_gap`.

Sources:
    Koopman (1946, 1980); Charnes & Cooper (1958); Stone, L. D. (1975). *Theory of Optimal Search*.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown
from trainkit.sea.interior import shares
from trainkit.sea.waterfill import fill

Floats = NDArray[np.float64]

_ENOUGH = 1e-13
_MOST_ROUNDS = 100


def allocate(
    weights: ArrayLike, efforts: ArrayLike, effectiveness: ArrayLike
) -> tuple[Floats, float]:
    """Return the allocation that is most likely to find the object, and how likely that is.

    Args:
        weights: How likely the object is in each cell, shape (cells,); zero or more, in any unit,
            normalised here.
        efforts: Budget of each resource, shape (resources,), for instance in hours.
        effectiveness: Coverage a unit of effort gives, shape (cells, resources): sweep width times
            speed over the cell's area. Zero where a resource cannot search.

    Returns:
        (allocation, pos): shape (cells, resources) in the unit of the efforts, and the probability
        of success. A budget is spent wholly, unless its resource can find nothing anywhere.

    Raises:
        TrainkitError: shapes do not match, something is negative or no number, or no cell has
            weight.

    Examples:
        >>> spread, pos = allocate([2, 4, 2], [0.2], [[9], [3], [6]])
        >>> spread[:, 0].round(6).tolist()
        [0.073224, 0.084517, 0.042259]
    """
    chances, budgets, rates = _checked(weights, efforts, effectiveness)
    log_weights = np.full(len(chances), -np.inf)
    np.log(chances, out=log_weights, where=chances > 0.0)
    useful = (rates > 0.0) & (chances > 0.0)[:, None] & (budgets > 0.0)
    cells, resources = useful.any(axis=1), useful.any(axis=0)
    spread = np.zeros(rates.shape)
    inner = np.ix_(cells, resources)
    spread[inner] = _best(log_weights[cells], budgets[resources], rates[inner])
    return spread, probability_of_success(chances, spread, rates)


def probability_of_success(
    weights: ArrayLike, allocation: ArrayLike, effectiveness: ArrayLike
) -> float:
    """Return the chance that an allocation finds the object, 1 - sum w exp(-sum e x) / sum w.

    Args:
        weights: Shape (cells,).
        allocation: Shape (cells, resources).
        effectiveness: Shape (cells, resources).
    """
    chances, spread, rates = (np.asarray(a, float) for a in (weights, allocation, effectiveness))
    found = -np.expm1(-(spread * rates).sum(axis=1))
    return float(chances @ found / chances.sum())


def optimality_gap(
    weights: ArrayLike, efforts: ArrayLike, effectiveness: ArrayLike, allocation: ArrayLike
) -> float:
    """Return a bound of how much probability of success an allocation leaves unfound.

    The failure probability is convex, so that no allocation can be better than the tangent at this
    one allows: each budget put wholly where it gains most.

    Args:
        weights: Shape (cells,).
        efforts: Shape (resources,).
        effectiveness: Shape (cells, resources).
        allocation: Shape (cells, resources).
    """
    chances, rates, spread = (np.asarray(a, float) for a in (weights, effectiveness, allocation))
    left = chances / chances.sum() * np.exp(-(rates * spread).sum(axis=1))
    gain = left[:, None] * rates
    return float(np.asarray(efforts, float) @ gain.max(axis=0) - (gain * spread).sum())


def _best(log_weights: Floats, budgets: Floats, rates: Floats) -> Floats:
    if not len(budgets):
        return np.zeros(rates.shape)
    if len(budgets) == 1:
        return fill(log_weights, budgets[0], rates[:, 0])[:, None]
    spread = shares(log_weights, rates * budgets) * budgets
    weights = np.exp(log_weights)
    for _ in range(_MOST_ROUNDS):
        spread = _filled_again(log_weights, budgets, rates, spread)
        if optimality_gap(weights, budgets, rates, spread) <= _ENOUGH:
            break
    return spread


def _filled_again(log_weights: Floats, budgets: Floats, rates: Floats, spread: Floats) -> Floats:
    """Return the allocation after each resource is spread anew over what the others leave."""
    spread = spread.copy()
    for resource, budget in enumerate(budgets):
        spread[:, resource] = 0.0
        others = log_weights - (rates * spread).sum(axis=1)
        spread[:, resource] = fill(others, budget, rates[:, resource])
    return spread


def _checked(
    weights: ArrayLike, efforts: ArrayLike, effectiveness: ArrayLike
) -> tuple[Floats, Floats, Floats]:
    chances = _numbers("weights", weights, 1)
    budgets = _numbers("efforts", efforts, 1)
    rates = _numbers("effectiveness", effectiveness, 2)
    if rates.shape != (len(chances), len(budgets)):
        raise TrainkitError(
            f"The effectiveness has shape {rates.shape}; {len(chances)} weights and {len(budgets)} "
            f"efforts need ({len(chances)}, {len(budgets)}): a row a cell, a column a resource."
        )
    if not chances.sum() > 0.0:
        raise TrainkitError("No cell has any weight. Give at least one weight above 0.")
    return chances / chances.max() / (chances / chances.max()).sum(), budgets, rates


def _numbers(name: str, values: ArrayLike, dimensions: int) -> Floats:
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        array = np.full(1, np.nan)
    if array.ndim != dimensions or not np.all((array >= 0.0) & (array < np.inf)):
        raise TrainkitError(
            f"The {name} must be finite numbers from 0 in an array of {dimensions} "
            f"dimension{'s' if dimensions > 1 else ''}, not {shown(values)}."
        )
    return array
