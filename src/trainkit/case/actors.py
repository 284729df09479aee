"""Actors and ties of a synthetic criminal network: who does what, and who is tied to whom.

Every actor is invented: an actor has a number, a role and a State, and nothing that a person could
be picked by. A tie lies in a layer; a pair may be tied in several. What a State's police can see
of a network before anybody has asked is part of the network; what an investigation shows is not.

Sources:
    Roles: `reference/case.md` section 2. Campana (2018) for rank and stage.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from trainkit.errors import TrainkitError, nearest

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


@dataclass(frozen=True)
class Actor:
    """Somebody in a network, by what they do.

    Attributes:
        id: Number, unlike every other actor's.
        role: What the actor does for the network.
        rank: boss and executive organise, an aide carries out.
        stage: The part of the journey that the actor works in.
        side: State where the actor lives.
        coerced: Whether the actor acts under coercion, as a skipper who was made to steer: a
            possible victim, not a suspect. It is the truth, which nobody sees; see `victims`.
    """

    id: int
    role: Role
    rank: Rank
    stage: Stage
    side: Side
    coerced: bool = False


@dataclass(frozen=True)
class Tie:
    """A tie of two actors in one layer.

    Attributes:
        first: Number of the actor with the lower number.
        second: Number of the other.
        layer: What ties them.
        strength: How often they meet or pay, from 0 to 1.
    """

    first: int
    second: int
    layer: Layer
    strength: float = 1.0


@dataclass(frozen=True)
class Network:
    """Actors, their ties, and what each State sees of them before the case is opened.

    Attributes:
        actors: The actors, by their numbers.
        ties: The ties, in the order in which they came to be.
        seen: Numbers of the actors that each State's police know of at the start, by State.

    Raises:
        TrainkitError: two actors have one number, or a tie or a State's list names a missing actor.
    """

    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    seen: tuple[tuple[Side, frozenset[int]], ...] = ()

    def __post_init__(self) -> None:
        _require_own_numbers(self.actors)
        known = frozenset(actor.id for actor in self.actors)
        for tie in self.ties:
            _require_known((tie.first, tie.second), known, f"a {tie.layer} tie")
            if tie.first == tie.second:
                raise TrainkitError(
                    f"A {tie.layer} tie leads from actor {tie.first} to itself. Take it out: a tie "
                    "joins two actors."
                )
        for side, actors in self.seen:
            _require_known(actors, known, f"what {side} sees")

    @cached_property
    def by_id(self) -> dict[int, Actor]:
        """The actors by their numbers."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs that are tied in any layer, each once, in the order of their first tie."""
        return tuple(dict.fromkeys((tie.first, tie.second) for tie in self.ties))

    @cached_property
    def neighbours(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the actors that each actor is tied to in any layer."""
        found: dict[int, list[int]] = {actor.id: [] for actor in self.actors}
        for first, second in self.pairs:
            found[first].append(second)
            found[second].append(first)
        return {actor: tuple(sorted(others)) for actor, others in found.items()}

    def layer(self, layer: str) -> tuple[Tie, ...]:
        """Return the ties of one layer.

        Raises:
            TrainkitError: there is no such layer.
        """
        if layer not in LAYERS:
            raise TrainkitError(
                f"No layer is called '{layer}'.{nearest(layer, LAYERS)} They are "
                f"{', '.join(LAYERS)}."
            )
        return tuple(tie for tie in self.ties if tie.layer == layer)

    def seen_by(self, side: str) -> frozenset[int]:
        """Return the numbers of the actors that a State knows of at the start."""
        return dict(self.seen).get(side, frozenset())  # type: ignore[call-overload, no-any-return]


def _require_own_numbers(actors: Iterable[Actor]) -> None:
    twice = [number for number, n in Counter(actor.id for actor in actors).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two actors have the number {twice[0]}. Give each its own, or the ties of one would "
            "be taken for the other's."
        )


def _require_known(numbers: Iterable[int], known: frozenset[int], where: str) -> None:
    missing = sorted(set(numbers) - known)
    if missing:
        raise TrainkitError(
            f"{where} names actor {missing[0]}, who is missing. Add the actor or take it out."
        )
