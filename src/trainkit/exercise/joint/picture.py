"""What a rescue centre knows at a pause: never the truth, only what reached it and when.

A boat that nobody has reported is in no picture. A case shows where it was told to be, carried by
the drift, with the error that has grown since; people on board are those that were told. What the
partner's units do is known as far as the sharing in force goes.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainkit.exercise.joint.told import told
from trainkit.exercise.live import Live
from trainkit.joint.operation import OperationSpec, motion, transit
from trainkit.joint.operation.places import CENTRES
from trainkit.joint.operation.spec import PHASES, SHARING
from trainkit.joint.operation.state import (
    AWAY,
    GETTING_READY,
    NOBODY,
    PATROLLING,
    RESTING,
    STANDING_BY,
)
from trainkit.kernel.logbook import Entry

_IDLE = {
    STANDING_BY: "stands by at its base",
    PATROLLING: "on patrol",
    GETTING_READY: "getting ready",
    RESTING: "crew rests",
}


@dataclass(frozen=True)
class Known:
    """A case, as a centre knows it.

    Attributes:
        number: Number of the case.
        phase: uncertainty, alert or distress.
        source_h: Age of the last position, in hours.
        x_nm: Where it is believed to be, east.
        y_nm: Where it is believed to be, north.
        error_nm: Standard deviation of that place along each axis.
        persons: People told to be on board.
        found: Whether somebody has it in sight.
        units: Names of the units on it, as far as known.
        acting: Centre that coordinates.
    """

    number: int
    phase: str
    source_h: float
    x_nm: float
    y_nm: float
    error_nm: float
    persons: int
    found: bool
    units: tuple[str, ...]
    acting: str


@dataclass(frozen=True)
class Post:
    """A unit, as a centre knows it.

    Attributes:
        name: Its name.
        agency: Its agency.
        doing: What it does, in words.
        x_nm: Where it is, east.
        y_nm: Where it is, north.
        aboard: Survivors on board.
    """

    name: str
    agency: str
    doing: str
    x_nm: float
    y_nm: float
    aboard: int


@dataclass(frozen=True)
class Picture:
    """What a centre knows at a moment.

    Attributes:
        centre: Whose picture it is.
        time_h: When, in hours.
        wind_kn: Wind speed.
        day: Whether there is daylight.
        sharing: What is shared with the partner.
        cases: Open cases that are known.
        posts: Units that are known.
        told: What has reached the centre, in the order of time.
    """

    centre: str
    time_h: float
    wind_kn: float
    day: bool
    sharing: str
    cases: tuple[Known, ...]
    posts: tuple[Post, ...]
    told: tuple[Entry, ...]


def picture(live: Live, spec: OperationSpec, centre: str, now_h: float) -> Picture:
    """Return what a centre knows of a run.

    Args:
        live: The run.
        spec: What is played.
        centre: Alder, Borea or Cyra.
        now_h: The moment of the pause.
    """
    run, book = live.state.run, live.logbook
    now = run.nows[0]
    sharing = SHARING[int(run.worlds[0].sharing)]
    return Picture(
        centre=centre,
        time_h=now_h,
        wind_kn=spec.seas[int(now.sea)].wind_kn,
        day=bool(now.day),
        sharing=sharing,
        cases=tuple(_cases(run, spec, centre, now_h)),
        posts=tuple(_posts(run, spec, centre, sharing, now_h)),
        told=tuple(told(book, spec, centre)),
    )


def _cases(run: Any, spec: OperationSpec, centre: str, now_h: float) -> Iterator[Known]:
    for number in range(int(run.nows[0].cases)):
        case = run.cases[number]
        if case.open == 1 and getattr(case, f"{centre.lower()}_knows"):
            yield _known(run, spec, number, now_h)


def _known(run: Any, spec: OperationSpec, number: int, now_h: float) -> Known:
    case = run.cases[number]
    x_nm, y_nm = transit.case_place(run, number, now_h)
    age_h = 0.0 if case.found else now_h - case.told_h
    grown_nm = spec.drift_error_kn * age_h
    on_it = [n for n, unit in enumerate(spec.units) if run.units[n].case == number and unit.name]
    return Known(
        number=number,
        phase=PHASES[max(int(case.phase), 0)],
        source_h=age_h,
        x_nm=float(x_nm),
        y_nm=float(y_nm),
        error_nm=0.0 if case.found else math.hypot(case.error_nm, grown_nm),
        persons=int(case.believed),
        found=bool(case.found),
        units=tuple(spec.units[n].name for n in on_it),
        acting=CENTRES[int(case.acting)],
    )


def _posts(
    run: Any, spec: OperationSpec, centre: str, sharing: str, now_h: float
) -> Iterator[Post]:
    seen = sharing in {"picture", "tasking"}
    for number, unit in enumerate(spec.units):
        if unit.state == centre or (seen and unit.state in CENTRES[:2]):
            now = run.units[number]
            x_nm, y_nm = motion.place(now, now_h)
            yield Post(unit.name, unit.agency, _doing(now), float(x_nm), float(y_nm), now.aboard)


def _doing(unit: Any) -> str:
    if unit.case != NOBODY:
        return f"on case {int(unit.case)}"
    if unit.doing == AWAY:
        return "away"
    return _IDLE.get(int(unit.doing), "lands survivors" if unit.aboard else "on its way home")
