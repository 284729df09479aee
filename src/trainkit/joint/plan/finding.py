"""What the plan says to a question: whether it holds, and why, in one sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """An answer with its reason; true where it holds.

    Attributes:
        holds: Whether it holds.
        reason: Why, and what to do where it does not.

    Examples:
        >>> "sail" if Finding(False, "The plan has ended.") else "stay"
        'stay'
    """

    holds: bool
    reason: str

    def __bool__(self) -> bool:
        return self.holds
