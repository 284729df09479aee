"""What a unit does when its wait has ended."""

import math

from trainkit.joint.operation import (
    boarding,
    homeward,
    leaving,
    motion,
    port,
    recovery,
    scene,
    searching,
    transit,
)
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import (
    BOARDING,
    DISEMBARKING,
    GETTING_READY,
    GOING_HOME,
    HANDING_LIFEJACKETS,
    NOBODY,
    PATROLLING,
    RECOVERING,
    RESTING,
    SEARCHING,
    SHADOWING,
    STANDING_BY,
    TO_PORT,
    TO_SCENE,
)
from trainkit.kernel.compiled import shared

_SORTIE = NUMBER["sortie_began"]
_THERE_NM = 1e-6


@shared
def begin(run: Run, me: int) -> None:
    """Put a unit at its base, ready; a merchant ship nowhere."""
    unit, craft = run.units[me], run.crafts[me]
    unit.x_nm = craft.base_x_nm
    unit.y_nm = craft.base_y_nm
    unit.doing = STANDING_BY
    unit.wait_h = math.inf
    if craft.patrols == 1 and run.nows[0].sea <= craft.worst_sea:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
    retime(run, UNIT, me)


@shared
def happen(run: Run, me: int, now_h: float) -> None:
    """Go on from what a unit was doing."""
    doing = run.units[me].doing
    if doing == GETTING_READY:
        _leave_base(run, me, now_h)
    elif doing == PATROLLING:
        _leg_over(run, me, now_h)
    elif doing == TO_SCENE:
        _on_position(run, me, now_h)
    elif doing == SEARCHING:
        searching.run_short(run, me, now_h)
    elif doing == HANDING_LIFEJACKETS:
        scene.lifejackets_given(run, me, now_h)
    elif doing == RECOVERING:
        recovery.batch_aboard(run, me, now_h)
    elif doing == TO_PORT:
        port.begin_disembarking(run, me, now_h)
    elif doing == DISEMBARKING:
        port.ashore(run, me, now_h)
    elif doing == GOING_HOME:
        homeward.come_home(run, me, now_h)
    elif doing == RESTING:
        leaving.be_ready(run, me, now_h)
    elif doing == SHADOWING:
        searching.lose_sight(run, me, now_h)
    elif doing == BOARDING:
        boarding.end(run, me, now_h)


@shared
def _leave_base(run: Run, me: int, now_h: float) -> None:
    unit, craft = run.units[me], run.crafts[me]
    unit.left_h = now_h
    unit.x_nm = craft.base_x_nm
    unit.y_nm = craft.base_y_nm
    unit.vx_kn = 0.0
    unit.vy_kn = 0.0
    unit.since_h = now_h
    write(run, now_h, _SORTIE, FIRST_UNIT + me, (unit.x_nm, unit.y_nm))
    if unit.case != NOBODY:
        transit.head_for(run, me, now_h)
    else:
        leaving.go_on(run, me, now_h)


@shared
def _leg_over(run: Run, me: int, now_h: float) -> None:
    """End a leg of a patrol: with a boat in sight, or at its point."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    if unit.sees != NOBODY:
        searching.sight(run, me, int(unit.sees), now_h)
    else:
        leaving.go_on(run, me, now_h)


@shared
def _on_position(run: Run, me: int, now_h: float) -> None:
    """Arrive where a case is believed to be: alongside a boat that is found, or search."""
    unit, craft = run.units[me], run.crafts[me]
    motion.stop(unit, now_h)
    number = int(unit.case)
    case = run.cases[number]
    x_nm, y_nm = transit.case_place(run, number, now_h)
    if motion.distance_nm(unit.x_nm, unit.y_nm, x_nm, y_nm) > _THERE_NM:
        _go_further(run, me, now_h)
        return
    if case.found == 1:
        scene.lie_by(run, unit, now_h)
        if craft.polices == 1 and unit.tasked == 0 and boarding.may_begin(run, me, now_h):
            boarding.begin(run, me, now_h)
        else:
            scene.arrive(run, me, now_h)
        return
    searching.begin(run, me, now_h)


@shared
def _go_further(run: Run, me: int, now_h: float) -> None:
    """Make for where a case is known to be by now, or give up what is out of reach."""
    transit.head_for(run, me, now_h)
    if run.units[me].wait_h == 0.0:
        leaving.leave_scene(run, me, now_h)
