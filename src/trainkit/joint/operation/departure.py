"""Departures of boats: who leaves, when, from where, and who is kept from it by a warning.

Departures are a Poisson process whose rate follows season and sea, by thinning (Lewis and Shedler):
candidates come at the greatest rate, and each leaves with the chance that season and sea give it. A
candidate's luck is its own, so that no policy changes who would have left.

Sources:
    Lewis, P. A. W., Shedler, G. S. (1979). *Simulation of nonhomogeneous Poisson processes by
        thinning*. Naval Research Logistics Quarterly 26.
"""

import math

from trainkit.joint.operation import alarms
from trainkit.joint.operation import boat as boats
from trainkit.joint.operation.case import new_case
from trainkit.joint.operation.kinds import NUMBER, SEA
from trainkit.joint.operation.motion import distance_nm
from trainkit.joint.operation.records import BOAT, Run, luck_of, retime, write
from trainkit.joint.operation.state import OVERDUE, PLANNED
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, purpose, uniform

_GAP, _LEAVES, _ORIGIN = purpose("departures"), purpose("boat leaves"), purpose("origin")
_PLACE, _PERSONS, _SIDE = (
    purpose("boat's place"),
    purpose("people on board"),
    purpose("boat's side"),
)
_WARNED = purpose("warning heeded")
_MISSED, _MISSED_H = purpose("missed"), purpose("missed delay")
_DEPARTED, _AVERTED, _DISPLACED = (
    NUMBER["boat_departed"],
    NUMBER["departure_averted"],
    NUMBER["departure_displaced"],
)
_DANGEROUS = 2.0  # hazards from which on a warning is given
_LONGER = 0.15  # how much longer the way of a displaced departure is


@shared
def begin(run: Run) -> None:
    """Draw the first candidate and the first false alarm."""
    _await_next(run)
    alarms.await_false(run)


@shared
def _await_next(run: Run) -> None:
    state, world = run.nows[0], run.worlds[0]
    greatest = world.rate_per_h * (1.0 + world.season_amplitude)
    state.departure_wait_h = math.inf
    if greatest > 0.0:
        state.departure_wait_h = exponential(
            luck_of(run), _GAP, int(state.candidates), 0, 1.0 / greatest
        )


@shared
def season(run: Run, now_h: float) -> float:
    """Return the season's share of the greatest rate at a time."""
    world = run.worlds[0]
    swing = world.season_amplitude * math.sin(2.0 * math.pi * now_h / world.season_h)
    return float((1.0 + swing) / (1.0 + world.season_amplitude))


@shared
def consider(run: Run, now_h: float) -> None:
    """Let a candidate leave, or not; a warning may avert it or send it another way later."""
    state, world = run.nows[0], run.worlds[0]
    candidate = int(state.candidates)
    state.candidates += 1
    _await_next(run)
    chance = season(run, now_h) * run.seas[state.sea].departure_factor
    if uniform(luck_of(run), _LEAVES, candidate, 0) >= chance:
        return
    dangerous = run.seas[state.sea].hazard_factor >= _DANGEROUS
    heeded = uniform(luck_of(run), _WARNED, candidate, 0) < world.warning_effect
    if world.predeparture_warning == 0 or not dangerous or not heeded:
        case = _set_down(run, candidate)
        if case >= 0:
            _leave(run, case, now_h)
        return
    persons = float(_persons(run, candidate))
    if uniform(luck_of(run), _WARNED, candidate, 1) >= world.displaced_share:
        write(run, now_h, _AVERTED, SEA, (persons, float(state.sea)))
        return
    case = _set_down(run, candidate)
    if case >= 0:
        _displace(run, case, now_h)


@shared
def _displace(run: Run, case: int, now_h: float) -> None:
    boat, world = run.boats[case], run.worlds[0]
    boat.state = PLANNED
    boat.since_h = now_h
    boat.toward_x_nm += (boat.toward_x_nm - boat.x_nm) * _LONGER
    boat.wait_h = world.displaced_delay_h
    facts = (float(case), float(boat.persons), float(run.nows[0].sea))
    write(run, now_h, _DISPLACED, SEA, facts)
    retime(run, BOAT, case)


@shared
def leave_late(run: Run, case: int, now_h: float) -> None:
    """Let a displaced departure set off after all."""
    _leave(run, case, now_h)


@shared
def _leave(run: Run, case: int, now_h: float) -> None:
    boat, world = run.boats[case], run.worlds[0]
    boats.set_off(run, case, now_h)
    facts = (float(case), float(boat.persons), boat.x_nm, boat.y_nm)
    write(run, now_h, _DEPARTED, SEA, facts)
    luck = int(boat.luck)
    if uniform(luck_of(run), _MISSED, luck, 0) < world.overdue_chance:
        length_nm = distance_nm(boat.x_nm, boat.y_nm, boat.toward_x_nm, boat.toward_y_nm)
        late_h = exponential(luck_of(run), _MISSED_H, luck, 0, world.overdue_mean_h)
        alarms.raise_alarm(run, case, OVERDUE, length_nm / world.boat_speed_kn + late_h)


@shared
def _persons(run: Run, candidate: int) -> int:
    world = run.worlds[0]
    drawn = lognormal(
        luck_of(run), _PERSONS, candidate, 0, world.persons_median, world.persons_sigma
    )
    return int(min(max(math.floor(drawn + 0.5), 1.0), float(world.most_persons)))


@shared
def _set_down(run: Run, candidate: int) -> int:
    """Put a boat at its origin; return its number, or -1 where the table is full."""
    number = new_case(run)
    if number < 0:
        return -1
    boat = run.boats[number]
    origin_number = _origin(run, candidate)
    origin = run.origins[origin_number]
    boat.afloat = 1
    boat.luck = candidate
    boat.origin = origin_number
    boat.persons = _persons(run, candidate)
    boat.aboard = boat.persons
    boat.x_nm = origin.x_nm
    boat.y_nm = origin.y_nm + origin.spread_nm * (
        2.0 * uniform(luck_of(run), _PLACE, candidate, 0) - 1.0
    )
    boat.toward_x_nm = origin.toward_x_nm
    across = 2.0 * uniform(luck_of(run), _PLACE, candidate, 1) - 1.0
    boat.toward_y_nm = origin.toward_y_nm + origin.spread_nm * across
    boat.side = 1.0 if uniform(luck_of(run), _SIDE, candidate, 0) < 0.5 else -1.0
    return number


@shared
def _origin(run: Run, candidate: int) -> int:
    total = 0.0
    for number in range(run.worlds[0].n_origins):
        total += run.origins[number].share
    left = uniform(luck_of(run), _ORIGIN, candidate, 0) * total
    for number in range(run.worlds[0].n_origins):
        left -= run.origins[number].share
        if left < 0.0:
            return number
    return int(run.worlds[0].n_origins - 1)
