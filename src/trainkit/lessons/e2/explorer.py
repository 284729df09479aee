"""What a reader may move before deciding: the risk of approaches, and life in the water.

The boat here is an example; nobody's own case is in it, and nothing is graded.
"""

import math
from typing import Any

from trainkit.joint.mass_rescue import UnitSpec
from trainkit.joint.mass_rescue.boat import approach_risk
from trainkit.joint.mass_rescue.survival import median_h, sigma
from trainkit.lessons.e2.rescue import authored
from trainkit.views.live import Shown, Slider, sliders

_APPROACHES = 10


def approaches() -> None:
    """Show sliders of sea, people, craft and lifejackets, with the chance of a capsize."""
    controls = (
        Slider("sea_m", "Height of the sea at the boat", "m", 0.5, 3.0, 0.1, value=1.2),
        Slider("persons", "People on a boat for 25", "", 25, 125, 5, value=100),
        Slider("craft", "Craft alongside at the same time", "", 1, 5, 1, value=1),
        Slider("bulk", "Bulk of the craft (a small boat is 1, a ship 6)", "", 1, 6, 1, value=1),
        Slider("bare", "Lifejackets: 0 all wear one, 1 not all", "", 0, 1, 1, value=1),
    )
    sliders(controls, approached, "Ten approaches to an overloaded boat")


def approached(values: dict[str, Any]) -> Shown:
    """Return the chance that one of ten approaches turns the boat over."""
    spec, crowd = authored().parameters, values["persons"] / 25.0
    unit = UnitSpec(name="craft", bulk=float(values["bulk"]))
    one = approach_risk(spec, unit, float(values["sea_m"]), crowd, bool(values["bare"]))
    one *= 1.0 + spec.crowding_alongside * (values["craft"] - 1)
    chance = -100.0 * math.expm1(-_APPROACHES * one)
    return Shown(
        f"One of ten approaches turns the boat over in {chance:.0f} of 100 such boats. "
        "The height of the sea counts by its square, people and bulk in proportion."
    )


def water() -> None:
    """Show sliders of water and time, with the share that still lives."""
    controls = (
        Slider("water_c", "Temperature of the water", "C", 8, 28, 1, value=16),
        Slider("time_h", "Time in the water", "h", 1, 24, 1, value=4),
    )
    sliders(controls, lived, "People in the water")


def lived(values: dict[str, Any]) -> Shown:
    """Return how many of a hundred adults still live, with and without lifejackets."""
    spec = authored().parameters
    with_, without = (
        100.0 * _alive(values["water_c"], values["time_h"] * pace)
        for pace in (1.0, spec.no_jacket_pace)
    )
    return Shown(
        f"After {values['time_h']} h in water of {values['water_c']} C about {with_:.0f} of 100 "
        f"adults with lifejackets still live, and about {without:.0f} without. The figure falls "
        "and never ends: nobody is given up because of a table."
    )


def _alive(water_c: float, time_h: float) -> float:
    from scipy.special import ndtr

    return float(ndtr(-math.log(time_h / median_h(water_c)) / sigma(water_c)))
