"""What an answer means as orders: the levers of the model that it sets."""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.e2.rescue import Levers, by_unit
from trainkit.lessons.task import Answer

FIELDS = {name: name.rpartition(" ")[2].lower() for name in UNITS}
"""The field of each unit, by its name."""
SECURED_H, SCREENED_H = 0.5, 8.0
_SHIP: Mapping[str, Mapping[str, Any]] = {
    "lee": {"makes_lee": True, "bulk": 1.0, "boat_per_h": 14.0},
    "alongside": {"makes_lee": False, "bulk": 6.0, "boat_per_h": 30.0},
    "stands_off": {"makes_lee": False, "bulk": 1.0, "boat_per_h": 0.0},
}


def coordination(answer: Answer) -> Levers:
    """Return the levers of who coordinates."""
    takes = {name: answer[FIELDS[name]] == "takes_over" for name in UNITS[1:]}
    first = ("first_coordinates", answer["until_then"] == "first_on_scene")
    return (first, *by_unit("takes_over", takes))


def approach(answer: Answer) -> Levers:
    """Return the levers of how the boat is approached."""
    ship = _SHIP[answer["ship"]]
    return (
        ("lifejackets", answer["lifejackets"]),
        ("alongside", int(answer["alongside"])),
        *((f"units.0.{name}", value) for name, value in ship.items()),
        ("units.1.first_task", answer["osprey"]),
        ("units.1.secure_h", SECURED_H),
    )


def hulls(answer: Answer) -> Levers:
    """Return the levers of how many people each unit takes, as ordered."""
    quotas = {name: int(answer[FIELDS[name]]) for name in UNITS}
    return (
        *by_unit("quota", quotas),
        *by_unit("when_full", dict.fromkeys(UNITS, "exceed")),
    )


def landing(answer: Answer) -> Levers:
    """Return the levers of the landing that a red line is read on."""
    hours = SCREENED_H if answer["screening"] == "before" else 0.0
    return by_unit("screening_h", dict.fromkeys(UNITS, hours))
