"""Whose turn it is at a desk that is played without SimPy: the order of `officer.Officers`."""

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from trainkit.case.sharing.officer import RANK_STEP
from trainkit.case.sharing.spec import Order


@dataclass(slots=True)
class Piece:
    """One piece of work.

    Attributes:
        told: Numbers of the need, of its urgency and of the job, as a logbook has them.
        sort: Number of the sort of need.
        left_h: Hours of work that are left.
        after: What follows when it is done.
        place: Its place in the order of the desk.
        first: Whether it sets others aside.
        began_h: When it was taken up last.
        turn: How often it was set aside; an end that was foreseen before that is none.
    """

    told: tuple[float, float, float]
    sort: float
    left_h: float
    after: Callable[[], None]
    place: int = 0
    first: bool = False
    began_h: float = 0.0
    turn: int = 0


class Turns:
    """Who is at work, and who waits.

    Args:
        officers: How many there are.
        order: In which order they take requests up.
    """

    def __init__(self, officers: int, order: Order) -> None:
        self._officers, self._order = officers, order
        self._at_work: list[Piece] = []
        self._waiting: list[tuple[int, Piece]] = []
        self._tickets = count()

    def queue(self, piece: Piece, rank: int) -> None:
        """Let a piece of work wait; *rank* 0 is done first."""
        ticket = next(self._tickets)
        piece.first = rank == 0 and self._order == "preemptive"
        piece.place = ticket if self._order == "first_come" else rank * RANK_STEP + ticket
        heappush(self._waiting, (piece.place, piece))

    def leave(self, piece: Piece) -> None:
        """Take a piece that is done from the desk."""
        self._at_work.remove(piece)

    def set_aside(self) -> Piece | None:
        """Set aside what the next one does not wait for, if anything; it waits in its old place."""
        busy = len(self._at_work) >= self._officers
        if not (busy and self._waiting and self._waiting[0][1].first):
            return None
        last = max(self._at_work, key=lambda piece: piece.place)
        if last.place < self._waiting[0][0]:
            return None
        self._at_work.remove(last)
        heappush(self._waiting, (last.place, last))
        last.turn += 1
        return last

    def next(self) -> Piece | None:
        """Return who is taken up now, or None where nobody waits or nobody is free."""
        if not self._waiting or len(self._at_work) >= self._officers:
            return None
        _, piece = heappop(self._waiting)
        self._at_work.append(piece)
        return piece
