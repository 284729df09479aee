"""How three plans of other teams wore off: capacity on the day and months later, by a formula.

    capacity after t days = 1 - loss * exp(-t / half_worn)

One plan takes most on the day and wears off soon, one takes less and lasts, one takes little.
"""

import math
from dataclasses import dataclass

from trainkit.kernel.luck import Luck

DAYS = (0, 30, 90, 180, 365)
PLANS = ("P", "Q", "R")
A_WEEK = 7.0


@dataclass(frozen=True)
class Curves:
    """Capacity in percent of the initial one, by plan and day.

    Attributes:
        of: For each plan its values on the days.
    """

    of: tuple[tuple[int, ...], ...]

    def plan(self, name: str) -> dict[int, int]:
        """Return the values of a plan by day."""
        return dict(zip(DAYS, self.of[PLANS.index(name)], strict=True))


def draw_curves(luck: Luck) -> Curves:
    """Return a trainee's three curves."""

    def between(name: str, low: float, high: float) -> float:
        return low + (high - low) * luck.uniform(f"c2 curve {name}", 0)

    sorts = (
        (between("deep", 0.75, 0.88), between("soon", 70.0, 110.0)),
        (between("lasting", 0.5, 0.62), between("long", 500.0, 800.0)),
        (between("little", 0.2, 0.3), between("middle", 100.0, 200.0)),
    )
    order = sorted(range(3), key=lambda place: luck.uniform("c2 curve order", place))
    return Curves(tuple(_values(*sorts[place]) for place in order))


def _values(loss: float, worn: float) -> tuple[int, ...]:
    return tuple(round(100.0 * (1.0 - loss * math.exp(-day / worn))) for day in DAYS)


def readings(curves: Curves) -> dict[str, str | float]:
    """Return what the curves show, by the names of the answer's fields."""
    deepest = min(PLANS, key=lambda name: curves.plan(name)[0])
    lasting = min(PLANS, key=lambda name: curves.plan(name)[365])
    deep, last = curves.plan(deepest), curves.plan(lasting)
    return {
        "deepest": deepest,
        "lasting": lasting,
        "back": round(100.0 * (deep[90] - deep[0]) / (100.0 - deep[0]), 1),
        "events": round((15.0 * (last[0] + last[30]) + 30.0 * (last[30] + last[90])) / 700.0, 1),
    }
