"""Eight acts of the planned night, each on a clock: in the plan, beside it, or against it.

Everybody has the same mixture: a rescue outside the area, a national act, two that the plan covers,
one that only another clock puts outside its time, one outside its area, one against Cyra's caveats,
and one without a basis.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from trainkit.joint.plan import Act
from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled, some, whole
from trainkit.lessons.e5.base import ACT, AGREEMENT
from trainkit.lessons.e5.window import ALDER, BOREA, CLOCKS, Window

COUNT = 8


@dataclass(frozen=True)
class Logged:
    """An act as the log of the night holds it.

    Attributes:
        told: What was done.
        act: The act itself.
        at: When, as the clock that wrote it showed it, without an offset.
        clock: Whose clock: a State's, or UTC.
    """

    told: str
    act: Act
    at: datetime
    clock: str

    @property
    def when(self) -> str:
        """Date and time as written, with the clock."""
        return f"{self.at:%a %d %b, %H:%M} ({self.clock})"


def clock_of(name: str) -> tzinfo:
    """Return a State's clock, or UTC for any other name."""
    return CLOCKS.get(name, UTC)


_RESCUES = (
    ("recover_people", "Alder Skua takes nine people off a raft.", "Alder Skua"),
    ("evacuate_patient", "Borea Petrel lifts a sick sailor off a tanker.", "Borea Petrel"),
    ("tow_from_danger", "Alder Skua tows a yacht off the rocks.", "Alder Skua"),
)
_NATIONAL = (
    ("inspect_papers", "Alder Heron inspects a trawler's papers near Alder's coast, for Alder.",
     "Alder Heron", "Alder's Fisheries Act, section 12"),
    ("escort_to_port", "Borea Gannet brings a coaster to Borea's port, for Borea.",
     "Borea Gannet", "Borea's Customs Law, article 31"),
    ("detain_vessel", "Alder Heron detains a boat off Alder's coast, for Alder.",
     "Alder Heron", "Alder's Criminal Code, section 90"),
)  # fmt: skip
_JOINT = (
    ("patrol", "Alder Skua patrols jointly.", "Alder Skua", ACT[ALDER]),
    ("patrol", "Borea Tern patrols jointly.", "Borea Tern", ACT[BOREA]),
    ("hail", "Borea Tern hails a freighter for both.", "Borea Tern", "customary law of the sea"),
    (
        "share_picture",
        "Alder's desk shares its picture of the water there with Borea's.",
        "Alder desk",
        AGREEMENT,
    ),
    ("hail", "Alder Skua hails a ferry for both.", "Alder Skua", "customary law of the sea"),
)
_CAVEATS = (
    ("hail", "A cutter of Cyra hails a fishing boat for all three.", 9.0),
    ("share_picture", "RCC Cyra shares its picture of the western water.", -12.0),
    ("patrol", "A cutter of Cyra joins the patrol.", 12.0),
)
_BARE = (
    ("patrol", "Borea Gannet patrols jointly.", "Borea Gannet", "the paper, point 12"),
    ("hail", "Alder Heron hails a tug for both.", "Alder Heron", "the plan, version 1"),
    (
        "share_picture",
        "Borea's desk shares its picture of the water there with Alder's.",
        "Borea desk",
        "point 9",
    ),
)


def draw_acts(luck: Luck, window: Window) -> tuple[Logged, ...]:
    """Return eight acts of a trainee's own variant, in an order that tells nothing."""
    return shuffled(luck, "e5 order of acts", _drawn(luck, window))


def _drawn(luck: Luck, window: Window) -> list[Logged]:
    joint = some(luck, "e5 joint acts", _JOINT, 4)
    rescue, bare = one(luck, "e5 rescue", _RESCUES), one(luck, "e5 bare", _BARE)
    national, caveat = one(luck, "e5 national", _NATIONAL), one(luck, "e5 caveat", _CAVEATS)
    middle = [_within(luck, window, place) for place in range(6)]
    kind, told, x_nm = caveat
    return [
        _logged(luck, (*rescue, ""), middle[0], _east(luck, "rescue"), "rescue", joint=False),
        _logged(
            luck,
            (*_by(national), national[3]),
            middle[1],
            _own(luck, national[2]),
            "national",
            joint=False,
        ),
        _logged(luck, joint[0], middle[2], _near(luck, "covered"), "covered"),
        _edge(luck, joint[1], window, inside=True),
        _edge(luck, joint[2], window, inside=False),
        _logged(luck, joint[3], middle[3], _east(luck, "outside"), "outside"),
        _logged(luck, (kind, told, "RCC Cyra", AGREEMENT), middle[4], (x_nm, 2.0), "caveat"),
        _logged(luck, bare, middle[5], _near(luck, "bare"), "bare"),
    ]


def _by(row: tuple[str, str, str, str]) -> tuple[str, str, str]:
    return row[0], row[1], row[2]


def _within(luck: Luck, window: Window, place: int) -> datetime:
    """Return an instant well within the window."""
    minutes = 5 * whole(luck, f"e5 minutes {place}", 24, 12 * (window.lasts_h - 3))
    return window.start.astimezone(UTC) + timedelta(minutes=minutes)


def _place(luck: Luck, name: str, low: float, high: float) -> tuple[float, float]:
    east = low + (high - low) * luck.uniform(f"e5 {name} east", 0)
    return round(east, 1), round(-8.0 + 18.0 * luck.uniform(f"e5 {name} north", 0), 1)


def _near(luck: Luck, name: str) -> tuple[float, float]:
    return _place(luck, name, -18.0, 18.0)


def _east(luck: Luck, name: str) -> tuple[float, float]:
    return _place(luck, name, 24.0, 34.0)


def _own(luck: Luck, by: str) -> tuple[float, float]:
    """Return a place near the coast of the one who acts: Alder lies west, Borea east."""
    return _place(luck, "own", -36.0, -30.0) if by.startswith(ALDER) else _east(luck, "own")


def _logged(
    luck: Luck, row: tuple[str, str, str, str], at: datetime, place: tuple[float, float],
    name: str, *, joint: bool = True,
) -> Logged:  # fmt: skip
    clock = one(luck, f"e5 clock of {name}", (ALDER, BOREA, "UTC"))
    return _entry(row, at, place, clock, joint=joint)


def _entry(
    row: tuple[str, str, str, str], at: datetime, place: tuple[float, float], clock: str,
    *, joint: bool,
) -> Logged:  # fmt: skip
    kind, told, by, basis = row
    act = Act(kind, basis, joint, *place, at, by)
    return Logged(told, act, at.astimezone(clock_of(clock)).replace(tzinfo=None), clock)


def _edge(luck: Luck, row: tuple[str, str, str, str], window: Window, *, inside: bool) -> Logged:
    """Return an act beside an end of the window, whose date on its clock seems to say otherwise.

    Before the start Borea's clock already shows 20:30 or later; after the end UTC shows an hour at
    which Borea's clock would still lie within.
    """
    minutes = timedelta(minutes=5 * whole(luck, f"e5 edge {inside}", 2, 9))
    ends = one(luck, f"e5 end of edge {inside}", (True, False))
    if inside:
        moment, clock = (window.end - minutes, BOREA) if ends else (window.start + minutes, "UTC")
    else:
        moment, clock = (window.end + minutes, "UTC") if ends else (window.start - minutes, BOREA)
    at = moment.astimezone(UTC)
    return _entry(row, at, _near(luck, f"edge {inside}"), clock, joint=True)
