"""Red lines of a message exchange, as functions of its logbook.

A distress message that waits while the desk works on another is rescue delayed (R1). Personal data
that go out without a basis, to a desk that may not hold them, or without a record cross R5.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from trainkit.joint.messages.classes import CLASSES, DISTRESS
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.redlines import Breach, Rule, forbidden

_BEHIND = "A distress message waited behind a message of the class {}"
_NO_BASIS = frozenset({"none", "wish"})
_KINDS = "job_queued", "job_taken_up", "job_set_aside", "job_done"

Waits = tuple[Entry, str, float]
"""The entry by which a distress message began to wait, the class that was in hand, and how long."""
Job = tuple[float, float]
"""A message and what is done with it, by their numbers."""


class _Line(NamedTuple):
    """An entry about a job as numbers: most logbooks show no wait, and need no words."""

    place: int
    time_h: float
    kind: str
    job: Job
    number: float


def inversions(logbook: Logbook) -> list[Waits]:
    """Return each distress message that waited behind another, once for each job at a desk."""
    found = sorted(one for lines in _pools(logbook) for one in _behind(lines))
    if not found:
        return []
    queued = (*logbook.of("job_queued"), *logbook.of("job_set_aside"))
    entries = {entry.sequence: entry for entry in queued}
    return [(entries[place], CLASSES[int(number)], held_h) for place, number, held_h in found]


def _pools(logbook: Logbook) -> Iterable[list[_Line]]:
    """Return the entries about jobs, by the pool of a desk that does them."""
    names = [kind.name for kind in logbook.kinds]
    places = np.flatnonzero(np.isin(logbook.entries["kind"], [names.index(one) for one in _KINDS]))
    raw = logbook.entries[places]
    columns = (raw[name].tolist() for name in ("time_h", "kind", "subject", "facts"))
    found: dict[tuple[int, float], list[_Line]] = {}
    for place, time_h, kind, desk, facts in zip(places.tolist(), *columns, strict=True):
        message, number, job, pool = facts[:4]
        line = _Line(place, time_h, names[kind], (message, job), number)
        found.setdefault((desk, pool), []).append(line)
    return found.values()


def _behind(lines: list[_Line]) -> Iterator[tuple[int, float, float]]:
    """Yield the waits at one pool of one desk: since which entry, behind which class, how long."""
    waiting: dict[Job, int] = {}
    in_hand: dict[Job, float] = {}
    behind: dict[Job, tuple[float, float]] = {}
    before_h = 0.0
    for line in lines:
        if waiting:
            _hold(line.time_h - before_h, waiting, in_hand, behind)
        before_h = line.time_h
        if line.kind == "job_taken_up" and line.job in behind:
            yield waiting[line.job], *behind.pop(line.job)
        _move(line, waiting, in_hand)
    yield from ((waiting[job], *wait) for job, wait in behind.items())


def _hold(
    time_h: float,
    waiting: dict[Job, int],
    in_hand: dict[Job, float],
    behind: dict[Job, tuple[float, float]],
) -> None:
    """Add the hours for which distress waits while another class is in hand."""
    others = [number for number in in_hand.values() if number != DISTRESS]
    if others and time_h > 0.0:
        for job in waiting:
            number, held_h = behind.get(job, (others[0], 0.0))
            behind[job] = number, held_h + time_h


def _move(line: _Line, waiting: dict[Job, int], in_hand: dict[Job, float]) -> None:
    if line.kind in {"job_queued", "job_set_aside"}:
        in_hand.pop(line.job, None)
        if line.number == DISTRESS:
            waiting[line.job] = line.place
    elif line.kind == "job_taken_up":
        waiting.pop(line.job, None)
        in_hand[line.job] = line.number
    else:
        in_hand.pop(line.job, None)


def distress_waited(logbook: Logbook) -> list[Breach]:
    """Return the red line R1 for each distress message that waited behind another."""
    return [
        Breach(
            "R1",
            entry.sequence,
            f"{_BEHIND.format(other)} ({entry.subject} at {entry.time_h:.2f} h, "
            f"{60 * held_h:.1f} minutes)",
        )
        for entry, other, held_h in inversions(logbook)
    ]


def _without_basis(entry: Entry) -> bool:
    return entry.facts["basis"] in _NO_BASIS


def _to_nobody_entitled(entry: Entry) -> bool:
    return entry.facts["recipient_may_hold"] == 0.0


def _unrecorded(entry: Entry) -> bool:
    return entry.facts["recorded"] == 0.0


_SHARED = (
    ("Personal data went out without a legal basis", _without_basis),
    ("Personal data went to a desk that may not hold them", _to_nobody_entitled),
    ("Personal data went out and no record was made", _unrecorded),
)
RULES: tuple[Rule, ...] = (
    distress_waited,
    *(forbidden("R5", "personal_data_shared", text, crossed) for text, crossed in _SHARED),
)
