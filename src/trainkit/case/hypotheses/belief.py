"""Exclusive explanations of a case, and how far each is believed.

Bayes' rule in its plain form: belief times likelihood, brought back to a sum of one. The order of
updates does not matter, and a source heard twice is heard once.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from trainkit.case.hypotheses.items import Enquiry, Item, Likelihood, require_chances
from trainkit.errors import TrainkitError, nearest, shown
from trainkit.guard import require_lawful_features

_CLOSE = 1e-6


@dataclass(frozen=True)
class Hypotheses:
    """Rival explanations with what has come to light so far; never changed, only followed on.

    Attributes:
        priors: Belief in each before any item; they sum to one. Leave room for *none of these*.
        belief: Belief now, in the order of the priors; left out, the priors.
        heard: Origins and subjects of the items so far.
        repeated: Names of items that were repetitions and changed nothing.

    Raises:
        TrainkitError: priors are no chances, sum to more than one (not exclusive) or less (not
            complete), there is no rival, or the belief is none in them.

    Examples:
        >>> case = Hypotheses({"smuggling": 0.5, "trafficking": 0.5})
        >>> after = case.update(Item("papers kept", {"smuggling": 0.2, "trafficking": 0.6}))
        >>> round(after.posterior["trafficking"], 3)
        0.75
    """

    priors: Mapping[str, float]
    belief: tuple[float, ...] = ()
    heard: frozenset[tuple[str, str]] = frozenset()
    repeated: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.belief:
            _require_prior(self.priors)
            object.__setattr__(self, "belief", tuple(map(float, self.priors.values())))
        elif len(self.belief) != len(self.priors) or not abs(sum(self.belief) - 1.0) <= _CLOSE:
            raise TrainkitError(
                f"The belief {shown(self.belief)} is none in {len(self.priors)} hypotheses: give "
                "one chance for each, in the order of the priors, which sum to 1."
            )

    @cached_property
    def posterior(self) -> dict[str, float]:
        """Belief in each hypothesis now."""
        return dict(zip(self.priors, self.belief, strict=True))

    @property
    def leading(self) -> str:
        """The hypothesis believed most; of equals the one named first."""
        return max(self.posterior, key=self.posterior.__getitem__)

    @property
    def entropy(self) -> float:
        """Uncertainty in bits: 0 when one is certain, log2 of their number when all are equal."""
        return -sum(one * math.log2(one) for one in self.belief if one > 0.0)

    def update(self, item: Item) -> "Hypotheses":
        """Return the hypotheses after one more item; a repetition adds nothing.

        Raises:
            TrainkitError: the item leaves out a hypothesis or speaks of another, or no hypothesis
                allows what was seen.
        """
        if item.heard_of in self.heard:
            return Hypotheses(self.priors, self.belief, self.heard, (*self.repeated, item.name))
        return self.hear(*item.heard_of, item.likelihood)

    def hear(self, origin: str, about: str, told: Likelihood) -> "Hypotheses":
        """Return the hypotheses after what an origin says of something; the plain form of `update`.

        Raises:
            TrainkitError: as `update`.
        """
        if (origin, about) in self.heard:
            return self
        chances = self._aligned(told, about)
        weights = [b * one for b, one in zip(self.belief, chances, strict=True)]
        total = sum(weights)
        if total <= 0.0:
            raise TrainkitError(
                f"'{about}' was seen, and no hypothesis that is left allows it. One is "
                "missing: add it, or a small chance of error."
            )
        after = tuple(weight / total for weight in weights)
        return Hypotheses(self.priors, after, self.heard | {(origin, about)}, self.repeated)

    def after(self, items: Iterable[Item]) -> "Hypotheses":
        """Return the hypotheses after several items."""
        held = self
        for item in items:
            held = held.update(item)
        return held

    def odds(self, one: str, other: str) -> float:
        """Return how many times *one* is believed as much as *other*.

        Raises:
            TrainkitError: there is no such hypothesis.
        """
        for name in (one, other):
            if name not in self.priors:
                raise TrainkitError(
                    f"There is no hypothesis '{name}'.{nearest(name, self.priors)} There are "
                    f"{', '.join(self.priors)}."
                )
        low = self.posterior[other]
        return self.posterior[one] / low if low > 0.0 else math.inf

    def bits(self, enquiry: Enquiry) -> float:
        """Return how much uncertainty an answer would take away on average, in bits.

        It is the mutual information of hypotheses and answer; 0 for an enquiry whose answer cannot
        tell them apart, and for a source that was heard on this before.
        """
        if (enquiry.origin or enquiry.name, enquiry.name) in self.heard:
            return 0.0
        return sum(self._gain(told, enquiry.name) for told in enquiry.outcomes.values())

    def _gain(self, told: Likelihood, name: str) -> float:
        chances = self._aligned(told, name)
        whole = sum(b * one for b, one in zip(self.belief, chances, strict=True))
        return sum(
            b * one * math.log2(one / whole)
            for b, one in zip(self.belief, chances, strict=True)
            if b > 0.0 and one > 0.0
        )

    def _aligned(self, told: Likelihood, name: str) -> list[float]:
        """Return likelihoods in the order of the priors."""
        for odd in told.keys() - self.priors.keys():
            raise TrainkitError(
                f"'{name}' speaks of '{odd}'.{nearest(odd, self.priors)} The hypotheses are "
                f"{', '.join(self.priors)}."
            )
        for odd in self.priors.keys() - told.keys():
            raise TrainkitError(f"'{name}' says nothing of '{odd}'. Give its chance there too.")
        return [told[hypothesis] for hypothesis in self.priors]


def require_exclusive(worlds: Mapping[str, Collection[str]]) -> None:
    """Refuse hypotheses of which two may be true at once.

    Args:
        worlds: What could be the case, as a list of possible worlds, by hypothesis.

    Raises:
        TrainkitError: two share a world; both are named with it.
    """
    taken: dict[str, str] = {}
    for hypothesis, covered in worlds.items():
        for world in covered:
            if taken.setdefault(world, hypothesis) != hypothesis:
                raise TrainkitError(
                    f"'{taken[world]}' and '{hypothesis}' are both true when '{world}' is. Make "
                    "them exclusive: split off what they share as a hypothesis of its own."
                )


def _require_prior(priors: Mapping[str, float]) -> None:
    if len(priors) < 2:
        raise TrainkitError(
            f"There is {len(priors) or 'no'} hypothesis. Give two or more: what has no rival "
            "cannot be tested."
        )
    for name in priors:
        require_lawful_features((name,), "a hypothesis", "suspicion")
    require_chances(priors, "The prior belief")
    total = sum(priors.values())
    if abs(total - 1.0) > _CLOSE:
        told = _OVERLAP if total > 1.0 else _GAP
        raise TrainkitError(f"The prior beliefs sum to {total:g}, not to 1. {told}")


_OVERLAP = "The hypotheses are not exclusive: make each shut the others out."
_GAP = "Something is left out: add 'none of these' with the rest."
