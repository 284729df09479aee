"""The decision log: who decided what, when, on what, and when it is looked at again; a chain.

An entry that is written late says so by itself: it has the hour of the decision and the hour of
writing. Each line holds the hash of the line before (`trainkit.kernel.chain.link`). A chain has no
key: it shows what was changed in a log that others have seen, and nothing of one written wholly
anew; for that its last hash is kept elsewhere, as a seal.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.kernel.chain import link

FIRST = "0" * 64
"""What the first line names as the hash before it."""

Line = Mapping[str, Any]


@dataclass(frozen=True)
class LogEntry:
    """One decision.

    Attributes:
        decided_h: When it was decided, in hours of the case's clock.
        written_h: When it was written down; never before it was decided.
        facts: What was known, from whom, and what was not known.
        options: What could have been done; what was done is one of them.
        choice: What was done.
        reason: Why.
        dissent: Who would have done otherwise, and what; empty where nobody.
        review_h: When it is looked at again; None where that is left out.
    """

    decided_h: float
    written_h: float
    facts: str
    options: tuple[str, ...]
    choice: str
    reason: str
    dissent: str = ""
    review_h: float | None = None


@dataclass(frozen=True)
class DecisionLog:
    """A log that only grows.

    Attributes:
        case: Name of the case.
        opened_h: When the case was opened, in hours of its clock.
        lines: Its lines, each with the hash of the line before and its own.
    """

    case: str
    opened_h: float = 0.0
    lines: tuple[Line, ...] = ()

    @property
    def seal(self) -> str:
        """Hash of the last line, to be kept where the log is not."""
        return str(self.lines[-1]["hash"]) if self.lines else FIRST

    def with_entry(self, entry: LogEntry) -> "DecisionLog":
        """Return the log with one more line.

        Raises:
            TrainkitError: the entry is dated before the case opened, before the last line or before
                its own decision, or at no hour, or it says nothing.
        """
        _require_hours(entry)
        self._require_order(entry)
        _require_said(entry)
        content = {"number": len(self.lines) + 1, "case": self.case, **asdict(entry)}
        content["options"] = list(entry.options)
        return replace(self, lines=(*self.lines, link(content, self.seal)))

    def _require_order(self, entry: LogEntry) -> None:
        if min(entry.decided_h, entry.written_h) < self.opened_h:
            early_h = min(entry.decided_h, entry.written_h)
            raise TrainkitError(
                f"An entry is dated hour {early_h:g}, and the case '{self.case}' opened at hour "
                f"{self.opened_h:g}. Correct the hour, or write it in the log of the case that it "
                "belongs to."
            )
        if entry.written_h < entry.decided_h:
            raise TrainkitError(
                f"An entry is written at hour {entry.written_h:g}, before its decision at hour "
                f"{entry.decided_h:g}. Nobody writes down what is not decided yet."
            )
        last_h = float(self.lines[-1]["written_h"]) if self.lines else self.opened_h
        if entry.written_h < last_h:
            raise TrainkitError(
                f"An entry is written at hour {entry.written_h:g}, and the last one at hour "
                f"{last_h:g}. A late entry keeps the hour at which it is written and says so."
            )


def _require_hours(entry: LogEntry) -> None:
    review_h = 0.0 if entry.review_h is None else entry.review_h
    for what, at_h in (
        ("decided", entry.decided_h),
        ("written", entry.written_h),
        ("reviewed", review_h),
    ):
        if not math.isfinite(at_h):
            raise TrainkitError(
                f"An entry is {what} at {at_h} h, which is no hour. Give the hour, or leave the "
                "review out."
            )


def _require_said(entry: LogEntry) -> None:
    for name in ("facts", "choice", "reason"):
        if not str(getattr(entry, name)).strip():
            raise TrainkitError(f"An entry has no {name}. Write what was known, chosen and why.")
    if entry.choice not in entry.options:
        raise TrainkitError(
            f"The choice '{entry.choice}' is none of the options {', '.join(entry.options)}. Write "
            "down what could have been done, and what was."
        )
    if entry.review_h is not None and entry.review_h < entry.decided_h:
        raise TrainkitError(
            f"The review at hour {entry.review_h:g} lies before the decision at hour "
            f"{entry.decided_h:g}. Give an hour that is still to come."
        )
