"""What a reader may move before deciding: a queue in three orders, and a link that loses messages.

Both answer with formulas and not with a run; nobody's own case is in them, and nothing is graded.

Sources:
    Cobham (1954). *Priority assignment in waiting line problems*. Operations Research 2.
    Bertsekas, Gallager (1992). *Data Networks*, section 2.4, for stop and wait.
"""

import math
from typing import Any

import numpy as np

from trainkit.views.live import Shown, Slider, sliders

_EVENLY = (np.arange(1000) + 0.5) / 1000.0
"""A thousand equal steps of chance: the time at such a desk is exponential."""


def orders() -> None:
    """Show sliders of traffic, and the minutes of distress in three orders at one desk."""
    controls = (
        Slider("others", "Other messages in an hour", "", 0, 6, 1, value=4),
        Slider("distress", "Distress messages in an hour", "", 1, 3, 1, value=1),
        Slider("read_min", "Minutes to read one", "min", 2, 14, 1, value=10),
    )
    sliders(controls, ordered, "One officer reads: how long a distress message takes")


def ordered(values: dict[str, Any]) -> Shown:
    """Return the mean minutes of distress in each order, by Cobham's formulas."""
    read = float(values["read_min"])
    high = values["distress"] * read / 60.0
    load = high + values["others"] * read / 60.0
    if load >= 1.0:
        return Shown(_TOO_MUCH.format(100 * load) + _set_aside(read, high))
    waits, fair = load * read, read / (1.0 - load)
    return Shown(
        f"The officer is busy {100 * load:.0f} % of the time. As messages come, a distress message "
        f"takes {fair:.0f} minutes on average. By class, with what is in hand finished first, "
        f"{read + waits / (1.0 - high):.0f}. {_set_aside(read, high)}",
        samples=-fair * np.log1p(-_EVENLY),
        label="Minutes of 1,000 distress messages, as they come",
    )


_TOO_MUCH = (
    "The desk is given {:.0f} % of the work that it can do. As messages come, the queue grows all "
    "night. "
)


def _set_aside(read: float, high: float) -> str:
    return f"Setting aside what is in hand, {read / (1.0 - high):.0f} minutes."


def link() -> None:
    """Show sliders of loss and patience, and what both cost."""
    controls = (
        Slider("loss", "Lost transmissions of 100", "", 0, 50, 5, value=20),
        Slider("delay_min", "Minutes on the way, mean", "min", 1, 10, 1, value=3),
        Slider("timeout_min", "Minutes until it is sent again", "min", 1, 60, 1, value=6),
    )
    sliders(controls, linked, "A link that loses messages and answers")


def linked(values: dict[str, Any]) -> Shown:
    """Return how often a message is sent, and how long lost ones delay it on average."""
    loss, timeout = values["loss"] / 100.0, float(values["timeout_min"])
    ratio = timeout / values["delay_min"]
    hasty = (1.0 + ratio) * math.exp(-ratio)
    lost_min = timeout * loss / (1.0 - loss)
    return Shown(
        f"A message gets through with the {1.0 / (1.0 - loss):.2f}th transmission on average, and "
        f"lost ones delay it by {lost_min:.1f} minutes. Of 100 messages whose answer is on its way "
        f"{100 * hasty:.0f} are sent again too early: the other desk must look at each repeat."
    )
