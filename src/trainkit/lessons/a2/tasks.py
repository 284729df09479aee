"""The tasks of A2, declared once: fields, points, slips and hints."""

from trainkit.lessons.a2 import slips
from trainkit.lessons.a2.instruments import COUNT
from trainkit.lessons.a2.orders import ACTS
from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

BOUND = (
    ("both", "both States"),
    ("italy", "Italy only"),
    ("turkiye", "Türkiye only"),
    ("neither", "neither, by itself"),
)
DUE = (
    ("go", "help now: proceed, or send a unit"),
    ("hold", "help now, and keep the case until the other centre accepts it"),
    ("relay", "do not go; report at once, and log the reason"),
    ("ask", "nobody goes yet; find out more at once"),
    ("none", "no duty to rescue; keep watching"),
)
SOURCES = (
    ("unclos", "Law of the Sea Convention, Art 98"),
    ("solas", "SOLAS, chapter V, regulation 33: the master"),
    ("sar", "SAR Convention: the State and its centre"),
    ("paper", "the paper, point 9"),
    ("other", "no source of rescue: police and flag-State law"),
)
FAULTS = (
    ("room", "too few places for those aboard"),
    ("needs", "food, shelter or medical needs are not met"),
    ("onward", "nobody can travel on from there"),
    ("threat", "life or freedom of somebody aboard would be threatened"),
    ("ship", "it is a ship, and serves only for a time"),
    ("none", "nothing: it is a place of safety"),
)
WHO = (
    ("alder", "Alder"),
    ("borea", "Borea"),
    ("cyra", "Cyra"),
    ("owner", "none: the owner of the ship sees to it"),
)
REPLIES = (
    ("flag", "First the flag State: suspicion alone does not carry a boarding"),
    ("screening", "Not before they are ashore: screening delays no landing"),
    ("no_gate", "Rescue waits for no paper; a text that is silent on it lifts no duty"),
    ("obey", "Understood: the order is carried out"),
)
_FIRST_LANDING, _FIRST_NIGHT = 7, 10


def _instruments() -> tuple[Field, ...]:
    return tuple(Choice(f"instrument_{n}", f"Instrument {n}", BOUND) for n in range(1, COUNT + 1))


def _sightings() -> tuple[Field, ...]:
    pairs = [
        (Choice(f"due_{n}", f"Vignette {n}: due now", DUE),
         Choice(f"source_{n}", f"Vignette {n}: source", SOURCES))
        for n in range(1, 7)
    ]  # fmt: skip
    return tuple(one for pair in pairs for one in pair)


def _landings() -> tuple[Field, ...]:
    offers = tuple((letter, f"place {letter}") for letter in LETTERS)
    found: list[Field] = []
    for n in range(1, 4):
        vignette = f"Vignette {_FIRST_LANDING + n - 1}"
        found += [
            Choice(f"place_{n}", f"{vignette}: land at", offers),
            Choice(f"fault_{n}", f"{vignette}: what is wrong with the nearest", FAULTS),
            Choice(f"who_{n}", f"{vignette}: whose government sees to it", WHO),
        ]
    return tuple(found)


def _nights() -> tuple[Field, ...]:
    found: list[Field] = []
    for n in range(1, 4):
        vignette = f"Vignette {_FIRST_NIGHT + n - 1}"
        found += [
            _place(f"night_{n}_act_{one.lower()}", f"{vignette}: act {one}") for one in "ABCDE"
        ]
        found.append(Choice(f"reply_{n}", f"{vignette}: your answer to the order", REPLIES))
    return tuple(found)


def _place(name: str, label: str) -> Field:
    """Return the field of an act's place; typed, so that fifteen of them stay on one page."""
    return Number(name, label, "in your order", 1, ACTS, whole=True)


_ANSWER = written("a2_answer", 40, ("A2.1", "A2.5"), "source_of_duty")
TASKS = (
    decided("a2_binding", 14, ("A2.1",), _instruments(), slips.BINDING),
    decided("a2_duty", 18, ("A2.2",), _sightings(), slips.DUTY),
    decided("a2_place", 12, ("A2.3",), _landings(), slips.PLACE),
    decided("a2_order", 16, ("A2.4",), _nights(), slips.ORDER),
    _ANSWER,
)
