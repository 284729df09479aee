"""In which capacity a person is met, and how a first contact with them may be held.

The three capacities are never mixed in one interview: whoever may be a victim is not interrogated,
whoever is a suspect has the rights of one before the first question, and an interview that changes
its capacity ends and begins anew. What is decided is judged by the indicators that were visible.

Sources:
    Directive (EU) 2016/680, Art 6: suspects, victims and witnesses are kept apart.
    CETS 197, Arts 10, 12, 13 and 26; Trafficking Protocol, Art 3. `reference/law.md` L2.7, L2.8.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features

Status = Literal["witness", "possible_victim", "suspect"]
Setting = Literal["first_contact", "witness_interview", "suspect_interview"]
STATUSES: tuple[Status, ...] = ("witness", "possible_victim", "suspect")
SETTINGS: tuple[Setting, ...] = ("first_contact", "witness_interview", "suspect_interview")

INDICATORS = {
    "papers_held": "somebody else holds the person's papers or telephone",
    "speaks_for": "another speaks for the person, or watches what is said",
    "in_debt": "the person has to work off what the journey cost",
    "made_to_steer": "the person was made to steer, to collect or to guard",
    "no_way_out": "the person could not leave, or was told what would happen to the family",
    "marks": "injuries that have not been treated, or signs of hunger",
    "no_pay": "the person has worked and was not paid",
    "child": "the person is, or says to be, under 18",
}
"""What can be seen or is told without being asked, and may mean that the person is a victim."""

OFFENCE = {
    "took_money": "seen to take the money of others",
    "gave_orders": "gave orders to others and was obeyed, and nobody gave any to this person",
    "named": "named by two who do not know each other as the one who arranged the journey",
}
"""What may mean that the person organised; never by itself against an indicator above."""


@dataclass(frozen=True)
class Reading:
    """In which capacity somebody is met, and why.

    Attributes:
        status: The capacity.
        setting: What may be held with the person now.
        reason: Why.
    """

    status: Status
    setting: Setting
    reason: str


def reading(seen: Iterable[str]) -> Reading:
    """Return in which capacity a person is met, from what is visible.

    One indicator of a victim is enough for a possible victim, whatever else is seen: in doubt the
    person is protected first, and what speaks for an offence is kept for later.

    Args:
        seen: Ids of `INDICATORS` and `OFFENCE`.

    Raises:
        TrainkitError: something is in neither list; or a protected characteristic was named.
    """
    marks = tuple(seen)
    require_protective(marks, "What is seen of a person")
    _require_known(marks)
    if any(mark in INDICATORS for mark in marks):
        return Reading("possible_victim", "first_contact", _VICTIM)
    if marks:
        return Reading("suspect", "suspect_interview", _SUSPECT)
    return Reading("witness", "witness_interview", _WITNESS)


_VICTIM = (
    "An indicator is visible: the person is protected first, and what points to an offence waits."
)
_SUSPECT = "Acts point to an offence and no indicator is visible: rights of a suspect come first."
_WITNESS = "Nothing points to an offence or to harm: the person may have seen something."


def _require_known(marks: Iterable[str]) -> None:
    for mark in marks:
        if mark not in INDICATORS and mark not in OFFENCE:
            raise TrainkitError(
                f"'{mark}' is no indicator.{nearest(mark, [*INDICATORS, *OFFENCE])} Name what was "
                "seen or done; the lists are INDICATORS and OFFENCE."
            )


def require_protective(features: Iterable[str], where: str) -> None:
    """Refuse to look at anything in a person that does not protect this person.

    Language and age may be looked at, to find an interpreter and a guardian.

    Raises:
        TrainkitError: a feature is named by a protected characteristic (red line R3).
    """
    require_lawful_features(features, where, purpose="protection")


def mixed(status: Status, setting: Setting) -> str:
    """Return what is wrong with holding this *setting* with that *status*; nothing when it fits."""
    if status == "possible_victim" and setting == "suspect_interview":
        return "a possible victim is interrogated as a suspect"
    if status == "suspect" and setting != "suspect_interview":
        return "a suspect is asked about the offence without the rights of a suspect"
    if status == "possible_victim" and setting == "witness_interview":
        return "testimony is asked of a possible victim before protection and time to reflect"
    return ""
