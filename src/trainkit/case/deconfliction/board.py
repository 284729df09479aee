"""Entries of the board, and what two of them do to each other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from trainkit.case.law import ACTIONS
from trainkit.errors import TrainkitError, nearest, shown

COVERT = frozenset(
    {"interception", "surveillance", "source_handling", "controlled_delivery", "telecom_data"}
)
"""Actions that fail when their target learns of them."""
OVERT = frozenset({"search", "witness_interview", "arrest", "freeze", "digital_forensics"})
"""Actions that their target, or somebody close, cannot miss."""

Harm = Literal["collision", "duplicate"]


@dataclass(frozen=True)
class Planned:
    """An action that a team does or is about to do.

    Attributes:
        team: Number of the team.
        action: What it does.
        target: Whom it concerns, by number.
        from_h: When it begins, in hours.
        until_h: When it ends, in hours.

    Raises:
        TrainkitError: the law knows no such action, or it ends before it begins.
    """

    team: int
    action: str
    target: int
    from_h: float
    until_h: float

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise TrainkitError(
                f"No action is called {shown(self.action)}.{nearest(str(self.action), ACTIONS)} "
                f"They are {', '.join(ACTIONS)}."
            )
        if not self.from_h <= self.until_h:
            raise TrainkitError(
                f"'{self.action}' on actor {self.target} is to end at hour {self.until_h:g} and to "
                f"begin at hour {self.from_h:g}, after it. Correct one of the two."
            )


@dataclass(frozen=True)
class Clash:
    """What two actions of two teams do to each other.

    Attributes:
        harm: ``collision`` where one gives the other away, ``duplicate`` where both do the same.
        mine: The later of the two.
        theirs: The earlier.
    """

    harm: Harm
    mine: Planned
    theirs: Planned

    @property
    def source(self) -> Planned | None:
        """Whose handling of a source it gives away: that source is burned; None for another."""
        pair = (self.mine, self.theirs)
        handled = (one for one in pair if one.action == "source_handling")
        return next(handled, None) if self.harm == "collision" else None


@dataclass
class Board:
    """The entries of both teams.

    Attributes:
        fresh_h: For how long after its end an action needs no doing again, in hours.

    Examples:
        >>> board = Board(fresh_h=24.0)
        >>> board.put(Planned(0, "surveillance", 7, 0.0, 100.0))
        >>> [clash.harm for clash in board.clashes(Planned(1, "search", 7, 50.0, 60.0))]
        ['collision']
    """

    fresh_h: float = 60 * 24.0
    _by_target: dict[int, list[Planned]] = field(default_factory=dict)

    def put(self, planned: Planned) -> None:
        """Enter an action."""
        self._by_target.setdefault(planned.target, []).append(planned)

    def about(self, target: int) -> tuple[Planned, ...]:
        """Return the entries about somebody, in the order in which they were made."""
        return tuple(self._by_target.get(target, ()))

    def clashes(self, planned: Planned) -> Iterator[Clash]:
        """Yield what an action would clash with: entries of the other team about the same target.

        Two actions collide when one is covert, the other overt, and their times overlap. They
        duplicate each other when they are the same, the other began no later and has not grown old.
        """
        for theirs in self._by_target.get(planned.target, ()):
            if theirs.team != planned.team:
                yield from self._between(planned, theirs)

    def _between(self, mine: Planned, theirs: Planned) -> Iterator[Clash]:
        overlap = mine.from_h < theirs.until_h and theirs.from_h < mine.until_h
        if overlap and _disturb(mine.action, theirs.action):
            yield Clash("collision", mine, theirs)
        fresh = theirs.from_h <= mine.from_h <= theirs.until_h + self.fresh_h
        if mine.action == theirs.action and fresh:
            yield Clash("duplicate", mine, theirs)


def _disturb(one: str, other: str) -> bool:
    return (one in COVERT and other in OVERT) or (one in OVERT and other in COVERT)
