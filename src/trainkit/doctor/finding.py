"""One thing that was looked at: how it is, what was found, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "warn", "fail"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: What was looked at, such as ``numba``.
        status: ``ok``; ``warn`` when something is worse than it could be; ``fail`` when something
            that is needed does not work.
        found: What was found, a sentence.
        advice: What to do, a sentence; empty when all is well.
    """

    subject: str
    status: Status
    found: str
    advice: str = ""


def works(findings: Iterable[Finding]) -> bool:
    """Return whether all that is needed works.

    Examples:
        >>> works([Finding("browser", "warn", "no Chromium was found", "Install it.")])
        True
    """
    return all(finding.status != "fail" for finding in findings)
