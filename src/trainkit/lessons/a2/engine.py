"""The decision engine: pure functions from facts to what is due, each rule with its source.

It reads facts and no stories. To turn what is told into facts is the work of the notebook; the
facts of the scored vignettes are kept with the keys. Sources are rows of the fact sheet of law
(`L1.3` is SOLAS, chapter V, regulation 33); each waits for the signature of two lawyers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Sign = Literal["danger", "doubt", "none"]
Due = Literal["go", "hold", "relay", "ask", "none"]
Fault = Literal["room", "needs", "onward", "threat", "ship", "none"]
Kind = Literal["rescue", "care", "landing", "screening", "enforcement", "paper"]


@dataclass(frozen=True)
class Facts:
    """Facts of a sighting.

    Attributes:
        sign: Whether people are in danger, whether there is doubt, or neither. A call is no fact
            that matters: load, lifejackets, engine, weather speak for themselves.
        centre: Whether the actor is a rescue coordination centre; a master or commander otherwise.
        able: Whether ship and crew can go without serious danger to themselves.
        own_region: Whether it lies in the centre's own region, agreed by all.
        accepted: Whether the responsible centre has accepted the case, in words that say so.
        law_of_the_sea: Whether the flag or State is a party to the Law of the Sea Convention.
    """

    sign: Sign
    centre: bool = False
    able: bool = True
    own_region: bool = True
    accepted: bool = False
    law_of_the_sea: bool = False


@dataclass(frozen=True)
class Duty:
    """What is due.

    Attributes:
        due: What is due now.
        sources: On what it stands: any of them may be entered.
        rows: Rows of the fact sheet that say so.
    """

    due: Due
    sources: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Facts of a place that is offered.

    Attributes:
        room: People it can take.
        away_h: Time to get there, in hours.
        needs: Whether food, shelter and medical needs are met.
        onward: Whether onward transport can be arranged.
        threat: Whether life or freedom of somebody aboard would be threatened there.
        ship: Whether it is a ship.
    """

    room: int
    away_h: float
    needs: bool = True
    onward: bool = True
    threat: bool = False
    ship: bool = False


def duty(facts: Facts) -> Duty:
    """Return what is due on a sighting, and on which sources.

    No sign of danger: no duty of rescue, and a foreign ship is boarded through her flag State
    (L1.8, L1.9). Doubt: the centre finds out (L1.4). Danger: whoever is told helps, whether called
    or not (L1.2, L1.3, L1.4); a master who cannot go without serious danger reports instead (L1.1,
    L1.3); a centre keeps a case of another region until that centre accepts it (L1.4, L1.6, and
    MSC.167(78), 6.5, which is no row yet).
    """
    if facts.sign == "none":
        return Duty("none", ("other",), ("L1.8", "L1.9"))
    if facts.sign == "doubt":
        return Duty("ask", ("sar",), ("L1.4",))
    if facts.centre:
        return _of_centre(facts)
    sources = ("solas", "unclos") if facts.law_of_the_sea else ("solas",)
    if not facts.able:
        return Duty("relay", sources, ("L1.1", "L1.3"))
    return Duty("go", sources, ("L1.2", "L1.3"))


def _of_centre(facts: Facts) -> Duty:
    if facts.own_region or facts.accepted:
        return Duty("go", ("sar",), ("L1.4",))
    return Duty("hold", ("sar",), ("L1.4", "L1.6"))


def fault(place: Place, persons: int) -> Fault:
    """Return the first test of a place of safety that an offer fails, or ``none``.

    The tests are those of MSC.167(78), to which the SAR Convention refers (L1.5): a ship is only a
    temporary one; life and freedom are not threatened; needs are met; onward transport can be
    arranged; and there is room for everybody.
    """
    tests: tuple[tuple[Fault, bool], ...] = (
        ("ship", place.ship),
        ("threat", place.threat),
        ("needs", not place.needs),
        ("onward", not place.onward),
        ("room", place.room < persons),
    )
    return next((name for name, failed in tests if failed), "none")


def place_of_safety(places: Sequence[Place], persons: int) -> int | None:
    """Return which offer to take: the nearest that passes every test; None where none passes."""
    passing = [at for at, place in enumerate(places) if fault(place, persons) == "none"]
    return min(passing, key=lambda at: places[at].away_h, default=None)


RANK: dict[Kind, int] = {
    "rescue": 0,
    "care": 1,
    "landing": 2,
    "screening": 3,
    "enforcement": 3,
    "paper": 3,
}
"""Who gives way to whom, where two acts want the same crew in the same minute.

Rescue before everything (L0.6, L1.3, L1.4); people aboard are treated humanely and brought to a
place of safety (L1.3, L1.4); screening delays neither (L1.5), nor does enforcement or a paper.
"""


def rescue_first(kinds: Sequence[Kind], ranks: Sequence[int]) -> bool:
    """Return whether every rescue comes before every act that is none.

    Args:
        kinds: What each act serves.
        ranks: The place of each act, 1 for the first; two with one place are not in order.
    """
    return _last_rescue(kinds, ranks) < _first(kinds, ranks, above=0)


def delays_rescue(kinds: Sequence[Kind], ranks: Sequence[int]) -> bool:
    """Return whether screening, enforcement or a paper is put before a rescue: red line R1.

    Args:
        kinds: What each act serves.
        ranks: The place of each act, 1 for the first.
    """
    return _first(kinds, ranks, above=RANK["landing"]) < _last_rescue(kinds, ranks)


def ordered_pairs(kinds: Sequence[Kind]) -> list[tuple[int, int]]:
    """Return the pairs behind the rescue whose order is settled, the earlier first."""
    places = [at for at, kind in enumerate(kinds) if kind != "rescue"]
    return [(a, b) for a in places for b in places if RANK[kinds[a]] < RANK[kinds[b]]]


def _last_rescue(kinds: Sequence[Kind], ranks: Sequence[int]) -> int:
    return max(rank for kind, rank in zip(kinds, ranks, strict=True) if kind == "rescue")


def _first(kinds: Sequence[Kind], ranks: Sequence[int], above: int) -> int:
    return min(rank for kind, rank in zip(kinds, ranks, strict=True) if RANK[kind] > above)
