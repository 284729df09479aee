"""Weather and light: a chain of states of the sea or a recorded series, and day and night.

A state of the sea lasts an exponential time; then it worsens or betters by one step. With equal
chances the share of time in each state is in proportion to its mean time weighted by the chain's
visits, which a test holds it to.
"""

import math

from trainkit.joint.operation.kinds import NUMBER, SEA
from trainkit.joint.operation.motion import hour_of_day
from trainkit.joint.operation.records import Run, luck_of, write
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, normal, purpose, uniform

_HOLD, _TURN, _WIND = purpose("sea holds"), purpose("sea turns"), purpose("wind direction")
_CHANGED, _LIGHT = NUMBER["weather_changed"], NUMBER["light_changed"]
_DAY_H = 24.0


@shared
def begin(run: Run) -> None:
    """Set weather and light at hour 0."""
    state, world = run.nows[0], run.worlds[0]
    state.sea = run.spells[0].sea if world.n_spells > 0 else world.first_sea
    _let_blow(run, 0.0)
    hour = hour_of_day(0.0)
    state.day = 1 if world.sunrise_h <= hour < world.sunset_h else 0
    _await_light(run, 0.0)


@shared
def change(run: Run, now_h: float) -> None:
    """Change the sea to its next state."""
    state, world = run.nows[0], run.worlds[0]
    state.changes += 1
    if world.n_spells > 0:
        state.sea = run.spells[state.changes].sea
    else:
        state.sea = _next_sea(run)
    _let_blow(run, now_h)


@shared
def _next_sea(run: Run) -> int:
    state = run.nows[0]
    worse = uniform(luck_of(run), _TURN, 0, int(state.changes)) < run.seas[state.sea].worsens
    if state.n_seas == 1:
        return 0
    if state.sea == 0:
        return 1
    if state.sea == state.n_seas - 1:
        return int(state.sea - 1)
    return int(state.sea + 1) if worse else int(state.sea - 1)


@shared
def _let_blow(run: Run, now_h: float) -> None:
    """Set the wind of this state of the sea and how long it lasts."""
    state, world = run.nows[0], run.worlds[0]
    number = int(state.changes)
    from_deg = world.wind_from_deg + normal(
        luck_of(run), _WIND, 0, number, 0.0, world.wind_spread_deg
    )
    wait_h = exponential(luck_of(run), _HOLD, 0, number, run.seas[state.sea].hold_mean_h)
    if world.n_spells > 0:
        from_deg = run.spells[number].wind_from_deg
        wait_h = run.spells[number].time_h if number + 1 < world.n_spells else math.inf
    toward = math.radians(from_deg + 180.0)
    state.wind_toward_x = math.sin(toward)
    state.wind_toward_y = math.cos(toward)
    changes = state.n_seas > 1 or world.n_spells > 0
    state.weather_wait_h = wait_h if changes else math.inf
    facts = (float(state.sea), run.seas[state.sea].wind_kn, from_deg % 360.0)
    write(run, now_h, _CHANGED, SEA, facts)


@shared
def change_light(run: Run, now_h: float) -> None:
    """Let day follow night, or night day."""
    state = run.nows[0]
    state.day = 1 - state.day
    write(run, now_h, _LIGHT, SEA, (float(state.day),))
    _await_light(run, now_h)


@shared
def _await_light(run: Run, now_h: float) -> None:
    state, world = run.nows[0], run.worlds[0]
    due = world.sunset_h if state.day == 1 else world.sunrise_h
    wait_h = due - hour_of_day(now_h)
    state.light_wait_h = wait_h if wait_h > 1e-9 else wait_h + _DAY_H
