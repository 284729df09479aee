"""Five items that were seen, with how often each is seen under three hypotheses.

Drawn again until counting what fits and weighing what tells lead to different hypotheses.
"""

from dataclasses import dataclass

from trainkit.case.hypotheses import Hypotheses, Item
from trainkit.case.hypotheses.matrix import Matrix, even
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import one_of, shuffled, whole
from trainkit.lessons.c1.pool import pool

HYPOTHESES = ("A", "B", "C")
_CLEAR, _MOST_DRAWS = 1.4, 500


@dataclass(frozen=True)
class Seen:
    """An item that was seen, and in how many of 100 cases it is seen under A, B and C."""

    told: str
    of_100: tuple[int, int, int]


def draw_items(luck: Luck) -> tuple[Seen, ...]:
    """Return five items of which one speaks for B, three a little for A, and one for nothing.

    Raises:
        TrainkitError: none could be drawn: an error of ours.
    """
    for index in range(_MOST_DRAWS):
        found = tuple(_seen(luck, sort, of_100) for sort, of_100 in _chances(luck, index).items())
        if _tells(found):
            return shuffled(luck, "items", found)
    raise TrainkitError(f"No items could be drawn for the seed {luck.seed}. This is our error.")


def _seen(luck: Luck, sort: str, of_100: tuple[int, int, int]) -> Seen:
    return Seen(one_of(luck, f"item {sort}", pool()["items"][sort]), of_100)


def _chances(luck: Luck, index: int) -> dict[str, tuple[int, int, int]]:
    def tens(name: str, low: int, high: int) -> int:
        return 5 * whole(luck, f"chance {name}", low // 5, high // 5, index)

    flat = tens("flat", 80, 90)
    return {
        "strong": (tens("strong a", 5, 10), tens("strong b", 70, 90), tens("strong c", 5, 10)),
        "first": (tens("first a", 80, 95), tens("first b", 60, 75), tens("first c", 15, 25)),
        "second": (tens("second a", 75, 90), tens("second b", 35, 45), tens("second c", 40, 60)),
        "third": (tens("third a", 60, 75), tens("third b", 30, 45), tens("third c", 10, 20)),
        "flat": (flat, flat, flat),
    }


def _tells(found: tuple[Seen, ...]) -> bool:
    """Return whether A fits more items than the others and B is clearly believed most."""
    fits = matrix(found).consistent()
    after = weighed(found)
    second = max(after.posterior["A"], after.posterior["C"])
    clear = after.posterior["B"] >= _CLEAR * second
    return clear and fits["A"] > max(fits["B"], fits["C"])


def matrix(items: tuple[Seen, ...]) -> Matrix:
    """Return the items as a matrix of competing hypotheses."""
    return Matrix(HYPOTHESES, tuple(_item(one) for one in items))


def _item(seen: Seen) -> Item:
    chances = (chance / 100.0 for chance in seen.of_100)
    return Item(seen.told, dict(zip(HYPOTHESES, chances, strict=True)))


def weighed(items: tuple[Seen, ...]) -> Hypotheses:
    """Return what is believed after all items, from priors that favour none."""
    return matrix(items).weighed(even(HYPOTHESES))


def readings(items: tuple[Seen, ...]) -> dict[str, float | str]:
    """Return what the matrix says, by the names of the answer's fields."""
    found = matrix(items)
    told: dict[str, float | str] = {}
    for number, item in enumerate(found.items, start=1):
        told[f"ratio_{number}"] = round(item.ratio, 2)
        told[f"for_{number}"] = found.speaks_for(item.name) or "none"
    fits = found.consistent()
    told["fits_most"] = max(fits, key=fits.__getitem__)
    told["likeliest"] = weighed(items).leading
    return told
