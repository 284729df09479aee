"""What may be done with a person, by what is visible when somebody decides.

Nobody is judged here by what turned out later. A presumption stands until trained staff find that
the person is no victim; while it stands, what results from having been trafficked is not charged,
the steering of a boat under threat included (necessity). It is no immunity for anything else.

Sources:
    CETS 197, Arts 10, 12, 13, 26 (L2.8). Smuggling Protocol, Art 5 and 6.4 (L2.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from trainkit.case.victims.elements import Element, Finding
from trainkit.case.victims.reflection import Reflection
from trainkit.case.victims.signs import presumed
from trainkit.errors import TrainkitError, nearest

Identification = Literal["none", "pending", "victim", "not_victim"]
Offence = Literal["none", "own_entry", "from_exploitation", "steered", "unrelated"]


@dataclass(frozen=True)
class Person:
    """What is known of a person when somebody decides.

    Attributes:
        signs: Names of the signs that are visible now.
        perhaps_child: Whether the person is or may be under 18.
        identification: Where it stands: ``none`` begun, ``pending``, or what was found.
        smuggled: Whether the person was brought in by others, for a benefit of theirs.
        reflection: The period, once it has begun.

    Raises:
        TrainkitError: the identification is none that is known.
    """

    signs: frozenset[str] = frozenset()
    perhaps_child: bool = False
    identification: Identification = "none"
    smuggled: bool = False
    reflection: Reflection | None = None

    def __post_init__(self) -> None:
        _require(self.identification, get_args(Identification), "standing of an identification")

    @property
    def protected(self) -> bool:
        """Whether the person is an identified or presumed victim."""
        if self.identification in {"victim", "not_victim"}:
            return self.identification == "victim"
        return presumed(self.signs, self.perhaps_child)


def may_charge(person: Person, offence: str) -> Finding:
    """Return whether an offence may be charged to a person, and what decides.

    Args:
        person: What is visible now.
        offence: ``own_entry``: having come in; ``from_exploitation``: done because of it, such as
            forced work or a false paper that was handed out; ``steered``: having steered the boat;
            ``unrelated`` to any of it; ``none``.

    Raises:
        TrainkitError: there is no such kind of offence.
    """
    _require(offence, get_args(Offence), "kind of offence")
    results = offence in {"own_entry", "from_exploitation", "steered"}
    smuggled = person.smuggled and offence == "own_entry"
    threatened = offence == "steered" and "steered_under_threat" in person.signs
    return Finding(
        (
            Element("offence", offence != "none", ("L2.3",)),
            Element("not_from_trafficking", not (person.protected and results), ("L2.8",)),
            Element("no_necessity", not threatened, ("L2.8",)),
            Element("not_for_being_smuggled", not smuggled, ("L2.3",)),
        )
    )


def may_remove(person: Person, at_h: float) -> Finding:
    """Return whether a removal may be carried out at a time, as far as this convention goes.

    Other law stands beside it: danger in the place of return, a claim for protection, a child.

    Args:
        person: What is visible then.
        at_h: When, in hours.
    """
    clock = person.reflection
    begun = clock is not None and at_h >= clock.began_h
    owed = person.protected and not begun
    running = clock is not None and clock.running(at_h)
    return Finding(
        (
            Element("not_pending", person.identification != "pending", ("L2.8",)),
            Element("period_given", not owed, ("L2.8", "L4.15")),
            Element("period_over", not running, ("L2.8", "L4.15")),
        )
    )


def help_owed(person: Person) -> bool:
    """Return whether assistance is owed: to every protected person.

    Whether the person testifies is not asked, here or anywhere (CETS 197, Art 12(6); L2.8).
    """
    return person.protected


def stands_without(proofs: Iterable[str], testimony: str = "testimony", needed: int = 2) -> bool:
    """Return whether a case stands when a statement is withdrawn: enough other kinds of proof.

    Args:
        proofs: Kinds of proof of the case, such as ``ledger``, ``documents``, ``testimony``.
        testimony: The kind that is withdrawn.
        needed: How many other, different kinds are asked for; an assumption.
    """
    return len(set(proofs) - {testimony}) >= needed


def _require(word: str, known: tuple[str, ...], what: str) -> None:
    if word not in known:
        raise TrainkitError(
            f"'{word}' is no {what}.{nearest(word, known)} They are {', '.join(known)}."
        )
