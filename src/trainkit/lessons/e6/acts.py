"""Eight acts of another joint night, on three clocks: in the plan, beside it, or against it.

Everybody has the same mixture: two rescues outside the area, which need no plan; one national act
outside it, which is no joint act; two joint acts within, of which one looks late by its clock; one
joint act outside the area; and two outside the time, of which one looks early enough by its clock.
"""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled

COUNT = 8
CLOCKS = {"UTC": 0, "Alder time": 1, "Borea time": 3}
"""Hours that a clock is ahead of UTC."""
WEST_NM, EAST_NM, SOUTH_NM, NORTH_NM = -40.0, 80.0, -30.0, 50.0
FROM_H, TO_H = 18.0, 28.0
"""The plan of that night: its area, and its hours UTC."""
IN_PLAN, PLACE, TIME = "in_plan", "place", "time"


@dataclass(frozen=True)
class Logged:
    """An act as the log holds it.

    Attributes:
        told: What was done.
        joint: Whether the log flags it as joint.
        time_h: When, in hours UTC.
        clock: The clock that wrote it.
        x_nm: Where, east.
        y_nm: Where, north.
        finding: What it is: in_plan (no breach of the plan), place, time.
        rescue: Whether it is a rescue.
    """

    told: str
    joint: bool
    time_h: float
    clock: str
    x_nm: float
    y_nm: float
    finding: str
    rescue: bool = False

    @property
    def when(self) -> str:
        """The time as written, with its clock."""
        minutes = round(60 * (self.time_h + CLOCKS[self.clock])) % (24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02} {self.clock}"


_RESCUES = (
    "Skua takes eleven people off a boat that is filling.",
    "Tern lifts two people out of the water.",
    "Petrel tows a yacht with a family off the rocks.",
    "Lanner takes a sick sailor off a coaster.",
)
_NATIONAL = (
    "Lanner inspects a trawler's papers near Alder's coast, under Alder's Fisheries Act.",
    "Lanner escorts a coaster to Alder's port, under Alder's Customs Act.",
    "Skua marks a drifting net near Alder's coast, under Alder's Harbour Act.",
)
_JOINT = (
    "Lanner and Petrel patrol together, under the agreement.",
    "Petrel hails a freighter for both, under the agreement.",
    "Osprey flies a round for both desks, under the agreement.",
    "Tern and Skua stop a boat to ask for its flag, under the agreement.",
    "Lanner hails a ferry for both, under the agreement.",
    "Tern inspects a fishing boat for both, under the agreement.",
)


def draw_acts(luck: Luck) -> tuple[Logged, ...]:
    """Return eight acts of a trainee's own variant, in an order that tells nothing."""
    return shuffled(luck, "e6 order of acts", _drawn(luck))


def _drawn(luck: Luck) -> list[Logged]:
    rescues = shuffled(luck, "e6 rescues", _RESCUES)
    joint = shuffled(luck, "e6 joint acts", _JOINT)
    return [
        _act(luck, 0, rescues[0], joint=False, place=_outside(luck, 0), rescue=True),
        _act(luck, 1, rescues[1], joint=False, place=_outside(luck, 1), rescue=True),
        _act(luck, 2, one(luck, "e6 national", _NATIONAL), joint=False, place=_coast(luck)),
        _act(luck, 3, joint[0], place=_inside(luck, 3)),
        # Borea's clock shows 04:15 and more, after the end of the plan as UTC has it: it is not.
        _edge(luck, 4, joint[1], TO_H - 2.75, "Borea time", IN_PLAN),
        _act(luck, 5, joint[2], place=_outside(luck, 5), finding=PLACE),
        # Borea's clock shows 18:20 and more, when the plan has begun as UTC has it: it has not.
        _edge(luck, 6, joint[3], FROM_H - 2.5, "Borea time", TIME),
        _edge(luck, 7, joint[4], TO_H + 0.25, "UTC", TIME),
    ]


def _act(
    luck: Luck,
    number: int,
    told: str,
    *,
    place: tuple[float, float],
    joint: bool = True,
    finding: str = IN_PLAN,
    rescue: bool = False,
) -> Logged:
    clock = one(luck, f"e6 clock {number}", tuple(CLOCKS))
    at_h = FROM_H + 3.5 + (TO_H - FROM_H - 7.0) * luck.uniform("e6 act at", number)
    return Logged(told, joint, _whole(at_h), clock, *place, finding, rescue)


def _edge(luck: Luck, number: int, told: str, from_h: float, clock: str, finding: str) -> Logged:
    at_h = _whole(from_h + 1.5 * luck.uniform("e6 edge at", number))
    return Logged(told, True, at_h, clock, *_inside(luck, number), finding)


def _whole(time_h: float) -> float:
    """Return a time on full five minutes."""
    return round(12.0 * time_h) / 12.0


def _between(luck: Luck, name: str, number: int, low: float, high: float) -> float:
    return float(round(low + (high - low) * luck.uniform(f"e6 {name}", number)))


def _inside(luck: Luck, number: int) -> tuple[float, float]:
    east = _between(luck, "east", number, WEST_NM + 8.0, EAST_NM - 8.0)
    return east, _between(luck, "north", number, SOUTH_NM + 6.0, NORTH_NM - 6.0)


def _outside(luck: Luck, number: int) -> tuple[float, float]:
    """Return a place south of the area, or east of it."""
    if luck.uniform("e6 beyond", number) < 0.5:
        south = _between(luck, "south", number, SOUTH_NM - 25.0, SOUTH_NM - 6.0)
        return _between(luck, "east", number, WEST_NM + 8.0, EAST_NM - 8.0), south
    east = _between(luck, "far east", number, EAST_NM + 5.0, EAST_NM + 16.0)
    return east, _between(luck, "north", number, SOUTH_NM + 6.0, NORTH_NM - 6.0)


def _coast(luck: Luck) -> tuple[float, float]:
    return _between(luck, "coast", 0, -57.0, -45.0), _between(luck, "north", 2, -20.0, 40.0)
