"""The controller of an exercise: it pauses, takes orders as data, goes on, branches and resumes.

A pause, a branch and a resumed exercise are one thing: the run begun again with the orders so far.
An order holds from the moment at which it is given, and the past is never changed, so that a branch
meets the same luck as the exercise that it leaves.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.exercise import saved, sides
from trainkit.exercise.led import Led, Point, led
from trainkit.exercise.live import Live, begun
from trainkit.exercise.order import Order, checked, shown_h
from trainkit.exercise.points import ahead, require_leader, require_sorts, upcoming
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
    _points: dict[str, tuple[Point, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

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
            **values: Fields of the model's order but for its time: ``order``, and what it needs.

        Raises:
            TrainkitError: there is no such order, unit or word; the area is on land; the law has no
                basis for it; a time other than now is asked for.
        """
        new = checked(self._led, self._played(), values, self.now_h)
        self.orders, self._live, self._points = (*self.orders, new), None, {}
        self._played()

    def picture(self, whose: str = "Alder") -> Any:
        """Return what a rescue centre, or the team of a State, knows now: never the truth.

        Raises:
            TrainkitError: nobody of that name leads it.
        """
        require_leader(self._led, whose)
        return self._led.picture(self._run, self._played().parameters, whose, self.now_h)

    def decision_points(self, whose: str = "Alder") -> tuple[Point, ...]:
        """Return the moments so far at which somebody may have wanted to decide.

        Raises:
            TrainkitError: nobody of that name leads it.
        """
        require_leader(self._led, whose)
        found = self._led.points(self.logbook, self._played().parameters, whose, self.now_h)
        return tuple(one for one in found if one.time_h < self.now_h)

    def to_next(self, whose: str = "Alder", of: Collection[str] = ()) -> Point | None:
        """Go on to just after the next decision point of somebody, and pause.

        Args:
            whose: A rescue centre, or the State of a team.
            of: Sorts of points to stop at, such as ``("danger",)``; all where none is named.

        Returns:
            The point; None where there is none, and the exercise stands at the end.

        Raises:
            TrainkitError: nobody of that name leads it, or there is no such sort.
        """
        require_leader(self._led, whose)
        require_sorts(self._led, of)
        end_h = self.scenario.horizon_h
        point = upcoming(self._ahead(whose), of, self.now_h, end_h)
        self.to(end_h if point is None else min(math.nextafter(point.time_h, math.inf), end_h))
        return point

    def _ahead(self, whose: str) -> tuple[Point, ...]:
        if whose not in self._points:
            self._points[whose] = ahead(self._led, self._played(), self._where(), whose)
        return self._points[whose]

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

    def _where(self) -> sides.Luck:
        return sides.Luck(self.scenario.fingerprint, self.seed, self.replication, self.now_h)

    def compare(self, other: "Exercise") -> tuple[sides.Side, ...]:
        """Return the measures of both so far, side by side.

        Raises:
            TrainkitError: they are not of one night, or do not stand at one time.
        """
        sides.require_one_luck(self._where(), other._where())
        return sides.sides(self._led.measures, self.logbook, other.logbook, self.now_h)

    def save(self, path: Path | str) -> None:
        """Write the exercise to a file, whole or not at all: scenario, seed, orders, hour."""
        played = {"scenario": self.scenario.name, "orders": list(self.orders)}
        saved.write(Path(path), {**played, **self._where()._asdict()})

    @classmethod
    def resumed(cls, path: Path | str, scenario: Scenario) -> "Exercise":
        """Return the exercise that a file holds, where it stood.

        Args:
            path: The file that `save` wrote.
            scenario: The scenario that is played.

        Raises:
            TrainkitError: the file is damaged, or of another scenario.
        """
        content = saved.read(Path(path), scenario.fingerprint)
        made = cls(scenario, content["seed"], content["replication"], tuple(content["orders"]))
        made.to(content["now_h"])
        return made
