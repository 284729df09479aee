"""The way home: course for a place, the base, a rest."""

import math

from trainkit.joint.operation import endurance, motion
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import AWAY, GOING_HOME, NOBODY, RESTING
from trainkit.kernel.compiled import shared

_ENDED = NUMBER["sortie_ended"]


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
    facts = (now_h - unit.left_h, endurance.left_h(run, me, now_h), 0.0)
    write(run, now_h, _ENDED, FIRST_UNIT + me, facts)
    unit.doing = RESTING
    unit.gave_up = NOBODY
    unit.wait_h = craft.rest_h
    retime(run, UNIT, me)
