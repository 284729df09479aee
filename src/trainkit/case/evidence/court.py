"""The rules of evidence of two fictional States, read from a table of data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True, slots=True)
class Interception:
    """How long a judge may order interception.

    Attributes:
        first_days: Days of the first order.
        renewal_days: Days that a renewal adds.
        cap_days: Days in all, or None where the law sets no end.
    """

    first_days: float
    renewal_days: float
    cap_days: float | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What one State's court asks.

    Attributes:
        side: The State.
        authority: Who may order an action, by action; an action that is missing needs no order.
        own_law_too: Whether what comes from abroad must meet this State's own table as well.
        confirm_within_h: Hours in which a judge must confirm a prosecutor's order that this State
            leaves to judges; 0 where such an order never stands.
        disclose_within_h: Hours in which what speaks for the accused goes to the defence.
        interception: Terms of interception, by offence.
    """

    side: str
    authority: Mapping[str, frozenset[str]]
    own_law_too: bool
    confirm_within_h: float
    disclose_within_h: float
    interception: Mapping[str, Interception]


@cache
def _table() -> Mapping[str, Any]:
    text = files("trainkit.case.evidence").joinpath("rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def kinds(name: str) -> frozenset[str]:
    """Return one of the lists of the table, such as ``judicial_channels``."""
    return frozenset(_table()[name])


@cache
def rules(side: str) -> Rules:
    """Return the rules of a State's court.

    Raises:
        TrainkitError: no such State has a court here.
    """
    states = [name for name, value in _table().items() if isinstance(value, Mapping)]
    if side not in states:
        raise TrainkitError(
            f"No court is known of '{side}'.{nearest(side, states)} There are courts of "
            f"{' and '.join(states)}."
        )
    told = _table()[side]
    return Rules(
        side=side,
        authority={action: frozenset(who) for action, who in told["authority"].items()},
        own_law_too=told["foreign_law"] == "own",
        confirm_within_h=told["confirm_within_h"],
        disclose_within_h=told["disclose_within_h"],
        interception={name: Interception(**one) for name, one in told["interception"].items()},
    )
