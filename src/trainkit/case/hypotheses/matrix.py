"""Items against hypotheses: how many each explains, and which items tell them apart.

Counting what fits a hypothesis favours the one that fits everything; an item that all of them
expect is in every count and tells nothing. What tells is the ratio of the likelihoods.

Sources:
    Heuer (1999). *Psychology of Intelligence Analysis*, chapter 8.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainkit.case.hypotheses.belief import Hypotheses
from trainkit.case.hypotheses.items import Item
from trainkit.errors import TrainkitError, nearest

EXPECTED = 0.5
"""A hypothesis is consistent with an item when it makes it at least as likely as not."""


@dataclass(frozen=True)
class Matrix:
    """A matrix of competing hypotheses.

    Attributes:
        hypotheses: Their names.
        items: The items, each with a likelihood under every hypothesis.

    Raises:
        TrainkitError: two items have one name, or one speaks of other hypotheses.
    """

    hypotheses: tuple[str, ...]
    items: tuple[Item, ...]

    def __post_init__(self) -> None:
        twice = [name for name, n in Counter(one.name for one in self.items).items() if n > 1]
        if twice:
            raise TrainkitError(f"The item '{twice[0]}' stands there twice; take one out.")
        for item in self.items:
            if set(item.likelihood) != set(self.hypotheses):
                raise TrainkitError(
                    f"'{item.name}' has chances under {', '.join(item.likelihood)}. Give one under "
                    f"each of {', '.join(self.hypotheses)}."
                )

    def item(self, name: str) -> Item:
        """Return an item by its name.

        Raises:
            TrainkitError: there is none.
        """
        known = {one.name: one for one in self.items}
        if name not in known:
            raise TrainkitError(
                f"The matrix has no item '{name}'.{nearest(name, known)} It has {', '.join(known)}."
            )
        return known[name]

    def consistent(self) -> dict[str, int]:
        """Return how many items each hypothesis is consistent with."""
        return {
            name: sum(item.likelihood[name] >= EXPECTED for item in self.items)
            for name in self.hypotheses
        }

    def inconsistent(self) -> dict[str, int]:
        """Return how many items speak against each hypothesis, as Heuer counts."""
        return {name: len(self.items) - fits for name, fits in self.consistent().items()}

    def diagnosticity(self) -> dict[str, float]:
        """Return by item the largest likelihood over the smallest."""
        return {item.name: item.ratio for item in self.items}

    def speaks_for(self, name: str) -> str:
        """Return the hypothesis that an item speaks for; empty when it tells nothing."""
        told = self.item(name).likelihood
        return max(told, key=told.__getitem__) if self.item(name).ratio > 1.0 else ""

    def weighed(self, priors: Mapping[str, float]) -> Hypotheses:
        """Return the hypotheses after all items; those of one origin about one thing count once."""
        return Hypotheses(priors).after(self.items)


def even(names: Sequence[str]) -> dict[str, float]:
    """Return priors that favour none."""
    return dict.fromkeys(names, 1.0 / len(names))
