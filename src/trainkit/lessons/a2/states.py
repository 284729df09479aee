"""Which of the two States is outside the Law of the Sea Convention, in this trainee's variant.

Either may be: nobody should learn that it is always the same side that needs another source.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.tables import one

BOUND = (
    ("Law of the Sea Convention", (False, True, True)),
    ("SOLAS", (True, True, True)),
    ("SAR Convention", (True, True, True)),
    ("Salvage Convention", (True, True, True)),
    ("Smuggling Protocol", (True, True, True)),
    ("the paper of sixteen points", (False, False, False)),
)
"""What binds the State outside, the State inside, and Cyra."""


@dataclass(frozen=True)
class Sides:
    """The two States of a variant.

    Attributes:
        outside: The one that is no party to the Law of the Sea Convention: the trainee's own.
        inside: The one that is.
    """

    outside: str
    inside: str

    def named(self, told: str, persons: int) -> str:
        """Return a told text with the names of the States and the number of people."""
        return told.format(out=self.outside, inn=self.inside, n=persons)


def draw_sides(luck: Luck) -> Sides:
    """Return which State is outside."""
    outside = one(luck, "State outside", ("Alder", "Borea"))
    return Sides(outside, "Borea" if outside == "Alder" else "Alder")
