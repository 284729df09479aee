"""An item of a run as evidence: its legal basis, the order behind it, and its chain of custody.

A run writes who took an item, when, and whether its custody broke; the chain with its hashes is
laid from that afterwards, so that nothing of it costs time while a case is simulated.
"""

from dataclasses import replace

from trainkit.case import law
from trainkit.case.evidence.custody import HandOver, handed_over
from trainkit.case.evidence.item import Item
from trainkit.kernel.logbook import Entry

CHANNELS = {
    "own": "own",
    "police": "police_answer",
    "assistance": "letter_of_request",
    "joint_team": "joint_team",
}
"""What evidence calls the channels of an investigation."""
_STORE_H = 8.0
"""An item is in the store of exhibits by the end of the shift: an assumption of the chain."""


def as_evidence(
    name: str, taken: Entry, side: str, offence: str, warrant: law.Warrant | None
) -> Item:
    """Return an item as its own team took it, with its chain of custody so far.

    Args:
        name: Its name in the register.
        taken: The entry ``item_obtained`` of the team that took it first.
        side: State of that team.
        offence: Offence of the case at that time.
        warrant: The order behind it; None where none was needed, or none was given.
    """
    action = _action(taken)
    grade = str(taken.facts.get("grade", "B2"))
    item = Item(
        id=name,
        fact=f"actor {_target(taken)}",
        origin=f"{action} of {side} on actor {_target(taken)}",
        channel="own",
        action=action,
        offence=offence,
        side=side,
        obtained_h=taken.time_h,
        basis=law.statute(side, action, offence).id,
        reliability=grade[0],
        credibility=grade[1],
        warrant=warrant,
        exculpatory=not taken.facts["against"],
    )
    return _stored(item, broken=bool(taken.facts["gap"]))


def passed_on(item: Item, taken: Entry, side: str) -> Item:
    """Return the item as the partner's team has it.

    Args:
        item: The item as its own team has it.
        taken: The entry ``item_obtained`` of the team that got it.
        side: State of that team.
    """
    channel = CHANNELS[str(taken.facts["channel"])]
    given = replace(item, channel=channel)
    there_h = max(taken.time_h, float(item.custody[-1]["taken_h"]))
    step = _step(f"{item.side}'s store of exhibits", f"{side}'s store of exhibits", there_h)
    return handed_over(given, step) if channel in {"letter_of_request", "joint_team"} else given


def _stored(item: Item, *, broken: bool) -> Item:
    officer, courier = f"{item.side}'s officer", f"{item.side}'s courier"
    store, taken_h = f"{item.side}'s store of exhibits", item.obtained_h
    item = handed_over(item, _step("scene", officer, taken_h))
    giver = courier if broken else officer
    return handed_over(item, _step(giver, store, taken_h + _STORE_H))


def _step(giver: str, taker: str, at_h: float) -> HandOver:
    return HandOver(giver, taker, at_h, at_h, taker, "S-1", "S-1")


def _action(taken: Entry) -> str:
    """Return the action of law: a testimony is what a witness says."""
    action = str(taken.facts["action"])
    return "witness_interview" if action == "testimony" else action


def _target(taken: Entry) -> int:
    return int(float(taken.facts["target"]))
