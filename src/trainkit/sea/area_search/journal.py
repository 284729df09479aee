"""The state of one SimPy run, and what its processes write of it."""

from collections.abc import Iterable
from typing import Any

import simpy

from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.sea.area_search.casualty import alive, cast_adrift, place
from trainkit.sea.area_search.plan import fleet, world
from trainkit.sea.area_search.rescue import may_leave_to_help
from trainkit.sea.area_search.spec import AGENCIES, SearchSpec
from trainkit.sea.area_search.state import Drifter, Track, Unit
from trainkit.sea.area_search.voyage import distance_nm, may_search


class Search:
    """One run: the object, the units, who knows, and the pen.

    Attributes:
        env: SimPy environment, in hours.
        key: Luck of the replication.
        world: What holds for the whole run.
        crafts: What each unit is.
        units: What each unit does.
        thing: The drifting object.
        informed: Numbers of the agencies that know where the object is.
        processes: The units' processes.
    """

    def __init__(
        self, env: simpy.Environment, spec: SearchSpec, luck: Luck, writer: Writer
    ) -> None:
        self.env, self.key, self.world = env, luck.key, world(spec)
        self.crafts, self._legs = fleet(spec)
        self.units = [Unit() for _ in spec.units]
        self.thing = Drifter()
        self.informed: set[int] = set()
        self.processes: list[simpy.Process] = []
        self._write = writer.write
        self._names = [unit.name for unit in spec.units]
        cast_adrift(self.thing, self.world, self.key)
        self._wrote_start()

    def track(self, me: int) -> Track:
        """Return the leg of its pattern that a unit flies next."""
        return self._legs[self.crafts[me].first_leg + self.units[me].leg]

    def may_leave(self, me: int) -> bool:
        """Return whether a unit at its base has something to do and the fuel for it."""
        unit, craft, now_h = self.units[me], self.crafts[me], self.env.now
        if may_leave_to_help(unit, craft, self.thing, now_h):
            return True
        return may_search(unit, craft, self.world, self._legs, now_h)

    def interrupt(self, numbers: Iterable[int]) -> None:
        """Tell units that something has changed; what they shall do stands in their state."""
        for number in numbers:
            self.processes[number].interrupt()

    def _wrote_start(self) -> None:
        world = self.world
        self._write("object_adrift", "object", **_course(self.thing), persons=world.persons)
        self._write(
            "datum_set",
            "datum",
            x_nm=world.datum_x_nm,
            y_nm=world.datum_y_nm,
            vx_kn=world.datum_vx_kn,
            vy_kn=world.datum_vy_kn,
        )

    def wrote_turn(self) -> None:
        """Write the object's new course."""
        self._write("object_turned", "object", **_course(self.thing))

    def wrote_standing_by(self, me: int) -> None:
        """Write that a unit waits at its base for orders."""
        craft = self.crafts[me]
        self._write("stood_by", self._names[me], x_nm=craft.base_x_nm, y_nm=craft.base_y_nm)

    def wrote_sortie(self, me: int) -> None:
        """Write that a unit left its base."""
        unit = self.units[me]
        self._write("sortie_began", self._names[me], **_at(unit), sortie=unit.sorties)

    def wrote_course(self, kind: str, me: int, time_h: float) -> None:
        """Write a course of a unit and how long it is meant to last."""
        self._write(kind, self._names[me], **_course(self.units[me]), time_h=time_h)

    def wrote_leg(self, me: int) -> None:
        """Write that a unit began a leg of its pattern."""
        unit = self.units[me]
        time_h = unit.leg_ends_h - unit.leg_began_h
        self._write("leg_began", self._names[me], **_course(unit), time_h=time_h, leg=unit.leg)

    def wrote_leg_end(self, me: int, searched_h: float) -> None:
        """Write that a unit ended a leg, flown whole or not."""
        agency = AGENCIES[self.crafts[me].agency]
        unit = self.units[me]
        self._write("leg_ended", self._names[me], **_at(unit), searched_h=searched_h, agency=agency)

    def wrote_contact(self, me: int) -> None:
        """Write where a unit has seen the object, and how far off."""
        unit, agency = self.units[me], AGENCIES[self.crafts[me].agency]
        x_nm, y_nm = place(self.thing, self.env.now)
        range_nm = distance_nm(unit.x_nm, unit.y_nm, x_nm, y_nm)
        self._write(
            "contact_detected",
            self._names[me],
            x_nm=x_nm,
            y_nm=y_nm,
            range_nm=range_nm,
            agency=agency,
        )

    def wrote_informed(self, agency: int) -> None:
        """Write that an agency knows."""
        self._write("agency_informed", AGENCIES[agency])

    def wrote_reached(self, me: int) -> None:
        """Write that a unit is alongside, and how many people it will take."""
        unit = self.units[me]
        self._write("object_reached", self._names[me], **_at(unit), persons_taken=unit.taken)

    def wrote_recovery(self, me: int) -> None:
        """Write how many people a unit has on board, and how many of them live."""
        unit = self.units[me]
        living = alive(self.world, self.key, unit.first_taken, unit.taken, self.env.now)
        self._write(
            "persons_recovered", self._names[me], **_at(unit), persons=unit.taken, alive=living
        )

    def wrote_sortie_end(self, me: int) -> None:
        """Write that a unit is back, and how long it was away."""
        unit = self.units[me]
        away_h = self.env.now - unit.departed_h
        self._write("sortie_ended", self._names[me], **_at(unit), away_h=away_h)


def _at(thing: Any) -> dict[str, float]:
    return {"x_nm": thing.x_nm, "y_nm": thing.y_nm}


def _course(thing: Any) -> dict[str, float]:
    return {**_at(thing), "vx_kn": thing.vx_kn, "vy_kn": thing.vy_kn}
