"""Three landings: which of four is a place of safety, and whose government sees to it?

Everybody has one where the nearest is short of something, one where it is not safe or only a ship,
and one where the nearest passes though somebody wants another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2.tables import one, shuffled, table, whole

LETTERS = ("A", "B", "C", "D")
_STATES = ("Alder", "Borea", "Cyra")
_SHIP = "ship"


@dataclass(frozen=True)
class Offer:
    """A place that is offered.

    Attributes:
        id: Name of what is told of it.
        name: Its name.
        told: What is told.
        room: People it can take.
        away_h: Time to get there, in hours.
    """

    id: str
    name: str
    told: str
    room: int
    away_h: float


@dataclass(frozen=True)
class Landing:
    """A landing to decide.

    Attributes:
        told: Who was taken off where, by whom.
        persons: People to be landed.
        region: State in whose search and rescue region they were taken off.
        offers: Four offers, lettered in this order.
        wish: What somebody asks for.
    """

    told: str
    persons: int
    region: str
    offers: tuple[Offer, ...]
    wish: str

    @property
    def nearest(self) -> Offer:
        """The offer that is reached first."""
        return min(self.offers, key=lambda offer: offer.away_h)


_SLOTS = (
    ("short", (("room", "needs", "onward"), ("ship",), ("passes",), ("passes",))),
    ("unsafe", (("threat", "ship"), ("room", "needs", "onward"), ("passes",), ("passes",))),
    ("passes", (("passes",), ("onward", "needs"), ("ship", "threat"), ("passes",))),
)
"""By slot: kinds of the four offers, from the nearest to the farthest."""


def draw_landings(luck: Luck) -> tuple[Landing, ...]:
    """Return three landings in an order that tells nothing."""
    drawn = [_landing(luck, place, slot, kinds) for place, (slot, kinds) in enumerate(_SLOTS)]
    return shuffled(luck, "order of landings", drawn)


def _landing(luck: Luck, place: int, slot: str, kinds: tuple[tuple[str, ...], ...]) -> Landing:
    persons = whole(luck, "people of landings", 24, 70, place)
    region, flag, left = shuffled(luck, f"States of {slot}", _STATES)
    told = (
        f"A merchant ship under the flag of {flag} has taken {persons} people off a boat that had "
        f"left {left}. It lay in the search and rescue region of {region}."
    )
    offers = shuffled(luck, f"order of offers {slot}", _offers(luck, place, slot, kinds, persons))
    wish = shuffled(luck, "wishes", table("places")["wish"])[place]["told"]
    return Landing(told, persons, region, offers, wish)


def _offers(
    luck: Luck, place: int, slot: str, kinds: tuple[tuple[str, ...], ...], persons: int
) -> list[Offer]:
    """Return four offers from the nearest to the farthest."""
    drawn = [one(luck, f"kind {rank} of {slot}", several) for rank, several in enumerate(kinds)]
    offers, away_h = [], 0.0
    for rank, kind in enumerate(drawn):
        away_h += whole(luck, f"hours of {slot}", 4, 9, rank) / 2
        note = _notes(luck, slot, kind)[drawn[:rank].count(kind)]
        name, room = _name(luck, place, rank, kind), _room(luck, slot, rank, kind, persons)
        told = note["told"].format(few=room, many=room)
        offers.append(Offer(note["id"], name, told, room, away_h))
    return offers


def _notes(luck: Luck, slot: str, kind: str) -> tuple[Mapping[str, Any], ...]:
    """Return the notes of one kind in an order of this landing."""
    notes = [note for note in table("places")["note"] if note["kind"] == kind]
    return shuffled(luck, f"notes of {kind} {slot}", notes)


def _room(luck: Luck, slot: str, rank: int, kind: str, persons: int) -> int:
    """Return how many a place can take: too few only where room is what it lacks."""
    if kind == "room":
        return persons - whole(luck, f"short by {slot}", 6, 12, rank)
    return persons + whole(luck, f"room over {slot}", 10, 60, rank)


def _name(luck: Luck, place: int, rank: int, kind: str) -> str:
    """Return a name that no other offer of the trainee has."""
    names = table("places")["names"]
    if kind == _SHIP:
        return str(shuffled(luck, "names of ships", names["ships"])[place])
    return str(shuffled(luck, "names of ports", names["ports"])[len(LETTERS) * place + rank])
