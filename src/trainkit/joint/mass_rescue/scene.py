"""The state of one run: weather, boat, people, units on scene, head count, and the pen."""

from collections.abc import Generator
from typing import Any

import simpy

from trainkit.joint.mass_rescue.boat import Boat
from trainkit.joint.mass_rescue.capacity import room, safe
from trainkit.joint.mass_rescue.coordinator import Coordination
from trainkit.joint.mass_rescue.kinds import BOAT, CENTRE, PLACES, SEA
from trainkit.joint.mass_rescue.people import IN_DISTRESS, IN_WATER, ON_BOAT, ON_HULL, People
from trainkit.joint.mass_rescue.spec import MassRescueSpec
from trainkit.joint.mass_rescue.trips import Trips
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]
_TOLD = {ON_BOAT: "boat", ON_HULL: "swamped", IN_WATER: "water"}


class Scene:
    """One run.

    Attributes:
        env: SimPy environment, in hours.
        spec: What the rescue is told.
        people: Everybody.
        boat: The boat.
        coordination: Who coordinates.
        trips: Times of trips.
        going: Whether the rescue goes on.
        changed: Fires whenever something has changed that a unit may wait for.
        recovered: People taken out of distress so far.
        handing_out: Units that hand out lifejackets now.
    """

    def __init__(
        self, env: simpy.Environment, spec: MassRescueSpec, luck: Luck, writer: Writer
    ) -> None:
        self.env, self.spec, self.write = env, spec, writer.write
        self.people = People(env, spec, luck.key, self._lost)
        self.boat = Boat(env, spec, luck, self.people, self._wrote_boat)
        self.coordination = Coordination(spec)
        self.trips = Trips(spec, luck)
        self.berths = simpy.Resource(env, spec.alongside)
        self.changed = env.event()
        self.going, self.recovered, self.handing_out = True, 0, 0
        self._worst = [0] * len(spec.units)
        self._open()

    def _open(self) -> None:
        spec = self.spec
        self.write(
            "scene_opened",
            BOAT,
            persons=spec.persons,
            in_water=spec.in_water,
            children=spec.children,
            injured=spec.injured,
        )

    def _lost(self, _person: int, state: int) -> None:
        self.write("person_lost", BOAT, place=_TOLD.get(state, PLACES[-1]))
        self.boat.settle()

    def _wrote_boat(self, kind: str, **facts: float | str) -> None:
        self.write(kind, BOAT, **facts)
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for a change."""
        fired, self.changed = self.changed, self.env.event()
        fired.succeed()

    def waits_for_jackets(self) -> bool:
        """Return whether nobody is taken from the boat yet, since lifejackets come first."""
        first = self.spec.lifejackets == "first"
        return first and self.handing_out > 0 and self.people.bare()

    def room(self, me: int) -> int:
        """Return how many more survivors a unit takes now."""
        aboard = len(self.people.aboard[me])
        return room(self.spec, self.spec.units[me], self.boat.sea_m, aboard)

    def shelter(self) -> None:
        """Let the boat lie in the lee of a ship on scene that makes one, or no longer."""
        self.boat.settle()
        units = self.spec.units
        self.boat.sheltered = any(units[me].makes_lee for me in self.coordination.present)
        self.boat.settle()

    def _over(self, me: int) -> int:
        safe_now = safe(self.spec, self.spec.units[me], self.boat.sea_m)
        return len(self.people.aboard[me]) - safe_now

    def overloaded(self, me: int) -> bool:
        """Return whether a unit carries more people than is safe now."""
        return self._over(me) > 0

    def check_capacity(self, me: int) -> None:
        """Write how many more people than ever before a unit carries beyond what is safe now."""
        unit, over = self.spec.units[me], self._over(me)
        if over > self._worst[me]:
            self.write("capacity_exceeded", unit.name, persons=over - self._worst[me])
            self._worst[me] = over

    def weather(self) -> Waiting:
        """Let the sea change, step by step."""
        for step in sorted(self.spec.weather, key=lambda one: one.from_h):
            yield self.env.timeout(max(0.0, step.from_h - self.env.now))
            self.boat.settle()
            self.boat.sea_m = step.sea_m
            self.boat.settle()
            self.write("weather_changed", SEA, sea_m=step.sea_m)
            for me in range(len(self.spec.units)):
                self.check_capacity(me)
            self.tell()

    def head_counts(self) -> Waiting:
        """Let the sources speak, each when it does."""
        for source in sorted(self.spec.sources, key=lambda one: one.at_h):
            yield self.env.timeout(max(0.0, source.at_h - self.env.now))
            self.write("head_count_reported", source.name, persons=source.persons)
            self.reconcile()

    def all_clear(self) -> Waiting:
        """Let somebody relay 'all rescued' who has not counted."""
        yield self.env.timeout(self.spec.all_clear_h)
        self.write("all_clear_relayed", CENTRE)
        if self.spec.stand_down == "reported":
            self._end("unverified_report")

    def suspension(self) -> Waiting:
        """Suspend the search by decision, with the count that it leaves open."""
        yield self.env.timeout(self.spec.suspend_h)
        self._end("suspended_by_decision")

    @property
    def believed(self) -> int:
        """How many people there are by the sources so far: the most, until it is reconciled."""
        said = [one.persons for one in self.spec.sources if one.at_h <= self.env.now]
        if self.spec.stand_down == "reported":
            return said[-1] if said else 0
        return max(said, default=0)

    def reconcile(self) -> None:
        """Stand down when the count of those taken on board reaches what is believed."""
        if self.believed and self.recovered >= self.believed and not self._expected():
            self._end("head_count_met")

    def _expected(self) -> bool:
        """Return whether a source is still to speak, or people are in sight."""
        verified = self.spec.stand_down == "reconciled"
        looked = IN_DISTRESS if verified else (ON_BOAT, ON_HULL)
        waits = verified and any(one.at_h > self.env.now for one in self.spec.sources)
        return waits or any(self.people.at[state] for state in looked)

    def _end(self, reason: str) -> None:
        if not self.going:
            return
        self.going = False
        self.write(
            "stood_down",
            CENTRE,
            persons=self.recovered,
            believed=self.believed,
            unaccounted=self.spec.persons - self.recovered,
            reason=reason,
        )
        self.tell()
