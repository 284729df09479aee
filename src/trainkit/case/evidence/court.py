"""What the courts of two fictional States ask of evidence, read from a table of data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from trainkit.case.law import statute
from trainkit.case.law.statutes import AUTHORITIES
from trainkit.errors import TrainkitError, nearest

NO_ORDER, NO_BASIS = 0, len(AUTHORITIES)


@dataclass(frozen=True, slots=True)
class Court:
    """What one State's court asks.

    Attributes:
        side: The State.
        own_law_too: Whether what comes from abroad must meet this State's own statutes as well.
        disclose_within_h: Hours in which what speaks for the accused goes to the defence.
        suspension_days: Working days for which the unit for financial intelligence suspends a
            payment.
    """

    side: str
    own_law_too: bool
    disclose_within_h: float
    suspension_days: int


@cache
def _table() -> Mapping[str, Any]:
    text = files("trainkit.case.evidence").joinpath("rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def kinds(name: str) -> frozenset[str]:
    """Return one of the lists of the table, such as ``judicial_channels``."""
    return frozenset(_table()[name])


@cache
def court(side: str) -> Court:
    """Return what a State's court asks.

    Raises:
        TrainkitError: no such State has a court here.
    """
    states = _table()["court"]
    if side not in states:
        raise TrainkitError(
            f"No court is known of '{side}'.{nearest(side, states)} There are courts of "
            f"{' and '.join(states)}."
        )
    return Court(side, **states[side])


@cache
def rank_asked(side: str, action: str, offence: str) -> int:
    """Return who must order an action in a State: 0 nobody outside the team, then by rank.

    `NO_BASIS`, above every rank, where no statute of the State allows the action for the offence.
    """
    try:
        return AUTHORITIES.index(statute(side, action, offence).authority)
    except TrainkitError:
        return NO_BASIS


@cache
def heard_abroad(side: str, giver: str, action: str, offence: str) -> bool:
    """Return whether a State's court may hear what the partner obtained under its own law.

    Args:
        side: State of the court.
        giver: State whose law the action followed.
        action: How it was obtained.
        offence: Offence of the case.
    """
    if side == giver or not court(side).own_law_too:
        return True
    return rank_asked(side, action, offence) <= rank_asked(giver, action, offence)
