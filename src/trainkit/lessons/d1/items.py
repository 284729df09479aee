"""Six items of a file: for which branch does each weigh, if for any?

Everybody has two that weigh for proceeds, two that weigh for the financing of terrorism, and two
that weigh for neither: one of these is about origin or faith. In half of the variants a fact about
the purpose is among them, and the second branch opens as well.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.tables import shuffled, table, whole

_PARTS = ("proceeds", "proceeds", "origin", "empty", "link")
N_ITEMS = 6


@dataclass(frozen=True)
class Item:
    """An item of the file.

    Attributes:
        id: Its name.
        told: What stands in the file.
        why: What it weighs, for after commit.
    """

    id: str
    told: str
    why: str


def draw_items(luck: Luck) -> tuple[Item, ...]:
    """Return six items in an order that tells nothing."""
    pool = table("items")["item"]
    last = ("purpose", "source")[whole(luck, "is there a purpose", 0, 1)]
    drawn, taken = [], set[str]()
    for place, part in enumerate((*_PARTS, last)):
        rows = [one for one in pool if one["part"] == part and one["id"] not in taken]
        row = shuffled(luck, f"item {place}", rows)[0]
        taken.add(row["id"])
        drawn.append(Item(row["id"], row["told"], row["why"]))
    return shuffled(luck, "order of items", drawn)
