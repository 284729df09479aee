"""Several resources over cells: a primal-dual interior point method that uses the structure.

Sought is the least logarithm of the failure probability, log sum_i w_i exp(-sum_j a_ij y_ij), over
shares y of each resource's budget that are not negative and sum to one. The logarithm has the same
minimiser and keeps its curvature where coverage is large. A Newton step couples all cells only
through the budgets and the failure probability, so it costs a linear system of resources + 1
unknowns, however many cells there are; scipy's SLSQP is dense in cells times resources and stops
at about six digits. That is why this is written here; tests hold it to SLSQP on small problems and
to the optimality conditions on all.

Sources:
    Boyd, S., Vandenberghe, L. (2004). *Convex Optimization*, 11.7.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_CENTRING = 0.1
_GAP = 1e-13
_MOST_STEPS = 200
_TO_EDGE = 0.99


@dataclass(frozen=True, slots=True)
class _Problem:
    """log weights (cells,), coverage of a whole budget (cells, resources), where that is useful."""

    log_weights: Floats
    coverage: Floats
    useful: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Point:
    """Shares and their multipliers (cells, resources), multipliers of the budgets (resources,)."""

    shares: Floats
    slack: Floats
    price: Floats

    def moved(self, by: "_Point", step: float) -> "_Point":
        return _Point(
            self.shares + step * by.shares,
            self.slack + step * by.slack,
            self.price + step * by.price,
        )


def shares(log_weights: Floats, coverage: Floats) -> Floats:
    """Return the optimal share of each resource in each cell, shape (cells, resources).

    Args:
        log_weights: Logarithms of the probabilities of the cells, shape (cells,).
        coverage: Coverage of each cell by the whole budget of each resource, shape
            (cells, resources); every row and column has something positive.
    """
    problem = _Problem(log_weights, coverage, coverage > 0.0)
    point = _start(problem)
    for _ in range(_MOST_STEPS):
        gap = _mean_gap(problem, point)
        if gap < _GAP:
            break
        try:
            step = _newton(problem, point, _CENTRING * gap)
        except np.linalg.LinAlgError:  # beyond what 16 digits resolve; what follows refines it
            break
        length = _length(problem, point, step, _CENTRING * gap)
        if length == 0.0:
            break
        point = point.moved(step, length)
    best: Floats = point.shares / point.shares.sum(axis=0)
    return best


def _start(problem: _Problem) -> _Point:
    even: Floats = problem.useful / problem.useful.sum(axis=0)
    gain = _left(problem, even)[:, None] * problem.coverage
    price = 2.0 * gain.max(axis=0) + 1e-12
    return _Point(even, np.where(problem.useful, price - gain, 0.0), price)


def _left(problem: _Problem, spread: Floats) -> Floats:
    """Return the share of the failure probability that lies in each cell."""
    logs = problem.log_weights - (problem.coverage * spread).sum(axis=1)
    left = np.exp(logs - logs.max())
    return np.asarray(left / left.sum())


def _mean_gap(problem: _Problem, point: _Point) -> float:
    return float((point.shares * point.slack).sum() / problem.useful.sum())


def _residuals(problem: _Problem, point: _Point, target: float) -> tuple[Floats, Floats, Floats]:
    """Return what is missing to stationarity, to the budgets and to the centred gap."""
    gain = _left(problem, point.shares)[:, None] * problem.coverage
    return (
        np.where(problem.useful, point.price - gain - point.slack, 0.0),
        point.shares.sum(axis=0) - 1.0,
        np.where(problem.useful, point.shares * point.slack - target, 0.0),
    )


def _newton(problem: _Problem, point: _Point, target: float) -> _Point:
    dual, primal, centre = _residuals(problem, point, target)
    safe = np.where(problem.useful, point.shares, 1.0)
    ease = np.where(problem.useful, safe / np.where(problem.useful, point.slack, 1.0), 0.0)
    push = -dual - centre / safe
    left = _left(problem, point.shares)
    price, bend = _prices(problem, left, ease, push, primal)
    move = np.where(problem.useful, ease * (push - price - problem.coverage * bend), 0.0)
    return _Point(move, -(centre + point.slack * move) / safe, price)


def _prices(
    problem: _Problem, left: Floats, ease: Floats, push: Floats, primal: Floats
) -> tuple[Floats, Floats]:
    """Return the step of the prices (resources,) and what each cell's failure adds (cells, 1)."""
    reach = problem.coverage * ease
    stiff = left[:, None] * problem.coverage * reach
    damp = 1.0 / (1.0 + stiff.sum(axis=1))
    keep = left * damp
    pull, mean = (reach * push).sum(axis=1), reach.T @ keep
    others = 1.0 - np.eye(ease.shape[1])
    own = ease * (1.0 + stiff @ others) * damp[:, None]
    among = -(reach * keep[:, None]).T @ reach
    np.fill_diagonal(among, own.sum(axis=0))
    system = np.block([[among, -mean[:, None]], [mean[None, :], np.full((1, 1), keep.sum())]])
    right = np.append((ease * push).sum(axis=0) + primal - reach.T @ (keep * pull), keep @ pull)
    solved = np.linalg.solve(system, right)
    return solved[:-1], (keep * (pull - reach @ solved[:-1] - solved[-1]))[:, None]


def _length(problem: _Problem, point: _Point, step: _Point, target: float) -> float:
    """Return how far to go: inside the positive, and only where the residuals shrink."""
    length = min(1.0, _TO_EDGE * _edge(point.shares, step.shares))
    length = min(length, _TO_EDGE * _edge(point.slack, step.slack))
    before = _size(problem, point, target)
    while length > 1e-12:
        if _size(problem, point.moved(step, length), target) <= (1.0 - 0.01 * length) * before:
            return length
        length /= 2.0
    return 0.0


def _edge(values: Floats, step: Floats) -> float:
    falling = step < 0.0
    return float(np.min(-values[falling] / step[falling], initial=np.inf))


def _size(problem: _Problem, point: _Point, target: float) -> float:
    return float(np.sqrt(sum((part * part).sum() for part in _residuals(problem, point, target))))
