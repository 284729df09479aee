"""What was traced of the network's money, lot by lot, and which team knows of it.

What a team has traced is its own knowledge. The other team knows of it when it was told through a
channel, or when its own enquiry comes upon it again. Money lies where its holder lives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from trainkit.case.actors import Actor

State = Literal["loose", "frozen", "confiscated"]
_PARTS = {"financier": 4.0, "value_transfer_agent": 2.0, "organiser": 3.0}
"""How much more than others somebody holds, by role: assumptions."""


def part(actor: Actor) -> float:
    """Return what an actor holds in parts of the whole."""
    return _PARTS.get(actor.role, 0.1)


@dataclass(eq=False)
class Lot:
    """What one enquiry traced.

    Attributes:
        holder: Number of the holder.
        crowns: How much it is.
        known: Numbers of the teams that know of it.
        state: What was done with it last.
        asked: Whether the partner's authority was asked to freeze it.
    """

    holder: int
    crowns: float
    known: set[int]
    state: State = "loose"
    asked: bool = False


@dataclass
class Register:
    """All that both teams have traced, and what each of them knows of it.

    Attributes:
        lots: The lots of each holder, in the order in which they were traced.

    Examples:
        >>> register = Register()
        >>> register.trace(0, 7, 100.0)
        >>> register.loose(1, 7)
        []
        >>> register.tell(0, 1, 7)
        100.0
        >>> [lot.crowns for lot in register.loose(1, 7)]
        [100.0]
    """

    lots: dict[int, list[Lot]] = field(default_factory=dict)

    def trace(self, team: int, holder: int, crowns: float) -> None:
        """Enter what an enquiry of a team has traced: nobody else knows of it yet."""
        self.lots.setdefault(holder, []).append(Lot(holder, crowns, {team}))

    def whole(self, holder: int) -> float:
        """Return all that either team has traced of a holder, in crowns."""
        return sum(lot.crowns for lot in self.lots.get(holder, ()))

    def loose(self, team: int, holder: int) -> list[Lot]:
        """Return what a team knows of a holder and nobody has frozen."""
        return [lot for lot in self._known(team, holder) if lot.state == "loose"]

    def untold(self, team: int, holder: int) -> list[Lot]:
        """Return what a team knows of a holder, nobody has frozen, and the partner has not heard.

        What the partner was asked to freeze is not among it.
        """
        return [lot for lot in self.loose(team, holder) if len(lot.known) == 1 and not lot.asked]

    def tell(self, giver: int, taker: int, holder: int) -> float:
        """Let a team know all that the other knows of a holder; return the crowns that are news."""
        if holder not in self.lots:
            return 0.0
        return self._learn(taker, list(self._news(giver, taker, holder)))

    def find_again(self, team: int, holder: int) -> float:
        """Let an enquiry come upon the first lot that only the partner knew; return its crowns."""
        return self._learn(team, list(self._news(1 - team, team, holder))[:1])

    def _learn(self, team: int, lots: list[Lot]) -> float:
        for lot in lots:
            lot.known.add(team)
        return sum(lot.crowns for lot in lots)

    def _known(self, team: int, holder: int) -> Iterator[Lot]:
        return (lot for lot in self.lots.get(holder, ()) if team in lot.known)

    def _news(self, giver: int, taker: int, holder: int) -> Iterator[Lot]:
        return (lot for lot in self._known(giver, holder) if taker not in lot.known)

    def held(self, holder: int) -> list[Lot]:
        """Return what is frozen of a holder and no court has taken."""
        return [lot for lot in self.lots.get(holder, ()) if lot.state == "frozen"]

    def withheld(self) -> float:
        """Return all that the network cannot use now: what is frozen or confiscated, in crowns."""
        every = (lot for lots in self.lots.values() for lot in lots)
        return sum(lot.crowns for lot in every if lot.state != "loose")
