"""The orders of the night as a logbook, and the red line that is read on it.

One cutter follows a boat without lights when the distress is known. It may join the search at
once, or go on for two hours first. The second is the red line R1: rescue delayed for enforcement.
"""

from typing import Literal

from trainkit.kernel.logbook import Kind, Logbook
from trainkit.kernel.writer import Writer
from trainkit.redlines import Breach, breaches, delayed

CUTTER = "Alder Heron"
SHADOWED_H = 2.0
LATE = 1.0 / 8.0
"""Share of the boats that is missing in the first two hours while the cutter shadows."""

Order = Literal["search", "shadow"]
_KINDS = (Kind("distress_known"), Kind("shadowing_began"), Kind("search_began"))
_RULES = (
    delayed(
        "R1",
        "distress_known",
        "search_began",
        ("shadowing_began",),
        "A cutter followed another boat while people were known to be in distress",
    ),
)


def orders(cutter: Order) -> Logbook:
    """Return the logbook of the cutter's night under an order."""
    clock = _Clock()
    pen = Writer(clock, _KINDS, (CUTTER,))
    pen.write("distress_known", CUTTER)
    if cutter == "shadow":
        pen.write("shadowing_began", CUTTER)
        clock.now = SHADOWED_H
    pen.write("search_began", CUTTER)
    return pen.logbook()


class _Clock:
    now = 0.0


def crossed(cutter: Order) -> tuple[Breach, ...]:
    """Return the red lines that an order crosses."""
    return breaches(_RULES, orders(cutter))


def late(cutter: Order) -> float:
    """Return the share of the effort that an order takes from the first two hours."""
    began = orders(cutter).first("search_began")
    return LATE if began is not None and began.time_h > 0.0 else 0.0
