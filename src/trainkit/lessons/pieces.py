"""Small widgets that every form is made of: a button, a line to type, a row, a message."""

from collections.abc import Callable
from html import escape
from typing import Any

_STYLE = {"description_width": "initial"}
_WIDE = {"width": "auto", "max_width": "46em"}
_WRAP = {"flex_flow": "row wrap", "align_items": "center"}


def button(label: str, pressed: Callable[[], None], meaning: str, style: str = "") -> Any:
    """Return a button.

    Args:
        label: What it says.
        pressed: What it does.
        meaning: What a reader learns who rests on it.
        style: ``primary`` for the one that is meant to be pressed next.
    """
    from ipywidgets import Button

    made = Button(description=label, tooltip=meaning, button_style=style, layout={"width": "auto"})
    made.on_click(lambda _: pressed())
    return made


def line(label: str, hint: str, **layout: str) -> Any:
    """Return one line to type, with its label and a hint at what fits.

    It is read when it is left, whole: letter by letter, a quick press of a button would overtake
    the last letters on their way.
    """
    from ipywidgets import Text

    wide = {**_WIDE, **layout}
    return Text(
        description=label, placeholder=hint, style=_STYLE, layout=wide, continuous_update=False
    )


def row(*widgets: Any) -> Any:
    """Return widgets beside one another, wrapped where the page is narrow."""
    from ipywidgets import HBox

    return HBox(widgets, layout=_WRAP)


def status(text: str) -> str:
    """Return HTML that a reader of screens says aloud when it changes."""
    lines = escape(text).replace("\n", "<br>")
    return f'<div role="status" aria-live="polite">{lines}</div>'
