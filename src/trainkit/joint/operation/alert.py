"""What an alert tells: a position, a phase, and whose region it is."""

from trainkit.joint.operation import effort
from trainkit.joint.operation.motion import place
from trainkit.joint.operation.records import Run, luck_of
from trainkit.joint.operation.state import (
    ALERT,
    DISTRESS,
    ENDED,
    FALSE,
    GRAVE,
    HOTLINE,
    NOBODY,
    OVERDUE,
    UNCERTAINTY,
    Case,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import normal, purpose, uniform

_ERROR = purpose("position told")
_FALSE_PHASE = purpose("false alarm's phase")


@shared
def better_position(run: Run, number: int, source: int, now_h: float) -> None:
    """Take over the position that is told where it is better than what is known."""
    case, boat, world = run.cases[number], run.boats[number], run.worlds[0]
    error_nm = world.call_error_nm
    if source in (OVERDUE, FALSE):
        error_nm = world.overdue_error_nm
    elif source > HOTLINE:
        error_nm = world.sighting_error_nm
    grown = case.error_nm
    if case.open == 1:
        grown = case.error_nm + world.drift_error_kn * (now_h - case.told_h)
    if error_nm >= grown:
        return
    if case.searching > 0:
        effort.gather(case, world.drift_error_kn, now_h)
    x_nm, y_nm = place(boat, now_h)
    index = 2 * source
    case.x_nm = x_nm + normal(luck_of(run), _ERROR, int(boat.luck), index, 0.0, error_nm)
    case.y_nm = y_nm + normal(luck_of(run), _ERROR, int(boat.luck), index + 1, 0.0, error_nm)
    case.vx_kn = boat.vx_kn
    case.vy_kn = boat.vy_kn
    case.told_h = now_h
    case.error_nm = error_nm
    if case.searching > 0:
        effort.resolve(run, number, now_h)


@shared
def phase_of(run: Run, number: int, source: int) -> int:
    """Return the phase that an alert's cues speak for; a call is not required for distress."""
    boat = run.boats[number]
    if source == FALSE:
        return (
            UNCERTAINTY if uniform(luck_of(run), _FALSE_PHASE, int(boat.luck), 0) < 0.5 else ALERT
        )
    if source == OVERDUE:
        return UNCERTAINTY
    return GRAVE if DISTRESS <= boat.state < ENDED else ALERT


@shared
def responsible(run: Run, case: Case, told: int) -> int:
    """Return the centre in whose declared region a case lies; of two, the one that was told."""
    found = NOBODY
    for number in range(run.worlds[0].n_regions):
        region = run.regions[number]
        inside_x = region.west_nm <= case.x_nm <= region.east_nm
        if inside_x and region.south_nm <= case.y_nm <= region.north_nm:
            if region.centre == told:
                return told
            if found == NOBODY:
                found = region.centre
    return told if found == NOBODY else int(found)


@shared
def region_of(run: Run, centre: int) -> int:
    """Return the number of the first region that a centre has declared."""
    for number in range(run.worlds[0].n_regions):
        if run.regions[number].centre == centre:
            return number
    return 0
