"""The alerts that boats raise, and those behind which there is no boat.

Trouble needs no call: relatives miss a boat, and passing ships see it.
"""

import math

from trainkit.joint.operation.case import new_case
from trainkit.joint.operation.motion import sight_factor
from trainkit.joint.operation.records import ALARM, ALARMS_FULL, Run, luck_of, overflow, retime
from trainkit.joint.operation.state import CALLED, ENDED, HOTLINE, TRAFFIC
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, purpose, uniform

_CALL, _CALL_H = purpose("can call"), purpose("call delay")
_RELAY, _RELAY_H = purpose("by hotline"), purpose("hotline delay")
_SEEN_H = purpose("seen by traffic")
_FALSE_GAP, _FALSE_PLACE = purpose("false alarms"), purpose("false alarm's place")
FALSE_LUCK = 1 << 24


@shared
def cry_for_help(run: Run, case: int) -> None:
    """Raise the alerts that trouble causes: a call, by way of a relay or not, and passing ships."""
    boat, world = run.boats[case], run.worlds[0]
    luck = int(boat.luck)
    if uniform(luck_of(run), _CALL, luck, 0) < world.call_chance:
        time_h = exponential(luck_of(run), _CALL_H, luck, 0, world.call_mean_h)
        if uniform(luck_of(run), _RELAY, luck, 0) < world.hotline_share:
            time_h += exponential(luck_of(run), _RELAY_H, luck, 0, world.hotline_mean_h)
            raise_alarm(run, case, HOTLINE, time_h)
        else:
            raise_alarm(run, case, CALLED, time_h)
    sightings_per_h = world.traffic_rate * sight_factor(run)
    if sightings_per_h > 0.0:
        seen_h = exponential(luck_of(run), _SEEN_H, luck, 0, 1.0 / sightings_per_h)
        raise_alarm(run, case, TRAFFIC, seen_h)


@shared
def raise_alarm(run: Run, case: int, source: int, time_h: float) -> None:
    """Let an alert reach a rescue centre after *time_h*."""
    state = run.nows[0]
    number = int(state.alarms)
    if number >= len(run.alarms):
        overflow(run, ALARMS_FULL)
        return
    state.alarms += 1
    alarm = run.alarms[number]
    alarm.case = case
    alarm.source = source
    alarm.wait_h = time_h
    retime(run, ALARM, number)


@shared
def await_false(run: Run) -> None:
    """Draw when the next alert comes behind which there is no boat."""
    state, world = run.nows[0], run.worlds[0]
    state.false_wait_h = math.inf
    if world.false_per_h > 0.0:
        state.false_wait_h = exponential(
            luck_of(run), _FALSE_GAP, int(state.false_alarms), 0, 1.0 / world.false_per_h
        )


@shared
def false_alarm(run: Run, now_h: float) -> int:
    """Set a case without a boat somewhere on a passage; return its number, or -1."""
    state = run.nows[0]
    alarm = int(state.false_alarms)
    state.false_alarms += 1
    await_false(run)
    number = new_case(run)
    if number < 0:
        return -1
    boat, origin = run.boats[number], run.origins[alarm % run.worlds[0].n_origins]
    share = uniform(luck_of(run), _FALSE_PLACE, alarm, 0)
    across = 2.0 * uniform(luck_of(run), _FALSE_PLACE, alarm, 1) - 1.0
    boat.afloat = 0
    boat.luck = FALSE_LUCK + alarm
    boat.origin = alarm % run.worlds[0].n_origins
    boat.persons = 0
    boat.aboard = 0
    boat.state = ENDED
    boat.x_nm = origin.x_nm + share * (origin.toward_x_nm - origin.x_nm)
    boat.y_nm = origin.y_nm + share * (origin.toward_y_nm - origin.y_nm)
    boat.y_nm += across * origin.spread_nm
    boat.since_h = now_h
    boat.wait_h = math.inf
    return number
