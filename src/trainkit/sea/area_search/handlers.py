"""The search as handlers of events: the compiled counterpart of `processes`.

A handler does what the process of the same name does between two waits, in the same order; where a
process waits, a handler schedules a waking and returns. A process that is interrupted goes on at
once; here its handler is called.
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.kernel.eventlist import clear, pop, size
from trainkit.sea.area_search import moves, pen, rescue, voyage
from trainkit.sea.area_search.casualty import cast_adrift, turn
from trainkit.sea.area_search.records import (
    JIBE,
    SHARE,
    Run,
    code,
    fresh,
    schedule,
    wake,
)
from trainkit.sea.area_search.state import (
    OUTBOUND,
    READYING,
    RECOVERING,
    RESPONDING,
    RETURNING,
    SEARCHING,
    STANDING_BY,
)


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
    pen.wrote_start(run)
    _await_turn(run, 0.0)
    for me in range(len(run.units)):
        fresh(run.units[me])
        moves.await_ready(run, me, run.crafts[me].ready_h, 0.0)


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
    pen.wrote_turn(run, now_h)
    _await_turn(run, now_h)
    for me in range(len(run.units)):
        if run.units[me].doing == SEARCHING:
            voyage.look_back(run.units[me], run.crafts[me], now_h)
            moves.look_out(run, me, now_h)
        elif run.units[me].doing == RESPONDING:
            voyage.stop(run.units[me], now_h)
            moves.respond(run, me, now_h)


@shared
def _unit_wakes(run: Run, me: int, now_h: float) -> None:
    """Go on with what a unit does when its wait has ended."""
    doing = run.units[me].doing
    if doing == READYING:
        moves.leave_or_stand_by(run, me, now_h)
    elif doing == OUTBOUND:
        voyage.stop(run.units[me], now_h)
        moves.fly_leg(run, me, now_h)
    elif doing == SEARCHING:
        voyage.look_back(run.units[me], run.crafts[me], now_h)
        _leg_over(run, me, now_h)
    elif doing == RESPONDING:
        _reach(run, me, now_h)
    elif doing == RECOVERING:
        rescue.take_aboard(run.units[me], run.things[0], now_h)
        pen.wrote_recovery(run, me, now_h)
        moves.sail_home(run, me, now_h)
    elif doing == RETURNING:
        _come_home(run, me, now_h)


@shared
def _leg_over(run: Run, me: int, now_h: float) -> None:
    """End a leg that was not broken off by an order."""
    unit = run.units[me]
    pen.wrote_leg_end(run, me, now_h, voyage.end_leg(unit, run.crafts[me], now_h))
    if unit.finds == 1:
        _find(run, me, now_h)
    elif unit.last_leg == 1:
        moves.sail_home(run, me, now_h)
    else:
        moves.fly_leg(run, me, now_h)


@shared
def _find(run: Run, me: int, now_h: float) -> None:
    pen.wrote_contact(run, me, now_h)
    agency = run.crafts[me].agency
    news = run.informed[agency] == 0
    if news:
        _inform(run, agency, now_h)
    moves.help_or_go_home(run, me, now_h)
    if news:
        _carry_orders(run, agency, me, now_h)
        schedule(run, now_h + run.worlds[0].sharing_delay_h, SHARE, 1 - agency, 0)


@shared
def _inform(run: Run, agency: int, now_h: float) -> None:
    run.informed[agency] = 1
    pen.wrote_informed(run, agency, now_h)
    rescue.give_orders(run.units, run.crafts, run.things[0], agency, now_h)


@shared
def _carry_orders(run: Run, agency: int, finder: int, now_h: float) -> None:
    """Let the units of an agency act on the orders that they have been given."""
    for me in range(len(run.units)):
        if me != finder and run.crafts[me].agency == agency and rescue.heeds(run.units[me]):
            _obey(run, me, now_h)


@shared
def _obey(run: Run, me: int, now_h: float) -> None:
    unit = run.units[me]
    if unit.doing == STANDING_BY:
        moves.leave_or_stand_by(run, me, now_h)
        return
    if unit.doing == SEARCHING:
        voyage.look_back(unit, run.crafts[me], now_h)
        pen.wrote_leg_end(run, me, now_h, voyage.end_leg(unit, run.crafts[me], now_h))
    else:
        voyage.stop(unit, now_h)
    moves.help_or_go_home(run, me, now_h)


@shared
def _reach(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    rescue.come_alongside(unit, craft, run.things[0], run.worlds[0].persons, now_h)
    pen.wrote_reached(run, me, now_h)
    if unit.taken > 0:
        wake(run, unit, me, now_h, craft.recovery_h)
    else:
        moves.sail_home(run, me, now_h)


@shared
def _come_home(run: Run, me: int, now_h: float) -> None:
    voyage.stop(run.units[me], now_h)
    pen.wrote_sortie_end(run, me, now_h)
    moves.await_ready(run, me, run.crafts[me].turnaround_h, now_h)
