"""After the recovery: looking after people, transfers, and a place of safety.

A ship is a place of safety only for a while. Looking for injuries and needs is a duty and takes
nobody's time on scene; questioning that delays a landing is a red line.
"""

from collections.abc import Generator
from typing import Any

import simpy

from trainkit.joint.mass_rescue.scene import Scene, Waiting
from trainkit.joint.mass_rescue.spec import MassRescueSpec, PlaceSpec


def is_place_of_safety(place: PlaceSpec, persons: int) -> bool:
    """Return whether a place is one for so many people: needs met, life not threatened, room."""
    return place.needs_met and not place.life_threatened and persons <= place.room


def _place(spec: MassRescueSpec, name: str) -> PlaceSpec | None:
    return next((place for place in spec.places if place.name == name), None)


def look_after(scene: Scene, me: int) -> None:
    """Give care to the injured on board, where there is a medic or one comes to those found."""
    medics = [u for u in scene.coordination.present if scene.spec.units[u].medic]
    found = scene.spec.triage_on_board and bool(medics)
    if scene.spec.units[me].medic or found:
        cared = scene.people.care_for(me)
        if cared:
            scene.write("care_began", scene.spec.units[me].name, persons=cared)


def transfer(scene: Scene, me: int) -> Generator[simpy.Event, Any, bool]:
    """Pass everybody to the unit on scene with most room; return whether anybody was passed."""
    others = [u for u in scene.coordination.present if u != me and scene.room(u) > 0]
    if not others:
        return False
    yield scene.env.timeout(scene.spec.transfer_h)
    taker = max(others, key=scene.room)
    passed = scene.people.hand_over(me, taker, scene.room(taker))
    if passed:
        units = scene.spec.units
        scene.write("persons_handed_over", units[me].name, persons=passed)
        scene.write("persons_taken_over", units[taker].name, persons=passed)
        scene.check_capacity(taker)
        look_after(scene, taker)
    return passed > 0


def land(scene: Scene, me: int) -> Waiting:
    """Bring people to the place where this unit lands them; without one they stay on board."""
    unit = scene.spec.units[me]
    place = _place(scene.spec, unit.place)
    if place is None or not scene.people.aboard[me]:
        return
    yield scene.env.timeout(unit.land_h)
    scene.write("port_reached", unit.name)
    if unit.screening_h > 0.0:
        scene.write("screening_began", unit.name)
        yield scene.env.timeout(unit.screening_h)
    cared = scene.people.care_for(me) if place.needs_met else 0
    landed = scene.people.land(me)
    good = is_place_of_safety(place, landed)
    scene.write("persons_landed", unit.name, persons=landed, place_of_safety=float(good))
    if cared:
        scene.write("care_began", unit.name, persons=cared)
