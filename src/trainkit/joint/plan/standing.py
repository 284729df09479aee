"""Whether a plan stands: approvals of both sides over this version, and the clocks."""

from datetime import datetime
from typing import TYPE_CHECKING

from trainkit.joint.plan.approval import Approval
from trainkit.joint.plan.finding import Finding
from trainkit.joint.plan.operative import before
from trainkit.joint.plan.zones import on_clock

if TYPE_CHECKING:
    from trainkit.joint.plan.plan import Plan

_HEAD = 12
_FORGED = (
    "{side}'s signature does not hold: the approval was changed, or signed with a key that the "
    "plan does not name for {side}. {side} approves again, with its own key."
)
_EDITED = (
    "{side} approved another version ({old}..., this one is {new}...): the plan was edited since, "
    "and an edit voids both approvals. Read what changed (`trainkit plan diff`), then both sides "
    "approve again."
)
_OLDER = "Before that, act on national law or an older treaty, not jointly under this plan."


def state_of(plan: "Plan", side: str) -> Finding:
    """Return whether a side has approved this version, and what is wrong where it has not."""
    given = [one for one in plan.approvals if one.side == side]
    holds = holding(plan, side)
    if holds:
        at = on_clock(holds[0].at, plan.zone(side))
        return Finding(True, f"{side} approved this version at {at} ({holds[0].by_role}).")
    if not given:
        return Finding(False, f"{side} has not approved it. {side} gives `trainkit plan approve`.")
    if any(one.digest == plan.digest for one in given):
        return Finding(False, _FORGED.format(side=side))
    old, new = given[-1].digest[:_HEAD], plan.digest[:_HEAD]
    return Finding(False, _EDITED.format(side=side, old=old, new=new))


def holding(plan: "Plan", side: str) -> list[Approval]:
    """Return the approvals of this version by a side whose signature holds, the oldest first."""
    public = plan.sides[side]["public_key"]
    given = [one for one in plan.approvals if one.side == side and one.digest == plan.digest]
    return sorted((one for one in given if one.signed_by(public)), key=lambda one: one.at)


def approved(plan: "Plan") -> Finding:
    """Return whether both sides have approved this version, each with its own key."""
    states = [state_of(plan, side) for side in plan.sides]
    missing = [one.reason for one in states if not one]
    return Finding(not missing, " ".join(missing or [one.reason for one in states]))


def valid(plan: "Plan", moment: datetime) -> Finding:
    """Return whether a plan can be acted on at an instant: paper, approvals, own window."""
    if moment.tzinfo is None:
        return Finding(False, f"{moment.isoformat()} has no zone. Write it with its offset.")
    if before(moment, plan.in_operation_from):
        first = _both(plan, plan.in_operation_from)
        return Finding(False, f"The paper is in operation only from {first}. {_OLDER}")
    if not plan.approved:
        return plan.approved
    return _in_window(plan, moment)


def _in_window(plan: "Plan", moment: datetime) -> Finding:
    second = max((holding(plan, side)[0].at for side in plan.sides), key=lambda at: at.timestamp())
    start, end = _both(plan, plan.start), _both(plan, plan.end)
    if before(moment, second):
        return Finding(
            False, f"The second side approved it only at {_both(plan, second)}. {_OLDER}"
        )
    if before(moment, plan.start):
        return Finding(False, f"It is not yet valid: it begins at {start}. {_OLDER}")
    if not before(moment, plan.end):
        return Finding(
            False, f"It has ended, at {end}. Agree on a new plan; both sides approve it."
        )
    return Finding(True, f"It is valid until {end}.")


def _both(plan: "Plan", moment: datetime) -> str:
    return " = ".join(f"{on_clock(moment, plan.zone(side))} ({side})" for side in plan.sides)
