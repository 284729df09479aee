"""One resource over cells: effort flows to where it gains most, as water fills a basin.

With detection 1 - exp(-e x) the gain of a further unit in a cell is w e exp(-e x). At the optimum
it is the same, a level, in all cells that get effort, and below it in the others; so cells are
filled in the order of their first gain, and the level that spends the budget is a closed form.

Sources:
    Koopman (1946), ch. on the distribution of effort; Charnes, A., Cooper, W. W. (1958). The
        theory of search: optimum distribution of search effort. *Management Science* 5, 44-50.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fill(log_weights: Floats, effort: float, effectiveness: Floats) -> Floats:
    """Return the optimal effort of one resource in each cell, shape (cells,).

    Args:
        log_weights: Logarithms of what is still to find in the cells, -inf for nothing.
        effort: The budget, spent wholly if any cell repays it.
        effectiveness: Coverage a unit of effort, shape (cells,), zero or more.
    """
    spread = np.zeros(len(log_weights))
    useful = np.flatnonzero((effectiveness > 0.0) & np.isfinite(log_weights))
    if effort <= 0.0 or not len(useful):
        return spread
    rate = effectiveness[useful]
    gain = log_weights[useful] + np.log(rate)
    gain -= gain.max()
    need = np.maximum(0.0, gain - _log_level(gain, rate, effort)) / rate
    spread[useful] = need * (effort / need.sum())
    return spread


def _log_level(gain: Floats, rate: Floats, effort: float) -> float:
    """Return the logarithm of the gain at which the budget is spent."""
    order = np.argsort(-gain, kind="stable")
    first, per_level = gain[order], np.cumsum(1.0 / rate[order])
    levels = (np.cumsum(first / rate[order]) - effort) / per_level
    beyond = np.append(first[1:], -np.inf)
    return float(levels[np.argmax(levels >= beyond)])
