"""Who may board, and who may coordinate: two questions with two answers.

Only warships, and government vessels that are clearly marked and authorised to police, board under
Article 9(4) of the Smuggling Protocol. A financial police of the sea polices and rescues when
tasked; the coordination of rescue is with a rescue coordination centre.
"""

from dataclasses import dataclass
from typing import Literal

from trainkit.joint.enforcement.sources import cited

Kind = Literal["warship", "government", "private"]


@dataclass(frozen=True)
class Unit:
    """A vessel with the roles of its agency.

    Attributes:
        name: Its name.
        kind: warship, government vessel, or private (merchant ship, NGO vessel, yacht).
        marked: Whether it is clearly marked and identifiable as on government service.
        polices: Whether its agency has police powers at sea.
        executes_sar: Whether its agency executes search and rescue.
        coordinates_sar: Whether its agency coordinates search and rescue.
    """

    name: str
    kind: Kind
    marked: bool
    polices: bool
    executes_sar: bool
    coordinates_sar: bool = False


@dataclass(frozen=True)
class Leave:
    """Whether a unit may do something, why, and on what that rests (ids of the fact sheet)."""

    may: bool
    why: str
    sources: tuple[str, ...]


def may_board(unit: Unit) -> Leave:
    """Return whether a unit may board for enforcement; any vessel may come near to rescue."""
    if unit.kind == "private":
        return Leave(False, f"{unit.name} is no government vessel.", cited("L1.8"))
    if unit.kind == "government" and not unit.marked:
        return Leave(False, f"{unit.name} is not clearly marked.", cited("L1.8"))
    if not unit.polices:
        return Leave(False, f"The agency of {unit.name} has no police powers.", cited("L0.4"))
    return Leave(True, f"{unit.name} is entitled to board.", cited("L1.8"))


def may_coordinate(unit: Unit) -> Leave:
    """Return whether a unit's agency may coordinate a search and rescue."""
    if unit.coordinates_sar:
        return Leave(True, f"The agency of {unit.name} coordinates rescue.", cited("L1.4"))
    why = f"The agency of {unit.name} does not coordinate rescue; a coordination centre does."
    return Leave(False, why, cited("L1.4", "L6.2"))


def may_rescue(unit: Unit) -> Leave:
    """Return that any vessel may rescue, and that its master must where it is able to."""
    return Leave(True, f"{unit.name} helps whoever is in danger.", cited("L1.2", "L1.3"))
