"""Evidence against those who profit: gathered when it delays nobody's rescue, and from whom.

People who are carried are not suspects for being carried, and who steers under threat is carried
too. What they tell is told after care, with an interpreter, as witnesses who may also be victims.
"""

from dataclasses import dataclass
from typing import Literal

from trainkit.joint.enforcement.sources import cited

Standing = Literal["person_in_need", "possible_victim", "suspect"]


@dataclass(frozen=True)
class Person:
    """What indicators show of a person on board when a decision is taken.

    Attributes:
        profits: Whether there are grounds that the person gains from the voyage.
        steers: Whether the person steers or handles the engine.
        under_threat: Whether the person steers or obeys under a threat, or to save lives.
    """

    profits: bool
    steers: bool
    under_threat: bool


@dataclass(frozen=True)
class Treatment:
    """How a person is to be treated, why, and the sources."""

    standing: Standing
    why: str
    sources: tuple[str, ...]


def treatment(person: Person) -> Treatment:
    """Return how a person on board is treated, by what can be seen; steering alone is no ground."""
    if person.under_threat:
        why = "Who steers under threat is a possible victim, and no suspect."
        return Treatment("possible_victim", why, cited("L2.3", "L2.8"))
    if person.profits:
        why = "There are grounds that the person gains from the voyage."
        return Treatment("suspect", why, cited("L2.3"))
    why = "Being carried, or lending a hand at the tiller, makes nobody a suspect."
    return Treatment("person_in_need", why, cited("L2.3"))


def may_gather(in_danger: int, own_hands: bool) -> bool:
    """Return whether evidence may be gathered now.

    Args:
        in_danger: People who are still in danger.
        own_hands: Whether the hands and the time are free of rescue: nobody waits for them.
    """
    return in_danger == 0 or own_hands


def may_question(cared_for: bool, interpreter: bool, willing: bool) -> bool:
    """Return whether a person may be heard now: after care, with an interpreter, willingly."""
    return cared_for and interpreter and willing
