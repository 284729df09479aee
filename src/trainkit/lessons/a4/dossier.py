"""One file, three categories of person, and what of it serves the purpose of one request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from trainkit.case.sharing.grounds import purpose
from trainkit.case.sharing.minimisation import minimisation_ratio, missing
from trainkit.kernel.luck import Luck

Wish = Literal["identify", "locate", "trace_money"]
WISHES: tuple[Wish, ...] = ("identify", "locate", "trace_money")
ITEMS: Mapping[str, tuple[str, str]] = {
    "s_name": ("suspect", "name"),
    "s_birth_date": ("suspect", "birth_date"),
    "s_photograph": ("suspect", "photograph"),
    "s_vehicle": ("suspect", "vehicle"),
    "s_last_seen": ("suspect", "last_seen"),
    "s_accounts": ("suspect", "accounts"),
    "s_convictions": ("suspect", "convictions"),
    "s_health": ("suspect", "health"),
    "v_address": ("victim", "address"),
    "v_statement": ("victim", "statement"),
    "w_telephone": ("witness", "telephone"),
}
"""What the file holds: the category of the person and the field, by the name in the answer."""
OTHERS = tuple(name for name, (category, _) in ITEMS.items() if category != "suspect")
_WANTED = ("s_vehicle", "s_last_seen", "s_accounts", "s_convictions", "s_health", *OTHERS)


@dataclass(frozen=True)
class Wanted:
    """A request for parts of the file.

    Attributes:
        purpose: What it is for.
        asked: What it asks for, by the names of the items, in the order of the file.
    """

    purpose: Wish
    asked: tuple[str, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """The items that the purpose needs."""
        needs = purpose(self.purpose).needs
        return tuple(
            name for name, (who, what) in ITEMS.items() if who == "suspect" and what in needs
        )

    @property
    def ratio(self) -> float:
        """Needed items among those that are asked for / items asked for."""
        return minimisation_ratio(self.asked, self.needed)

    @property
    def forgotten(self) -> int:
        """How many needed items are not asked for."""
        return len(missing(self.asked, self.needed))


def draw_wanted(luck: Luck) -> Wanted:
    """Return a request that asks for too much, and forgets one or two needed items."""
    wish = WISHES[int(3 * luck.uniform("a4 purpose of the request", 0))]
    needed = Wanted(wish, ()).needed
    forgotten = _some(luck, "a4 forgotten", needed[1:], 1 + int(2 * luck.uniform("a4 how many", 0)))
    others = tuple(name for name in _WANTED if name not in needed and name not in OTHERS)
    extra = _some(luck, "a4 extra", others, len(others) - 1)
    people = _some(luck, "a4 other people", OTHERS, 2)
    kept = {*(set(needed) - set(forgotten)), *extra, *people}
    return Wanted(wish, tuple(name for name in ITEMS if name in kept))


def _some(luck: Luck, name: str, known: tuple[str, ...], many: int) -> tuple[str, ...]:
    order = sorted(range(len(known)), key=lambda place: luck.uniform(name, place))
    return tuple(known[place] for place in sorted(order[:many]))
