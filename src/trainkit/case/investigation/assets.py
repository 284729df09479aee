"""The money of a run, followed in cents from the enquiry that traced it to the court.

What an enquiry traced is a lot, which its team knows alone until the other is told or finds it too.
A freeze takes all lots of a holder that its team knows of and nobody has frozen, a review keeps or
releases what the freeze took, a judgment confiscates what is frozen then. So every cent is in one
state at any hour, and leads back to an enquiry.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from trainkit.case import law
from trainkit.case.finance.enquiry import WANTED_H

State = Literal["traced", "released", "frozen", "kept", "confiscated"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Enquiry:
    """A financial enquiry of a run.

    Attributes:
        side: State whose team sent it.
        place: Its place among the enquiries of that team, from 1.
        target: Number of the person whom it concerns.
        sent_h: When it was sent, in hours.
        after_h: Hours until it was answered; None where it had not been by the end.
        yielded: Whether it was reasoned, on an item before it, and its answer speaks against.
        basis: Number of the statute.
        item: Name of the item that it brought or bore out, as in the dossier; empty for none.
    """

    side: str
    place: int
    target: int
    sent_h: float
    after_h: float | None
    yielded: bool
    basis: str
    item: str = ""

    @property
    def prompt(self) -> bool:
        """Whether it was answered within 72 h."""
        return self.after_h is not None and self.after_h <= WANTED_H


@dataclass(frozen=True)
class Lot:
    """What one enquiry traced.

    Attributes:
        enquiry: The enquiry.
        cents: How much, in cents.
    """

    enquiry: Enquiry
    cents: int


@dataclass(frozen=True)
class Movement:
    """Something that was done with lots of one holder.

    Attributes:
        at_h: When, in hours.
        side: State whose team or court did it.
        became: State of the lots from then on.
        target: Number of the holder.
        lots: Places of the lots in `Assets.lots`.
        basis: Number of the statute; empty for a judgment.
        warrant: The order of a freeze; None for what needs none.
        asked: Whether a freeze was made on the other team's request.
    """

    at_h: float
    side: str
    became: State
    target: int
    lots: tuple[int, ...]
    basis: str = ""
    warrant: law.Warrant | None = None
    asked: bool = False


@dataclass(frozen=True)
class Shared:
    """Lots that became known to a team after the other had traced them.

    Attributes:
        at_h: When, in hours.
        side: State whose team knows of them since.
        target: Number of the holder.
        lots: Places of the lots in `Assets.lots`.
        channel: How it was told; ``own`` where its own enquiry came upon them.
    """

    at_h: float
    side: str
    target: int
    lots: tuple[int, ...]
    channel: str


@dataclass(frozen=True)
class Sums:
    """What became of traced money by an hour, in cents: it adds up.

    Attributes:
        traced: All that was traced.
        ever_frozen: Of it, what was ever frozen: released, still frozen, or confiscated.
        released: Of it, what a review released and nobody has frozen since.
        to_review: What is frozen, with a review to come.
        kept: What is frozen after its review, and no court has taken yet.
        confiscated: What a court took.
        survived: What survived a review, whether confiscated by now or not.
    """

    traced: int
    ever_frozen: int
    released: int
    to_review: int
    kept: int
    confiscated: int
    survived: int

    @property
    def still_frozen(self) -> int:
        """What is frozen and was not confiscated."""
        return self.to_review + self.kept


@dataclass(frozen=True)
class Assets:
    """The money of a run.

    Attributes:
        sides: The States, in the order of the case.
        enquiries: All financial enquiries, as they were sent.
        lots: What they traced.
        movements: What was done with it, in the order of time.
        until_h: When the run ended, in hours.
        shared: What one team had traced and the other came to know of, in the order of time.
    """

    sides: tuple[str, ...]
    enquiries: tuple[Enquiry, ...]
    lots: tuple[Lot, ...]
    movements: tuple[Movement, ...]
    until_h: float
    shared: tuple[Shared, ...] = ()

    def cents(self, movement: Movement | Shared) -> int:
        """Return how much something is about, in cents."""
        return sum(self.lots[lot].cents for lot in movement.lots)

    def prompt(self, side: str | None = None) -> int:
        """Return how many reasoned enquiries yielded within 72 h, of one team or altogether."""
        return sum(one.yielded and one.prompt for one in self.enquiries if side in {None, one.side})

    def sums(self, side: str | None = None, at_h: float = float("inf")) -> Sums:
        """Return what became of the money by an hour.

        Args:
            side: State whose team traced it, whoever froze it; None for both.
            at_h: The hour; what happened at it counts.
        """
        before = [sums for hour, sums in self.steps(side) if hour <= at_h]
        return before[-1] if before else self._sums({}, frozenset(), side)

    def steps(self, side: str | None = None) -> Iterator[tuple[float, Sums]]:
        """Yield each hour at which something was done, with the sums from then on."""
        state: dict[int, State] = {}
        survived: frozenset[int] = frozenset()
        for move in self.movements:
            state |= dict.fromkeys(move.lots, move.became)
            if move.became == "kept":
                survived |= frozenset(move.lots)
            yield move.at_h, self._sums(state, survived, side)

    def _sums(self, state: Mapping[int, State], survived: frozenset[int], side: str | None) -> Sums:
        cents: Counter[State] = Counter()
        lasted = 0
        for place, became in state.items():
            lot = self.lots[place]
            if side in {None, lot.enquiry.side}:
                cents[became] += lot.cents
                lasted += lot.cents * (place in survived)
        whole = sum(cents.values())
        return Sums(
            *(whole, whole - cents["traced"], cents["released"], cents["frozen"]),
            *(cents["kept"], cents["confiscated"], lasted),
        )
