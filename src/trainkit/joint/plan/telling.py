"""A plan in words: its elements on both clocks, its hash, and who has approved it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from trainkit.joint.plan.area import polygon
from trainkit.joint.plan.canonical import text
from trainkit.joint.plan.kinds import KINDS
from trainkit.joint.plan.plan import Plan
from trainkit.joint.plan.standing import state_of
from trainkit.joint.plan.zones import on_clock
from trainkit.kernel.chain import STATEMENT
from trainkit.kernel.keypair import fingerprint


def lines(plan: Plan) -> Iterator[str]:
    """Yield what a plan says, line by line."""
    held = plan.content
    yield STATEMENT
    yield f"{text(held['title'])} ({held['id']}), version {held['version']}"
    yield from saying(plan)
    yield from standing(plan)


def saying(plan: Plan) -> Iterator[str]:
    """Yield what both sides determine, and the clauses, line by line."""
    held = plan.content
    yield f"The paper is in operation from {clocks(plan, plan.in_operation_from)}; it names no end."
    yield f"Scope: {text(held['scope']['text'])}"
    for act in held["scope"]["acts"]:
        yield f"  {KINDS[act['kind']]}: {' and '.join(act['by'])}. Basis: {text(act['basis'])}"
    yield f"Target: {text(held['target']['text'])}"
    yield from _force(held["force"])
    yield f"Duration: from {clocks(plan, plan.start)}"
    yield f"          to {clocks(plan, plan.end)}"
    yield from _area(held["area"])
    yield from _clause("Rescue", held["rescue"], "coordinated_by", "Coordinated by")
    yield from _clause("Suspension", held["suspension"], "who", "By")
    for party in held.get("third_parties", []):
        yield from _party(party)


def clocks(plan: Plan, moment: datetime) -> str:
    """Return an instant on both sides' clocks."""
    return " = ".join(f"{on_clock(moment, plan.zone(side))} ({side})" for side in plan.sides)


def _clause(title: str, clause: Any, key: str, told: str) -> Iterator[str]:
    yield f"{title}: {text(clause['text'])}"
    yield f"  {told} {', '.join(clause[key])}."


def _force(force: Any) -> Iterator[str]:
    yield f"Force: {text(force['text'])}"
    by, within = text(force["ordered_by"]), force["report_within_h"]
    yield f"  Ordered by {by}; reported within {within:g} h."


def _area(area: Any) -> Iterator[str]:
    size = polygon(area["corners_nm"], "area").area
    corners = " ".join(f"({x:g}, {y:g})" for x, y in area["corners_nm"])
    yield f"Area: {text(area['text'])} {size:,.0f} square NM; corners {corners} NM."
    for one in area.get("forbidden", []):
        yield f"  Kept out of: {one['name']}."


def _party(party: Any) -> Iterator[str]:
    may = ", ".join(KINDS[kind] for kind in party["may"]) or "nothing but rescue"
    consent = party["consent"]
    yield f"Third party: {party['name']} ({party['desk']}). It may: {may}."
    yield f"  Consent of {consent['at'].isoformat()}, {consent['by_role']}: {text(consent['text'])}"
    for caveat in party["caveats"]:
        yield f"  Caveat: {text(caveat)}"


def standing(plan: Plan) -> Iterator[str]:
    """Yield the hash of a plan and where each side stands."""
    yield f"Hash: {plan.digest}"
    for side, one in plan.sides.items():
        yield f"{side}, key {fingerprint(one['public_key'])}: {state_of(plan, side).reason}"
    yield "Hash and signatures are a device of this exercise. Compare hash and keys by voice."
