"""The search as handlers of events: the compiled counterpart of `processes`.

A handler does what the process of the same name does between two waits, in the same order; where a
process waits, a handler schedules a waking and returns. A process that is interrupted goes on at
once; here its handler is called.
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.kernel.eventlist import clear, pop, size
from trainkit.sea.area_search.casualty import cast_adrift, turn
from trainkit.sea.area_search.pen import (
    wrote_contact,
    wrote_course,
    wrote_informed,
    wrote_leg,
    wrote_leg_end,
    wrote_reached,
    wrote_recovery,
    wrote_sortie,
    wrote_sortie_end,
    wrote_standing_by,
    wrote_start,
    wrote_turn,
)
from trainkit.sea.area_search.records import (
    JIBE,
    NUMBER,
    SHARE,
    Run,
    code,
    fresh,
    schedule,
    wake,
)
from trainkit.sea.area_search.rescue import (
    come_alongside,
    direct_h,
    from_base_h,
    give_orders,
    head_for,
    heeds,
    take_aboard,
)
from trainkit.sea.area_search.state import (
    OUTBOUND,
    READYING,
    RECOVERING,
    RESPOND,
    RESPONDING,
    RETURNING,
    SEARCH,
    SEARCHING,
    STANDING_BY,
)
from trainkit.sea.area_search.voyage import (
    begin_leg,
    end_leg,
    go_home,
    go_out,
    look_back,
    outbound_h,
    set_out,
    stop,
    watch,
)

_TRANSIT, _RESPONSE = NUMBER["transit_began"], NUMBER["response_began"]
_RETURN = NUMBER["return_began"]


@shared
def simulate_one(run: Run, horizon_h: float) -> None:
    """Run one replication until the horizon, or until a table is full."""
    _start(run)
    while size(run.events) > 0 and code(run.journal) == 0:
        now_h, what, who, token = pop(run.events)
        if now_h >= horizon_h:
            return
        _happen(run, what, who, token, now_h)


@shared
def _start(run: Run) -> None:
    clear(run.events)
    for agency in range(len(run.informed)):
        run.informed[agency] = 0
    thing, world = run.things[0], run.worlds[0]
    cast_adrift(thing, world, run.key)
    wrote_start(run)
    _await_turn(run, 0.0)
    for me in range(len(run.units)):
        fresh(run.units[me])
        _get_ready(run, me, run.crafts[me].ready_h, 0.0)


@shared
def _happen(run: Run, what: int, who: int, token: int, now_h: float) -> None:
    if what == JIBE:
        _object_turns(run, now_h)
    elif what == SHARE:
        if run.informed[who] == 0:
            _inform(run, who, now_h)
            _carry_orders(run, who, -1, now_h)
    elif run.units[who].token == token:
        _unit_wakes(run, who, now_h)


@shared
def _await_turn(run: Run, now_h: float) -> None:
    thing = run.things[0]
    if not math.isinf(thing.wait_h):
        schedule(run, now_h + thing.wait_h, JIBE, 0, 0)


@shared
def _object_turns(run: Run, now_h: float) -> None:
    thing, world = run.things[0], run.worlds[0]
    if thing.persons_safe == world.persons:
        return
    turn(thing, world, run.key, now_h)
    wrote_turn(run, now_h)
    _await_turn(run, now_h)
    for me in range(len(run.units)):
        if run.units[me].doing == SEARCHING:
            look_back(run.units[me], run.crafts[me], now_h)
            _look_out(run, me, now_h)
        elif run.units[me].doing == RESPONDING:
            stop(run.units[me], now_h)
            _respond(run, me, now_h)


@shared
def _unit_wakes(run: Run, me: int, now_h: float) -> None:
    """Go on with what a unit does when its wait has ended."""
    doing = run.units[me].doing
    if doing == READYING:
        _leave_or_stand_by(run, me, now_h)
    elif doing == OUTBOUND:
        stop(run.units[me], now_h)
        _begin_leg(run, me, now_h)
    elif doing == SEARCHING:
        look_back(run.units[me], run.crafts[me], now_h)
        _leg_over(run, me, now_h)
    elif doing == RESPONDING:
        _reach(run, me, now_h)
    elif doing == RECOVERING:
        take_aboard(run.units[me], run.things[0], now_h)
        wrote_recovery(run, me, now_h)
        _go_home(run, me, now_h)
    elif doing == RETURNING:
        _come_home(run, me, now_h)


@shared
def _get_ready(run: Run, me: int, time_h: float, now_h: float) -> None:
    unit = run.units[me]
    unit.doing = READYING
    unit.free_h = now_h + time_h
    wake(run, unit, me, now_h, time_h)


@shared
def _leave_or_stand_by(run: Run, me: int, now_h: float) -> None:
    unit = run.units[me]
    if _may_search(run, me, now_h) or _may_leave_to_help(run, me, now_h):
        _sortie(run, me, now_h)
    else:
        unit.doing = STANDING_BY
        wrote_standing_by(run, me, now_h)


@shared
def _may_search(run: Run, me: int, now_h: float) -> bool:
    unit, craft = run.units[me], run.crafts[me]
    if unit.order != SEARCH or craft.n_legs == 0:
        return False
    track = run.tracks[craft.first_leg + unit.leg]
    return not math.isinf(outbound_h(craft, run.worlds[0], track, now_h))


@shared
def _may_leave_to_help(run: Run, me: int, now_h: float) -> bool:
    if run.units[me].order != RESPOND or run.things[0].persons_left == 0:
        return False
    return not math.isinf(from_base_h(run.crafts[me], run.things[0], now_h, 0.0))


@shared
def _may_help(run: Run, me: int, now_h: float) -> bool:
    unit = run.units[me]
    if unit.order != RESPOND or run.things[0].persons_left == 0:
        return False
    return not math.isinf(direct_h(unit, run.crafts[me], run.things[0], now_h))


@shared
def _sortie(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    set_out(unit, craft, run.key, me, now_h)
    wrote_sortie(run, me, now_h)
    if unit.order == SEARCH:
        _go_out(run, me, now_h)
    else:
        _help_or_go_home(run, me, now_h)


@shared
def _go_out(run: Run, me: int, now_h: float) -> None:
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    track = run.tracks[craft.first_leg + unit.leg]
    unit.doing = OUTBOUND
    time_h = outbound_h(craft, world, track, now_h)
    go_out(unit, world, track, time_h, now_h)
    wrote_course(run, me, now_h, _TRANSIT, time_h)
    wake(run, unit, me, now_h, time_h)


@shared
def _begin_leg(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    unit.doing = SEARCHING
    track = run.tracks[craft.first_leg + unit.leg]
    begin_leg(unit, craft, run.worlds[0], track, now_h)
    wrote_leg(run, me, now_h)
    _look_out(run, me, now_h)


@shared
def _look_out(run: Run, me: int, now_h: float) -> None:
    unit = run.units[me]
    time_h = watch(unit, run.crafts[me], run.worlds[0], run.things[0], now_h)
    wake(run, unit, me, now_h, time_h)


@shared
def _leg_over(run: Run, me: int, now_h: float) -> None:
    """End a leg that was not broken off by an order."""
    unit = run.units[me]
    wrote_leg_end(run, me, now_h, end_leg(unit, run.crafts[me], now_h))
    if unit.finds == 1:
        _find(run, me, now_h)
    elif unit.last_leg == 1:
        _go_home(run, me, now_h)
    else:
        _begin_leg(run, me, now_h)


@shared
def _find(run: Run, me: int, now_h: float) -> None:
    wrote_contact(run, me, now_h)
    agency = run.crafts[me].agency
    news = run.informed[agency] == 0
    if news:
        _inform(run, agency, now_h)
    _help_or_go_home(run, me, now_h)
    if news:
        _carry_orders(run, agency, me, now_h)
        schedule(run, now_h + run.worlds[0].sharing_delay_h, SHARE, 1 - agency, 0)


@shared
def _inform(run: Run, agency: int, now_h: float) -> None:
    run.informed[agency] = 1
    wrote_informed(run, agency, now_h)
    give_orders(run.units, run.crafts, run.things[0], agency, now_h)


@shared
def _carry_orders(run: Run, agency: int, finder: int, now_h: float) -> None:
    """Let the units of an agency act on the orders that they have been given."""
    for me in range(len(run.units)):
        if me != finder and run.crafts[me].agency == agency and heeds(run.units[me]):
            _obey(run, me, now_h)


@shared
def _obey(run: Run, me: int, now_h: float) -> None:
    unit = run.units[me]
    if unit.doing == STANDING_BY:
        _leave_or_stand_by(run, me, now_h)
        return
    if unit.doing == SEARCHING:
        look_back(unit, run.crafts[me], now_h)
        wrote_leg_end(run, me, now_h, end_leg(unit, run.crafts[me], now_h))
    else:
        stop(unit, now_h)
    _help_or_go_home(run, me, now_h)


@shared
def _help_or_go_home(run: Run, me: int, now_h: float) -> None:
    if _may_help(run, me, now_h):
        _respond(run, me, now_h)
    else:
        _go_home(run, me, now_h)


@shared
def _respond(run: Run, me: int, now_h: float) -> None:
    unit, thing = run.units[me], run.things[0]
    time_h = direct_h(unit, run.crafts[me], thing, now_h)
    if math.isinf(time_h):
        _go_home(run, me, now_h)
        return
    head_for(unit, thing, time_h, now_h)
    wrote_course(run, me, now_h, _RESPONSE, time_h)
    wake(run, unit, me, now_h, time_h)


@shared
def _reach(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    come_alongside(unit, craft, run.things[0], run.worlds[0].persons, now_h)
    wrote_reached(run, me, now_h)
    if unit.taken > 0:
        wake(run, unit, me, now_h, craft.recovery_h)
    else:
        _go_home(run, me, now_h)


@shared
def _go_home(run: Run, me: int, now_h: float) -> None:
    unit = run.units[me]
    unit.doing = RETURNING
    time_h = go_home(unit, run.crafts[me])
    wrote_course(run, me, now_h, _RETURN, time_h)
    wake(run, unit, me, now_h, time_h)


@shared
def _come_home(run: Run, me: int, now_h: float) -> None:
    stop(run.units[me], now_h)
    wrote_sortie_end(run, me, now_h)
    _get_ready(run, me, run.crafts[me].turnaround_h, now_h)
