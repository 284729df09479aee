"""An item: what was obtained, from whom, by which channel, on which authority, and how sure it is.

Every item is invented. An item says nothing of a person but which source it comes from.

Sources:
    Grades: the admiralty scale, reliability A to F of a source and credibility 1 to 6 of a word.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from trainkit.errors import TrainkitError, nearest

Side = Literal["Alder", "Borea"]
Authority = Literal["police", "prosecutor", "judge"]
Channel = Literal["own", "joint_team", "letter_of_request", "police_answer", "fiu_answer"]
Action = Literal[
    "open_source",
    "records",
    "financial_enquiry",
    "telecom_data",
    "interception",
    "surveillance",
    "controlled_delivery",
    "search",
    "digital_forensics",
    "interview",
    "source",
]
AUTHORITIES: tuple[str, ...] = get_args(Authority)
CHANNELS: tuple[str, ...] = get_args(Channel)
ACTIONS: tuple[str, ...] = get_args(Action)
RELIABILITIES, CREDIBILITIES = "ABCDEF", "123456"


@dataclass(frozen=True, slots=True)
class Warrant:
    """An order that allows one action for a time.

    Attributes:
        action: What it allows.
        authority: Who ordered it.
        basis: Legal basis that it names.
        from_h: First hour in which it is valid, in hours since the case was opened.
        to_h: Last hour.
        side: State of the authority.
        grounds: The grounds that it was ordered on.
        confirmed_h: When a judge confirmed a prosecutor's order; None where nobody did.

    Raises:
        TrainkitError: it names no authority or basis, begins before the case, or ends before it
            begins.
    """

    action: str
    authority: str
    basis: str
    from_h: float
    to_h: float
    side: str
    grounds: frozenset[str] = frozenset()
    confirmed_h: float | None = None

    def __post_init__(self) -> None:
        _require_known("action", self.action, ACTIONS)
        if self.authority not in AUTHORITIES:
            raise TrainkitError(
                f"The warrant for {self.action} names no authority but '{self.authority}'. Name "
                f"who ordered it: {', '.join(AUTHORITIES)}."
            )
        _require_basis(self.basis, f"The warrant for {self.action}")
        _require_after_opening(self.from_h, f"The warrant for {self.action} begins")
        if not self.to_h >= self.from_h:
            raise TrainkitError(
                f"The warrant for {self.action} ends at {self.to_h:g} h, before it begins at "
                f"{self.from_h:g} h. Correct one of the two."
            )

    def valid_at(self, time_h: float) -> bool:
        """Return whether it is valid at an hour; its first and last hour count."""
        return self.from_h <= time_h <= self.to_h


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a case.

    Attributes:
        id: Its number in the register, unlike every other item's.
        fact: What it speaks to; items that show one thing bear one name.
        origin: The source that it comes from in the end: one source told twice has one origin.
        channel: How it came to the team.
        action: How it was obtained.
        side: State in which it was obtained.
        obtained_h: When, in hours since the case was opened; of a thing, when it was seized.
        basis: Legal basis of the action.
        reliability: Of the source, A (reliable) to F (cannot be judged).
        credibility: Of what it says, 1 (confirmed) to 6 (cannot be judged).
        warrant: The order that allowed the action, where one was needed.
        exculpatory: Whether it speaks for the accused, and so is disclosed.
        found_h: When somebody saw that it does; None where it does not.
        disclosed_h: When it went to the defence, or None.
        custody: Links of its chain of custody, see `custody`.

    Raises:
        TrainkitError: it has no basis, or was obtained before the case was opened, or a word is
            unknown.
    """

    id: str
    fact: str
    origin: str
    channel: str
    action: str
    side: str
    obtained_h: float
    basis: str
    reliability: str = "B"
    credibility: str = "2"
    warrant: Warrant | None = None
    exculpatory: bool = False
    found_h: float | None = None
    disclosed_h: float | None = None
    custody: tuple[Mapping[str, Any], ...] = ()

    def __post_init__(self) -> None:
        _require_known("channel", self.channel, CHANNELS)
        _require_known("action", self.action, ACTIONS)
        _require_basis(self.basis, f"Item {self.id} ({self.action})")
        _require_after_opening(self.obtained_h, f"Item {self.id} was obtained")
        if self.reliability not in RELIABILITIES or self.credibility not in CREDIBILITIES:
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


def _require_basis(basis: str, whose: str) -> None:
    if not basis.strip():
        raise TrainkitError(
            f"{whose} has no legal basis. Name the provision that allows it, or do not do it."
        )


def _require_after_opening(time_h: float, what: str) -> None:
    if not time_h >= 0.0:
        raise TrainkitError(
            f"{what} at {time_h:g} h, before the case was opened (0 h). Correct the date, or open "
            "the case earlier."
        )
