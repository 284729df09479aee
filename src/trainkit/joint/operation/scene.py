"""On scene: lifejackets before anyone is taken off, an approach that can capsize, people aboard.

A unit never leaves people for police work. It leaves them when it is full, or when it could no
longer reach a port; then another is sent. Heads are counted until all are accounted for.
"""

from trainkit.joint.operation import boat as boats
from trainkit.joint.operation import course, leaving, port, recovery
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.motion import place
from trainkit.joint.operation.records import UNIT, Run, luck_of, retime, write
from trainkit.joint.operation.state import (
    BOARDING,
    DISTRESS,
    HANDING_LIFEJACKETS,
    IN_WATER,
    NOBODY,
    RECOVERING,
    SHADOWING,
    UNDER_WAY,
    Unit,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import purpose, uniform

_CAPSIZES = purpose("approach capsizes")
_ON_SCENE, _JACKETS = NUMBER["unit_on_scene"], NUMBER["lifejackets_given"]
_CAPSIZED, _COORDINATOR, _SHADOW = (
    NUMBER["boat_capsized"],
    NUMBER["coordinator_designated"],
    NUMBER["shadowing_began"],
)
_BOARDED = NUMBER["boarding_ended"]
_JACKETS_SHARE = 0.25  # an approach after lifejackets, as a share of one before them


@shared
def arrive(run: Run, me: int, now_h: float) -> None:
    """Let a unit come alongside a boat that is found."""
    unit, craft = run.units[me], run.crafts[me]
    case, boat = run.cases[unit.case], run.boats[unit.case]
    lie_by(run, unit, now_h)
    facts = (float(unit.case), now_h - case.opened_h)
    write(run, now_h, _ON_SCENE, FIRST_UNIT + me, facts)
    if case.coordinator == NOBODY or _coordinates_better(run, me, int(case.coordinator)):
        case.coordinator = me
        write(run, now_h, _COORDINATOR, FIRST_UNIT + me, (float(unit.case),))
    if craft.can_recover == 0 or boat.state == UNDER_WAY:
        shadow(run, me, now_h)
    else:
        help_people(run, me, now_h)


@shared
def _coordinates_better(run: Run, me: int, other: int) -> bool:
    """Return whether a unit is better placed to coordinate on scene than the one that does."""
    mine, theirs = run.crafts[me], run.crafts[other]
    trained = mine.merchant < theirs.merchant or mine.flies < theirs.flies
    return bool(trained and mine.executes_sar >= theirs.executes_sar and mine.merchant == 0)


@shared
def lie_by(run: Run, unit: Unit, now_h: float) -> None:
    """Let a unit lie by the boat of its case and move with it."""
    boat = run.boats[unit.case]
    x_nm, y_nm = place(boat, now_h)
    unit.x_nm = x_nm
    unit.y_nm = y_nm
    unit.vx_kn = boat.vx_kn
    unit.vy_kn = boat.vy_kn
    unit.since_h = now_h


@shared
def shadow(run: Run, me: int, now_h: float) -> None:
    """Stay with a boat, ready to help, as long as the fuel lasts."""
    unit = run.units[me]
    if unit.doing != SHADOWING:
        write(run, now_h, _SHADOW, FIRST_UNIT + me, (float(unit.case),))
    unit.doing = SHADOWING
    unit.wait_h = max(port.stay_h(run, me, now_h), 0.0)
    retime(run, UNIT, me)


@shared
def help_people(run: Run, me: int, now_h: float) -> None:
    """Hand lifejackets over where that is the rule; then take people off."""
    unit, world = run.units[me], run.worlds[0]
    case, boat = run.cases[unit.case], run.boats[unit.case]
    if world.lifejackets_first == 1 and case.jackets_out == 0 and boat.state < IN_WATER:
        if recovery.lacks_time(run, me, world.lifejackets_h, now_h):
            leaving.leave_scene(run, me, now_h)
            return
        unit.doing = HANDING_LIFEJACKETS
        unit.ends_h = now_h + world.lifejackets_h
        unit.wait_h = world.lifejackets_h
        retime(run, UNIT, me)
        return
    approach(run, me, now_h)


@shared
def lifejackets_given(run: Run, me: int, now_h: float) -> None:
    """Let everyone on board have a lifejacket, and go alongside."""
    unit = run.units[me]
    case, boat = run.cases[unit.case], run.boats[unit.case]
    if boat.state < IN_WATER:
        case.jackets_out = 1
        boat.jackets = boat.aboard
        facts = (float(unit.case), float(boat.aboard))
        write(run, now_h, _JACKETS, FIRST_UNIT + me, facts)
    approach(run, me, now_h)


@shared
def approach(run: Run, me: int, now_h: float) -> None:
    """Go alongside for the first time, which may capsize a boat in distress; begin to recover."""
    unit = run.units[me]
    case, boat = run.cases[unit.case], run.boats[unit.case]
    if case.approached == 0:
        case.approached = 1
        chance = capsize_chance(run, int(case.jackets_out))
        draw = uniform(luck_of(run), _CAPSIZES, int(boat.luck), 0)
        if boat.state == DISTRESS and draw < chance:
            course.pause(boat, now_h)
            boats.enter_water(run, int(unit.case), now_h, _CAPSIZED)
            course.go_on(run, int(unit.case))
    recovery.take_batch(run, me, now_h)


@shared
def capsize_chance(run: Run, jackets_out: int) -> float:
    """Return the chance that an approach capsizes a boat in distress in this sea."""
    state, world = run.nows[0], run.worlds[0]
    worst = max(state.n_seas - 1, 1)
    chance = world.capsize_chance * float(state.sea) / float(worst)
    return float(chance * _JACKETS_SHARE if jackets_out == 1 else chance)


@shared
def pass_on(run: Run, number: int, now_h: float) -> None:
    """Let units that lie by a boat follow it to its new state, and help where help is needed."""
    boat = run.boats[number]
    for me in range(run.worlds[0].n_units):
        unit = run.units[me]
        if unit.case != number:
            continue
        if unit.doing == BOARDING and run.worlds[0].finish_boarding == 0 and boat.state >= DISTRESS:
            write(run, now_h, _BOARDED, FIRST_UNIT + me, (float(number),))
            unit.doing = SHADOWING
        if unit.doing == SHADOWING and boat.state >= DISTRESS and run.crafts[me].can_recover == 1:
            lie_by(run, unit, now_h)
            help_people(run, me, now_h)
        else:
            keep_by(run, me, now_h)


@shared
def keep_by(run: Run, me: int, now_h: float) -> None:
    """Let a unit go on beside a boat that has changed its course, as long as the fuel lasts."""
    unit = run.units[me]
    if unit.doing == BOARDING:
        lie_by(run, unit, now_h)
    elif unit.doing == SHADOWING:
        lie_by(run, unit, now_h)
        shadow(run, me, now_h)
    elif unit.doing in (RECOVERING, HANDING_LIFEJACKETS):
        lie_by(run, unit, now_h)
        if recovery.lacks_time(run, me, unit.ends_h - now_h, now_h):
            leaving.leave_scene(run, me, now_h)
