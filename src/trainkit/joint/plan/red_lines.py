"""Red lines that a plan decides, as functions of records: R4 and R8.

R4: an act flagged joint outside the approved plan, its area or its time; rescue is excepted.
R8: a log that was altered, decided on records that whoever decides has regenerated, never on a
broken chain in somebody's hands.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from trainkit.joint.plan.act import Act
from trainkit.joint.plan.covering import gate
from trainkit.joint.plan.kinds import KINDS
from trainkit.joint.plan.plan import Plan
from trainkit.kernel.clock import Clock
from trainkit.redlines import Breach

Record = tuple[float, str, str, Mapping[str, Any]]
"""Time in hours, kind, subject and facts, as `Logbook.records` gives them."""


def act_of(clock: Clock) -> Callable[[Record], Act | None]:
    """Return how a record is read as an act: one of a known kind, with its facts.

    Facts are ``joint`` (1 or 0), ``basis``, ``x_nm``, ``y_nm`` and ``by``; a fact that is missing
    is read to the disadvantage of the act: no basis, no place.
    """

    def read(record: Record) -> Act | None:
        time_h, kind, subject, facts = record
        if kind not in KINDS:
            return None
        x, y = (float(facts.get(name, float("nan"))) for name in ("x_nm", "y_nm"))
        by = str(facts.get("by", subject))
        joint = bool(facts.get("joint", 0))
        return Act(kind, str(facts.get("basis", "")), joint, x, y, clock.at(time_h), by)

    return read


def outside_plan(
    plan: Plan | None, records: Sequence[Record], read: Callable[[Record], Act | None]
) -> list[Breach]:
    """Return the joint acts that no valid plan covers (R4), in the order of the records.

    Args:
        plan: The plan; None where there is none.
        records: What was done.
        read: How a record is read as an act; None for one that is none.
    """
    found = []
    for event, record in enumerate(records):
        act = read(record)
        if act is None or act.rescue or not act.joint:
            continue
        finding = gate(plan, act)
        if not finding:
            found.append(Breach("R4", event, f"A joint act outside the plan. {finding.reason}"))
    return found


def altered(kept: Sequence[Record], told: Sequence[Record]) -> list[Breach]:
    """Return the first record of an account that is not as it was (R8); none where all are.

    Args:
        kept: Records that the one who decides has regenerated from seed and orders.
        told: Records of the account that is checked.
    """
    for event, (was, is_told) in enumerate(zip_longest(kept, told)):
        if was != is_told:
            return [Breach("R8", event, f"Entry {event} of the log {_how(was, is_told)}.")]
    return []


def _how(was: Record | None, told: Record | None) -> str:
    if told is None:
        return "was left out"
    return "was put in" if was is None else "is not as it was written"
