"""The log of one boarding with five uses of force, one of which does not meet a requirement."""

from dataclasses import dataclass
from typing import Any

from trainkit.joint.enforcement.cover import Cover
from trainkit.joint.enforcement.force import Fault, Use, faults, report_due_h
from trainkit.kernel.luck import Luck
from trainkit.lessons.e3.drawing import one, shuffled, whole

NAMES = ("F1", "F2", "F3", "F4", "F5")
REQUIREMENTS = (
    ("necessity", "necessity: a milder step was open"),
    ("proportionality", "proportionality: more was done than the threat called for"),
    ("warning", "warning: nobody was warned, and there was time"),
    ("precaution", "precaution: those on board were not made safe first"),
)
_SOUND = (
    "Hands: a man who was warned blocks the hatch and pushes back; led to the bow by both arms.",
    "Hands: a man who was warned pulls at the fuel line; his hand is taken off it.",
    "Hands: a man who was warned clings to the wheel; his fingers are opened, he is led away.",
    "Hands: a man who was warned pushes the ladder off; he is turned round and seated.",
)
_FAULTY = {
    "necessity": (
        "Hands: a man who was warned has let go and goes to the seat he was shown; he is taken by "
        "the arm and pulled there."
    ),
    "proportionality": (
        "Restraint: a man who was warned and asked for his name stays silent; his hands are tied."
    ),
    "warning": (
        "Hands: a man at the engine with his back to the team is pulled away from it; nobody has "
        "spoken to him yet, and nothing was urgent."
    ),
    "precaution": (
        "Hands: a man who was warned blocks the cabin; the team pushes through to him between "
        "three people who still stand at the rail, without lifejackets."
    ),
}
_CHANGED: dict[str, dict[str, Any]] = {
    "necessity": {"milder_tried": False},
    "proportionality": {"measure": "restraint", "threat": "refusal"},
    "warning": {"warned": False},
    "precaution": {"passengers_safe": False},
}


@dataclass(frozen=True)
class BoardingLog:
    """What happened, minute by minute.

    Attributes:
        began_h: When the team went on board, in hours of the day (UTC).
        warned_h: When the first warning that hands would be used was given.
        uses: Five uses of force.
        told: What is told of each.
        persons: People on board.
        bruised: People who were hurt a little.
    """

    began_h: float
    warned_h: float
    uses: tuple[Use, ...]
    told: tuple[str, ...]
    persons: int
    bruised: int


def draw_log(luck: Luck, plan: Cover) -> BoardingLog:
    """Return the log of a boarding in daylight."""
    began_h = whole(luck, "log begins", 8 * 12, 10 * 12) / 12.0
    warned_h = began_h + whole(luck, "warning after", 4, 7) / 60.0
    place = whole(luck, "faulty place", 2, 4)
    fault = one(luck, "fault", tuple(_FAULTY))
    late = one(luck, "late report", tuple(at for at in (1, 2, 3, 4) if at != place))
    sound = shuffled(luck, "sound uses", _SOUND)
    told = ["Voice: the skipper is told by loudspeaker, in his language, to stop the engine."]
    told += [_FAULTY[fault] if at == place else sound[at - 1] for at in (1, 2, 3, 4)]
    times = _times(luck, began_h, warned_h)
    uses = []
    for at, time_h in enumerate(times):
        made = {} if at != place else _CHANGED[fault]
        uses.append(_use(luck, plan, at, time_h, at == late, made))
    persons, bruised = whole(luck, "log persons", 22, 36), whole(luck, "log bruised", 1, 2)
    return BoardingLog(began_h, warned_h, tuple(uses), tuple(told), persons, bruised)


def _times(luck: Luck, began_h: float, warned_h: float) -> list[float]:
    times = [began_h + 2 / 60.0, warned_h + whole(luck, "first hands after", 3, 9) / 60.0]
    for at in (2, 3, 4):
        times.append(times[-1] + whole(luck, f"use {at} after", 4, 11) / 60.0)
    return times


def _use(luck: Luck, plan: Cover, at: int, time_h: float, late: bool, made: dict[str, Any]) -> Use:
    after_h = whole(luck, f"report of {at}", 5, 12 * int(plan.report_within_h) - 9) / 12.0
    if late:
        after_h = plan.report_within_h + whole(luck, "too late by", 1, 8) / 12.0
    hands: dict[str, Any] = {"measure": "hands", "threat": "resistance"}
    voice: dict[str, Any] = {"measure": "voice", "threat": "refusal"}
    facts = {
        "milder_tried": True,
        "warned": True,
        "passengers_safe": True,
        "time_h": time_h,
        "reported_h": None if at == 0 else time_h + after_h,
        **(voice if at == 0 else hands),
        **made,
    }
    return Use(**facts)


def found(log: BoardingLog, plan: Cover) -> list[tuple[str, Fault]]:
    """Return the faults of all uses, with the names of their entries."""
    named = zip(NAMES, log.uses, strict=True)
    return [(name, fault) for name, use in named for fault in faults(use, plan, now_h=48.0)]


def readings(log: BoardingLog, plan: Cover) -> dict[str, Any]:
    """Return what the log holds, by field of the task."""
    by_kind = [(name, fault.requirement) for name, fault in found(log, plan)]
    breach, requirement = next(one for one in by_kind if one[1] != "report")
    late = next(name for name, kind in by_kind if kind == "report")
    return {
        "breach": breach,
        "requirement": requirement,
        "warned_min": round(60.0 * (log.uses[1].time_h - log.warned_h)),
        "due_h": round(report_due_h(log.uses[-1], plan), 2),
        "late": late,
    }
