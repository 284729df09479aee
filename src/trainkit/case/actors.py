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
from numbers import Real

from trainkit.case.roles import (
    LAYERS,
    RANKS,
    ROLES,
    SIDES,
    STAGES,
    Layer,
    Rank,
    Role,
    Side,
    Stage,
    require_number,
    require_states,
    require_word,
)
from trainkit.errors import TrainkitError, shown

__all__ = [
    "LAYERS",
    "RANKS",
    "ROLES",
    "SIDES",
    "STAGES",
    "Actor",
    "Layer",
    "Network",
    "Rank",
    "Role",
    "Side",
    "Stage",
    "Tie",
]


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

    Raises:
        TrainkitError: the number is not whole, or a word is none of those that are known.
    """

    id: int
    role: Role
    rank: Rank
    stage: Stage
    side: Side
    coerced: bool = False

    def __post_init__(self) -> None:
        require_number(self.id)
        require_word("role", self.role, ROLES)
        require_word("rank", self.rank, RANKS)
        require_word("stage", self.stage, STAGES)
        require_word("side", self.side, SIDES)


@dataclass(frozen=True)
class Tie:
    """A tie of two actors in one layer; it has no direction, and may be given in either order.

    Attributes:
        first: Number of the actor with the lower number.
        second: Number of the other.
        layer: What ties them.
        strength: How often they meet or pay, from 0 to 1.

    Raises:
        TrainkitError: there is no such layer, or the strength is no share.
    """

    first: int
    second: int
    layer: Layer
    strength: float = 1.0

    def __post_init__(self) -> None:
        require_number(self.first)
        require_number(self.second)
        require_word("layer", self.layer, LAYERS)
        share = isinstance(self.strength, Real) and not isinstance(self.strength, bool)
        if not share or not 0.0 <= self.strength <= 1.0:
            raise TrainkitError(
                f"A {self.layer} tie of {self.first} and {self.second} has the strength "
                f"{shown(self.strength)}. Give a share from 0 to 1."
            )
        if self.first > self.second:
            first, second = self.second, self.first
            object.__setattr__(self, "first", first)
            object.__setattr__(self, "second", second)


@dataclass(frozen=True)
class Network:
    """Actors, their ties, and what each State sees of them before the case is opened.

    Attributes:
        actors: The actors, by their numbers.
        ties: The ties, in the order in which they came to be.
        seen: Numbers of the actors that each State's police know of at the start, by State.

    Raises:
        TrainkitError: what is given is no actor or no tie, two actors have one number, or a tie or
            a State's list names a missing actor.
    """

    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    seen: tuple[tuple[Side, frozenset[int]], ...] = ()

    def __post_init__(self) -> None:
        _require_kind(self.actors, Actor)
        _require_kind(self.ties, Tie)
        _require_own_numbers(self.actors)
        known = frozenset(actor.id for actor in self.actors)
        for tie in self.ties:
            _require_known((tie.first, tie.second), known, f"a {tie.layer} tie")
            if tie.first == tie.second:
                raise TrainkitError(
                    f"A {tie.layer} tie leads from actor {tie.first} to itself. Take it out: a tie "
                    "joins two actors."
                )
        require_states(self.seen)
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
        require_word("layer", layer, LAYERS)
        return tuple(tie for tie in self.ties if tie.layer == layer)

    def seen_by(self, side: str) -> frozenset[int]:
        """Return the numbers of the actors that a State knows of at the start.

        Raises:
            TrainkitError: there is no such State.
        """
        require_word("side", side, SIDES)
        return dict(self.seen).get(side, frozenset())  # type: ignore[call-overload, no-any-return]


def _require_kind(given: Iterable[object], kind: type) -> None:
    for one in given:
        if not isinstance(one, kind):
            name = kind.__name__
            raise TrainkitError(
                f"A network's {name.lower()}s hold {shown(one)}, which is none. Make it with "
                f"{name}(...) first."
            )


def _require_own_numbers(actors: Iterable[Actor]) -> None:
    twice = [number for number, n in Counter(actor.id for actor in actors).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two actors have the number {twice[0]}. Give each its own, or the ties of one would "
            "be taken for the other's."
        )


def _require_known(numbers: Iterable[int], known: frozenset[int], where: str) -> None:
    missing = [number for number in numbers if number not in known]
    if missing:
        raise TrainkitError(
            f"{where} names actor {shown(missing[0])}, who is missing. Add the actor or take it "
            "out."
        )
