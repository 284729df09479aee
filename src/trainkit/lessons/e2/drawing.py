"""How the case of E2 is drawn: who comes when, who is able to coordinate, which place is safe.

Of the three large units one is trained, linked and stays; one is as able, comes later and leaves;
one is not trained. The merchant ship comes first and the small units before the large ones.
"""

from functools import lru_cache

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2.case import PLACES, UNITS, Hull, Place, Situation
from trainkit.lessons.e2.sick import ward

_LARGE = UNITS[3:]
_STAYS_H, _LEAVES_H = 12.0, 2.5


@lru_cache(maxsize=256)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""

    def whole(name: str, low: int, high: int, at: int = 0) -> int:
        return low + int((high - low + 1) * luck.uniform(f"e2 {name}", at))

    told, ashore = whole("told", 108, 114), whole("ashore", 1, 3)
    return Situation(
        seed=luck.seed,
        told=told,
        listed=told + ashore + whole("more on the list", 2, 4),
        ashore=ashore,
        seen=whole("seen", 86, 94),
        in_water=whole("in water", 3, 5),
        children=whole("children", 12, 16),
        water_c=15.5 + 0.5 * whole("water", 0, 2),
        sea=_sea(luck),
        hulls=_hulls(luck),
        places=_places(luck),
        patients=ward(luck),
    )


def _sea(luck: Luck) -> tuple[tuple[float, float], ...]:
    rough_h = 2.75 + 0.25 * int(3 * luck.uniform("e2 rough", 0))
    return (0.0, 1.2), (1.5, 1.6), (rough_h, 2.2), (rough_h + 2.0, 2.8)


def _hulls(luck: Luck) -> tuple[Hull, ...]:
    """Return the units: of the three large ones one is able and stays, one leaves, one is not."""
    arrive = _arrivals(luck)
    role = dict(zip(_permuted(luck, "roles", _LARGE), ("stays", "leaves", "not"), strict=True))
    first, later = (next(n for n in _LARGE if role[n] == r) for r in ("stays", "leaves"))
    if arrive[first] > arrive[later]:
        arrive[first], arrive[later] = arrive[later], arrive[first]
    return tuple(_hull(luck, name, arrive[name], role.get(name, "")) for name in UNITS)


def _arrivals(luck: Luck) -> dict[str, float]:
    """Return when each unit comes: the merchant ship first, then the small ones, then the large."""
    slots = [0.6, 0.9, 1.1, 1.35, 1.75, 2.15]
    late = [
        round(slot + 0.05 * int(3 * luck.uniform("e2 slot", n)), 2) for n, slot in enumerate(slots)
    ]
    small = _permuted(luck, "small", UNITS[1:3])
    large = _permuted(luck, "large", _LARGE)
    return dict(zip((UNITS[0], *small, *large), late, strict=True))


_SAFE = {
    "Amber Trader": (70, 36),
    "Alder Osprey": (24, 12),
    "Alder Kestrel": (8, 8),
    "Alder Lapwing": (46, 26),
    "Meridian": (54, 28),
    "Borea Dunlin": (36, 18),
}


def _hull(luck: Luck, name: str, arrive_h: float, role: str) -> Hull:
    more = int(3 * luck.uniform("e2 safe", UNITS.index(name))) if name != UNITS[2] else 0
    calm, rough = _SAFE[name]
    able = role in {"stays", "leaves"}
    linked = able or name == UNITS[2]
    stays = {"Amber Trader": 20.0, "Alder Osprey": 8.0, "Alder Kestrel": 0.8}
    return Hull(
        name=name,
        arrive_h=arrive_h,
        stays_h=stays.get(name, _LEAVES_H if role == "leaves" else _STAYS_H),
        trained=able,
        communications=3 if linked else 2 if role == "not" else 1,
        safe_calm=calm + 2 * more,
        safe_rough=rough + more,
    )


def _places(luck: Luck) -> tuple[Place, ...]:
    """Return four places: one is right; one is too small, one without care, one a threat."""
    kinds = [
        (6.0, 240, True, ""),
        (3.5, 45, True, ""),
        (2.5, 160, False, ""),
        (
            1.5,
            300,
            True,
            "people landed there last month were taken away and not heard of again",
        ),
    ]
    order = _permuted(luck, "places", PLACES)
    found = {name: Place(name, *kind) for name, kind in zip(order, kinds, strict=True)}
    return tuple(found[name] for name in PLACES)


def _permuted(luck: Luck, name: str, items: tuple[str, ...]) -> list[str]:
    drawn = [luck.uniform(f"e2 order of {name}", at) for at in range(len(items))]
    return [items[int(at)] for at in np.argsort(drawn)]
