"""An item: what was obtained, from whom, by which channel, on which authority, and how sure it is.

Every item is invented. An item says nothing of a person but which source it comes from.

Sources:
    Grades: the admiralty scale, reliability A to F of a source and credibility 1 to 6 of a word.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from trainkit.case.actors import SIDES
from trainkit.case.law import ACTIONS, Warrant, offence
from trainkit.errors import TrainkitError, nearest, shown

Channel = Literal["own", "joint_team", "letter_of_request", "police_answer", "fiu_answer"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)
RELIABILITIES, CREDIBILITIES = "ABCDEF", "123456"
_LETTERS, _FIGURES = tuple(RELIABILITIES), tuple(CREDIBILITIES)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a case.

    Attributes:
        id: Its number in the register, unlike every other item's.
        fact: What it speaks to; items that show one thing bear one name.
        origin: The source that it comes from in the end: one source told twice has one origin.
        channel: How it came to the team.
        action: How it was obtained, an action of `trainkit.case.law`.
        offence: Offence of the case that it was obtained in.
        side: State in which it was obtained.
        obtained_h: When, in hours since the case was opened; of a thing, when it was seized.
        basis: Legal basis of the action, such as the number of a statute.
        reliability: Of the source, A (reliable) to F (cannot be judged).
        credibility: Of what it says, 1 (confirmed) to 6 (cannot be judged).
        warrant: The order that allowed the action, where one was needed.
        exculpatory: Whether it speaks for the accused, and so is disclosed.
        found_h: When somebody saw that it does; None where it does not.
        disclosed_h: When it went to the defence, or None.
        custody: Links of its chain of custody, see `custody`.

    Raises:
        TrainkitError: it has no basis, its warrant is no order, it was obtained before the case was
            opened, or a word is unknown.
    """

    id: str
    fact: str
    origin: str
    channel: str
    action: str
    offence: str
    side: str
    obtained_h: float
    basis: str
    reliability: str = "B"
    credibility: str = "2"
    warrant: Warrant | None = None
    exculpatory: bool = False
    found_h: float | None = None
    disclosed_h: float | None = None
    custody: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)

    def __post_init__(self) -> None:
        _require_known("channel", self.channel, CHANNELS)
        _require_known("action", self.action, ACTIONS)
        _require_known("State with a team", self.side, SIDES)
        offence(self.offence)
        _require_basis(self)
        _require_order(self)
        if not 0.0 <= self.obtained_h < float("inf"):
            raise TrainkitError(
                f"Item {self.id} was obtained at {self.obtained_h:g} h, before the case was opened "
                "(0 h) or at no hour. Correct the date, or open the case earlier."
            )
        if self.reliability not in _LETTERS or self.credibility not in _FIGURES:
            raise TrainkitError(
                f"Item {self.id} is graded {self.reliability}{self.credibility}. A grade is a "
                "letter A to F for the source and a figure 1 to 6 for what it says, such as B2."
            )


def require_own_ids(items: Iterable[Item]) -> None:
    """Refuse two items of one id.

    Raises:
        TrainkitError: the first id that is there twice.
    """
    twice = [one for one, n in Counter(item.id for item in items).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two items have the id '{twice[0]}'. Give each its own, or the custody of one would "
            "be read for the other."
        )


def _require_known(what: str, found: str, known: tuple[str, ...]) -> None:
    if found not in known:
        raise TrainkitError(
            f"No {what} is called '{found}'.{nearest(found, known)} There are {', '.join(known)}."
        )


def _require_basis(item: Item) -> None:
    if not isinstance(item.basis, str) or not item.basis.strip():
        raise TrainkitError(
            f"Item {item.id} ({item.action}) has no legal basis. Name the provision that allows "
            "it, or do not do it."
        )


def _require_order(item: Item) -> None:
    order = item.warrant
    if order is not None and not isinstance(order, Warrant):
        raise TrainkitError(
            f"The warrant of item {item.id} is {shown(order)}, which is no order. Take one from "
            "trainkit.case.law.granted."
        )
