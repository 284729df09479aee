"""The statutes as data: which action rests on what, and which offences each State knows."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from trainkit.case.actors import SIDES, Side
from trainkit.errors import TrainkitError, nearest

Authority = Literal["supervisor", "prosecutor", "judge"]
Action = Literal[
    "open_sources",
    "records",
    "financial_enquiry",
    "telecom_data",
    "interception",
    "surveillance",
    "controlled_delivery",
    "search",
    "digital_forensics",
    "witness_interview",
    "first_contact",
    "source_handling",
    "partner_request",
    "freeze",
    "arrest",
    "defer_arrest",
]

ACTIONS: tuple[Action, ...] = (
    "open_sources",
    "records",
    "financial_enquiry",
    "telecom_data",
    "interception",
    "surveillance",
    "controlled_delivery",
    "search",
    "digital_forensics",
    "witness_interview",
    "first_contact",
    "source_handling",
    "partner_request",
    "freeze",
    "arrest",
    "defer_arrest",
)
AUTHORITIES: tuple[Authority, ...] = ("supervisor", "prosecutor", "judge")


@dataclass(frozen=True)
class Statute:
    """What one State's law says of some actions.

    Attributes:
        id: Its number, such as ``A5``.
        side: Whose law it is.
        actions: What it allows.
        authority: Who orders it.
        text: What it says.
        like: Rows of the law sheet that it is shaped after, with their confidence.
        offences: Offences that it is for; all when empty.
        valid_days: Days that an order holds, or None.
        renewal_days: Days that a renewal adds, or None where there is none.
        cap_days: Days in all, or None.
        report_days: Days in which it must be reported, or None.
    """

    id: str
    side: Side
    actions: tuple[Action, ...]
    authority: Authority
    text: str
    like: str
    offences: tuple[str, ...] = ()
    valid_days: float | None = None
    renewal_days: float | None = None
    cap_days: float | None = None
    report_days: float | None = None


@dataclass(frozen=True)
class Offence:
    """An offence, and what each State threatens it with.

    Attributes:
        name: Its name.
        text: What it is.
        like: Rows of the law sheet that it is shaped after.
        years: The least and the greatest sentence, by State; a State that does not punish it is
            missing.
        needs_benefit: Whether there must be a financial or other material benefit.
    """

    name: str
    text: str
    like: str
    years: tuple[tuple[Side, tuple[float, float]], ...]
    needs_benefit: bool = False

    def punished_in(self, side: str) -> tuple[float, float] | None:
        """Return the least and greatest sentence in a State, in years; None where it is none."""
        return next((years for known, years in self.years if known == side), None)


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("statutes.toml").read_text("utf-8"))


@cache
def statutes() -> tuple[Statute, ...]:
    """Return the statutes of both States."""
    return tuple(
        Statute(**{name: _frozen(value) for name, value in row.items()})
        for row in _document()["statute"]
    )


@cache
def offences() -> tuple[Offence, ...]:
    """Return the offences that either State knows."""
    return tuple(
        Offence(
            name=row["name"],
            text=row["text"],
            like=row["like"],
            years=tuple((side, (row[side][0], row[side][1])) for side in SIDES if side in row),
            needs_benefit=row.get("needs_benefit", False),
        )
        for row in _document()["offence"]
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def allows(side: str, action: str, offence: str) -> bool:
    """Return whether a State's law has a basis for an action for an offence.

    Args:
        side: The State.
        action: What would be done.
        offence: Offence that there are grounds for.

    Raises:
        TrainkitError: there is no such State, action or offence.
    """
    return _found(side, action, offence) is not None


@cache
def statute(side: str, action: str, offence: str) -> Statute:
    """Return what an action for an offence rests on in a State.

    Raises:
        TrainkitError: there is no such State, action or offence, or the action has no legal basis.
    """
    known = _found(side, action, offence)
    if known is not None:
        return known
    raise TrainkitError(
        f"In {side} '{action}' for {offence} has no legal basis: no statute allows it. Choose "
        "another action, or say for which other offence there are grounds."
    )


@cache
def _found(side: str, action: str, offence: str) -> Statute | None:
    _require(side, SIDES, "State with a team")
    _require(action, ACTIONS, "action")
    _require(offence, [known.name for known in offences()], "offence")
    for known in statutes():
        fits = known.side == side and action in known.actions
        if fits and (not known.offences or offence in known.offences):
            return known
    return None


def _require(word: str, known: Any, what: str) -> None:
    if word not in known:
        raise TrainkitError(
            f"No {what} is called '{word}'.{nearest(word, known)} They are {', '.join(known)}."
        )
