"""What a reader may try on the published text: counting rules, and a thousand logs. Not graded."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from trainkit.lessons import page
from trainkit.lessons.a1.case import Situation
from trainkit.lessons.a1.signing import written
from trainkit.lessons.a1.thousand import ACTS, LOGS, by_reading
from trainkit.lessons.page import Part
from trainkit.views import front

_HOST, _EAST = timezone(timedelta(hours=2)), timezone(timedelta(hours=3))
_SIGNED = datetime(2025, 9, 11, tzinfo=_HOST)
"""The published text names the day; the hour is left at midnight, since no rule here uses it."""
RULES: Mapping[str, datetime] = {
    "day of signature not counted, clock at UTC+2": _SIGNED + timedelta(days=15),
    "day of signature counted, clock at UTC+2": _SIGNED + timedelta(days=14),
    "day of signature not counted, clock at UTC+3": datetime(2025, 9, 26, tzinfo=_EAST),
    "day of signature not counted, clock in UTC": datetime(2025, 9, 26, tzinfo=UTC),
}
"""First instant of the published text by counting rule."""


def told(rule: str) -> str:
    """Return what a counting rule makes of the published date, on three clocks."""
    first = RULES[rule]
    clocks = (("UTC", UTC), ("UTC+2", _HOST), ("UTC+3", _EAST))
    shown = "; ".join(f"{written(first.astimezone(zone))} ({name})" for name, zone in clocks)
    return f"With the rule '{rule}' the first instant is {shown}."


def count_days() -> None:
    """Show the first instant of the published text by each counting rule."""
    words = "\n".join(told(rule) for rule in RULES)
    if front.has_widgets():
        front.show(_chooser(), words)
    else:
        print(words)


def _chooser() -> Any:
    from ipywidgets import HTML, RadioButtons, VBox

    style, layout = {"description_width": "initial"}, {"width": "auto"}
    picker = RadioButtons(
        options=list(RULES), description="Counting rule", style=style, layout=layout
    )
    said = HTML()

    def show(_: Any = None) -> None:
        said.value = f'<div role="status" aria-live="polite">{told(picker.value)}</div>'

    picker.observe(show, "value")
    show()
    return VBox([picker, said])


def thousand_logs() -> None:
    """Show how many acts each counting rule misjudges in a thousand logs of the reader's own."""
    page.place(_thousand)


def _thousand(case: Situation) -> Part:
    right = next(iter(RULES.values()))
    rows = [
        (rule, f"{acts.mean():.2f}", f"{int(acts.max())}", f"{int((acts > 0).sum()):,}")
        for rule, acts in by_reading(case.seed, right, RULES).items()
    ]
    head = ("counting rule", "acts on average", "at most", "logs with any")
    return page.table(f"Acts judged wrongly, of {ACTS}, in {LOGS:,} logs", head, rows)
