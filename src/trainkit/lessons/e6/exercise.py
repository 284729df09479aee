"""The trainee's own night: led by the orders that are committed, and branched after the last.

The run is simulated with the trainee's visible luck; whoever gives the same orders meets it again.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainkit.exercise import Exercise, Picture
from trainkit.lessons.e6.case import WATCHES_H, Situation
from trainkit.lessons.e6.night import Plan, orders, plan, scenario


def given(committed: Mapping[str, Any]) -> Plan:
    """Return the plan of the watches that are committed, up to the first that is not.

    Args:
        committed: Committed answers by task.
    """
    watches = []
    for number, at_h in enumerate(WATCHES_H, start=1):
        answer = committed.get(f"e6_watch_{number}")
        if answer is None:
            break
        watches.append((at_h, answer))
    return plan(*watches)


def until(case: Situation, told: Plan, time_h: float) -> Exercise:
    """Return the trainee's own night under a plan, at a pause."""
    exercise = Exercise(scenario(case), case.seed, 0, tuple(orders(told)))
    exercise.to(time_h)
    return exercise


@lru_cache(maxsize=64)
def seen(case: Situation, told: Plan, time_h: float) -> Picture:
    """Return what RCC Alder knows at a pause of the trainee's own night."""
    known: Picture = until(case, told, time_h).picture("Alder")
    return known
