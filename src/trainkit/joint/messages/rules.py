"""Red lines of a message exchange, as functions of its logbook.

A distress message that waits while the desk works on another is rescue delayed (R1). Personal data
that go out without a basis, to a desk that may not hold them, or without a record cross R5.
"""

from collections.abc import Iterator

from trainkit.joint.messages.classes import CLASSES
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.redlines import Breach, Rule, forbidden

_BEHIND = "A distress message waited behind a message of the class {}"
_NO_BASIS = frozenset({"none", "wish"})
_KINDS = frozenset({"job_queued", "job_taken_up", "job_set_aside", "job_done"})

Waits = tuple[Entry, str, float]
"""The entry by which a distress message began to wait, the class that was in hand, and how long."""


def inversions(logbook: Logbook) -> list[Waits]:
    """Return each distress message that waited behind another, once for each job at a desk."""
    desks: dict[tuple[str, str], list[Entry]] = {}
    for entry in logbook:
        if entry.kind in _KINDS:
            desks.setdefault((entry.subject, str(entry.facts["pool"])), []).append(entry)
    found = [one for entries in desks.values() for one in _behind(entries)]
    return sorted(found, key=lambda one: one[0].sequence)


def _behind(entries: list[Entry]) -> Iterator[Waits]:
    """Yield the waits at one pool of one desk."""
    waiting: dict[object, Entry] = {}
    in_hand: dict[object, str] = {}
    behind: dict[object, tuple[str, float]] = {}
    before_h = 0.0
    for entry in entries:
        _hold(entry.time_h - before_h, waiting, in_hand, behind)
        before_h = entry.time_h
        job = entry.facts["message"], entry.facts["job"]
        if entry.kind == "job_taken_up" and job in behind:
            yield waiting[job], *behind.pop(job)
        _move(entry, job, waiting, in_hand)
    yield from ((waiting[job], *wait) for job, wait in behind.items())


def _hold(
    time_h: float,
    waiting: dict[object, Entry],
    in_hand: dict[object, str],
    behind: dict[object, tuple[str, float]],
) -> None:
    """Add the hours for which distress waits while another class is in hand."""
    others = [name for name in in_hand.values() if name != CLASSES[0]]
    if others and time_h > 0.0:
        for job in waiting:
            name, held_h = behind.get(job, (others[0], 0.0))
            behind[job] = name, held_h + time_h


def _move(
    entry: Entry, job: object, waiting: dict[object, Entry], in_hand: dict[object, str]
) -> None:
    name = str(entry.facts["message_class"])
    if entry.kind in {"job_queued", "job_set_aside"}:
        in_hand.pop(job, None)
        if name == CLASSES[0]:
            waiting[job] = entry
    elif entry.kind == "job_taken_up":
        waiting.pop(job, None)
        in_hand[job] = name
    else:
        in_hand.pop(job, None)


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
