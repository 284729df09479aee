"""The log of another watch's night, in the trainee's own luck, and the measures that are in it.

The watch before led it well enough: it shared the picture and sent at the alert phase, and kept all
in port. The log is what reached RCC Alder, so that nobody reads the truth.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise, Picture
from trainkit.kernel.logbook import Entry
from trainkit.lessons.e6.case import END_H, WATCHES_H, Situation
from trainkit.lessons.e6.night import led, plan
from trainkit.lessons.e6.standing import WATCH

FROM_H = WATCHES_H[0]
_LED = {
    **WATCH,
    "sharing": "tasking",
    "dispatch": "nearest",
    "dispatch_phase": "alert",
    "osprey": "stand_by",
}
_MOST_NIGHTS = 300
_ROWS = (22, 48)
_SHOWN = {
    "alert_received",
    "phase_declared",
    "unit_tasked",
    "boat_sighted",
    "boat_found",
    "unit_on_scene",
    "persons_recovered",
    "persons_disembarked",
    "search_suspended",
    "case_closed",
}


@lru_cache(maxsize=64)
def night(case: Situation) -> tuple[Picture, tuple[Entry, ...]]:
    """Return the picture at the end of the night before, and its log of that watch.

    It is the first night of the case in which people were recovered, several cases were opened and
    one is still open, and whose log is neither short nor long.
    """
    told = led(case, plan((FROM_H, _LED)))
    for replication in range(_MOST_NIGHTS):
        exercise = Exercise(told, case.seed, replication)
        exercise.to(END_H)
        picture = exercise.picture("Alder")
        log = tuple(e for e in picture.told if e.kind in _SHOWN and e.time_h >= FROM_H)
        if _tells(log):
            return picture, log
    raise TrainkitError(f"In {_MOST_NIGHTS} nights no log was fit to be read: an error of ours.")


def _tells(log: tuple[Entry, ...]) -> bool:
    """Return whether a log can be read for all measures, each case from its beginning."""
    opened = _cases(log, "alert_received")
    seen = {case for entry in log if (case := entry.facts.get("case")) is not None}
    waits = _waits_h(log)
    still = opened - _cases(log, "case_closed")
    return (
        _ROWS[0] <= len(log) <= _ROWS[1]
        and seen == opened
        and len(opened) >= 3
        and len(waits) >= 2
        and max(waits.values()) > sorted(waits.values())[-2] + 0.2
        and bool(still)
        and 0 < people(log, "persons_disembarked") != people(log, "persons_recovered")
    )


def _cases(log: tuple[Entry, ...], kind: str) -> set[float | str]:
    return {entry.facts["case"] for entry in log if entry.kind == kind}


def people(log: tuple[Entry, ...], kind: str) -> int:
    """Return how many people a log counts in entries of a kind."""
    return round(sum(float(entry.facts["persons"]) for entry in log if entry.kind == kind))


def _waits_h(log: tuple[Entry, ...]) -> dict[float | str, float]:
    """Return hours from the first alert of a case to the first unit on scene, by case."""
    alerts: dict[float | str, float] = {}
    waits: dict[float | str, float] = {}
    for entry in log:
        case = entry.facts.get("case")
        if case is None:
            continue
        if entry.kind == "alert_received":
            alerts.setdefault(case, entry.time_h)
        if entry.kind == "unit_on_scene" and case in alerts:
            waits.setdefault(case, entry.time_h - alerts[case])
    return waits


def readings(case: Situation) -> Mapping[str, Any]:
    """Return the measures of the night before, by field of the task."""
    _, log = night(case)
    opened, closed = _cases(log, "alert_received"), _cases(log, "case_closed")
    return {
        "cases": len(opened),
        "recovered": people(log, "persons_recovered"),
        "landed": people(log, "persons_disembarked"),
        "slowest_h": round(max(_waits_h(log).values()), 1),
        "still_open": len(opened - closed),
        "next_step": "hand_over",
    }
