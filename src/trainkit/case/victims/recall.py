"""How well victims were found: recall weighs three times precision, with a floor on specificity.

The F-measure with a beta of 1.732, so that beta squared is 3: the weighted harmonic mean in which
recall has three quarters of the weight and precision one. Written out in counts it is

    F = 4 found / (4 found + 3 missed + 1 in vain),

so that a victim who is passed by costs as much as three people protected in vain. Whoever presumes
everybody a victim would still do well on it; hence the floor: below it nothing is earned.

Sources:
    van Rijsbergen (1979). *Information Retrieval*, 2nd ed., ch. 7. Weight of recall: points.md, P1.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from trainkit.errors import TrainkitError, shown

RECALL_WEIGHT = 3.0
BETA = math.sqrt(RECALL_WEIGHT)
FLOOR = 0.5
"""Assumption: at least half of those who are no victims must be told from those who are."""


@dataclass(frozen=True)
class Identified:
    """Counts of an identification.

    Attributes:
        found: Victims who were presumed victims.
        missed: Victims who were passed by.
        in_vain: Others who were presumed victims.
        others: Others who were not.

    Raises:
        TrainkitError: a count is no whole number of 0 or more.
    """

    found: int
    missed: int
    in_vain: int
    others: int

    def __post_init__(self) -> None:
        for one in fields(self):
            count = getattr(self, one.name)
            if not isinstance(count, int) or count < 0:
                raise TrainkitError(
                    f"'{one.name}' counts {shown(count)} people. Give a whole number, 0 or more."
                )

    @classmethod
    def of(cls, victims: Sequence[bool], presumed: Sequence[bool]) -> "Identified":
        """Return the counts of people of whom is known who was a victim and who was presumed one.

        Raises:
            TrainkitError: there are not as many of the one as of the other.
        """
        if len(victims) != len(presumed):
            raise TrainkitError(
                f"There are {len(victims)} people and {len(presumed)} presumptions. Say of each "
                "whether a victim is presumed."
            )
        pairs = list(zip(victims, presumed, strict=True))
        return cls(*(pairs.count(one) for one in _CELLS))

    @property
    def recall(self) -> float:
        """Share of the victims who were found; 1 where there are none."""
        return _share(self.found, self.missed)

    @property
    def precision(self) -> float:
        """Share of victims among those presumed; 1 where nobody is presumed."""
        return _share(self.found, self.in_vain)

    @property
    def specificity(self) -> float:
        """Share of the others who were not presumed victims; 1 where there are none."""
        return _share(self.others, self.in_vain)

    @property
    def f_measure(self) -> float:
        """The F-measure, without the floor; 1 where there is no victim and nobody is presumed."""
        found = (1.0 + RECALL_WEIGHT) * self.found
        lost = RECALL_WEIGHT * self.missed + self.in_vain
        return found / (found + lost) if found + lost else 1.0

    def score(self, floor: float = FLOOR) -> float:
        """Return the F-measure, or 0 where specificity lies below the *floor*.

        Examples:
            >>> Identified(found=3, missed=1, in_vain=2, others=4).score()
            0.7058823529411765
            >>> Identified(found=4, missed=0, in_vain=6, others=0).score()
            0.0
        """
        return self.f_measure if self.specificity >= floor else 0.0


_CELLS = ((True, True), (True, False), (False, True), (False, False))


def _share(counted: int, beside: int) -> float:
    return counted / (counted + beside) if counted + beside else 1.0
