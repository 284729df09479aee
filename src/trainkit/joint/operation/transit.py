"""The way of a unit to a case: where it is believed to be, how long, and whether back again."""

import math

from trainkit.joint.operation import motion
from trainkit.joint.operation.records import UNIT, Run, retime
from trainkit.joint.operation.state import STANDING_BY, TO_SCENE
from trainkit.kernel.compiled import shared
from trainkit.sea.motion import intercept_h

_ON_SCENE_H = 0.5  # the least time on scene that makes a sortie worth its fuel


@shared
def case_place(run: Run, number: int, now_h: float) -> tuple[float, float]:
    """Return where a case is believed to be: where it was told, carried by the drift."""
    case, boat = run.cases[number], run.boats[number]
    if case.found == 1:
        return motion.place(boat, now_h)
    age_h = now_h - case.told_h
    return case.x_nm + case.vx_kn * age_h, case.y_nm + case.vy_kn * age_h


@shared
def case_course(run: Run, number: int) -> tuple[float, float]:
    """Return how a case is believed to move, (vx_kn, vy_kn)."""
    case, boat = run.cases[number], run.boats[number]
    if case.found == 1:
        return float(boat.vx_kn), float(boat.vy_kn)
    return float(case.vx_kn), float(case.vy_kn)


@shared
def eta_h(run: Run, me: int, number: int, now_h: float) -> float:
    """Return how long a unit needs to a case, notice included; inf where it never gets there."""
    unit, craft = run.units[me], run.crafts[me]
    notice_h = craft.ready_h if unit.doing == STANDING_BY else 0.0
    x_nm, y_nm = case_place(run, number, now_h)
    here = motion.place(unit, now_h)
    vx_kn, vy_kn = case_course(run, number)
    dx_nm = x_nm + vx_kn * notice_h - here[0]
    dy_nm = y_nm + vy_kn * notice_h - here[1]
    return notice_h + intercept_h(dx_nm, dy_nm, vx_kn, vy_kn, motion.speed_kn(run, craft))


@shared
def can_return(run: Run, me: int, number: int, time_h: float, now_h: float) -> bool:
    """Return whether transit, the least time on scene, return and reserve are within endurance."""
    unit, craft = run.units[me], run.crafts[me]
    x_nm, y_nm = case_place(run, number, now_h)
    vx_kn, vy_kn = case_course(run, number)
    x_nm += vx_kn * time_h
    y_nm += vy_kn * time_h
    home_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    away_h = 0.0 if unit.doing == STANDING_BY else now_h - unit.left_h
    back_h = home_nm / motion.surest_speed_kn(run, craft)
    needed_h = away_h + time_h + _ON_SCENE_H + back_h + craft.reserve_h
    return bool(needed_h <= craft.endurance_h)


@shared
def head_for(run: Run, me: int, now_h: float) -> None:
    """Let a unit make for its case, wherever it is believed to be now; if it could come back."""
    unit = run.units[me]
    motion.stop(unit, now_h)
    unit.doing = TO_SCENE
    unit.wait_h = 0.0
    unit.wait_h = eta_h(run, me, int(unit.case), now_h)
    x_nm, y_nm = case_place(run, int(unit.case), now_h)
    vx_kn, vy_kn = case_course(run, int(unit.case))
    there_x_nm = x_nm + vx_kn * unit.wait_h
    there_y_nm = y_nm + vy_kn * unit.wait_h
    if math.isinf(unit.wait_h) or not _comes_back(run, me, there_x_nm, there_y_nm, now_h):
        unit.wait_h = 0.0
    elif unit.wait_h > 0.0:
        unit.vx_kn = (there_x_nm - unit.x_nm) / unit.wait_h
        unit.vy_kn = (there_y_nm - unit.y_nm) / unit.wait_h
    retime(run, UNIT, me)


@shared
def _comes_back(run: Run, me: int, x_nm: float, y_nm: float, now_h: float) -> bool:
    """Return whether a unit that goes to a place can reach its base, if only on its reserve."""
    unit, craft = run.units[me], run.crafts[me]
    back_nm = motion.distance_nm(x_nm, y_nm, craft.base_x_nm, craft.base_y_nm)
    needed_h = unit.wait_h + back_nm / motion.surest_speed_kn(run, craft)
    in_time = now_h - unit.left_h + needed_h <= craft.endurance_h
    return bool(craft.merchant == 1 or in_time)
