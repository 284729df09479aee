"""Fields about a person, purposes that they serve, and bases on which they may leave a team."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from trainkit.errors import TrainkitError, nearest

Category = Literal["suspect", "victim", "witness"]
Reach = Literal["own", "partner", "third"]
Use = Literal["intelligence", "evidence"]
CATEGORIES: tuple[Category, ...] = ("suspect", "victim", "witness")
USES: tuple[Use, ...] = ("intelligence", "evidence")


@dataclass(frozen=True)
class Purpose:
    """What a recipient wants to do with what it is told.

    Attributes:
        name: Its name in requests.
        meaning: What is done, as an end of a sentence.
        needs: The fields without which it cannot be done; no other serves it.
        of: The categories of person that it may concern.
        most_days: Days after which the recipient deletes what it got.
        protects: Whether it protects the person; then fields such as a language may be used.
    """

    name: str
    meaning: str
    needs: tuple[str, ...]
    of: tuple[Category, ...]
    most_days: float
    protects: bool = False


@dataclass(frozen=True)
class Basis:
    """What a disclosure stands on.

    Attributes:
        name: Its name in requests.
        meaning: What it is, for readers.
        carries: The purposes that it carries; a wish carries none.
        reaches: Whether it reaches the own State, the partner, or a third State.
        gives: What the recipient has in hand: intelligence, or evidence.
        like: Rows of the law sheet that it is shaped after, with their confidence.
        oral: Whether an urgent request may be answered by word of mouth and confirmed after.
    """

    name: str
    meaning: str
    carries: tuple[str, ...]
    reaches: tuple[Reach, ...]
    gives: Use
    like: str
    oral: bool = False


@cache
def _document() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("sharing.toml").read_text("utf-8"))


@cache
def fields() -> Mapping[str, str]:
    """Return the fields that may be told of a person: what each means, by its name."""
    return dict(_document()["field"])


@cache
def purposes() -> Mapping[str, Purpose]:
    """Return the purposes by their names."""
    return {name: Purpose(name, **_frozen(row)) for name, row in _document()["purpose"].items()}


@cache
def bases() -> Mapping[str, Basis]:
    """Return the bases by their names; of these, a wish and nothing carry no purpose."""
    return {name: Basis(name, **_frozen(row)) for name, row in _document()["basis"].items()}


def purpose(name: str) -> Purpose:
    """Return the purpose of a name.

    Raises:
        TrainkitError: there is none.
    """
    if name not in purposes():
        raise TrainkitError(_unknown("purpose", name, purposes()))
    return purposes()[name]


def basis(name: str) -> Basis:
    """Return the basis of a name.

    Raises:
        TrainkitError: there is none.
    """
    if name not in bases():
        raise TrainkitError(_unknown("legal basis", name, bases()))
    return bases()[name]


def require_fields(names: tuple[str, ...], served: Purpose, where: str) -> None:
    """Refuse fields that are protected, unknown or named twice.

    Args:
        names: Names of fields.
        served: The purpose; one that protects may use a language, an age or a disability.
        where: Whose fields they are, for the message.

    Raises:
        TrainkitError: the first that is refused; the guard names a protected one.
    """
    from trainkit.guard import require_lawful_features

    require_lawful_features(names, where, "protection" if served.protects else "identity")
    for place, name in enumerate(names):
        if name not in fields():
            raise TrainkitError(f"{where}: {_unknown('field', name, fields())}")
        if name in names[:place]:
            raise TrainkitError(f"{where}: the field '{name}' is there twice. Take one out.")


def _unknown(what: str, name: str, known: Mapping[str, Any]) -> str:
    said = f"There is no {what} '{name}'." if name else f"No {what} is named."
    return f"{said}{nearest(name, known)} Name one of {', '.join(known)}."


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
