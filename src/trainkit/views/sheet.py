"""A sheet to print a picture on, and how it is saved: nothing is set for other pictures.

matplotlib is imported when a sheet is made. No window, no pyplot, no style outside of a sheet.
"""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainkit.errors import TrainkitError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK, FAINT = "#1a1a1a", "#d9d9d9"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")
"""Colours that colour-blind readers can tell apart (Okabe and Ito), as in the browser."""

STATEMENT = "EXERCISE - SYNTHETIC - NOT FOR OPERATIONS"
WHOLE_STATEMENT = (
    "EXERCISE - SYNTHETIC DATA. Training aid. Not evidence, not intelligence, not a forecast, not "
    "legal advice, not for operational or individual decisions."
)
_SUFFIXES = (".png", ".svg")
_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10.0,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11.0,
    "axes.titlelocation": "left",
    "axes.grid": False,
    "figure.facecolor": "white",
    "figure.dpi": 100.0,
    "savefig.dpi": 150.0,
    "svg.hashsalt": "trainkit",
    "svg.fonttype": "path",
}


@contextmanager
def style() -> Iterator[None]:
    """Draw in the style of our sheets, and leave no trace of it."""
    import matplotlib as mpl

    settings: dict[Any, Any] = {**_STYLE}
    with mpl.rc_context(settings):
        yield


def sheet(title: str, words: str, wide: float, high: float) -> "Figure":
    """Return an empty figure with its title and the statement; call it within `style`.

    Args:
        title: What a reader should see first, in a sentence.
        words: All that the picture says, for those who do not see it; saved with it.
        wide: Width in inches.
        high: Height in inches.
    """
    from matplotlib.figure import Figure

    made = Figure(figsize=(wide, high), layout="constrained", label=words)
    made.suptitle(title, x=0.01, ha="left", fontsize=13, fontweight="bold", wrap=True)
    made.supxlabel(STATEMENT, fontsize=8, color=INK)
    return made


def save(figure: "Figure", path: str | Path) -> Path:
    """Write a figure to a file, PNG or SVG by its suffix; the same figure gives the same bytes.

    Args:
        figure: A figure of `trainkit.views.figures`.
        path: Where to; a file that is there is replaced.

    Returns:
        The path.

    Raises:
        TrainkitError: another suffix, or the file cannot be written.
    """
    to = Path(path)
    kind = to.suffix.lower()
    if kind not in _SUFFIXES:
        raise TrainkitError(
            f"A picture is saved as PNG or SVG, and '{to.name}' says neither. End its name in .png "
            "or .svg."
        )
    content = _content(figure, kind.removeprefix("."))
    try:
        to.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrainkitError(
            f"The picture cannot be written to '{to}' ({reason}). Choose a folder that is there "
            "and that you may write to."
        ) from None
    return to


def in_page(figure: "Figure") -> str:
    """Return a figure as HTML that needs nothing from outside: an SVG with its words beside it.

    Args:
        figure: A figure of a sheet.
    """
    content = base64.b64encode(_content(figure, "svg")).decode("ascii")
    words = escape(str(figure.get_label()), quote=True)
    return f'<img alt="{words}" src="data:image/svg+xml;base64,{content}" style="max-width:100%">'


def _content(figure: "Figure", kind: str) -> bytes:
    """Return the bytes of a figure, without the time and the versions of what drew it."""
    told = f"{figure.get_label()} {WHOLE_STATEMENT}"
    nameless = {"Software" if kind == "png" else "Date": None}
    buffer = io.BytesIO()
    with style():
        figure.savefig(buffer, format=kind, metadata={"Description": told, **nameless})
    return buffer.getvalue()
