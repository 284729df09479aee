"""Search patterns as legs that move with the drift.

A pattern is flown about a datum that drifts. So its legs are given in the frame of the datum, with
the searcher's speed through the drifting water, and `over_ground` adds the drift: over the ground
the pattern leans, over the water it stays what it should be. x is east, y is north of the datum.

Sources:
    IAMSAR Manual, volume II: expanding square (SS), sector (VS), parallel sweep (PS) and creeping
        line (CS) patterns.
"""

import math
from collections.abc import Iterable, Sequence

from trainkit.errors import TrainkitError, shown
from trainkit.sea.demand import above_zero, finite
from trainkit.sea.motion import Leg, velocity

Legs = tuple[Leg, ...]

MOST_LEGS = 10_000


def expanding_square(
    spacing_nm: float, n_legs: int, speed_kn: float, course_deg: float = 0.0
) -> Legs:
    """Return legs from the datum outwards: S, S, 2S, 2S, 3S, 3S, turning 90 degrees to starboard.

    Args:
        spacing_nm: Track spacing S.
        n_legs: Number of legs.
        speed_kn: Speed through the drifting water.
        course_deg: Course of the first leg.

    Raises:
        TrainkitError: an argument is out of bounds.

    Examples:
        >>> [round(leg.length_nm, 9) for leg in expanding_square(1.0, 5, speed_kn=15.0)]
        [1.0, 1.0, 2.0, 2.0, 3.0]
    """
    above_zero(spacing_nm=spacing_nm, speed_kn=speed_kn)
    finite(course_deg=course_deg)
    _demand_count("n_legs", n_legs)
    tracks = ((course_deg + 90.0 * k, spacing_nm * (k // 2 + 1)) for k in range(n_legs))
    return _walked((0.0, 0.0), tracks, speed_kn)


def sector(radius_nm: float, speed_kn: float, course_deg: float = 0.0) -> Legs:
    """Return nine legs of three triangles through the datum, turning 120 degrees to starboard.

    Args:
        radius_nm: Length of a leg.
        speed_kn: Speed through the drifting water.
        course_deg: Course of the first leg; turn the pattern by 30 degrees to search again.

    Raises:
        TrainkitError: an argument is out of bounds.
    """
    above_zero(radius_nm=radius_nm, speed_kn=speed_kn)
    finite(course_deg=course_deg)
    turns = (0.0, 120.0, 240.0, 240.0, 0.0, 120.0, 120.0, 240.0, 0.0)
    return _walked((0.0, 0.0), ((course_deg + turn, radius_nm) for turn in turns), speed_kn)


def parallel(
    length_nm: float,
    width_nm: float,
    spacing_nm: float,
    speed_kn: float,
    course_deg: float = 0.0,
    centre_nm: tuple[float, float] = (0.0, 0.0),
) -> Legs:
    """Return parallel sweeps over a rectangle, tracks along *length_nm* on *course_deg*.

    The first track lies half a spacing inside; tracks reach to half a spacing from the ends. The
    tracks lie evenly about the centre where the width is no multiple of the spacing.

    Args:
        length_nm: Side of the rectangle along the course.
        width_nm: Side across it; the pattern works to starboard.
        spacing_nm: Track spacing.
        speed_kn: Speed through the drifting water.
        course_deg: Course of the first track.
        centre_nm: Middle of the rectangle, (x_nm, y_nm) from the datum.

    Raises:
        TrainkitError: an argument is out of bounds, or the spacing leaves no track.

    Examples:
        >>> len(parallel(10.0, 4.0, 1.0, speed_kn=20.0))
        7
    """
    above_zero(length_nm=length_nm, width_nm=width_nm, spacing_nm=spacing_nm, speed_kn=speed_kn)
    finite(course_deg=course_deg)
    n_tracks = max(1, math.ceil(width_nm / spacing_nm - 1e-9))
    _demand_count("The number of tracks", n_tracks)
    track_nm = length_nm - spacing_nm
    if track_nm <= 0.0:
        raise TrainkitError(
            f"A spacing of {spacing_nm:g} NM leaves no track in a length of {length_nm:g} NM. "
            "Choose a smaller spacing."
        )
    start = _corner(track_nm, (n_tracks - 1) * spacing_nm, course_deg, centre_nm)
    return _walked(start, _ladder(n_tracks, track_nm, spacing_nm, course_deg), speed_kn)


def creeping_line(
    length_nm: float,
    width_nm: float,
    spacing_nm: float,
    speed_kn: float,
    course_deg: float = 0.0,
    centre_nm: tuple[float, float] = (0.0, 0.0),
) -> Legs:
    """Return sweeps across a rectangle that creep along its length on *course_deg*.

    Args:
        length_nm: Side of the rectangle along which the pattern creeps.
        width_nm: Side along which the tracks run.
        spacing_nm: Track spacing.
        speed_kn: Speed through the drifting water.
        course_deg: Course on which the pattern creeps.
        centre_nm: Middle of the rectangle, (x_nm, y_nm) from the datum.

    Raises:
        TrainkitError: an argument is out of bounds, or the spacing leaves no track.
    """
    finite(course_deg=course_deg)
    return parallel(width_nm, length_nm, spacing_nm, speed_kn, course_deg - 90.0, centre_nm)


def over_ground(
    legs: Sequence[Leg], drift_vx_kn: float, drift_vy_kn: float, start_h: float = 0.0
) -> Legs:
    """Return the legs over the ground while the datum drifts.

    Args:
        legs: Legs in the frame of the datum, flown one after the other.
        drift_vx_kn: Drift of the datum to the east.
        drift_vy_kn: Drift to the north.
        start_h: Time from when the datum was at the origin to the first leg.

    Examples:
        >>> over_ground([Leg(0.0, 0.0, 0.0, 10.0, 0.5)], 2.0, 0.0, start_h=1.0)[0].end
        (3.0, 5.0)
    """
    ground, at_h = [], start_h
    for leg in legs:
        start = leg.x_nm + drift_vx_kn * at_h, leg.y_nm + drift_vy_kn * at_h
        ground.append(Leg(*start, leg.vx_kn + drift_vx_kn, leg.vy_kn + drift_vy_kn, leg.duration_h))
        at_h += leg.duration_h
    return tuple(ground)


def duration_h(legs: Iterable[Leg]) -> float:
    """Return the time that the legs take."""
    return sum(leg.duration_h for leg in legs)


def track_nm(legs: Iterable[Leg]) -> float:
    """Return the distance run on the legs, in their frame."""
    return sum(leg.length_nm for leg in legs)


def _corner(
    track_nm: float, across_nm: float, course_deg: float, centre_nm: tuple[float, float]
) -> tuple[float, float]:
    along, right = velocity(course_deg, track_nm / 2.0), velocity(course_deg + 90.0, across_nm / 2)
    return centre_nm[0] - along[0] - right[0], centre_nm[1] - along[1] - right[1]


def _ladder(
    n_tracks: int, track_nm: float, spacing_nm: float, course_deg: float
) -> Iterable[tuple[float, float]]:
    """Yield (course_deg, length_nm) of tracks to and fro, and of the steps between them."""
    for track in range(n_tracks):
        if track:
            yield course_deg + 90.0, spacing_nm
        yield course_deg + 180.0 * (track % 2), track_nm


def _walked(
    start: tuple[float, float], tracks: Iterable[tuple[float, float]], speed_kn: float
) -> Legs:
    legs, (x_nm, y_nm) = [], start
    for course_deg, length_nm in tracks:
        leg = Leg(x_nm, y_nm, *velocity(course_deg, speed_kn), length_nm / speed_kn)
        legs.append(leg)
        x_nm, y_nm = leg.end
    return tuple(legs)


def _demand_count(name: str, number: int) -> None:
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= MOST_LEGS:
        raise TrainkitError(
            f"{name} must be a whole number from 1 to {MOST_LEGS}, not {shown(number)}."
        )
