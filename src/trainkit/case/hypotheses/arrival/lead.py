"""One lead: what it is, when it fades, what its answer will be."""

import math
from dataclasses import dataclass

from trainkit.case.hypotheses.arrival.spec import ArrivalSpec, LeadSpec
from trainkit.kernel.kept import kept
from trainkit.kernel.luck import Luck, purpose

NEVER_H = float("inf")
_GAP, _FADING, _WORK = purpose("gap between leads"), purpose("fading"), purpose("work on a lead")
_REPETITION, _ANSWER = purpose("repetition of leads"), purpose("answer of leads")


@dataclass(eq=False)
class Lead:
    """A lead at work or waiting.

    Attributes:
        number: Its number in the order of arrival.
        place: Number of its kind.
        kind: Its kind.
        came_h: When it arrived.
        fades_at_h: When it can no longer be worked.
        left_h: Work that is left.
        origin: What it comes from in the end: a repetition has that of the lead it repeats.
        repeats: Whether it is a repetition.
        begun: Whether its work has begun.
    """

    number: int
    place: int
    kind: LeadSpec
    came_h: float
    fades_at_h: float
    left_h: float
    origin: str
    repeats: bool
    begun: bool = False


@dataclass
class Draws:
    """What chance decides of the leads: the same for every way of working them."""

    spec: ArrivalSpec
    luck: Luck

    def __post_init__(self) -> None:
        self.truth = self.luck.discrete(
            "truth", 0, weights=[one.prior for one in self.spec.hypotheses]
        )
        self._kept = kept(self.luck.seed, self.luck.replication)
        self._origins = [0] * len(self.spec.leads)

    def gap_h(self, place: int, index: int) -> float:
        """Return the time until the next lead of a kind."""
        mean = 1.0 / self.spec.leads[place].rate_per_h
        return self._kept.exponential(_GAP, place, index, mean=mean)

    def lead(self, number: int, place: int, index: int, now_h: float) -> Lead:
        """Return the lead of a kind that arrives now."""
        kind = self.spec.leads[place]
        repeats = index > 0 and self._kept.uniform(_REPETITION, place, index) < kind.repeats
        if not repeats:
            self._origins[place] = index
        return Lead(
            number,
            place,
            kind,
            now_h,
            now_h + self._lasts_h(place, index),
            self._work_h(place, index),
            f"{kind.name} {self._origins[place]}",
            repeats,
        )

    def answer(self, lead: Lead) -> bool:
        """Return the answer of a lead; a repetition says what its origin says."""
        origin = int(lead.origin.rpartition(" ")[2])
        return self._kept.uniform(_ANSWER, lead.place, origin) < lead.kind.chances[self.truth]

    def _lasts_h(self, place: int, index: int) -> float:
        mean = self.spec.leads[place].fades_h
        return self._kept.exponential(_FADING, place, index, mean=mean) if mean else NEVER_H

    def _work_h(self, place: int, index: int) -> float:
        mean, spec = self.spec.leads[place].work_h, self.spec
        if spec.law == "exponential":
            return self._kept.exponential(_WORK, place, index, mean=mean)
        if spec.law == "lognormal" and mean > 0.0:
            median = mean * math.exp(-(spec.sigma**2) / 2.0)
            return self._kept.lognormal(_WORK, place, index, median=median, sigma=spec.sigma)
        return mean
