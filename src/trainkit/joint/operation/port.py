"""A place of safety, and the way there: needs met, life not threatened, room; then the nearest.

A ship is only temporary: whoever has survivors aboard makes for a port. A unit takes fuel where it
disembarks. Screening adds nothing to the time; evidence is secured when nobody waits.

Sources:
    IMO MSC.167(78), 6.12 to 6.20: what a place of safety is, and that a ship may be one for a time.
"""

import math

from trainkit.joint.operation import dispatch, motion, patrol
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import (
    AWAY,
    BOARDING,
    DISEMBARKING,
    GETTING_READY,
    GOING_HOME,
    HANDING_LIFEJACKETS,
    NOBODY,
    RECOVERING,
    RESTING,
    SEARCHING,
    SHADOWING,
    STANDING_BY,
    TO_PORT,
    TO_SCENE,
)
from trainkit.joint.operation.world import Port
from trainkit.kernel.compiled import shared
from trainkit.sea.motion import intercept_h

_LANDED, _EVIDENCE, _ENDED = (
    NUMBER["persons_disembarked"],
    NUMBER["evidence_secured"],
    NUMBER["sortie_ended"],
)
_OWN_STATE = 1


@shared
def sheltered(port: Port, now_h: float) -> float:
    """Return how many people a port shelters: those who came, less those who moved on."""
    return max(port.sheltered - port.onward_per_h * (now_h - port.since_h), 0.0)


@shared
def choose(run: Run, me: int, now_h: float) -> int:
    """Return the port that a unit takes its survivors to: within reach, suitable, with room, near.

    Where no suitable port has room, the nearest suitable one; nobody is kept at sea for lack of it.
    """
    unit, craft, world = run.units[me], run.crafts[me], run.worlds[0]
    found, best = NOBODY, math.inf
    x_nm, y_nm = motion.place(unit, now_h)
    reach_nm = _left_h(run, me, now_h) * motion.surest_speed_kn(run, craft)
    for number in range(run.worlds[0].n_ports):
        port = run.ports[number]
        if port.suitable == 0:
            continue
        cost = motion.distance_nm(x_nm, y_nm, port.x_nm, port.y_nm)
        if cost > reach_nm:
            cost += 1e7
        if sheltered(port, now_h) + unit.aboard > port.capacity:
            cost += 1e6
        if world.disembarkation == _OWN_STATE and craft.state < 3 and port.state != craft.state:
            cost += 1e4
        if cost < best:
            found, best = number, cost
    return found


@shared
def stay_h(run: Run, me: int, now_h: float) -> float:
    """Return how long a unit can keep its course and still reach base or port with its reserve."""
    unit, craft = run.units[me], run.crafts[me]
    home_h = _before_return_h(run, me, craft.base_x_nm, craft.base_y_nm, now_h)
    if craft.can_recover == 0:
        return home_h
    number = choose(run, me, now_h)
    if number == NOBODY:
        return home_h
    port_h = _before_return_h(run, me, run.ports[number].x_nm, run.ports[number].y_nm, now_h)
    return min(home_h, port_h) if unit.aboard == 0 else port_h


@shared
def _before_return_h(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> float:
    """Return how long a unit can keep its course and still reach a place with its reserve.

    Seen backwards from the moment of its last fuel, the way back is a chase of the unit's course.
    """
    unit, craft = run.units[me], run.crafts[me]
    fuel_h = _left_h(run, me, now_h) - craft.reserve_h
    here = motion.place(unit, now_h)
    dx_nm = here[0] + unit.vx_kn * fuel_h - x_nm
    dy_nm = here[1] + unit.vy_kn * fuel_h - y_nm
    speed_kn = motion.surest_speed_kn(run, craft)
    return float(fuel_h - intercept_h(dx_nm, dy_nm, -unit.vx_kn, -unit.vy_kn, speed_kn))


@shared
def can_come_back(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> bool:
    """Return whether a unit could reach its base from a place, with its reserve if need be."""
    craft = run.crafts[me]
    home_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    in_reach = home_nm <= _left_h(run, me, now_h) * motion.surest_speed_kn(run, craft)
    return bool(craft.merchant == 1 or in_reach)


@shared
def leave_scene(run: Run, me: int, now_h: float) -> None:
    """Leave with whom there was room for; others are sent for those who stay."""
    unit = run.units[me]
    number = int(unit.case)
    let_go(run, me)
    unit.gave_up = number
    if unit.aboard > 0:
        make_for_port(run, me, now_h)
    else:
        go_home(run, me, now_h)
    case = run.cases[number]
    if case.open == 1:
        case.waiting = 1
        dispatch.dispatch(run, number, int(case.acting), now_h)


@shared
def let_go(run: Run, me: int) -> None:
    """Take a unit off its case."""
    unit = run.units[me]
    case = run.cases[unit.case]
    if case.assigned > 0:
        case.assigned -= 1
    if case.assigned == 0:
        case.due_h = math.inf
    if case.coordinator == me:
        case.coordinator = NOBODY
    unit.case = NOBODY


@shared
def make_for_port(run: Run, me: int, now_h: float) -> None:
    """Set course for a place of safety."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    unit.port = choose(run, me, now_h)
    if unit.port == NOBODY:
        unit.toward_x_nm = craft.base_x_nm
        unit.toward_y_nm = craft.base_y_nm
    else:
        unit.toward_x_nm = run.ports[unit.port].x_nm
        unit.toward_y_nm = run.ports[unit.port].y_nm
    unit.doing = TO_PORT
    steer(run, me)


@shared
def steer(run: Run, me: int) -> None:
    """Steer for where a unit is bound, at the speed of this sea."""
    unit, craft = run.units[me], run.crafts[me]
    dx_nm, dy_nm = unit.toward_x_nm - unit.x_nm, unit.toward_y_nm - unit.y_nm
    speed_kn = motion.speed_kn(run, craft)
    unit.wait_h = math.sqrt(dx_nm * dx_nm + dy_nm * dy_nm) / speed_kn
    unit.vx_kn = dx_nm / unit.wait_h if unit.wait_h > 0.0 else 0.0
    unit.vy_kn = dy_nm / unit.wait_h if unit.wait_h > 0.0 else 0.0
    retime(run, UNIT, me)


@shared
def begin_disembarking(run: Run, me: int, now_h: float) -> None:
    """Let survivors go ashore."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    facts = (now_h - unit.left_h, _left_h(run, me, now_h), float(unit.aboard))
    write(run, now_h, _ENDED, FIRST_UNIT + me, facts)
    unit.doing = DISEMBARKING
    unit.wait_h = run.worlds[0].disembark_h
    retime(run, UNIT, me)


@shared
def ashore(run: Run, me: int, now_h: float) -> None:
    """Count who is in a place of safety; take fuel; secure evidence; go home."""
    unit, craft = run.units[me], run.crafts[me]
    here = 0.0
    if unit.port != NOBODY:
        port = run.ports[unit.port]
        port.sheltered = sheltered(port, now_h) + unit.aboard
        port.since_h = now_h
        here = port.sheltered
    facts = (float(unit.aboard), float(unit.port), here)
    write(run, now_h, _LANDED, FIRST_UNIT + me, facts)
    unit.aboard = 0
    unit.gave_up = NOBODY
    unit.left_h = now_h
    if craft.polices == 1 and run.worlds[0].evidence_h > 0.0:
        write(run, now_h, _EVIDENCE, FIRST_UNIT + me, (math.nan,))
    go_home(run, me, now_h)


@shared
def _left_h(run: Run, me: int, now_h: float) -> float:
    return float(run.crafts[me].endurance_h - (now_h - run.units[me].left_h))


@shared
def go_home(run: Run, me: int, now_h: float) -> None:
    """Set course for the base; a merchant ship goes on with its voyage."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    if craft.merchant == 1:
        unit.doing = AWAY
        unit.gave_up = NOBODY
        unit.wait_h = math.inf
        retime(run, UNIT, me)
        return
    unit.doing = GOING_HOME
    unit.toward_x_nm = craft.base_x_nm
    unit.toward_y_nm = craft.base_y_nm
    steer(run, me)


@shared
def come_home(run: Run, me: int, now_h: float) -> None:
    """Let a unit rest at its base."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    facts = (now_h - unit.left_h, _left_h(run, me, now_h), 0.0)
    write(run, now_h, _ENDED, FIRST_UNIT + me, facts)
    unit.doing = RESTING
    unit.gave_up = NOBODY
    unit.wait_h = craft.rest_h
    retime(run, UNIT, me)


@shared
def be_ready(run: Run, me: int, now_h: float) -> None:
    """Let a rested unit stand by, or get ready for its patrol; whoever waits is served first."""
    unit, craft = run.units[me], run.crafts[me]
    unit.doing = STANDING_BY
    unit.wait_h = math.inf
    retime(run, UNIT, me)
    dispatch.serve_waiting(run, now_h)
    if unit.doing == STANDING_BY and craft.patrols == 1 and run.nows[0].sea <= craft.worst_sea:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
        retime(run, UNIT, me)


@shared
def release(run: Run, number: int, now_h: float) -> None:
    """Let every unit of a case that is over go on with what it can do."""
    for me in range(run.worlds[0].n_units):
        unit = run.units[me]
        if unit.case == number and unit.doing != AWAY:
            unit.case = NOBODY
            if unit.doing == GETTING_READY:
                continue
            if unit.ordered != NOBODY:
                answer_late(run, me, now_h)
            elif unit.doing == BOARDING or _at_sea(run, me):
                go_on(run, me, now_h)
        if unit.ordered == number:
            unit.ordered = NOBODY


@shared
def answer_late(run: Run, me: int, now_h: float) -> None:
    """Let a unit make for the case whose alert a boarding has kept waiting."""
    unit = run.units[me]
    unit.case = unit.ordered
    unit.tasked = 1
    unit.ordered = NOBODY
    dispatch.head_for(run, me, now_h)


@shared
def _at_sea(run: Run, me: int) -> bool:
    doing = run.units[me].doing
    if doing in (TO_SCENE, SEARCHING, SHADOWING):
        return True
    return bool(doing in (HANDING_LIFEJACKETS, RECOVERING))


@shared
def go_on(run: Run, me: int, now_h: float) -> None:
    """Land survivors, go back on patrol, or go home."""
    unit, craft = run.units[me], run.crafts[me]
    if unit.aboard > 0:
        make_for_port(run, me, now_h)
    elif craft.patrols == 1 and craft.merchant == 0 and patrol.may_patrol(run, me, now_h):
        motion.stop(unit, now_h)
        patrol.begin_leg(run, me, now_h)
    else:
        go_home(run, me, now_h)
