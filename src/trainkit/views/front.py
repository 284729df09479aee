"""Whether the reader's front end shows widgets, and how a widget is shown with its words."""

import os
from collections.abc import Callable
from typing import Any


def has_widgets() -> bool:
    """Return whether this process serves a notebook and ipywidgets is installed.

    The environment variable TRAINKIT_PLAIN, set to anything, asks for words everywhere.
    """
    from importlib.util import find_spec

    if os.environ.get("TRAINKIT_PLAIN") or not find_spec("ipywidgets"):
        return False
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    return hasattr(get_ipython(), "kernel")


def show(widget: Any, words: str) -> None:
    """Show a widget, whose keys are its own, and *words* in a front end that has none."""
    from IPython import display
    from ipywidgets import VBox

    from trainkit.views.widgets import KeysWidget

    bundle = VBox([widget, KeysWidget()])._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    put: Callable[..., Any] = display.display
    put({**data, "text/plain": words}, raw=True)


def tell(words: str, html: str) -> None:
    """Show *html* where there is a notebook without widgets, and *words* elsewhere."""
    put = None if os.environ.get("TRAINKIT_PLAIN") else _display()
    if put:
        put({"text/plain": words, "text/html": html}, raw=True)
    else:
        print(words)


def _display() -> Callable[..., Any] | None:
    """Return what displays in a notebook; None where there is none."""
    try:
        from IPython import display, get_ipython
    except ImportError:
        return None
    return display.display if hasattr(get_ipython(), "kernel") else None
