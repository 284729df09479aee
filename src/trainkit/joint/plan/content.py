"""What a plan must hold, and what may not stand in it: five elements, rescue, suspension, parties.

The five elements are those of the paper's point 15: scope, target, rules of engagement, duration
and execution area. Rules of engagement are rules on force under human-rights law.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.guard import require_invented, require_synthetic
from trainkit.joint.plan import form
from trainkit.joint.plan.area import named, polygon, require_apart
from trainkit.joint.plan.basis import is_basis
from trainkit.joint.plan.canonical import canonical, text
from trainkit.joint.plan.kinds import KINDS, OTHER, is_rescue
from trainkit.joint.plan.operative import before, in_operation_from
from trainkit.joint.plan.zones import keeps, on_clock, zone_of

ELEMENTS = ("scope", "target", "force", "duration", "area")
"""Keys of the five elements."""
KEY_DIGITS = 64
_CORNERS = form.rows(form.place, least=3)
_AREA = {"name": form.words, "corners_nm": _CORNERS}
_TEXTS = form.rows(form.words, least=1)
_ACT = {"kind": form.words, "by": _TEXTS, "basis": form.words}
_PARTY = {
    "name": form.words,
    "desk": form.words,
    "consent": {"by_role": form.words, "at": form.moment, "text": form.words},
    "may": form.rows(form.words),
    "caveats": _TEXTS,
    "corners_nm?": _CORNERS,
}


def _truth(value: Any, where: str) -> None:
    require_synthetic({"synthetic": value}, where.rpartition(".")[0])


FORM: form.Form = {
    "synthetic": _truth,
    "id": form.words,
    "title": form.words,
    "version": form.count,
    "paper": {"signed": form.moment, "host": form.words},
    "sides": form.by_name(
        {"desk": form.words, "zone": form.words, "public_key": form.words}, number=2
    ),
    "scope": {"text": form.words, "acts": form.rows(_ACT, least=1)},
    "target": {"text": form.words},
    "force": {"text": form.words, "ordered_by": form.words, "report_within_h": form.hours},
    "duration": {"start": form.moment, "end": form.moment},
    "area": {"text": form.words, "corners_nm": _CORNERS, "forbidden?": form.rows(_AREA)},
    "suspension": {"text": form.words, "who": _TEXTS},
    "rescue": {"text": form.words, "coordinated_by": _TEXTS, "needs_plan": form.no},
    "third_parties?": form.rows(_PARTY),
}


def require_plan(content: Mapping[str, Any], where: str) -> None:
    """Refuse what is no whole plan.

    Args:
        content: Keys and values of the plan, without approvals.
        where: The file, for messages.

    Raises:
        TrainkitError: the first thing that is wrong; it names the key and says what to write.
    """
    form.require(content, FORM, where)
    canonical(content, where)
    require_invented({k: v for k, v in content.items() if k != "sides"}, where)
    _require_sides(content, where)
    _require_acts(content, where)
    _require_window(content, where)
    area = content["area"]
    polygon(area["corners_nm"], f"{where}.area")
    forbidden = named(area.get("forbidden", []))
    require_apart(area["corners_nm"], forbidden, f"{where}.area", "the forbidden area")
    for party in content.get("third_parties", []):
        _require_party(party, content, where)


def _require_sides(content: Mapping[str, Any], where: str) -> None:
    sides = content["sides"]
    for name, side in sides.items():
        zone_of(side["zone"], f"{where}.sides.{name}.zone")
        _require_key(side["public_key"], f"{where}.sides.{name}.public_key")
    if len({side["public_key"].lower() for side in sides.values()}) < len(sides):
        raise TrainkitError(
            f"{where}: both sides have one key, so one of them could sign for both. Each makes its "
            "own: `trainkit plan keygen NAME`."
        )
    if content["paper"]["host"] not in sides:
        host = content["paper"]["host"]
        raise TrainkitError(
            f"{where}.paper.host = {shown(host)} is no side of the plan.{nearest(host, sides)} "
            f"Name {' or '.join(sides)}: days are counted on that clock."
        )


def _require_key(key: str, where: str) -> None:
    if len(key) != KEY_DIGITS or not set(key.lower()) <= set("0123456789abcdef"):
        raise TrainkitError(
            f"{where} is no public key of {KEY_DIGITS} hexadecimal figures. `trainkit plan keygen "
            "NAME` makes one and shows it."
        )


def _require_acts(content: Mapping[str, Any], where: str) -> None:
    for place, act in enumerate(content["scope"]["acts"]):
        here = f"{where}.scope.acts.{place}"
        _require_kind(act["kind"], f"{here}.kind")
        if not is_basis(act["basis"]):
            raise TrainkitError(
                f"{here}.basis = {shown(act['basis'])} names no law and no treaty. Neither the "
                "paper nor the plan gives a power: name the act of parliament or the convention."
            )


def _require_kind(kind: str, where: str) -> None:
    if is_rescue(kind):
        raise TrainkitError(
            f"{where} = '{kind}' is an act of rescue, and rescue is in nobody's gift: it needs no "
            "plan and stands in no list of what a plan allows. Take it out; the clause of rescue "
            "speaks of it."
        )
    if kind not in KINDS:
        raise TrainkitError(
            f"{where} = {shown(kind)} is no kind of act.{nearest(kind, OTHER)} There are "
            f"{', '.join(OTHER)}."
        )


def first_instant(content: Mapping[str, Any], where: str) -> datetime:
    """Return from when the paper of a plan is in operation, on the clock of its host."""
    host = content["sides"][content["paper"]["host"]]
    zone = zone_of(host["zone"], f"{where}.sides.{content['paper']['host']}.zone")
    return in_operation_from(content["paper"]["signed"], zone)


def _require_window(content: Mapping[str, Any], where: str) -> None:
    start, end = content["duration"]["start"], content["duration"]["end"]
    for name, at in (("start", start), ("end", end)):
        _require_on_a_clock(at, content["sides"], f"{where}.duration.{name}")
    if not before(start, end):
        raise TrainkitError(
            f"{where}.duration: the plan ends at {end.isoformat()}, which is not after its start "
            f"at {start.isoformat()}. Bring both to one clock, then write the later one as end."
        )
    _require_in_operation(start, content, where)


def _require_in_operation(start: datetime, content: Mapping[str, Any], where: str) -> None:
    first = first_instant(content, where)
    if before(start, first):
        raise TrainkitError(
            f"{where}.duration.start = {start.isoformat()} lies before the paper is in operation: "
            f"that is from {first.isoformat()} ({content['paper']['host']}). Start then or later; "
            "what must be done before stands on older frameworks and national law, not on this "
            "plan."
        )


def _require_on_a_clock(at: datetime, sides: Mapping[str, Any], where: str) -> None:
    zones = {name: zone_of(side["zone"], where) for name, side in sides.items()}
    if any(keeps(zone, at) for zone in zones.values()):
        return
    told = ", ".join(f"{on_clock(at, zone)} in {name}" for name, zone in zones.items())
    raise TrainkitError(
        f"{where} = {at.isoformat()} is on neither side's clock on that day: this instant is "
        f"{told}. Where summer time begins or ends the offset changes; write one of these if you "
        "mean that instant, or the hour that you mean with its right offset."
    )


def _require_party(party: Mapping[str, Any], content: Mapping[str, Any], where: str) -> None:
    here = f"{where}.third_parties ({text(party['name'])})"
    if party["name"] in content["sides"]:
        raise TrainkitError(f"{here} is a side of the plan. A third party is another one.")
    _require_in_scope(party["may"], content, f"{here}.may")
    if not before(party["consent"]["at"], content["duration"]["end"]):
        raise TrainkitError(
            f"{here}: its consent of {party['consent']['at'].isoformat()} comes after the end of "
            "the plan. A willing party is one whose consent is recorded before it acts."
        )
    if "corners_nm" in party:
        polygon(party["corners_nm"], f"{here}.corners_nm")


def _require_in_scope(kinds: list[str], content: Mapping[str, Any], where: str) -> None:
    scope = {act["kind"] for act in content["scope"]["acts"]}
    for kind in kinds:
        _require_kind(kind, where)
        if kind not in scope:
            raise TrainkitError(
                f"{where}: '{kind}' is not in the plan's scope, which both sides determine. Add it "
                "there, or take it out here."
            )
