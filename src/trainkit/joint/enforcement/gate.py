"""The gates before a boarding, in their order: rescue, who, plan, waters, flag.

Danger to life is looked at first and overrides all that follows: no gate below it is asked. Each
answer names its basis and its source. Silence of a flag State is no yes, and what a vessel looks
like does not make her stateless; a State that was asked and does not know her does.
"""

from dataclasses import dataclass
from typing import Literal

from trainkit.joint.enforcement.boarder import Unit, may_board
from trainkit.joint.enforcement.cover import Plan, in_force
from trainkit.joint.enforcement.sources import cited

Waters = Literal["own", "foreign", "high_seas"]
Answer = Literal["not_asked", "waiting", "granted", "refused", "silence"]
Flag = Literal["own", "claimed", "none"]
Step = Literal["rescue", "board", "ask_flag", "verify", "keep_watch", "not_joint", "leave_it"]
Basis = Literal["rescue", "national_law", "flag_consent", "stateless", "treaty", "none"]


@dataclass(frozen=True)
class Sighting:
    """What is known of a vessel when somebody wants to board her.

    Attributes:
        in_danger: Whether life on board is in danger, by any cue; no call is needed.
        waters: Whose waters she is in, of the boarding State.
        flag: own (of the boarding State), claimed (of another), or none shown nor claimed.
        answer: What the State whose flag is claimed has answered.
        checked: Whether the absence of a flag was checked: papers, marks, States asked.
        suspected: Whether there are reasonable grounds to suspect smuggling; leaving is none.
        agreement: Whether a treaty in force between the two States covers such a boarding.
        joint: Whether the act is flagged joint under the operation plan.
        time_h: Hour of the exercise.
        x_nm: East of the reference point.
        y_nm: North of the reference point.
    """

    in_danger: bool
    waters: Waters
    flag: Flag
    answer: Answer = "not_asked"
    checked: bool = False
    suspected: bool = True
    agreement: bool = False
    joint: bool = False
    time_h: float = 0.0
    x_nm: float = 0.0
    y_nm: float = 0.0


@dataclass(frozen=True)
class Decision:
    """What follows at the gate.

    Attributes:
        step: What is done now.
        basis: What it stands on; none when nothing is boarded.
        why: In one sentence.
        sources: Ids of the fact sheet.
    """

    step: Step
    basis: Basis
    why: str
    sources: tuple[str, ...]


def decide(seen: Sighting, unit: Unit, plan: Plan | None = None) -> Decision:
    """Return what follows: rescue before everything, then each gate in its order.

    Args:
        seen: What is known of the vessel.
        unit: Who wants to board her.
        plan: The operation plan, if there is one; asked only of acts flagged joint.
    """
    if seen.in_danger:
        why = "Life is in danger: rescue asks for no flag, plan or paper."
        return Decision("rescue", "rescue", why, cited("L1.2", "L1.3", "L1.4", "L0.6"))
    leave = may_board(unit)
    if not leave.may:
        return Decision("leave_it", "none", leave.why, leave.sources)
    if not seen.suspected:
        why = "There are no grounds of suspicion; to leave a country is none."
        return Decision("leave_it", "none", why, cited("L1.13", "L1.9"))
    if seen.joint and not in_force(plan, seen.time_h, seen.x_nm, seen.y_nm):
        why = "No plan that both sides approved is in force at that time and place."
        return Decision("not_joint", "none", why, cited("P15", "L0.4"))
    return _by_waters(seen)


def _by_waters(seen: Sighting) -> Decision:
    if seen.waters == "own":
        why = "In own waters the State's own law is the basis."
        return Decision("board", "national_law", why, cited("L0.4"))
    if seen.waters == "foreign":
        why = "In another State's waters that State decides; it is told."
        return Decision("keep_watch", "none", why, cited("L0.4"))
    return {"own": _own_flag, "none": _no_flag, "claimed": _foreign_flag}[seen.flag](seen)


def _own_flag(_seen: Sighting) -> Decision:
    why = "She flies the boarding State's own flag: its own law is the basis."
    return Decision("board", "national_law", why, cited("L0.4"))


def _no_flag(seen: Sighting) -> Decision:
    if seen.checked:
        why = "No State knows her: a ship without nationality may be visited."
        return Decision("board", "stateless", why, cited("L1.8", "L1.9"))
    why = "That she looks stateless is not enough: papers, marks and States come first."
    return Decision("verify", "none", why, cited("L1.8", "L1.9"))


def _foreign_flag(seen: Sighting) -> Decision:
    if seen.answer == "granted":
        why = "The flag State has authorised it; nothing beyond its authorisation is done."
        return Decision("board", "flag_consent", why, cited("L1.8"))
    if seen.agreement:
        why = "A treaty in force between the two States covers it."
        return Decision("board", "treaty", why, cited("L1.8"))
    if seen.answer == "not_asked":
        why = "The State whose flag she claims is asked to confirm and to authorise."
        return Decision("ask_flag", "none", why, cited("L1.8", "L1.9"))
    why = "Without a yes there is no boarding; silence is no yes."
    return Decision("keep_watch", "none", why, cited("L1.8", "L1.9"))
