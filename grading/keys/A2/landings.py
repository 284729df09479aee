"""Scoring of the landings: the place, the test that the nearest fails, the government."""

from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.score import Criterion, Score

from .items import counted, item
from .reference import best, nearest_fault, places

_FIRST = 7
_FAULTS = {
    "room": "there are too few places for those aboard",
    "needs": "food, shelter or medical needs are not met",
    "onward": "no onward transport can be arranged",
    "threat": "life or freedom of somebody aboard would be threatened",
    "ship": "a ship may be only a temporary place of safety",
    "none": "it passes every test",
}


def landings(case, answer, _luck):
    """1.5 points for landing nobody where life or freedom is threatened, 10.5 over nine items.

    The gate is the share of landings at places without a threat: where somebody is handed to those
    who threaten him, the right government in the file is worth nothing. Of the 3.5 points of a
    landing the place has 2, since it is the decision; the other two are readings, alike.
    """
    numbered = list(enumerate(case.landings, start=1))
    criteria = [_safe([_threatened(one, answer[f"place_{n}"]) for n, one in numbered])]
    for number, landing in numbered:
        criteria += _items(number, landing, answer)
    return Score(tuple(criteria), (), counted(criteria[1:], "readings of three landings hold"))


def _threatened(landing, letter):
    return places(landing)[LETTERS.index(letter)].threat


def _safe(threatened):
    share = 1.0 - sum(threatened) / len(threatened)
    told = (
        f"In {len(threatened) - sum(threatened)} of {len(threatened)} landings nobody is landed "
        "where life or freedom would be threatened (L1.5)."
    )
    return Criterion("nobody into danger", share, 1.5, told, life=True)


def _items(number, landing, answer):
    name, nearest = f"vignette {_FIRST + number - 1}", landing.nearest
    fault, letter, region = nearest_fault(landing), best(landing), landing.region
    place = f"Place {letter} passes every test and is reached first (L1.5)."
    flaw = f"{nearest.name}: {_FAULTS[fault]} (L1.5)."
    who = f"They were taken off in the region of {region}, and its government answers (L1.4)."
    return [
        item(f"{name}, place", answer[f"place_{number}"] == letter, 2.0, place),
        item(f"{name}, the nearest", answer[f"fault_{number}"] == fault, 0.75, flaw),
        item(f"{name}, government", answer[f"who_{number}"] == region.lower(), 0.75, who),
    ]
