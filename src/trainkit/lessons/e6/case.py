"""The case of E6: one joint watch, drawn anew for each trainee, equally hard for all.

Hours count from midnight UTC before the exercise; the watch takes over at hour 12.
"""

from dataclasses import dataclass

from trainkit.lessons.e6.acts import Logged
from trainkit.lessons.e6.timeline import Step

WATCHES_H = (12.0, 18.0, 24.0)
"""When the run pauses for orders."""
END_H = 48.0
FLEET = ("Osprey", "Skua", "Lanner", "Petrel", "Tern")
"""Units that the joint watch leads, in the order of the forms."""
AREAS: dict[str, tuple[str, float, float]] = {
    "n1": ("N1, north lane west", -25.0, 17.0),
    "n2": ("N2, north lane middle", 20.0, 20.0),
    "n3": ("N3, north lane east", 65.0, 23.0),
    "s1": ("S1, south lane west", -25.0, -21.0),
    "s2": ("S2, south lane middle", 20.0, -19.0),
    "s3": ("S3, south lane east", 65.0, -16.0),
    "far": ("F, far south", 20.0, -45.0),
}
"""Patrol areas: what they are called, and their middles, east and north, in nautical miles."""


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        busy: The lane that most boats take: north or south.
        counted: Boats counted in the busy lane last week, of twenty.
        false_per_day: Reports a day that turn out to be nothing, on average.
        rough_h: When the wind gets up.
        acts: Eight acts of another night.
        steps: Six expected acts of another night, and what was logged.
    """

    seed: int
    busy: str
    counted: int
    false_per_day: float
    rough_h: float
    acts: tuple[Logged, ...]
    steps: tuple[Step, ...]

    @property
    def lane(self) -> str:
        """Letter of the busy lane's areas: n or s."""
        return self.busy[0]


def clock(time_h: float) -> str:
    """Return an hour of the case as a time of the day, UTC.

    Examples:
        >>> clock(26.5)
        '02:30'
    """
    minutes = round(60 * time_h) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the review must know of the case."""
    return (
        f"Joint watch from 12:00 UTC over 36 hours. {case.counted} of 20 boats took the "
        f"{case.busy} lane last week; {case.false_per_day:g} reports a day are nothing. Wind gets "
        f"up at {clock(case.rough_h)} UTC. Units: Osprey, Skua, Lanner of Alder; Petrel and Tern "
        "of Borea. Things put to the watch: Lanner's boarding, a ministry's list, an inspection "
        "south of the plan's area."
    )
