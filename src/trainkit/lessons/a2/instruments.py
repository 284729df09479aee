"""Ten instruments, of which the trainee says whom they bind: the same mixture for everybody."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.tables import shuffled, table

COUNT = 10
_MIXTURE = (
    ("law_of_the_sea", 1),
    ("rescue", 1),
    ("crime", 1),
    ("europe", 1),
    ("limited", 1),
    ("italy", 1),
    ("turkiye", 2),
    ("soft_sea", 1),
    ("soft_paper", 1),
)


@dataclass(frozen=True)
class Instrument:
    """An instrument of the law box.

    Attributes:
        id: Its name.
        told: What it is and what it says.
        row: Row of the fact sheet.
        confidence: Its confidence there; only rows of high confidence, H, are asked.
        flag: What of the row is to be checked before print; empty for nothing.
        why: Whom it binds and why, for after commit.
    """

    id: str
    told: str
    row: str
    confidence: str
    flag: str
    why: str


def every_instrument() -> dict[str, tuple[Instrument, ...]]:
    """Return all instruments by the group of the mixture."""
    groups: dict[str, tuple[Instrument, ...]] = {}
    for row in table("instruments")["instrument"]:
        found = Instrument(**{key: value for key, value in row.items() if key != "group"})
        groups[row["group"]] = (*groups.get(row["group"], ()), found)
    return groups


def draw_instruments(luck: Luck) -> tuple[Instrument, ...]:
    """Return ten instruments in an order that tells nothing."""
    groups = every_instrument()
    drawn = [
        found
        for group, number in _MIXTURE
        for found in shuffled(luck, f"instruments of {group}", groups[group])[:number]
    ]
    return shuffled(luck, "order of instruments", drawn)
