"""What the alerts of a rule are worth: precision, recall and Bayes' formula."""

from dataclasses import dataclass

from trainkit.errors import TrainkitError


@dataclass(frozen=True)
class Standing:
    """What a rule came to.

    Attributes:
        payments: Payments looked at.
        laundering: How many of them belong to a pattern.
        alerts: How many raised an alert.
        hits: Alerts that belong to a pattern.
    """

    payments: int
    laundering: int
    alerts: int
    hits: int

    @property
    def precision(self) -> float:
        """Share of alerts that are hits; 0 where nothing raised one."""
        return self.hits / self.alerts if self.alerts else 0.0

    @property
    def recall(self) -> float:
        """Share of the patterns' payments that raised an alert; 0 where there are none."""
        return self.hits / self.laundering if self.laundering else 0.0

    @property
    def false_alarm(self) -> float:
        """Share of innocent payments that raised an alert."""
        innocent = self.payments - self.laundering
        return (self.alerts - self.hits) / innocent if innocent else 0.0

    @property
    def base_rate(self) -> float:
        """Share of payments that belong to a pattern."""
        return self.laundering / self.payments if self.payments else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, from 0 to 1."""
        both = self.precision + self.recall
        return 2.0 * self.precision * self.recall / both if both else 0.0


def precision_at(base_rate: float, recall: float, false_alarm: float) -> float:
    """Return the precision of a rule at a base rate, by Bayes' formula.

    Args:
        base_rate: Share of payments that belong to a pattern.
        recall: Share of these that raise an alert.
        false_alarm: Share of the others that do.

    Raises:
        TrainkitError: a share is not between 0 and 1.

    Examples:
        >>> round(precision_at(0.01, recall=0.8, false_alarm=0.05), 3)
        0.139
    """
    for name, share in (("base_rate", base_rate), ("recall", recall), ("false_alarm", false_alarm)):
        if not 0.0 <= share <= 1.0:
            raise TrainkitError(f"{name} = {share} is no share. Give a number from 0 to 1.")
    true, false = base_rate * recall, (1.0 - base_rate) * false_alarm
    return true / (true + false) if true + false else 0.0
