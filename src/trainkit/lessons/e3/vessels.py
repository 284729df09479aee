"""Ten vessels of one watch, and the plan of the night: what is told, and what the facts are."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from trainkit.joint.enforcement.boarder import Unit
from trainkit.joint.enforcement.cover import Cover
from trainkit.joint.enforcement.gate import Decision, Sighting, decide
from trainkit.kernel.luck import Luck
from trainkit.lessons.e3.drawing import shuffled, stepped, whole

KITE = Unit("Alder Kite", "government", marked=True, polices=True, executes_sar=True)
"""The cutter of a financial police of the sea: it polices and rescues, and does not coordinate."""

_OFF_NM = (6.0, 5.0, 4.0)
"""How far off the coast the vessel in Alder's own waters lies, by its wording."""
_NO_YES = ("silence", "refused", "waiting")
_FACTS: Mapping[str, Mapping[str, Any]] = {
    "danger": {"in_danger": True, "waters": "high_seas", "flag": "none"},
    "own": {"waters": "own", "flag": "claimed"},
    "unasked": {"waters": "high_seas", "flag": "claimed"},
    "no_yes": {"waters": "high_seas", "flag": "claimed"},
    "granted": {"waters": "high_seas", "flag": "claimed", "answer": "granted"},
    "unchecked": {"waters": "high_seas", "flag": "none"},
    "checked": {"waters": "high_seas", "flag": "none", "checked": True},
    "grounds": {"waters": "high_seas", "flag": "claimed", "suspected": False},
    "joint_in": {"waters": "high_seas", "flag": "own", "joint": True},
    "joint_out": {"waters": "high_seas", "flag": "own", "joint": True},
}
KINDS = tuple(_FACTS)
OPTIONS = (
    ("rescue", "rescue the people first, whatever she is"),
    ("board_own", "board on Alder's own law, by Alder's team alone"),
    ("board_flag", "board: her flag State has authorised it"),
    ("board_stateless", "board: no nationality, and that was checked"),
    ("board_joint", "board jointly, under the plan"),
    ("ask", "ask the State whose flag she claims; no boarding yet"),
    ("verify", "look for papers and marks and ask States; no boarding yet"),
    ("watch", "keep watch from a distance: a yes is missing"),
    ("not_joint", "refuse the joint boarding: the plan does not cover it"),
    ("leave", "let her go on: there are no grounds"),
)


@dataclass(frozen=True)
class Vessel:
    """One vessel of the watch.

    Attributes:
        kind: What she is, by the name of her wording.
        told: What is told of her.
        seen: The facts of it.
    """

    kind: str
    told: str
    seen: Sighting

    @property
    def in_danger(self) -> bool:
        """Whether life on board is in danger."""
        return self.seen.in_danger


@cache
def _told() -> dict[str, list[str]]:
    text = files("trainkit.lessons.e3").joinpath("vessels.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def draw_plan(luck: Luck) -> Cover:
    """Return the plan of the night: its window, its area, its rules, its deadline."""
    west, south = stepped(luck, "plan west", -30, -10, 5), stepped(luck, "plan south", -20, 0, 5)
    begins = whole(luck, "plan begins", 19, 21)
    return Cover(
        approved_by=("Alder", "Borea"),
        begins_h=begins,
        ends_h=begins + whole(luck, "plan lasts", 5, 6),
        west_nm=west,
        east_nm=west + 30,
        south_nm=south,
        north_nm=south + 20,
        measures=("presence", "voice", "hands", "restraint"),
        report_within_h=float(whole(luck, "plan report", 4, 7)),
    )


def waters_nm(plan: Cover) -> tuple[float, float]:
    """Return from where to where Alder's territorial waters reach, east of the reference point."""
    coast = plan.west_nm - 4.0
    return coast, coast + 12.0


def draw_vessels(luck: Luck, plan: Cover) -> tuple[Vessel, ...]:
    """Return one vessel of each kind, in an order of the trainee's own."""
    kinds = shuffled(luck, "vessels", KINDS)
    return tuple(_vessel(luck, plan, kind) for kind in kinds)


def _vessel(luck: Luck, plan: Cover, kind: str) -> Vessel:
    wording = whole(luck, f"wording of {kind}", 0, 2)
    facts: dict[str, Any] = {"in_danger": False, **_FACTS[kind]}
    if kind == "no_yes":
        facts["answer"] = _NO_YES[wording]
    facts |= _where(luck, plan, kind, wording)
    persons = whole(luck, f"persons of {kind}", 24, 42)
    return Vessel(kind, _told()[kind][wording].format(persons=persons), Sighting(**facts))


def _where(luck: Luck, plan: Cover, kind: str, wording: int) -> dict[str, float]:
    """Return hour and place: within the plan, but for the joint act that it does not cover."""
    x = waters_nm(plan)[1] + stepped(luck, f"x of {kind}", 1, 19, 1)
    if kind == "own":
        x = waters_nm(plan)[0] + _OFF_NM[wording]
    y = plan.south_nm + stepped(luck, f"y of {kind}", 3, 17, 1)
    hour = plan.begins_h + stepped(luck, f"hour of {kind}", 1, 4, 0.25)
    if kind != "joint_out":
        return {"time_h": hour, "x_nm": x, "y_nm": y}
    way = whole(luck, "beyond the plan", 0, 2)
    late = plan.ends_h + stepped(luck, "late", 0.25, 1.0, 0.25)
    return {
        "time_h": late if way == 0 else hour,
        "x_nm": plan.east_nm + stepped(luck, "too far east", 2, 6, 1) if way == 1 else x,
        "y_nm": plan.north_nm + stepped(luck, "too far north", 2, 6, 1) if way == 2 else y,
    }


def follows(vessel: Vessel, plan: Cover) -> Decision:
    """Return what follows at the gates for a vessel, and why."""
    return decide(vessel.seen, KITE, plan)


def clock(time_h: float) -> str:
    """Return an hour of the exercise as the time of day, UTC.

    Examples:
        >>> clock(25.5)
        '01:30'
    """
    minutes = round(60 * time_h) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"
