"""The state of a search, declared once for both engines.

SimPy holds these dataclasses. The compiled engine holds records with the same fields, in arrays,
so that the shared functions read `unit.x_nm` in both.
"""

import math
from dataclasses import dataclass

READYING, STANDING_BY, OUTBOUND, SEARCHING, RESPONDING, RECOVERING, RETURNING = range(7)
"""What a unit is doing."""

SEARCH, RECALLED, RESPOND = range(3)
"""What a unit is ordered to do."""


@dataclass(slots=True)
class World:
    """What holds for a whole run: drift in knots over the plane, luck's spreads, laws."""

    position_sd_nm: float
    elapsed_h: float
    current_vx_kn: float
    current_vy_kn: float
    current_sd_kn: float
    wind_kn: float
    down_x: float
    down_y: float
    down_slope: float
    down_offset_kn: float
    down_sd_cms: float
    right_slope: float
    right_offset_kn: float
    right_sd_cms: float
    left_slope: float
    left_offset_kn: float
    left_sd_cms: float
    jibe_mean_h: float
    datum_x_nm: float
    datum_y_nm: float
    datum_vx_kn: float
    datum_vy_kn: float
    sharing_delay_h: float
    persons: int
    survival_median_h: float
    survival_sigma: float
    law: int


@dataclass(slots=True)
class Craft:
    """What a unit is and was told; constant in a run."""

    agency: int
    base_x_nm: float
    base_y_nm: float
    ready_h: float
    transit_speed_kn: float
    search_speed_kn: float
    endurance_h: float
    reserve_h: float
    turnaround_h: float
    sweep_width_nm: float
    can_recover: int
    survivor_capacity: int
    recovery_h: float
    first_leg: int
    n_legs: int


@dataclass(slots=True)
class Track:
    """One leg of a pattern: start and velocity in the frame of the drifting datum."""

    x_nm: float
    y_nm: float
    vx_kn: float
    vy_kn: float
    time_h: float


@dataclass(slots=True)
class Drifter:
    """The object: where it was when it last turned, and how it has moved since."""

    x_nm: float = 0.0
    y_nm: float = 0.0
    vx_kn: float = 0.0
    vy_kn: float = 0.0
    since_h: float = 0.0
    steady_vx_kn: float = 0.0
    steady_vy_kn: float = 0.0
    jibing_kn: float = 0.0
    turns: int = 0
    wait_h: float = math.inf
    persons_left: int = 0
    persons_safe: int = 0


@dataclass(slots=True)
class Unit:
    """A unit: what it does, where it was at its last event, and what it has not seen yet."""

    doing: int = READYING
    order: int = SEARCH
    x_nm: float = 0.0
    y_nm: float = 0.0
    vx_kn: float = 0.0
    vy_kn: float = 0.0
    since_h: float = 0.0
    free_h: float = 0.0
    departed_h: float = 0.0
    sorties: int = 0
    leg: int = 0
    leg_began_h: float = 0.0
    leg_ends_h: float = 0.0
    last_leg: int = 0
    watch_dx_nm: float = 0.0
    watch_dy_nm: float = 0.0
    watch_dvx_kn: float = 0.0
    watch_dvy_kn: float = 0.0
    watch_h: float = 0.0
    hazard: float = 0.0
    threshold: float = 0.0
    finds: int = 0
    first_taken: int = 0
    taken: int = 0
    token: int = 0
