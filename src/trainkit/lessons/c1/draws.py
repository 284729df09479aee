"""Drawing a trainee's own numbers: whole ones, one of several, an order."""

from collections.abc import Sequence
from typing import TypeVar

from trainkit.kernel.luck import Luck

Member = TypeVar("Member")


def whole(luck: Luck, name: str, low: int, high: int, index: int = 0) -> int:
    """Return a whole number from *low* to *high*, each as likely."""
    return low + int((high - low + 1) * luck.uniform(f"c1 {name}", 0, index))


def one_of(luck: Luck, name: str, members: Sequence[Member], index: int = 0) -> Member:
    """Return one of several, each as likely."""
    return members[whole(luck, name, 0, len(members) - 1, index)]


def shuffled(luck: Luck, name: str, members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the members in an order of their own."""
    keys = [luck.uniform(f"c1 order of {name}", place) for place in range(len(members))]
    return tuple(members[place] for place in sorted(range(len(members)), key=keys.__getitem__))
