"""What a reader may try: eight shapes of flows, and what an alert is worth at four base rates."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from trainkit.case.finance.worth import precision_at
from trainkit.lessons.pieces import button, status
from trainkit.views import front

SHAPES: Mapping[str, str] = {
    "fan-out": "One pays many. So does an employer on pay day.",
    "fan-in": "Many pay one. So do those who rent from one landlord.",
    "cycle": "A sum runs through several and comes back to the first. So does a refund.",
    "bipartite": "Each of several pays each of several others. So do shops and suppliers.",
    "stack": "The same twice: several pay several, and these pay several more. So do wholesalers.",
    "random": "A sum goes from one to the next and does not come back. So does any money.",
    "scatter-gather": "One pays many, and all of these pay one. So does a family with one debt.",
    "gather-scatter": "Many pay one, who pays many. So does a savings circle.",
}
"""The eight shapes that are labelled in the data that everybody compares with."""
_RATES = (10, 100, 1_000, 10_000)
_RECALL, _FALSE = 0.5, 0.03


def worth(one_in: int) -> str:
    """Return what an alert is worth where one payment in so many belongs to a pattern."""
    precision = precision_at(1 / one_in, _RECALL, _FALSE)
    innocent = (1 - precision) / precision
    each = f"{innocent:.1f}" if innocent < 10 else f"{innocent:,.0f}"
    return (
        f"One payment in {one_in:,} belongs to a pattern: of 100 alerts, {100 * precision:.1f} are "
        f"right. For each alert that is right, {each} are not."
    )


def shapes() -> None:
    """Show the eight shapes, one at a time, each with an innocent flow of the same shape."""
    _show(list(SHAPES), lambda name: f"{name}: {SHAPES[name]}")


def base_rates() -> None:
    """Show what an alert of the same rule is worth at four base rates, one at a time."""
    named = {f"one in {rate:,}": rate for rate in _RATES}
    _show(list(named), lambda name: worth(named[name]))


def _show(names: Sequence[str], told: Callable[[str], str]) -> None:
    words = "\n".join(told(name) for name in names)
    if front.has_widgets():
        front.show(_chooser(names, told), words)
    else:
        print(words)


def _chooser(names: Sequence[str], told: Callable[[str], str]) -> Any:
    """Return a button for each name: JupyterLab leaves Tab and Space to buttons."""
    from ipywidgets import HTML, VBox

    from trainkit.lessons.pieces import row

    said = HTML()

    def show(name: str) -> None:
        said.value = status(told(name))

    made = [button(name, partial(show, name), "Show this one") for name in names]
    return VBox([row(*made), said])
