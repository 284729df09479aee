"""How well two markers agree: weighted kappa pooled over items, with its interval.

An item is one criterion of one answer. Weights are quadratic in the difference of levels, so that
two levels apart weigh four times as much as one. The items of one answer come from the same two
people, so they are not wholly independent: the interval is a little too narrow.

Sources:
    Cohen, J. (1968). Weighted kappa. *Psychological Bulletin* 70, 213-220.
    Fleiss, J. L., Cohen, J., Everitt, B. S. (1969). Large sample standard errors of kappa and
    weighted kappa. *Psychological Bulletin* 72, 323-327: the variance behind the interval.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trainkit.grading.rubric import LEVELS

FEWEST = 10
"""Below this many items no kappa is given: chance would decide."""


@dataclass(frozen=True)
class Agreement:
    """How well two markers agree.

    Attributes:
        n: How many items both have marked.
        kappa: Quadratically weighted kappa; None where it says nothing.
        low: Lower end of its 95 % interval.
        high: Upper end.
        exact: Share of items with the same level; None without items.
        adjacent: Share of items at most one level apart.
        told: What to know before the figure is used; empty when there is nothing.
    """

    n: int
    kappa: float | None = None
    low: float | None = None
    high: float | None = None
    exact: float | None = None
    adjacent: float | None = None
    told: str = ""

    def reaches(self, target: float) -> bool | None:
        """Return whether kappa reaches a target; None while there is no kappa."""
        return None if self.kappa is None else self.kappa >= target


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Return how well two markers agree.

    Args:
        pairs: Levels, 0 to 4, that the first and the second marker gave to each item.
    """
    n = len(pairs)
    if not n:
        return Agreement(0, told="Nothing was marked by two yet.")
    apart = [abs(first - second) for first, second in pairs]
    exact, adjacent = apart.count(0) / n, sum(gap <= 1 for gap in apart) / n
    told = _no_kappa(pairs)
    if told:
        return Agreement(n, exact=exact, adjacent=adjacent, told=told)
    kappa, low, high = _weighted(pairs)
    told = "" if any(apart) else _PERFECT
    return Agreement(n, kappa, low, high, exact, adjacent, told)


_PERFECT = (
    "The two agree on every item. The formula then gives an interval without width; with more "
    "items it would have one."
)


def _no_kappa(pairs: Sequence[tuple[int, int]]) -> str:
    if len(pairs) < FEWEST:
        return f"Only {len(pairs)} items were marked by two: below {FEWEST} no kappa is given."
    if any(len(set(levels)) == 1 for levels in zip(*pairs, strict=True)):
        return (
            "A marker gave the same level to every item, so kappa cannot tell agreement from "
            "chance; look at the shares of equal and neighbouring levels."
        )
    return ""


def _weighted(pairs: Sequence[tuple[int, int]]) -> tuple[float, float, float]:
    from statsmodels.stats.inter_rater import cohens_kappa

    counts = Counter(pairs)
    table = [[counts[row, column] for column in range(LEVELS)] for row in range(LEVELS)]
    found = cohens_kappa(table, wt="quadratic")
    low, high = max(-1.0, float(found.kappa_low)), min(1.0, float(found.kappa_upp))
    return float(found.kappa), low, high
