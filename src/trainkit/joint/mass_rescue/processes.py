"""A mass rescue as SimPy processes: who waits for what. Nothing is measured here."""

from collections.abc import Generator
from typing import Any

import simpy

from trainkit.joint.mass_rescue import landing
from trainkit.joint.mass_rescue.people import IN_DISTRESS, ON_BOAT
from trainkit.joint.mass_rescue.scene import Scene, Waiting
from trainkit.joint.mass_rescue.sense import require_sense
from trainkit.joint.mass_rescue.spec import MassRescueSpec
from trainkit.joint.mass_rescue.trips import per_h
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

_BATCH = 20
_TOLD = ("boat", "swamped", "water")


def start(env: simpy.Environment, spec: MassRescueSpec, luck: Luck, writer: Writer) -> None:
    """Open the scene and start weather, sources, and every unit.

    Raises:
        TrainkitError: the rescue contradicts itself.
    """
    require_sense(spec)
    launch(Scene(env, spec, luck, writer))


def launch(scene: Scene) -> None:
    """Start the processes of an open scene."""
    for process in (scene.weather(), scene.head_counts(), scene.all_clear(), scene.suspension()):
        scene.env.process(process)
    for me in range(len(scene.spec.units)):
        scene.env.process(_unit(scene, me))


def _unit(scene: Scene, me: int) -> Waiting:
    """Come, help until full or told to stand down, land people, and come back where it can."""
    unit = scene.spec.units[me]
    scene.write("distress_known", unit.name)
    yield scene.env.timeout(unit.arrive_h)
    visits = 0
    while scene.going:
        _arrive(scene, me)
        if not visits:
            yield from _first_tasks(scene, me)
        yield from _recover(scene, me)
        _leave(scene, me)
        yield from landing.land(scene, me)
        visits += 1
        if not unit.returns:
            return
        yield scene.env.timeout(unit.back_h)


def _arrive(scene: Scene, me: int) -> None:
    name = scene.spec.units[me].name
    scene.write("unit_arrived", name)
    why = scene.coordination.arrive(me, scene.env.now)
    if why:
        scene.write("coordinator_designated", name, why=why)
    scene.shelter()


def _leave(scene: Scene, me: int) -> None:
    scene.write("unit_left", scene.spec.units[me].name, persons=len(scene.people.aboard[me]))
    relief = scene.coordination.leave(me, scene.env.now)
    if relief is not None:
        scene.write("coordinator_designated", scene.spec.units[relief].name, why="relieves")
    scene.shelter()
    scene.tell()


def _first_tasks(scene: Scene, me: int) -> Waiting:
    """Secure evidence, if the order says so; hand out lifejackets.

    Where people are taken meanwhile, one unit hands out and the others take.
    """
    unit = scene.spec.units[me]
    if unit.first_task == "secure":
        scene.write("securing_began", unit.name)
        yield scene.env.timeout(unit.secure_h)
        scene.write("securing_ended", unit.name)
    meanwhile = scene.spec.lifejackets == "while" and scene.handing_out > 0
    if unit.lifejackets and scene.spec.lifejackets != "none" and not meanwhile:
        yield from _hand_out(scene, me)


def _hand_out(scene: Scene, me: int) -> Waiting:
    """Hand out lifejackets from a little way off, as long as there are any and people need them."""
    unit, people = scene.spec.units[me], scene.people
    left = unit.lifejackets
    scene.handing_out += 1
    while left and scene.going and people.bare():
        yield scene.env.timeout(min(_BATCH, left) / unit.jackets_per_h)
        given = people.give_jackets(min(_BATCH, left))
        left -= given
        if given:
            scene.write("lifejackets_given", unit.name, persons=given)
    scene.handing_out -= 1
    scene.tell()


def _recover(scene: Scene, me: int) -> Waiting:
    """Take people out of distress, trip after trip; who carries too many runs for shelter."""
    unit = scene.spec.units[me]
    ends_h, began = scene.env.now + unit.on_scene_h, False
    while scene.going and scene.env.now < ends_h and not scene.overloaded(me):
        if scene.room(me) == 0:
            if not (yield from _full(scene, me, ends_h)):
                return
            continue
        source = _next_source(scene, me)
        if source is None:
            yield scene.changed | scene.env.timeout(ends_h - scene.env.now)
            continue
        if not began:
            scene.write("recovery_began", unit.name)
        began = True
        yield from _trip(scene, me, source)


def _full(scene: Scene, me: int, ends_h: float) -> Generator[simpy.Event, Any, bool]:
    """Pass people on, or stay to coordinate the others; return whether it stays."""
    if scene.spec.units[me].when_full == "transfer" and (yield from landing.transfer(scene, me)):
        return True
    stays = scene.coordination.current == me and len(scene.coordination.present) > 1
    if stays:
        yield scene.changed | scene.env.timeout(ends_h - scene.env.now)
    return stays


def _next_source(scene: Scene, me: int) -> int | None:
    """Return from where a unit takes people next: the water first; None while it must wait."""
    unit, sea_m = scene.spec.units[me], scene.boat.sea_m
    if sea_m > unit.highest_sea_m:
        return None
    for state in IN_DISTRESS:
        waits = state == ON_BOAT and scene.waits_for_jackets()
        if scene.people.at[state] and per_h(unit, state, sea_m) > 0.0 and not waits:
            return state
    return None


def _trip(scene: Scene, me: int, source: int) -> Waiting:
    if source != ON_BOAT:
        yield from _lift(scene, me, source)
        return
    with scene.berths.request() as berth:
        yield berth
        if not (scene.going and scene.boat.afloat):
            return
        risk = scene.boat.risk(scene.spec.units[me])
        scene.write("approach_made", scene.spec.units[me].name, risk=risk)
        scene.boat.approach(risk)
        yield from _lift(scene, me, source)
        scene.boat.alongside -= 1


def _lift(scene: Scene, me: int, source: int) -> Waiting:
    """Take one load; where the boat has turned over meanwhile, take those in the water."""
    unit = scene.spec.units[me]
    pace = scene.coordination.pace(scene.env.now)
    yield scene.env.timeout(scene.trips.time_h(me, unit, source, scene.boat.sea_m, pace))
    if not scene.going:
        return
    found = _next_source(scene, me)
    if found is not None:
        _take(scene, me, found)


def _take(scene: Scene, me: int, source: int) -> None:
    unit, people = scene.spec.units[me], scene.people
    taken = people.take(source, min(unit.load, scene.room(me)), me)
    scene.recovered += len(taken)
    scene.write(
        "persons_recovered",
        unit.name,
        persons=len(taken),
        children=sum(people.child[person] for person in taken),
        injured=sum(people.injured[person] for person in taken),
        place=_TOLD[source],
    )
    scene.check_capacity(me)
    landing.look_after(scene, me)
    scene.boat.settle()
    scene.reconcile()
