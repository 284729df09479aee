"""Smuggling and trafficking as rules on facts, each element with the row of law that asks for it.

Facts are what is true, which nobody sees whole. A rule does not weigh and does not guess: it says
which elements hold, and so what is lacking. Alder and Borea are invented; their laws are made after
two real ones, so that a trap of cooperation can be met without naming a State.

Sources:
    Protocol against the Smuggling of Migrants, Art 3(a) (L2.2). Protocol to Prevent, Suppress and
    Punish Trafficking in Persons, Art 3 (L2.7). The trap of two national laws: L2.12, L2.16, L2.18.
"""

from dataclasses import dataclass, fields
from typing import Literal, get_args

from trainkit.case.actors import SIDES, Side
from trainkit.errors import TrainkitError, nearest

Act = Literal["none", "recruitment", "transport", "transfer", "harbouring", "receipt"]
Means = Literal[
    "none",
    "force",
    "threat",
    "coercion",
    "abduction",
    "fraud",
    "deception",
    "abuse_of_power",
    "abuse_of_vulnerability",
    "payment_to_controller",
]
Purpose = Literal[
    "none", "sexual_exploitation", "forced_labour", "slavery", "servitude", "removal_of_organs"
]
Helper = Literal["none", "rescuer", "humanitarian", "parent"]
Class = Literal["smuggling", "trafficking", "both", "neither"]
KINDS: tuple[Class, ...] = get_args(Class)


@dataclass(frozen=True)
class Facts:
    """What is true of a person's journey and of those who took part in it.

    Attributes:
        procured: Whether somebody procured the entry into a State.
        illegal_entry: Whether that entry was without what the State asks for.
        benefit: Whether it was done for a financial or other material benefit.
        act: What was done to the person; ``none`` where nothing of the kind was.
        means: How the person was brought to it; ``none`` where no means were used.
        purpose: The exploitation that was meant; it need not have happened.
        child: Whether the person is under 18.
        consent: Whether the person agreed. It decides nothing once means are used, or for a child.
        border: Whether a border was crossed. Trafficking needs none.
        helper: What else the one who helped is: rescuer, humanitarian helper, the child's parent.

    Raises:
        TrainkitError: a word is none of those that the law knows.
    """

    procured: bool = False
    illegal_entry: bool = False
    benefit: bool = False
    act: Act = "none"
    means: Means = "none"
    purpose: Purpose = "none"
    child: bool = False
    consent: bool = True
    border: bool = True
    helper: Helper = "none"

    def __post_init__(self) -> None:
        known = {"act": Act, "means": Means, "purpose": Purpose, "helper": Helper}
        for one in fields(self):
            if one.name in known:
                _require_word(one.name, getattr(self, one.name), get_args(known[one.name]))


@dataclass(frozen=True)
class Element:
    """An element of a definition: its name, whether it holds, and the rows that ask for it."""

    name: str
    holds: bool
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What a rule finds.

    Attributes:
        elements: Every element, in the order of the definition.
    """

    elements: tuple[Element, ...]

    @property
    def holds(self) -> bool:
        """Whether every element holds."""
        return all(element.holds for element in self.elements)

    @property
    def decided_by(self) -> tuple[Element, ...]:
        """The elements that decide: all of them where the rule holds, else those that lack."""
        return tuple(element for element in self.elements if element.holds == self.holds)

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of law of the elements that decide, each once."""
        return tuple(dict.fromkeys(row for element in self.decided_by for row in element.rows))


def smuggling(facts: Facts) -> Finding:
    """Return whether facts are smuggling of migrants under the Protocol, and why.

    Examples:
        >>> for_a_cousin = Facts(procured=True, illegal_entry=True)
        >>> [element.name for element in smuggling(for_a_cousin).decided_by]
        ['benefit']
    """
    return Finding(
        (
            Element("procured", facts.procured, ("L2.2",)),
            Element("illegal_entry", facts.illegal_entry, ("L2.2",)),
            Element("benefit", facts.benefit, ("L2.2",)),
        )
    )


def trafficking(facts: Facts) -> Finding:
    """Return whether facts are trafficking in persons, and why.

    A child needs no means. Neither consent nor a border is read: none of them is an element.

    Examples:
        >>> agreed = Facts(act="recruitment", purpose="servitude", child=True, consent=True)
        >>> trafficking(agreed).holds
        True
    """
    means = Element("means", facts.means != "none", ("L2.7",))
    if facts.child:
        means = Element("child", holds=True, rows=("L2.7", "L3.12"))
    return Finding(
        (
            Element("act", facts.act != "none", ("L2.7",)),
            means,
            Element("purpose", facts.purpose != "none", ("L2.7",)),
        )
    )


def kind(facts: Facts) -> Class:
    """Return what facts are: ``smuggling``, ``trafficking``, ``both`` or ``neither``."""
    smuggled, trafficked = smuggling(facts).holds, trafficking(facts).holds
    if smuggled and trafficked:
        return "both"
    if trafficked:
        return "trafficking"
    return "smuggling" if smuggled else "neither"


def facilitation(facts: Facts, side: Side) -> Finding:
    """Return whether the law of Alder or of Borea punishes the one who helped with the entry.

    Alder punishes without profit too (after L2.12), save rescue, humanitarian help for nothing, and
    a parent with the child in her care (after L2.14). Borea asks for a benefit (after L2.16).

    Raises:
        TrainkitError: there is no such State.
    """
    _require_word("side", side, SIDES)
    entry = smuggling(facts).elements
    if side == "Borea":
        return Finding((*entry[:2], Element("benefit", facts.benefit, ("L2.16", "L2.18"))))
    exempt = facts.helper in {"rescuer", "parent"} or (
        facts.helper == "humanitarian" and not facts.benefit
    )
    return Finding((*entry[:2], Element("not_exempt", not exempt, ("L2.12", "L2.14", "L2.18"))))


def punished_in_both(facts: Facts) -> bool:
    """Return whether both States punish the facilitation, as extradition asks (L2.18)."""
    return all(facilitation(facts, side).holds for side in SIDES)


def _require_word(name: str, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise TrainkitError(
            f"'{word}' is no {name} that the law knows.{nearest(str(word), known)} They are "
            f"{', '.join(known)}."
        )
