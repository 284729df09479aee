"""What a compiled unit begins next, until it must wait: the halves of `processes` before a wait.

`handlers` calls these when a wait has ended.
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.sea.area_search.pen import wrote_course, wrote_leg, wrote_sortie, wrote_standing_by
from trainkit.sea.area_search.records import NUMBER, Run, wake
from trainkit.sea.area_search.rescue import direct_h, head_for, may_help, may_leave_to_help
from trainkit.sea.area_search.state import (
    OUTBOUND,
    READYING,
    RETURNING,
    SEARCH,
    SEARCHING,
    STANDING_BY,
)
from trainkit.sea.area_search.voyage import (
    begin_leg,
    go_home,
    go_out,
    may_search,
    outbound_h,
    set_out,
    watch,
)

_TRANSIT, _RESPONSE = NUMBER["transit_began"], NUMBER["response_began"]
_RETURN = NUMBER["return_began"]


@shared
def await_ready(run: Run, me: int, time_h: float, now_h: float) -> None:
    """Let a unit make ready at its base."""
    unit = run.units[me]
    unit.doing = READYING
    unit.free_h = now_h + time_h
    wake(run, unit, me, now_h, time_h)


@shared
def leave_or_stand_by(run: Run, me: int, now_h: float) -> None:
    """Leave the base, if there is something to do, or wait for orders."""
    unit = run.units[me]
    if _may_leave(run, me, now_h):
        _sortie(run, me, now_h)
    else:
        unit.doing = STANDING_BY
        wrote_standing_by(run, me, now_h)


@shared
def _may_leave(run: Run, me: int, now_h: float) -> bool:
    unit, craft = run.units[me], run.crafts[me]
    if may_leave_to_help(unit, craft, run.things[0], now_h):
        return True
    return may_search(unit, craft, run.worlds[0], run.tracks, now_h)


@shared
def _sortie(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    set_out(unit, craft, run.key, me, now_h)
    wrote_sortie(run, me, now_h)
    if unit.order == SEARCH:
        _go_out(run, me, now_h)
    else:
        help_or_go_home(run, me, now_h)


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
def fly_leg(run: Run, me: int, now_h: float) -> None:
    """Begin the next leg of the pattern."""
    unit, craft = run.units[me], run.crafts[me]
    unit.doing = SEARCHING
    track = run.tracks[craft.first_leg + unit.leg]
    begin_leg(unit, craft, run.worlds[0], track, now_h)
    wrote_leg(run, me, now_h)
    look_out(run, me, now_h)


@shared
def look_out(run: Run, me: int, now_h: float) -> None:
    """Look out until the leg ends or something is seen."""
    unit = run.units[me]
    time_h = watch(unit, run.crafts[me], run.worlds[0], run.things[0], now_h)
    wake(run, unit, me, now_h, time_h)


@shared
def help_or_go_home(run: Run, me: int, now_h: float) -> None:
    """Go to the object, if ordered and fuelled for it, or home."""
    if may_help(run.units[me], run.crafts[me], run.things[0], now_h):
        respond(run, me, now_h)
    else:
        sail_home(run, me, now_h)


@shared
def respond(run: Run, me: int, now_h: float) -> None:
    """Meet the object on its present course, or go home for lack of fuel."""
    unit, thing = run.units[me], run.things[0]
    time_h = direct_h(unit, run.crafts[me], thing, now_h)
    if math.isinf(time_h):
        sail_home(run, me, now_h)
        return
    head_for(unit, thing, time_h, now_h)
    wrote_course(run, me, now_h, _RESPONSE, time_h)
    wake(run, unit, me, now_h, time_h)


@shared
def sail_home(run: Run, me: int, now_h: float) -> None:
    """Set out for the base."""
    unit = run.units[me]
    unit.doing = RETURNING
    time_h = go_home(unit, run.crafts[me])
    wrote_course(run, me, now_h, _RETURN, time_h)
    wake(run, unit, me, now_h, time_h)
