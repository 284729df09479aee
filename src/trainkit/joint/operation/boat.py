"""A boat and its people, from departure until everyone is safe, ashore or lost.

Things go wrong at rates that the sea multiplies: under way, in doubt, in distress, swamped, people
in the water. Survival in the water is a distribution and never a cut-off. Nothing of this needs a
call.

Sources:
    Survival as a distribution: Xu, Giesbrecht (2018), long survivals are recorded.
"""

import math

from trainkit.joint.operation import course, survival
from trainkit.joint.operation.kinds import NUMBER, SEA
from trainkit.joint.operation.motion import stop
from trainkit.joint.operation.records import (
    BOAT,
    DEATHS_FULL,
    Run,
    deactivate,
    luck_of,
    overflow,
    retime,
    write,
)
from trainkit.joint.operation.state import (
    DISTRESS,
    ENDED,
    IN_DOUBT,
    IN_WATER,
    SWAMPED,
    UNDER_WAY,
    Boat,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, purpose

_HAZARD = purpose("boat hazard")
_DOUBT, _DISTRESS, _SWAMPED = (
    NUMBER["boat_in_doubt"],
    NUMBER["distress_began"],
    NUMBER["boat_swamped"],
)
_WATER, _LOST, _LANDED = (
    NUMBER["people_in_water"],
    NUMBER["person_lost"],
    NUMBER["boat_landed"],
)


@shared
def set_off(run: Run, case: int, now_h: float) -> None:
    """Let a boat that is set down at its origin begin its passage."""
    boat = run.boats[case]
    boat.state = UNDER_WAY
    boat.since_h = now_h
    _draw_hazard(run, boat)
    course.go_on(run, case)


@shared
def _draw_hazard(run: Run, boat: Boat) -> None:
    boat.hazard = exponential(luck_of(run), _HAZARD, int(boat.luck), int(boat.steps), 1.0)
    boat.steps += 1


@shared
def worsen(run: Run, case: int, now_h: float) -> None:
    """Let a boat pass to its next state, or one person die."""
    boat = run.boats[case]
    if boat.state == UNDER_WAY:
        _enter(run, case, IN_DOUBT, _DOUBT, now_h)
    elif boat.state == IN_DOUBT:
        boat.distress_h = now_h
        _enter(run, case, DISTRESS, _DISTRESS, now_h)
    elif boat.state == DISTRESS:
        _enter(run, case, SWAMPED, _SWAMPED, now_h)
    elif boat.state == SWAMPED:
        enter_water(run, case, now_h, _WATER)
    elif boat.state == IN_WATER:
        _lose_one(run, case, now_h)


@shared
def _enter(run: Run, case: int, state: int, kind: int, now_h: float) -> None:
    boat = run.boats[case]
    boat.state = state
    write(run, now_h, kind, SEA, (float(case), float(boat.aboard), boat.x_nm, boat.y_nm))
    _draw_hazard(run, boat)


@shared
def enter_water(run: Run, case: int, now_h: float, kind: int) -> None:
    """Put everyone on board into the water, each with a life of their own."""
    boat = run.boats[case]
    boat.state = IN_WATER
    if math.isnan(boat.distress_h):
        boat.distress_h = now_h
    write(run, now_h, kind, SEA, (float(case), float(boat.aboard), boat.x_nm, boat.y_nm))
    state = run.nows[0]
    if state.drowning + boat.aboard > len(run.deaths):
        overflow(run, DEATHS_FULL)
        return
    boat.lives = state.drowning
    state.drowning += boat.aboard
    # Who was taken off before is not known by name; the luck of those left is that of the first.
    for person in range(boat.aboard):
        run.deaths[boat.lives + person] = now_h + survival.life_h(run, boat, person)
    boat.lives_end = state.drowning
    boat.in_water = boat.aboard
    boat.aboard = 0


@shared
def _lose_one(run: Run, case: int, now_h: float) -> None:
    boat = run.boats[case]
    survival.take_from_water(run, case)
    boat.lost += 1
    facts = (float(case), 1.0, now_h - boat.distress_h, 1.0)
    write(run, now_h, _LOST, SEA, facts)


@shared
def land(run: Run, case: int, now_h: float) -> None:
    """Let a boat reach the coast by itself, under way or adrift."""
    boat = run.boats[case]
    ashore = survival.remaining(boat)
    waited_h = 0.0 if math.isnan(boat.distress_h) else now_h - boat.distress_h
    facts = (float(case), float(ashore), waited_h * float(ashore))
    write(run, now_h, _LANDED, SEA, facts)
    boat.safe += ashore
    boat.aboard = 0
    boat.in_water = 0
    end(run, case, now_h)


@shared
def end(run: Run, case: int, now_h: float) -> None:
    """Let a boat have no more events."""
    boat = run.boats[case]
    stop(boat, now_h)
    boat.state = ENDED
    boat.rate = 0.0
    boat.wait_h = math.inf
    retime(run, BOAT, case)
    if run.cases[case].open == 0:
        deactivate(run, case)
