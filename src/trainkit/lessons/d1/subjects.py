"""Six subjects: is there a signal, is there none, or is one fact missing?

Everybody has two with a signal, three that look like one and are explained, and one of whom a fact
is missing. To write "no signal" of the three is right.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import shuffled, table, whole


@dataclass(frozen=True)
class Subject:
    """Somebody whose account came up.

    Attributes:
        id: Name of what is told.
        told: What is known.
        why: What to see in it, for after commit.
    """

    id: str
    told: str
    why: str


def draw_subjects(luck: Luck) -> tuple[Subject, ...]:
    """Return six subjects, one of each slot, in an order that tells nothing."""
    pool = table("subjects")["subject"]
    drawn = []
    for place, slot in enumerate(dict.fromkeys(row["slot"] for row in pool)):
        row = shuffled(luck, f"subject {slot}", [one for one in pool if one["slot"] == slot])[0]
        n = whole(luck, "subjects", 6, 11, place)
        crowns = f"{100 * whole(luck, 'crowns of subjects', 31, 88, place):,}"
        drawn.append(Subject(row["id"], row["told"].format(n=n, crowns=crowns), row["why"]))
    return shuffled(luck, "order of subjects", drawn)
