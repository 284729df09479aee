"""The overloaded boat: it may be swamped by the sea, or capsized by an approach.

Both draw on one budget, an exponential amount of hazard that the boat withstands: the sea spends it
all the time, an approach at once. The energy of the sea goes with the square of its height. A
swamped boat breaks up in time and sets its people into the water.
"""

import math
from collections.abc import Callable
from typing import Any

from trainkit.joint.mass_rescue.people import IN_WATER, ON_BOAT, ON_HULL, People
from trainkit.joint.mass_rescue.spec import MassRescueSpec, UnitSpec
from trainkit.kernel.luck import Luck

Wrote = Callable[..., None]


class Boat:
    """The boat of one run.

    Attributes:
        sea_m: Height of the open sea now.
        sheltered: Whether a ship makes a lee for the boat.
        alongside: Craft that are alongside now.
    """

    def __init__(
        self, env: Any, spec: MassRescueSpec, luck: Luck, people: People, wrote: Wrote
    ) -> None:
        self._env, self._spec, self._people, self._wrote = env, spec, people, wrote
        self.sea_m, self.alongside, self.sheltered = 0.0, 0, False
        self._left = _budget(spec, luck)
        self._breakup = luck.exponential("mass rescue breakup", 0, mean=1.0)
        self._rate, self._since, self._version = 0.0, 0.0, 0

    @property
    def afloat(self) -> bool:
        """Whether there are people on it and it is not swamped."""
        return bool(self._people.at[ON_BOAT])

    def settle(self) -> None:
        """Spend what the sea has spent since, and wake when it will have spent all."""
        now = self._env.now
        self._spend(self._rate * (now - self._since))
        self._rate, self._since = self._hazard_per_h(), now
        self._version += 1
        left = self._left if self.afloat else self._breakup
        if self._rate > 0.0 and math.isfinite(left):
            wake, version = self._env.timeout(max(0.0, left) / self._rate), self._version
            wake.callbacks.append(lambda _: self._wake(version))

    def _spend(self, hazard: float) -> None:
        if self.afloat:
            self._left -= hazard
        else:
            self._breakup -= hazard

    def _hazard_per_h(self) -> float:
        spec = self._spec
        if self.afloat:
            return spec.founder_per_h * self._here_m**2 * self._crowd()
        return spec.breakup_per_h * self._here_m if self._people.at[ON_HULL] else 0.0

    @property
    def _here_m(self) -> float:
        return self.sea_m * (self._spec.lee_factor if self.sheltered else 1.0)

    def _crowd(self) -> float:
        return len(self._people.at[ON_BOAT]) / self._spec.boat_capacity

    def _wake(self, version: int) -> None:
        if version != self._version:
            return
        if self.afloat:
            self._wrote("boat_swamped", persons=self._people.move(ON_BOAT, ON_HULL))
        elif self._people.at[ON_HULL]:
            moved = self._people.move(ON_HULL, IN_WATER)
            self._wrote("boat_capsized", persons=moved, cause="sea")
        self._rate = 0.0
        self.settle()

    def risk(self, unit: UnitSpec) -> float:
        """Return the hazard of an approach now, with the craft that are alongside."""
        spec, bare = self._spec, self._people.bare()
        risk = approach_risk(spec, unit, self._here_m, self._crowd(), bare)
        return risk * (1.0 + spec.crowding_alongside * self.alongside)

    def approach(self, risk: float) -> None:
        """Let a craft come alongside with that hazard. The boat may capsize."""
        self.settle()
        self.alongside += 1
        self._left -= risk
        if self._left <= 0.0:
            moved = self._people.move(ON_BOAT, IN_WATER)
            self._wrote("boat_capsized", persons=moved, cause="approach")
        self.settle()


def approach_risk(
    spec: MassRescueSpec, unit: UnitSpec, sea_m: float, crowd: float, bare: bool
) -> float:
    """Return the hazard of one approach by one craft.

    Args:
        spec: The rescue.
        unit: The craft.
        sea_m: Height of the sea.
        crowd: People on the boat over those it was built for.
        bare: Whether anybody on it has no lifejacket.
    """
    unprotected = spec.unprotected_factor if bare else 1.0
    return spec.approach_risk * sea_m**2 * crowd * unit.bulk * unprotected


def _budget(spec: MassRescueSpec, luck: Luck) -> float:
    """Return how much hazard the boat withstands: drawn, or at a stated share of such boats."""
    if spec.withstands < 0.0:
        return luck.exponential("mass rescue steadiness", 0, mean=1.0)
    return math.inf if spec.withstands >= 1.0 else -math.log1p(-spec.withstands)
