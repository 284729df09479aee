"""The case of E4: one watch at the message desk of RCC Alder, drawn anew for each trainee.

What comes in, what is known of one boat, what the other side asks for, how the link is tonight, and
the table of last night's messages: each differs between trainees and is as hard for all.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from trainkit.kernel.luck import Luck
from trainkit.lessons.e4.facts import Fact, draw_facts

Centre = Literal["RCC Borea", "RCC Cyra"]
Asked = Literal["written", "list", "relatives"]
CENTRES: tuple[Centre, ...] = ("RCC Borea", "RCC Cyra")
ASKED: tuple[Asked, ...] = ("written", "list", "relatives")


@dataclass(frozen=True)
class Boat:
    """A boat in distress of which RCC Alder knows more than anybody needs.

    Attributes:
        centre: The rescue centre in whose region it is.
        persons: People on board.
        children: How many of them are children.
        moves: Whether it still makes way: then its course is needed, else nobody steers by it.
        hurt: People who are hurt; 0 for none.
        minutes_old: Age of the position.
    """

    centre: Centre
    persons: int
    children: int
    moves: bool
    hurt: int
    minutes_old: int


@dataclass(frozen=True)
class Watch:
    """The watch for which a protocol is set.

    Attributes:
        loss: Chance that a transmission is lost.
        delay_min: Mean minutes of a transmission on its way.
        outage_from_h: When Borea's link goes out for work on the line, announced.
        outage_h: For how long.
        incidents_wanted: Share of incident reports that Borea acts on.
        risk_wanted: Share of risk reports that Borea acts on.
    """

    loss: float
    delay_min: float
    outage_from_h: float
    outage_h: float
    incidents_wanted: float
    risk_wanted: float


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        facts: Six facts of the evening.
        boat: The boat of which a message is composed.
        asked: Who asks for personal data, and how.
        rescued: People on the list that is asked for.
        watch: The watch for which a protocol is set.
    """

    seed: int
    facts: tuple[Fact, ...]
    boat: Boat
    asked: Asked
    rescued: int
    watch: Watch


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        facts=draw_facts(luck),
        boat=_boat(luck),
        asked=ASKED[_whole(luck, "who asks", 0, 2)],
        rescued=_whole(luck, "rescued", 23, 41),
        watch=_watch(luck),
    )


def _whole(luck: Luck, name: str, low: int, high: int) -> int:
    return low + int((high - low + 1) * luck.uniform(f"e4 {name}", 0))


def _boat(luck: Luck) -> Boat:
    moves = bool(_whole(luck, "moves", 0, 1))
    return Boat(
        centre=CENTRES[_whole(luck, "region", 0, 1)],
        persons=_whole(luck, "persons", 9, 34),
        children=_whole(luck, "children", 1, 6),
        moves=moves,
        hurt=0 if moves else _whole(luck, "hurt", 1, 3),
        minutes_old=5 * _whole(luck, "age of the position", 2, 6),
    )


def _watch(luck: Luck) -> Watch:
    turned = bool(_whole(luck, "who is wanted", 0, 1))
    often, seldom = 0.7 + 0.05 * _whole(luck, "often", 0, 2), 0.1 + 0.05 * _whole(luck, "few", 0, 1)
    return Watch(
        loss=0.1 + 0.05 * _whole(luck, "loss", 0, 2),
        delay_min=1.5 + 0.5 * _whole(luck, "delay", 0, 2),
        outage_from_h=2.0 + 0.5 * _whole(luck, "outage", 0, 4),
        outage_h=2.0 + 0.5 * _whole(luck, "length of the outage", 0, 1),
        incidents_wanted=round(seldom if turned else often, 2),
        risk_wanted=round(often if turned else seldom, 2),
    )
