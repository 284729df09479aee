"""A need with its numbers, for the desk that is played without SimPy."""

from trainkit.case.sharing.asked import NEEDS_A_SORT, Sort
from trainkit.case.sharing.spec import URGENCIES


class Numbered:
    """One need as a watch holds it, with what a logbook says of it.

    Attributes:
        sort: What it is of.
        place: Number of its sort.
        number: Its number; its luck is its own.
        urgency: Number of its urgency.
        told: Its number and that of its urgency, as facts.
        arose_h: When it arose.
        answered: Whether it is answered.
    """

    __slots__ = ("answered", "arose_h", "number", "place", "sort", "told", "urgency")

    def __init__(self, sort: Sort, place: int, n: int, arose_h: float) -> None:
        """Note the *n*-th need of the sort at a *place*."""
        self.sort, self.place, self.arose_h = sort, float(place), arose_h
        self.number, self.answered = place * NEEDS_A_SORT + n, False
        self.urgency = URGENCIES.index(sort.spec.urgency)
        self.told = float(self.number), float(self.urgency)
