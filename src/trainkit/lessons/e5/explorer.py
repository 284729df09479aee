"""What a reader may try on a plan of two lines: which writing changes its hash. Not graded."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from trainkit.joint.plan.canonical import canonical, digest_of
from trainkit.lessons.pieces import button, status
from trainkit.views import front

_NOTE = {"channel": 12, "watched": "by both desks"}
WRITINGS: Mapping[str, Mapping[str, Any]] = {
    "as first written": _NOTE,
    "the two lines in the other order": dict(reversed(_NOTE.items())),
    "a tabulator in place of a space": {**_NOTE, "watched": "by\tboth desks"},
    "12.0 in place of 12": {**_NOTE, "channel": 12.0},
    "13 in place of 12": {**_NOTE, "channel": 13},
    "a full stop at the end": {**_NOTE, "watched": "by both desks."},
    "Both with a capital": {**_NOTE, "watched": "by Both desks"},
}
"""Ways in which somebody might write the two lines."""


def told(writing: str) -> str:
    """Return what a way of writing makes of the canonical text and its hash."""
    record, first = WRITINGS[writing], digest_of(_NOTE)
    same = "the same hash" if digest_of(record) == first else "another hash"
    return f"{writing}: {canonical(record)} has {same}, {digest_of(record)[:8]}..."


def writings() -> None:
    """Show the canonical text and the hash of each way of writing."""
    words = "\n".join(told(writing) for writing in WRITINGS)
    if front.has_widgets():
        front.show(_chooser(), words)
    else:
        print(words)


def _chooser() -> Any:
    """Return a button for each writing: JupyterLab leaves Tab and Space to buttons."""
    from ipywidgets import HTML, VBox

    said = HTML()

    def show(writing: str) -> None:
        said.value = status(told(writing))

    made = [button(one, partial(show, one), "Its canonical text and its hash") for one in WRITINGS]
    return VBox([*made, said])
