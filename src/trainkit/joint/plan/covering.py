"""The gate: which acts may be done. It never stands before a rescue."""

from typing import TYPE_CHECKING, Any

from trainkit.joint.plan.act import Act
from trainkit.joint.plan.area import inside
from trainkit.joint.plan.basis import is_basis
from trainkit.joint.plan.finding import Finding
from trainkit.joint.plan.kinds import KINDS
from trainkit.joint.plan.operative import before

if TYPE_CHECKING:
    from trainkit.joint.plan.plan import Plan

_NO_BASIS = (
    "It names no basis in national law or a treaty, and every act needs one; neither the paper nor "
    "the plan gives a power. Name the law or the convention, or leave it."
)
_NO_PLAN = "It is a joint act and there is no plan. Draw one up, which both sides approve."


def gate(plan: "Plan | None", act: Act) -> Finding:
    """Return whether an act may be done.

    An act of rescue may, whatever the plan, its area, its time or the basis that is noted. Any
    other names a national or a treaty basis; done jointly, it needs a valid plan that covers it.

    Args:
        plan: The plan; None where there is none.
        act: The act.
    """
    if act.rescue:
        return Finding(True, "It is rescue: it needs no plan, no area and no approval. Go.")
    if not is_basis(act.basis):
        return Finding(False, _NO_BASIS)
    if not act.joint:
        return Finding(
            True, f"It is a national act and stands or falls with its basis: {act.basis}."
        )
    return plan.covers(act) if plan else Finding(False, _NO_PLAN)


def covered(plan: "Plan", act: Act) -> Finding:
    """Return whether a joint act lies within a plan: time, place, kind, side and caveats."""
    standing = plan.valid_at(act.at)
    return within(plan, act) if standing else standing


def within(plan: "Plan", act: Act) -> Finding:
    """Return whether a joint act lies within what a plan says, whoever has approved it."""
    if before(act.at, plan.start) or not before(act.at, plan.end):
        return Finding(False, "It lies outside the plan's time.")
    if not plan.inside(act.x_nm, act.y_nm):
        return Finding(
            False,
            f"({act.x_nm:g}, {act.y_nm:g}) NM lies outside the execution area: this plan is for "
            "another area. Act there on national basis alone, or agree on a plan for it.",
        )
    parties = plan.content.get("third_parties", [])
    party = next((p for p in parties if _is(act.by, p["name"]) or act.by == p["desk"]), None)
    return _by_party(party, act, plan.where) if party else _by_side(plan, act)


def _by_side(plan: "Plan", act: Act) -> Finding:
    listed = [one for one in plan.content["scope"]["acts"] if one["kind"] == act.kind]
    if not listed:
        return _refused(act, "is not in the plan's scope. Agree on a version that names it")
    who = sorted({name for one in listed for name in one["by"]})
    if act.by and not any(_is(act.by, name) for name in who):
        return _refused(act, f"is {' and '.join(who)}'s to do, not {act.by}'s. Ask them")
    return Finding(
        True, f"The plan covers it: to {KINDS[act.kind]} is in its scope, time and area."
    )


def _is(by: str, name: str) -> bool:
    """Return whether who acts is of that name: ``Alder Skua`` is a unit of ``Alder``."""
    return by == name or by.startswith(f"{name} ")


def _by_party(party: Any, act: Act, where: str) -> Finding:
    name, consent = party["name"], party["consent"]["at"]
    if before(act.at, consent):
        return _refused(act, f"comes before {name}'s consent of {consent.isoformat()}. Wait for it")
    if act.kind not in party["may"]:
        return _refused(act, f"is not among what {name} has agreed to do. Ask {party['desk']}")
    corners = party.get("corners_nm")
    if corners and not inside(corners, act.x_nm, act.y_nm, f"{where}, {name}'s area"):
        return _refused(
            act, f"lies outside the area in which {name} takes part. Ask {party['desk']}"
        )
    return Finding(True, f"{name} has agreed to it, within its caveats.")


def _refused(act: Act, why: str) -> Finding:
    return Finding(False, f"To {KINDS[act.kind]} {why}.")
