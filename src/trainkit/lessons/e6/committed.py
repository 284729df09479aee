"""The orders of the night that are committed, for whoever shows it."""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.desk import DESK
from trainkit.lessons.e6.orders import WATCHES


def committed() -> Mapping[str, Any]:
    """Return the committed orders by task; none where nobody has started."""
    if DESK.session is None:
        return {}
    answers = DESK.session.answers
    found = {f"e6_watch_{n}": answers.committed(f"e6_watch_{n}") for n in WATCHES}
    return {task: record.value for task, record in found.items() if record is not None}
