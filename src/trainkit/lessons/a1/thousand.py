"""A thousand logs: how many of twenty acts each reading of the first instant would misjudge.

Twenty acts fall evenly over the four days about the instant, in a thousand logs. It is a light
experiment and says one thing: what a wrong reading costs in acts.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck, many_uniform, purpose

LOGS, ACTS, SPAN_H = 1_000, 20, 96.0


def misjudged(seed: int, right: datetime, reading: datetime) -> NDArray[np.int64]:
    """Return how many acts of each log a reading misjudges, shape (LOGS,).

    Args:
        seed: The trainee's visible luck; all readings meet the same acts.
        right: First instant by the rule.
        reading: First instant by the reading.
    """
    drawn = many_uniform(Luck(seed).key, purpose("a1 thousand logs"), np.arange(LOGS * ACTS), 0)
    done_h = (drawn.reshape(LOGS, ACTS) - 0.5) * SPAN_H
    off_h = (reading - right) / timedelta(hours=1)
    wrong = (done_h >= 0.0) != (done_h >= off_h)
    counted: NDArray[np.int64] = wrong.sum(axis=1)
    return counted


def by_reading(
    seed: int, right: datetime, readings: Mapping[str, datetime]
) -> dict[str, NDArray[np.int64]]:
    """Return the misjudged acts of each log, by the name of the reading."""
    return {name: misjudged(seed, right, reading) for name, reading in readings.items()}
