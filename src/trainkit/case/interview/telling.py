"""One telling of an account: its stretches and pauses, what is told, and what it does."""

import math
from collections.abc import Generator
from typing import Any

from trainkit.case.interview.account import State, detail_rates, distress_rate, error_rate
from trainkit.case.interview.harm import UNITS
from trainkit.case.interview.house import House
from trainkit.case.interview.people import Met

STEADY_H = 0.5
"""Time without a pause at which distress shows at its rate: sooner it shows less, later more."""
_CHANNEL_HARM = {"companion": "companion_heard", "none": "not_understood"}


def account(house: House, who: Met, state: State) -> Generator[Any, Any, bool]:
    """Hear an account; return whether it was heard to its end."""
    _begins(house, who, state)
    hours = _length_h(house, who, state.telling)
    heard_h = yield from _stretches(house, who, state, hours)
    _ends(house, who, state, heard_h)
    return heard_h >= hours or house.spec.on_distress != "stop"


def _begins(house: House, who: Met, state: State) -> None:
    """Write that an account begins, and what being asked at all does."""
    house.write(
        "account_began",
        who,
        telling=state.telling,
        status=who.group.status,
        setting=who.group.setting,
        channel=state.channel,
        tired=state.tired,
        rapport=state.rapport,
    )
    _asked(house, who, state)


def _asked(house: House, who: Met, state: State) -> None:
    if who.hurt and house.spec.medical == "after":
        house.harm(who, "asked_unwell", UNITS["asked_unwell"])
    if state.telling > 1:
        house.harm(who, "retold", UNITS["retold"])
    if state.channel in _CHANNEL_HARM:
        cause = _CHANNEL_HARM[state.channel]
        house.harm(who, cause, UNITS[cause])
    if who.group.status == "possible_victim" and who.group.setting == "suspect_interview":
        house.harm(who, "interrogated", UNITS["interrogated"])


def _length_h(house: House, who: Met, number: int) -> float:
    mean_h = house.spec.account_h
    if house.spec.account_law == "fixed":
        return mean_h
    return who.luck.exponential("interview account", who.number, number, mean=mean_h)


def _stretches(house: House, who: Met, state: State, hours: float) -> Generator[Any, Any, float]:
    """Let the account go on from pause to pause; return the hours that were heard."""
    spec, heard_h, segment = house.spec, 0.0, 0
    rate = distress_rate(spec, state, who.sensitivity(spec.distress_sigma))
    while heard_h < hours:
        stretch_h = min(spec.pause_every_h, hours - heard_h)
        shows_h = _shows_h(who.distress_threshold(state.telling, segment), rate)
        segment, shown = segment + 1, shows_h < stretch_h
        heard_h += min(shows_h, stretch_h)
        yield house.env.timeout(min(shows_h, stretch_h))
        if shown and _stops(house, who, state):
            return heard_h
        if heard_h < hours and not (shown and spec.on_distress == "go_on"):
            house.write("pause_taken", who, telling=state.telling)
            yield house.env.timeout(spec.pause_h)
    return hours


def _shows_h(threshold: float, rate: float) -> float:
    """Return when distress shows in a stretch without a pause: its rate grows with the time."""
    return math.sqrt(STEADY_H * threshold / rate) if rate > 0.0 else math.inf


def _stops(house: House, who: Met, state: State) -> bool:
    """Write that distress has shown and what was done; return whether the account ends."""
    answer = house.spec.on_distress
    house.write("distress_shown", who, telling=state.telling, answer=answer)
    cause = "distress_passed_over" if answer == "go_on" else "distress"
    house.harm(who, cause, UNITS[cause])
    return answer == "stop"


def _ends(house: House, who: Met, state: State, heard_h: float) -> None:
    """Write what was told, and what the time of it did."""
    free, asked = detail_rates(house.spec, state)
    errors = error_rate(house.spec, state) * heard_h
    correct, wrong = who.tell(free * heard_h, asked * heard_h, errors)
    house.harm(who, "asked_tired", UNITS["asked_tired"] * state.tired * heard_h)
    house.harm(who, "led", UNITS["led"] * house.spec.leading_share * heard_h)
    house.write(
        "account_ended", who, telling=state.telling, hours=heard_h, correct=correct, errors=wrong
    )
