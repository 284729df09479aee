"""The widgets: what travels to the browser, and the modules that draw it there.

Import it only where there are widgets; anywidget is heavy.
"""

from pathlib import Path

import anywidget
import traitlets

_STATIC = Path(__file__).with_name("static")


def module(*names: str) -> str:
    """Return the JavaScript of several files as one module; the last one exports.

    A widget's module travels as one text, so what two of them share is put before each.
    """
    return "\n".join((_STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names)


def style() -> str:
    """Return the style of all views."""
    return (_STATIC / "views.css").read_text(encoding="utf-8")


class LiveWidget(anywidget.AnyWidget):
    """Sliders, and what is shown for them.

    Attributes:
        controls: The sliders, and what they are about.
        asked: The values that are set, with a serial number.
        shown: Text, bars and chart for the serial number that it repeats.
        points: Places on the chart, pairs of 32-bit numbers.
    """

    _esm = module("paper", "bars", "sea", "live")
    _css = style()
    controls = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    points = traitlets.Bytes().tag(sync=True)


class OutcomesWidget(anywidget.AnyWidget):
    """Distributions side by side.

    Attributes:
        bars: What is drawn.
    """

    _esm = module("paper", "bars", "outcomes")
    _css = style()
    bars = traitlets.Dict().tag(sync=True)


class ChartWidget(anywidget.AnyWidget):
    """A sea chart that is played in the browser.

    Attributes:
        about: Title, hours, bounds, names, groups, features and events.
        knots: Rows of time (h), east (NM) and north (NM) of all tracks, 32-bit numbers.
    """

    _esm = module("paper", "sea", "craft", "player", "chart")
    _css = style()
    about = traitlets.Dict().tag(sync=True)
    knots = traitlets.Bytes().tag(sync=True)


class KeysWidget(anywidget.AnyWidget):
    """Nothing to see: keeps the keys pressed on the controls beside it from JupyterLab's shortcuts.

    Without it an arrow key on a radio button goes to another cell in place of the next option.
    """

    _esm = module("keys")
