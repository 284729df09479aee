"""A thousand alerts from another region: how long people wait, by what the centre does.

A light experiment with assumed figures. It knows nothing of real centres, and says one thing: what
waiting for an acceptance costs.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck

ALERTS = 1_000
MEDIAN_H, SPREAD = 0.75, 0.8
"""Assumed: half of the centres that accept do so within three quarters of an hour; lognormal."""
SILENT = 0.2
"""Assumed: share of alerts that the responsible centre never answers."""
OWN_H, OTHER_H, ASKING_H, CHANCE_H = 1.0, 1.5, 0.75, 12.0
"""Assumed: transit of one's own unit and of the other's; time to ask; until somebody passes."""


def accepted_after(seed: int) -> NDArray[np.float64]:
    """Return the hours after which the responsible centre accepts; infinite where it never does."""
    luck = Luck(seed)
    return np.array([_accepted(luck, alert) for alert in range(ALERTS)])


def _accepted(luck: Luck, alert: int) -> float:
    if luck.uniform("a2 silence", alert) < SILENT:
        return float("inf")
    return luck.lognormal("a2 acceptance", alert, median=MEDIAN_H, sigma=SPREAD)


def waits(seed: int, due: str) -> NDArray[np.float64]:
    """Return the hours until the first unit is there, alert by alert, in the same luck.

    Args:
        seed: The trainee's visible luck.
        due: What the centre that was told does: ``go``, ``hold``, ``ask``, ``relay`` or ``none``.
    """
    other = np.minimum(accepted_after(seed) + OTHER_H, CHANCE_H)
    own: Mapping[str, float] = {"go": OWN_H, "hold": OWN_H, "ask": ASKING_H + OWN_H}
    return np.minimum(other, own.get(due, CHANCE_H))
