"""The widget of the link chart. Import it only where there are widgets; anywidget is heavy."""

from pathlib import Path

import anywidget
import traitlets

from trainkit.views.widgets import module, style

_VENDOR = Path(__file__).with_name("static") / "vendor" / "cytoscape" / "cytoscape.min.js"

_PARTS = ("paper", "link_look", "link_time", "link_words", "link_steer", "links")


def _cytoscape() -> str:
    """Return cytoscape.js as it came, as one constant of our module, whatever else is loaded."""
    code = _VENDOR.read_text(encoding="utf-8")
    return (
        "const cytoscape = ((module, exports, define) => {\n"
        f"{code}\nreturn module.exports;\n}})({{ exports: {{}} }}, {{}}, undefined);"
    )


def code() -> str:
    """Return the module that draws a link chart, cytoscape.js in it."""
    return f"{_cytoscape()}\n{module(*_PARTS)}"


def look() -> str:
    """Return its style."""
    return style() + (Path(__file__).with_name("static") / "links.css").read_text(encoding="utf-8")


class LinkWidget(anywidget.AnyWidget):
    """A link chart with its timeline.

    Attributes:
        about: Title, pictures, actors with their places, ties and items.
    """

    _esm = code()
    _css = look()
    about = traitlets.Dict().tag(sync=True)
