"""Red lines of a boarding, read on the records of a logbook that the reader regenerated.

R1: people are known to be in distress, and somebody observes, asks, boards or questions before they
are taken off. R4: an act flagged joint, and no plan of both sides in force at its time and place.
Rescue is never asked for a plan: its acts are no breach of R4, flagged or not.
"""

import math
from collections.abc import Iterable

from trainkit.joint.enforcement.cover import Plan, in_force
from trainkit.kernel.entry import Record
from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach

ENFORCEMENT = frozenset({"observe", "ask", "board", "question", "shadow"})
RESCUE = frozenset({"report", "jackets", "take_off", "triage", "rescue"})
_DONE = frozenset({"take_off", "rescue"})


def red_lines(records: Iterable[Record], plan: Plan | None = None) -> tuple[Breach, ...]:
    """Return the red lines that records cross, in their order.

    Args:
        records: Tuples (time_h, kind, subject, facts), as `Logbook.records` gives them. Acts are
            of the kinds ``act_began`` and ``act_ended`` with a fact ``act``; a joint one has a
            fact ``joint`` of "yes" or 1, and ``x_nm`` and ``y_nm``.
        plan: The operation plan, if there is one.
    """
    owing, found = False, []
    for event, record in enumerate(records):
        kind, act = record[1], record[3].get("act")
        if kind == "distress_known" or (kind == "act_ended" and act in _DONE):
            owing = kind == "distress_known"
        elif kind == "act_began":
            found += _crossed(event, record, owing, plan)
    return tuple(found)


def _crossed(event: int, record: Record, owing: bool, plan: Plan | None) -> list[Breach]:
    time_h, _, subject, facts = record
    act, found = str(facts.get("act")), []
    if owing and act in ENFORCEMENT:
        told = f"'{act}' began while people were known to be in distress"
        found.append(Breach("R1", event, _told(told, subject, time_h)))
    if facts.get("joint") in {"yes", 1} and act not in RESCUE and not _planned(record, plan):
        told = f"'{act}' was flagged joint, and no plan of both sides was in force there"
        found.append(Breach("R4", event, _told(told, subject, time_h)))
    return found


def _planned(record: Record, plan: Plan | None) -> bool:
    """Return whether a plan covers it; a place that is missing is read to its disadvantage."""
    x_nm, y_nm = (float(record[3].get(axis, math.nan)) for axis in ("x_nm", "y_nm"))
    return in_force(plan, record[0], x_nm, y_nm)


def _told(what: str, subject: str, time_h: float) -> str:
    return f"{what} ({subject} at {time_h:.2f} h)."


def of_logbook(logbook: Logbook) -> list[Breach]:
    """Return the red lines of a logbook whose acts are not joint."""
    return list(red_lines(logbook.records()))
