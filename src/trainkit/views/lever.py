"""Controls made of what a model declares: a slider for a number, a list for words and yes or no."""

from dataclasses import replace
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.model import Declaration, declarations
from trainkit.scenarios import Scenario
from trainkit.views.pick import Control, Pick
from trainkit.views.slider import Slider


def control(scenario: Scenario, asked: str | Control) -> Control:
    """Return the control of a parameter, which begins where the scenario stands.

    Args:
        scenario: Whose parameter it is.
        asked: Dotted name, such as ``sharing`` or ``units.0.area_x_nm``; or a control of one's
            own with such a name, for narrower bounds or other words.

    Raises:
        TrainkitError: there is no such parameter, or it is neither a number with bounds, nor one
            of some words, nor yes or no.
    """
    name = asked if isinstance(asked, str) else asked.name
    declared = {row.name: row for row in declarations(scenario.parameters)}
    if name not in declared:
        raise TrainkitError(
            f"There is no parameter '{name}'.{nearest(name, declared)} "
            "`trainkit describe` lists the parameters of a scenario."
        )
    row = declared[name]
    if isinstance(asked, str):
        return _made(row, _label(row, _owner(scenario.parameters, name)))
    return replace(asked, value=row.value)


def _made(row: Declaration, label: str) -> Control:
    if isinstance(row.value, bool):
        return Pick(row.name, label, ((True, "yes"), (False, "no")), row.value)
    if len(row.choices) > 1:
        options = tuple((word, word.replace("_", " ")) for word in row.choices)
        return Pick(row.name, label, options, row.value)
    low, high, value = row.low, row.high, row.value
    if low is None or high is None or not isinstance(value, int | float):
        raise TrainkitError(
            f"A control needs a number with bounds, some words or yes and no, and '{row.name}' is "
            "none of them. Choose a parameter whose declaration has low and high, or choices."
        )
    return Slider(row.name, label, row.unit, low, high, row.step or (high - low) / 100, value)


def _label(row: Declaration, owner: str) -> str:
    meaning = row.meaning.rstrip(".") or row.name
    return f"{owner}: {meaning[0].lower()}{meaning[1:]}" if owner else meaning


def _owner(parameters: Any, name: str) -> str:
    """Return the name of the unit, port or sea whose parameter it is; nothing for the others."""
    place, owner = parameters, ""
    for part in name.split(".")[:-1]:
        place = place[int(part)] if part.isdigit() else getattr(place, part)
        owner = getattr(place, "name", owner)
    return owner
