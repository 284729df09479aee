"""The search as SimPy processes: who waits for what. Nothing is measured here.

What a unit does in a moment stands in `voyage` and `rescue`, and what it writes in `journal`; the
compiled engine (`handlers`) calls the same and differs in the waiting alone.
"""

import math
from collections.abc import Generator
from typing import Any

import simpy

from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.sea.area_search import rescue, state, voyage
from trainkit.sea.area_search.casualty import turn
from trainkit.sea.area_search.journal import Search
from trainkit.sea.area_search.spec import SearchSpec

Waiting = Generator[simpy.Event, Any, None]


def start(env: simpy.Environment, spec: SearchSpec, luck: Luck, writer: Writer) -> None:
    """Set the object adrift and start its process and those of the units."""
    search = Search(env, spec, luck, writer)
    env.process(_object(search))
    search.processes = [env.process(_unit(search, me)) for me in range(len(search.units))]


def _object(search: Search) -> Waiting:
    """Turn to the other side of the wind now and then, until all its people are safe."""
    thing = search.thing
    while not math.isinf(thing.wait_h):
        yield search.env.timeout(thing.wait_h)
        if thing.persons_safe == search.world.persons:
            return
        turn(thing, search.world, search.key, search.env.now)
        search.wrote_turn()
        search.interrupt(
            number
            for number, unit in enumerate(search.units)
            if unit.doing in {state.SEARCHING, state.RESPONDING}
        )


def _unit(search: Search, me: int) -> Waiting:
    """Get ready; then fly sorties while there is something to do, or stand by."""
    unit, craft = search.units[me], search.crafts[me]
    yield from _get_ready(search, me, craft.ready_h)
    while True:
        if search.may_leave(me):
            yield from _sortie(search, me)
            yield from _get_ready(search, me, craft.turnaround_h)
        else:
            unit.doing = state.STANDING_BY
            search.wrote_standing_by(me)
            yield from _until_ordered(search)


def _get_ready(search: Search, me: int, time_h: float) -> Waiting:
    search.units[me].doing = state.READYING
    search.units[me].free_h = search.env.now + time_h
    yield search.env.timeout(time_h)


def _until_ordered(search: Search) -> Waiting:
    try:
        yield search.env.event()
    except simpy.Interrupt:
        return


def _sortie(search: Search, me: int) -> Waiting:
    """Search until fuel, an order or a contact ends it; help if ordered; come home."""
    unit = search.units[me]
    voyage.set_out(unit, search.crafts[me], search.key, me, search.env.now)
    search.wrote_sortie(me)
    if unit.order == state.SEARCH:
        yield from _go_out(search, me)
    home = False
    while not home:
        if rescue.may_help(unit, search.crafts[me], search.thing, search.env.now):
            yield from _respond(search, me)
        home = yield from _go_home(search, me)


def _go_out(search: Search, me: int) -> Waiting:
    unit, track, now_h = search.units[me], search.track(me), search.env.now
    unit.doing = state.OUTBOUND
    time_h = voyage.outbound_h(search.crafts[me], search.world, track, now_h)
    voyage.go_out(unit, search.world, track, time_h, now_h)
    search.wrote_course("transit_began", me, time_h)
    try:
        yield search.env.timeout(time_h)
    except simpy.Interrupt:
        voyage.stop(unit, search.env.now)
        return
    voyage.stop(unit, search.env.now)
    yield from _search(search, me)


def _search(search: Search, me: int) -> Waiting:
    """Fly leg after leg."""
    unit, craft = search.units[me], search.crafts[me]
    unit.doing = state.SEARCHING
    while True:
        voyage.begin_leg(unit, craft, search.world, search.track(me), search.env.now)
        search.wrote_leg(me)
        yield from _look_out(search, me)
        search.wrote_leg_end(me, voyage.end_leg(unit, craft, search.env.now))
        if unit.order != state.SEARCH:
            return
        if unit.finds:
            _find(search, me)
            return
        if unit.last_leg:
            return


def _look_out(search: Search, me: int) -> Waiting:
    """Look out until the leg ends, something is seen, or an order comes."""
    unit, craft = search.units[me], search.crafts[me]
    while True:
        time_h = voyage.watch(unit, craft, search.world, search.thing, search.env.now)
        try:
            yield search.env.timeout(time_h)
        except simpy.Interrupt:
            voyage.look_back(unit, craft, search.env.now)
            if unit.order == state.SEARCH:
                continue
            return
        voyage.look_back(unit, craft, search.env.now)
        return


def _find(search: Search, me: int) -> None:
    """Report the object: the own agency knows at once, the other when it has been told."""
    search.wrote_contact(me)
    agency = search.crafts[me].agency
    if agency not in search.informed:
        _inform(search, agency, me)
        search.env.process(_share(search, 1 - agency))


def _share(search: Search, agency: int) -> Waiting:
    yield search.env.timeout(search.world.sharing_delay_h)
    if agency not in search.informed:
        _inform(search, agency, -1)


def _inform(search: Search, agency: int, finder: int) -> None:
    search.informed.add(agency)
    search.wrote_informed(agency)
    rescue.give_orders(search.units, search.crafts, search.thing, agency, search.env.now)
    search.interrupt(
        number
        for number, unit in enumerate(search.units)
        if number != finder and search.crafts[number].agency == agency and rescue.heeds(unit)
    )


def _respond(search: Search, me: int) -> Waiting:
    """Meet the object, wherever it turns; take people off it. Give up only for lack of fuel."""
    unit, craft, thing = search.units[me], search.crafts[me], search.thing
    reached = False
    while not reached:
        time_h = rescue.direct_h(unit, craft, thing, search.env.now)
        if math.isinf(time_h):
            return
        rescue.head_for(unit, thing, time_h, search.env.now)
        search.wrote_course("response_began", me, time_h)
        try:
            yield search.env.timeout(time_h)
            reached = True
        except simpy.Interrupt:
            voyage.stop(unit, search.env.now)
    rescue.come_alongside(unit, craft, thing, search.world.persons, search.env.now)
    search.wrote_reached(me)
    if unit.taken:
        yield search.env.timeout(craft.recovery_h)
        rescue.take_aboard(unit, thing, search.env.now)
        search.wrote_recovery(me)


def _go_home(search: Search, me: int) -> Generator[simpy.Event, Any, bool]:
    """Go home; return whether it got there, or was ordered to the object on the way."""
    unit = search.units[me]
    unit.doing = state.RETURNING
    time_h = voyage.go_home(unit, search.crafts[me])
    search.wrote_course("return_began", me, time_h)
    try:
        yield search.env.timeout(time_h)
    except simpy.Interrupt:
        voyage.stop(unit, search.env.now)
        return False
    voyage.stop(unit, search.env.now)
    search.wrote_sortie_end(me)
    return True
