"""A place of safety, and the way there: needs met, life not threatened, room; then the nearest.

A ship is only temporary: whoever has survivors aboard makes for a port. A unit takes fuel where it
disembarks. Screening adds nothing to the time; evidence is secured when nobody waits.

Sources:
    IMO MSC.167(78), 6.12 to 6.20: what a place of safety is, and that a ship may be one for a time.
"""

import math

from trainkit.joint.operation import endurance, homeward, motion
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import DISEMBARKING, NOBODY, TO_PORT
from trainkit.joint.operation.world import Port
from trainkit.kernel.compiled import shared

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
    reach_nm = endurance.left_h(run, me, now_h) * motion.surest_speed_kn(run, craft)
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
    home_h = endurance.before_return_h(run, me, craft.base_x_nm, craft.base_y_nm, now_h)
    if craft.can_recover == 0:
        return home_h
    number = choose(run, me, now_h)
    if number == NOBODY:
        return home_h
    port = run.ports[number]
    port_h = endurance.before_return_h(run, me, port.x_nm, port.y_nm, now_h)
    return min(home_h, port_h) if unit.aboard == 0 else port_h


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
    homeward.steer(run, me)


@shared
def begin_disembarking(run: Run, me: int, now_h: float) -> None:
    """Let survivors go ashore."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    facts = (now_h - unit.left_h, endurance.left_h(run, me, now_h), float(unit.aboard))
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
    homeward.go_home(run, me, now_h)
