"""The controller of an exercise: it pauses, takes orders as data, goes on, branches and resumes.

A pause, a branch and a resumed exercise are one thing: the run begun again with the orders so far.
An order holds from the moment at which it is given, and the past is never changed, so that a branch
meets the same luck as the exercise that it leaves.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.exercise import saved, sides
from trainkit.exercise.led import Led, Point, led
from trainkit.exercise.live import Live, begun
from trainkit.exercise.order import Order, checked, shown_h
from trainkit.kernel.logbook import Logbook
from trainkit.scenarios import Scenario


@dataclass
class Exercise:
    """A joint operation or an investigation that somebody leads.

    Attributes:
        scenario: What is played; its own orders, where it has any, come first.
        seed: Seed of the night.
        replication: Which of the runs of this seed.
        orders: The orders so far, in the order of their times.
        now_h: Where the exercise stands, in hours.

    Examples:
        >>> from trainkit.scenarios import load
        >>> night = Exercise(load("trainkit/joint-night"), seed=7)
        >>> night.to(12.0)
        >>> night.order(order="sharing", word="picture")
        >>> night.now_h, night.orders[0]["time_h"]
        (12.0, 12.0)
    """

    scenario: Scenario
    seed: int
    replication: int = 0
    orders: tuple[Order, ...] = ()
    now_h: float = 0.0
    _live: Live | None = field(default=None, repr=False, compare=False)
    _led: Led = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._led = led(self.scenario)
        given = (dict(order) for order in self.orders)
        self.orders = tuple(sorted(given, key=lambda order: float(order["time_h"])))
        self._played()

    def _played(self) -> Scenario:
        """Return the scenario with the orders so far; a wrong one is refused here."""
        own = tuple(order.model_dump() for order in self.scenario.parameters.orders)
        return self.scenario.vary("orders", (*own, *self.orders)) if self.orders else self.scenario

    @property
    def _run(self) -> Live:
        if self._live is None:
            self._live = begun(self._led, self._played(), self.seed, self.replication)
        self._live.to(self.now_h)
        return self._live

    @property
    def logbook(self) -> Logbook:
        """All that has happened so far: the truth, which nobody in it has."""
        return self._run.logbook

    def to(self, time_h: float) -> None:
        """Go on until a time, and pause.

        Raises:
            TrainkitError: the time has passed, or lies beyond the end.
        """
        if not self.now_h <= time_h <= self.scenario.horizon_h:
            raise TrainkitError(
                f"The exercise stands at {shown_h(self.now_h)} and ends at "
                f"{shown_h(self.scenario.horizon_h)}; {shown_h(time_h)} is not between them. To go "
                "back, branch: exercise.branch(at_h, orders)."
            )
        self.now_h = float(time_h)
        self._run.to(self.now_h)

    def order(self, **values: Any) -> None:
        """Give an order now.

        Args:
            **values: Fields of an order but for its time. At sea these are ``order``, and what it
                needs of ``unit``, ``area_x_nm``, ``area_y_nm``, ``word``, ``case``; in a case
                ``order``, and what it needs of ``word``, ``amount``, ``whom``, ``reason``.

        Raises:
            TrainkitError: there is no such order, unit or word; the area is on land; the law has no
                basis for it; a time other than now is asked for.
        """
        new = checked(self._led, self._played(), values, self.now_h)
        self.orders, self._live = (*self.orders, new), None
        self._played()

    def picture(self, whose: str = "Alder") -> Any:
        """Return what a rescue centre, or the team of a State, knows now: never the truth.

        Raises:
            TrainkitError: nobody of that name leads it.
        """
        self._require_leader(whose)
        return self._led.picture(self._run, self._played().parameters, whose, self.now_h)

    def next_point(self, whose: str = "Alder") -> Point | None:
        """Return when somebody may next want to decide, if nobody orders anything before.

        Returns:
            The first such moment after now; None where there is none until the end.

        Raises:
            TrainkitError: nobody of that name leads it.
        """
        self._require_leader(whose)
        ahead = begun(self._led, self._played(), self.seed, self.replication)
        ahead.to(self.scenario.horizon_h)
        spec = self._played().parameters
        points = self._led.points(ahead.logbook, spec, whose)
        coming = (one for one in points if self.now_h <= one.time_h < self.scenario.horizon_h)
        return min(coming, key=lambda one: one.time_h, default=None)

    def to_next(self, whose: str = "Alder") -> Point | None:
        """Go on to just after the next such moment, and pause; to the end where there is none."""
        point = self.next_point(whose)
        end_h = self.scenario.horizon_h
        self.to(end_h if point is None else min(math.nextafter(point.time_h, math.inf), end_h))
        return point

    def _require_leader(self, whose: str) -> None:
        known = self._led.whose
        if whose not in known:
            raise TrainkitError(
                f"Nobody called '{whose}' leads here.{nearest(whose, known)} It is led by "
                f"{', '.join(known)}."
            )

    def branch(self, at_h: float, orders: Iterable[Mapping[str, Any]] = ()) -> "Exercise":
        """Return another exercise in the same luck: the orders before *at_h*, then these at once.

        Args:
            at_h: Moment that the branch leaves at, in hours; what was ordered from then on is gone.
            orders: Orders that are given at that moment instead.

        Raises:
            TrainkitError: the moment is not within the exercise, or an order is refused.
        """
        kept = tuple(order for order in self.orders if float(order["time_h"]) < at_h)
        other = Exercise(self.scenario, self.seed, self.replication, kept)
        other.to(at_h)
        for order in orders:
            other.order(**{name: value for name, value in order.items() if name != "time_h"})
        return other

    def compare(self, other: "Exercise") -> tuple[sides.Side, ...]:
        """Return the measures of both so far, side by side.

        Raises:
            TrainkitError: they are not of one night, or do not stand at one time.
        """
        mine = (self.scenario.fingerprint, self.seed, self.replication, self.now_h)
        if mine != (other.scenario.fingerprint, other.seed, other.replication, other.now_h):
            raise TrainkitError(
                "Two exercises are compared in the same luck at the same hour: same scenario, seed "
                f"and replication. One stands at {shown_h(self.now_h)} with seed {self.seed}, the "
                f"other at {shown_h(other.now_h)} with seed {other.seed}. Bring both to one hour."
            )
        return sides.sides(self._led.measures, self.logbook, other.logbook, self.now_h)

    def save(self, path: Path) -> None:
        """Write the exercise to a file, whole or not at all: scenario, seed, orders, hour."""
        content = {
            "scenario": self.scenario.name,
            "fingerprint": self.scenario.fingerprint,
            "seed": self.seed,
            "replication": self.replication,
            "now_h": self.now_h,
            "orders": list(self.orders),
        }
        saved.write(path, content)

    @classmethod
    def resumed(cls, path: Path, scenario: Scenario) -> "Exercise":
        """Return the exercise that a file holds, where it stood.

        Args:
            path: The file that `save` wrote.
            scenario: The scenario that is played.

        Raises:
            TrainkitError: the file is damaged, or of another scenario.
        """
        content = saved.read(path, scenario.fingerprint)
        made = cls(scenario, content["seed"], content["replication"], tuple(content["orders"]))
        made.to(content["now_h"])
        return made
