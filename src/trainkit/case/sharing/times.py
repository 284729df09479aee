"""How long the work at a desk takes, and whether a request is complete; each need has own luck."""

import math
from dataclasses import dataclass

from trainkit.case.sharing.spec import DeskSpec
from trainkit.kernel.kept import Drawing
from trainkit.kernel.luck import purpose

_CHECKING = purpose("sharing check")
_CONFIRMING = purpose("sharing confirmation")
_SPEAKING = purpose("sharing voice")
_FAULT = purpose("sharing fault")
_RETURN = purpose("sharing return")


@dataclass(frozen=True)
class Times:
    """The times of one run.

    Attributes:
        spec: How the desk works.
        luck: Luck of the replication.
    """

    spec: DeskSpec
    luck: Drawing

    def check_h(self, number: int, attempt: int, refused: bool) -> float:
        """Return the hours of a check with its answer, or with its refusal.

        Args:
            number: Number of the need.
            attempt: Which request of it, from 0.
            refused: Whether the check ends in a refusal.
        """
        spec = self.spec
        share = {"full": 1.0, "basis": spec.basis_share, "none": spec.none_share}[spec.check]
        time_h = share * self._drawn_h(_CHECKING, number, attempt, spec.check_mean_h)
        if refused:
            return time_h + (spec.reason_h if spec.refusal == "reasoned" else 0.0)
        return time_h + self.record_h

    def confirm_h(self, number: int) -> float:
        """Return the hours of a confirmation: a full check, on paper."""
        return self._drawn_h(_CONFIRMING, number, 0, self.spec.check_mean_h)

    def voice_h(self, number: int) -> float:
        """Return the hours of an answer by word of mouth, with its record."""
        return self._drawn_h(_SPEAKING, number, 0, self.spec.voice_mean_h) + self.record_h

    @property
    def record_h(self) -> float:
        """The hours of a record where it is made before the data go."""
        return self.spec.record_h if self.spec.records == "before" else 0.0

    def return_h(self, number: int, attempt: int) -> float:
        """Return the hours until a refused request comes again."""
        return self.luck.exponential(_RETURN, number, attempt, mean=self.spec.return_mean_h)

    def faulty(self, number: int, attempt: int, share: float) -> bool:
        """Return whether a request names no basis; *share* is how many first ones do."""
        mended = (
            self.spec.mended_reasoned if self.spec.refusal == "reasoned" else self.spec.mended_bare
        )
        chance = share if attempt == 0 else 1.0 - mended
        return self.luck.uniform(_FAULT, number, attempt) < chance

    def _drawn_h(self, what: int, number: int, attempt: int, mean_h: float) -> float:
        sigma = self.spec.sigma
        if self.spec.law == "exponential":
            return self.luck.exponential(what, number, attempt, mean=mean_h)
        median_h = mean_h * math.exp(-0.5 * sigma * sigma)
        return self.luck.lognormal(what, number, attempt, median=median_h, sigma=sigma)
