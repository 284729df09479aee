"""The words for what actors are to a network: layer, rank, side, role, stage.

Sources:
    Roles: `reference/case.md` section 2. Campana (2018) for rank and stage.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from trainkit.errors import TrainkitError, nearest, shown

Layer = Literal["contact", "money", "kin", "trust"]
Rank = Literal["boss", "executive", "aide"]
Side = Literal["Alder", "Borea"]
Role = Literal[
    "organiser",
    "recruiter",
    "transporter",
    "document_supplier",
    "safe_house_keeper",
    "financier",
    "value_transfer_agent",
    "skipper",
    "corrupt_contact",
]
Stage = Literal["recruitment", "transport", "reception", "services"]

LAYERS: tuple[Layer, ...] = ("contact", "money", "kin", "trust")
SIDES: tuple[Side, ...] = ("Alder", "Borea")
RANKS: tuple[Rank, ...] = get_args(Rank)
STAGES: tuple[Stage, ...] = get_args(Stage)
ROLES: tuple[Role, ...] = (
    "organiser",
    "recruiter",
    "transporter",
    "document_supplier",
    "safe_house_keeper",
    "financier",
    "value_transfer_agent",
    "skipper",
    "corrupt_contact",
)


def require_word(what: str, word: str, known: tuple[str, ...]) -> None:
    """Refuse a word that is none of those that are known.

    Raises:
        TrainkitError: it is none; the nearest one is named.
    """
    if word not in known:
        raise TrainkitError(
            f"No {what} is called {shown(word)}.{nearest(str(word), known)} They are "
            f"{', '.join(known)}."
        )


def require_number(number: int) -> None:
    """Refuse what is no whole number of an actor.

    Raises:
        TrainkitError: it is none.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise TrainkitError(f"An actor has a whole number, not {shown(number)}.")


def require_states(seen: Iterable[tuple[str, frozenset[int]]]) -> None:
    """Refuse what States see where a State is not known or is named twice.

    Raises:
        TrainkitError: one is; it is named.
    """
    named: set[str] = set()
    for side, _ in seen:
        require_word("side", side, SIDES)
        if side in named:
            raise TrainkitError(f"What {side} sees is said twice. Put the two together.")
        named.add(side)
