"""What came to light, and what could be asked: with the chance of each under each hypothesis.

A likelihood is a chance *given* a hypothesis: how often would we see this, if that were so? It says
nothing of how likely the hypothesis is. Those of several hypotheses need not sum to one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real

from trainkit.errors import TrainkitError, shown
from trainkit.guard import require_lawful_features

Likelihood = Mapping[str, float]
_CLOSE = 1e-6


@dataclass(frozen=True)
class Item:
    """One item of evidence.

    Attributes:
        name: What it is.
        likelihood: Chance of seeing it, by hypothesis.
        origin: Who or what it comes from in the end; empty when it is an origin of its own.
        about: What it tells of; empty for its name. Two items of one origin about one thing are
            one item, through however many channels they came.

    Raises:
        TrainkitError: a chance is none, or the name is of a protected characteristic.
    """

    name: str
    likelihood: Likelihood
    origin: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        require_lawful_features((self.name, self.about), "an item of evidence", "suspicion")
        require_chances(self.likelihood, f"the item '{self.name}'")

    @property
    def heard_of(self) -> tuple[str, str]:
        """Origin and subject, by which a repetition is known."""
        return self.origin or self.name, self.about or self.name

    @property
    def ratio(self) -> float:
        """Its diagnosticity: the largest likelihood over the smallest; 1 tells nothing apart."""
        return ratio(self.likelihood)


@dataclass(frozen=True)
class Enquiry:
    """A question that could be asked, with the chance of each answer under each hypothesis.

    Attributes:
        name: What is asked.
        outcomes: Chance of each answer, by hypothesis; by answer. The first is looked for.
        cost_h: Hours of work that it takes.
        origin: Who or what the answer comes from in the end; see `Item`.

    Raises:
        TrainkitError: chances of the answers do not sum to one under some hypothesis.
    """

    name: str
    outcomes: Mapping[str, Likelihood]
    cost_h: float = 0.0
    origin: str = ""

    def __post_init__(self) -> None:
        require_lawful_features((self.name, *self.outcomes), "an enquiry", "suspicion")
        if self.cost_h < 0.0 or not math.isfinite(self.cost_h):
            raise TrainkitError(
                f"The enquiry '{self.name}' costs {self.cost_h:g} h: give 0 or more."
            )
        _require_all_answers(self)

    @property
    def sought(self) -> Likelihood:
        """Chances of the answer that is looked for."""
        return next(iter(self.outcomes.values()))

    def item(self, outcome: str) -> Item:
        """Return the item that an answer is.

        Raises:
            TrainkitError: the enquiry has no such answer.
        """
        if outcome not in self.outcomes:
            raise TrainkitError(
                f"The enquiry '{self.name}' has no answer '{outcome}'. It has "
                f"{', '.join(self.outcomes)}."
            )
        told = self.outcomes[outcome]
        return Item(f"{self.name}: {outcome}", told, self.origin or self.name, self.name)


def asked(name: str, yes: Likelihood, cost_h: float = 0.0, origin: str = "") -> Enquiry:
    """Return the enquiry that is answered by yes or no, with the chance of yes by hypothesis.

    Args:
        name: What is asked.
        yes: Chance of a yes, by hypothesis.
        cost_h: Hours of work.
        origin: Who or what the answer comes from in the end.

    Raises:
        TrainkitError: a chance is none, or the name is of a protected characteristic.
    """
    require_chances(yes, f"the enquiry '{name}'")
    no = {hypothesis: 1.0 - chance for hypothesis, chance in yes.items()}
    return Enquiry(name, {"yes": yes, "no": no}, cost_h, origin)


def looked_for(
    name: str, exists: Likelihood, detection: float, cost_h: float = 0.0, origin: str = ""
) -> Enquiry:
    """Return the enquiry for a trace that may not be found although it exists.

    What was not found is evidence when it was looked for; with no chance to find it, it is none.

    Args:
        name: What is looked for.
        exists: Chance that it exists, by hypothesis.
        detection: Chance to find it where it exists.
        cost_h: Hours of work.
        origin: Who or what the answer comes from in the end.

    Raises:
        TrainkitError: a chance is none, or the name is of a protected characteristic.
    """
    require_chances({"detection": detection}, f"the enquiry '{name}'")
    require_chances(exists, f"the enquiry '{name}'")
    found = {hypothesis: detection * chance for hypothesis, chance in exists.items()}
    return Enquiry(
        name,
        {"found": found, "not found": {one: 1.0 - chance for one, chance in found.items()}},
        cost_h,
        origin,
    )


def ratio(likelihood: Likelihood) -> float:
    """Return the largest likelihood over the smallest; infinite where one is zero."""
    low, high = min(likelihood.values()), max(likelihood.values())
    if low == 0.0:
        return math.inf if high > 0.0 else 1.0
    return high / low


def require_chances(told: Likelihood, where: str) -> None:
    """Refuse what is no chance.

    Raises:
        TrainkitError: the first that is not from 0 to 1; it is named.
    """
    if not told:
        raise TrainkitError(f"{where} says nothing of any hypothesis. Give a chance for each.")
    for name, chance in told.items():
        number = isinstance(chance, float | Real) and not isinstance(chance, bool)
        if not number or not 0.0 <= chance <= 1.0:
            raise TrainkitError(
                f"{where} gives '{name}' the chance {shown(chance)}. A chance is from 0 to 1."
            )


def _require_all_answers(enquiry: Enquiry) -> None:
    if not enquiry.outcomes:
        raise TrainkitError(f"The enquiry '{enquiry.name}' has no answers. Give each with chances.")
    for outcome, told in enquiry.outcomes.items():
        require_chances(told, f"'{outcome}' of the enquiry '{enquiry.name}'")
    known = [frozenset(told) for told in enquiry.outcomes.values()]
    if len(set(known)) > 1:
        raise TrainkitError(f"The answers of '{enquiry.name}' are not all about one set.")
    for hypothesis in sorted(known[0]):
        _require_sum(enquiry, hypothesis)


def _require_sum(enquiry: Enquiry, hypothesis: str) -> None:
    total = sum(told[hypothesis] for told in enquiry.outcomes.values())
    if abs(total - 1.0) > _CLOSE:
        raise TrainkitError(
            f"If '{hypothesis}' were so, the answers of '{enquiry.name}' would have the chances "
            f"{total:g} in all. Let them sum to 1: something is always answered."
        )
