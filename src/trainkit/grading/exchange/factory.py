"""nbgrader's settings for an exchange by file; the same for academy and trainee."""

import sys
from types import SimpleNamespace
from typing import Any

_HERE = "trainkit.grading.exchange"
CLASSES = {
    "list": f"{_HERE}.listing.ListByFile",
    "release_assignment": f"{_HERE}.academy_side.ReleaseByFile",
    "collect": f"{_HERE}.academy_side.CollectByFile",
    "release_feedback": f"{_HERE}.academy_side.ReleaseFeedbackByFile",
    "fetch_assignment": f"{_HERE}.trainee_side.FetchByFile",
    "submit": f"{_HERE}.trainee_side.SubmitByFile",
    "fetch_feedback": f"{_HERE}.trainee_side.FetchFeedbackByFile",
}
"""Which class takes which of nbgrader's steps."""


def use_files(c: Any) -> None:
    """Make nbgrader exchange by file, on Windows too.

    Args:
        c: nbgrader's configuration, as ``get_config()`` gives it.
    """
    for step, name in CLASSES.items():
        setattr(c.ExchangeFactory, step, name)
    if sys.platform == "win32":
        _let_windows_in()


def _let_windows_in() -> None:
    """Let nbgrader's API call the exchange on Windows.

    It refuses there whatever exchange is set, since its own works with POSIX rights alone. All
    that this module of it asks of ``sys`` is that name.
    """
    from nbgrader.apps import api

    api.sys = SimpleNamespace(platform="by file")
