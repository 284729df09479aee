"""Orders of the commander while the operation runs: data that a replay gives again."""

import math

from trainkit.joint.operation import choice, dispatch, patrol
from trainkit.joint.operation.kinds import NUMBER, SEA
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import GETTING_READY, NOBODY, PATROLLING, STANDING_BY
from trainkit.joint.operation.world import Order
from trainkit.kernel.compiled import shared

_GIVEN = NUMBER["order_given"]
PATROL, STAND_BY, SHARING, DISPATCH, DISPATCH_PHASE, TASK = range(6)


@shared
def begin(run: Run) -> None:
    """Wait for the first order."""
    state = run.nows[0]
    state.order_wait_h = math.inf
    if run.worlds[0].n_orders > 0:
        state.order_wait_h = run.orders[0].time_h


@shared
def give(run: Run, now_h: float) -> None:
    """Give the next order, and wait for the one after it."""
    state = run.nows[0]
    number = int(state.orders)
    order = run.orders[number]
    state.orders += 1
    write(run, now_h, _GIVEN, SEA, (float(order.order), float(number)))
    _carry_out(run, order, now_h)
    state.order_wait_h = math.inf
    if number + 1 < run.worlds[0].n_orders:
        state.order_wait_h = max(run.orders[number + 1].time_h - now_h, 0.0)


@shared
def _carry_out(run: Run, order: Order, now_h: float) -> None:
    world = run.worlds[0]
    if order.order == SHARING:
        world.sharing = order.word
    elif order.order == DISPATCH:
        world.dispatch = order.word
    elif order.order == DISPATCH_PHASE:
        world.dispatch_phase = order.word
        dispatch.serve_waiting(run, now_h)
    elif order.order == TASK:
        _task(run, order, now_h)
    else:
        for me in range(world.n_fleet):
            if order.unit in (NOBODY, me):
                _post(run, order, me, now_h)


@shared
def _post(run: Run, order: Order, me: int, now_h: float) -> None:
    """Give a unit a patrol area, or let it stand by at its base from its next return on."""
    unit, craft = run.units[me], run.crafts[me]
    craft.patrols = 1 if order.order == PATROL else 0
    if order.order == STAND_BY:
        return
    craft.area_x_nm = order.area_x_nm
    craft.area_y_nm = order.area_y_nm
    if unit.doing == PATROLLING:
        patrol.begin_leg(run, me, now_h)
    elif unit.doing == STANDING_BY and run.nows[0].sea <= craft.worst_sea:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
        retime(run, UNIT, me)


@shared
def _task(run: Run, order: Order, now_h: float) -> None:
    """Send a unit to a case, if it is free and the case is open; a rescue asks no plan."""
    me, number = int(order.unit), int(order.case)
    if me == NOBODY or number < 0 or number >= run.nows[0].cases:
        return
    if run.cases[number].open == 1 and choice.is_free(run, me):
        dispatch.send(run, me, number, int(run.cases[number].acting), now_h)
