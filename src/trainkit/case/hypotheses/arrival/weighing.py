"""What a team believes: with repetitions counted as it counts them, and as they ought to be.

The second belief is not the team's. It is kept so that chance of the truth can be averaged out of
the score: given all answers, the truth is each hypothesis with the chance of the exact belief.
"""

from dataclasses import dataclass, field

from trainkit.case.hypotheses.arrival.lead import Draws, Lead
from trainkit.case.hypotheses.arrival.spec import ArrivalSpec, LeadSpec
from trainkit.case.hypotheses.belief import Hypotheses
from trainkit.case.hypotheses.items import Enquiry, asked

EVEN = 0.5
TELLS = 0.01
"""Bits below which an answer could not have told the hypotheses apart."""


@dataclass
class Weighing:
    """The team's belief and the exact one.

    Attributes:
        spec: The parameters.
        draws: What chance decides.
        held: What the team believes.
        exact: What the same answers come to when a repetition adds nothing.
        tested: Whether an answer could have told the leading hypothesis from a rival.
    """

    spec: ArrivalSpec
    draws: Draws
    held: Hypotheses = field(init=False)
    exact: Hypotheses = field(init=False)
    tested: bool = False

    def __post_init__(self) -> None:
        self.held = self.exact = Hypotheses({one.name: one.prior for one in self.spec.hypotheses})
        self._asked = [self._enquiry(kind) for kind in self.spec.leads]

    def _enquiry(self, kind: LeadSpec) -> Enquiry:
        names = [one.name for one in self.spec.hypotheses]
        return asked(kind.name, dict(zip(names, kind.chances, strict=True)))

    def bits(self, place: int) -> float:
        """Return what the answer of a fresh lead of a kind would tell, in bits."""
        return self.held.bits(self._asked[place])

    def only_leading(self, place: int) -> bool:
        """Return whether the leading hypothesis alone expects the answer yes."""
        yes = self._asked[place].outcomes["yes"]
        return yes[self.held.leading] >= EVEN and all(
            chance < EVEN for name, chance in yes.items() if name != self.held.leading
        )

    def known(self, lead: Lead) -> bool:
        """Return whether a lead's origin has answered this already."""
        return (lead.origin, lead.kind.name) in self.exact.heard

    def weigh(self, lead: Lead) -> bool:
        """Update both beliefs by a lead's answer, and return the answer."""
        self.tested = self.tested or self.bits(lead.place) >= TELLS
        yes = self.draws.answer(lead)
        told = self._asked[lead.place].outcomes["yes" if yes else "no"]
        self.exact = self.exact.hear(lead.origin, lead.kind.name, told)
        channel = lead.origin if self.spec.checks_origin else f"{lead.number}"
        self.held = self.held.hear(channel, lead.kind.name, told)
        return yes

    @property
    def on_truth(self) -> float:
        """The team's belief in what is true."""
        return self.held.belief[self.draws.truth]

    @property
    def loss(self) -> float:
        """Brier's loss of the team's belief: 0 for certainty of the truth, 2 of its contrary."""
        return self._loss(self.draws.truth)

    @property
    def expected_loss(self) -> float:
        """The same, averaged over what may be true given the answers."""
        return sum(chance * self._loss(n) for n, chance in enumerate(self.exact.belief))

    def _loss(self, truth: int) -> float:
        return sum((b - (n == truth)) ** 2 for n, b in enumerate(self.held.belief))
