"""The tasks of E1, declared once: fields, points, slips and hints."""

from trainkit.lessons.e1 import slips
from trainkit.lessons.e1.case import AREAS, AREAS_A_SIDE, FIRST_HOURS, SECOND_HOURS
from trainkit.lessons.field import Allocation, Choice, Field, Number, Position
from trainkit.lessons.worded import decided, written

_STEP_H = 0.5
_REACH_NM = 40.0
_CALLS = 6
_PHASES = (
    ("uncertainty", "Uncertainty phase"),
    ("alert", "Alert phase"),
    ("distress", "Distress phase"),
)


def _calls() -> tuple[Field, ...]:
    return tuple(Choice(f"call_{n}", f"Call {n}", _PHASES) for n in range(1, _CALLS + 1))


def _hours(total: float) -> Allocation:
    """Return the field of hours by area; the chart shows the rows from north to south."""
    rows = [AREAS[place : place + AREAS_A_SIDE] for place in range(0, len(AREAS), AREAS_A_SIDE)]
    cells = tuple(name for row in reversed(rows) for name in row)
    return Allocation("hours", "Hours of search by area", "h", cells, total, _STEP_H, AREAS_A_SIDE)


_DATUM = (
    Position("datum", "Middle of the square", -_REACH_NM, _REACH_NM),
    Number("radius_nm", "Reach from the middle to each side", "NM", 1.0, 20.0),
)
_CUTTER = Choice(
    "cutter",
    "The cutter Heron",
    (
        ("search", "joins the search at once"),
        ("shadow", "first follows the boat without lights for two hours, then joins"),
    ),
)
_READING = (
    Number("first_leg_h", "The first search leg of any unit begins at", "h", 0.0, 6.0),
    Number("coverage", "Coverage of the Skua in its area", "", 0.0, 20.0),
    Number("pod_percent", "What random search finds at that coverage", "%", 0.0, 100.0),
    Number("unaccounted", "People who are not accounted for", "", 0, 50, whole=True),
    Choice(
        "next_step",
        "What follows",
        (
            ("stand_down", "The areas were searched: the search ends"),
            ("daylight", "The search waits for daylight"),
            ("go_on", "The search goes on"),
        ),
    ),
)
_SITREP = written("e1_sitrep", 30, "E1.5", "situation_report")

TASKS = (
    decided("e1_phase", 14, "E1.1", _calls(), slips.PHASE),
    decided("e1_datum", 16, "E1.2", _DATUM, slips.DATUM),
    decided("e1_allocation", 18, "E1.3", (_hours(FIRST_HOURS), _CUTTER), slips.ALLOCATION),
    decided("e1_reading", 10, "E1.4", _READING, slips.READING),
    decided("e1_replan", 12, "E1.3", (_hours(SECOND_HOURS),), slips.REPLAN),
    _SITREP,
)
