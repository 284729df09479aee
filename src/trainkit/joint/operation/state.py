"""The state of an operation, declared once for both engines (`trainkit.kernel.record`)."""

import math
from dataclasses import dataclass

UNDER_WAY, IN_DOUBT, DISTRESS, SWAMPED, IN_WATER, ENDED, PLANNED = range(7)
"""What a boat is; none of it needs a call to be true."""
UNCERTAINTY, ALERT, GRAVE = range(3)
"""Phases of a case: uncertainty, alert, distress."""
CALLED, HOTLINE, OVERDUE, TRAFFIC, SIGHTED, FALSE = range(6)
"""Sources of an alert."""
(
    STANDING_BY,
    PATROLLING,
    GETTING_READY,
    TO_SCENE,
    SEARCHING,
    HANDING_LIFEJACKETS,
    RECOVERING,
    TO_PORT,
    DISEMBARKING,
    GOING_HOME,
    RESTING,
    SHADOWING,
    BOARDING,
    AWAY,
) = range(14)
"""What a unit is doing; a merchant ship that nobody has asked is away."""
NOBODY = -1


@dataclass(slots=True)
class Craft:
    """What a unit is; an order may change its patrol area and posture."""

    state: int
    executes_sar: int
    polices: int
    flies: int
    can_recover: int
    base_x_nm: float
    base_y_nm: float
    patrols: int
    area_x_nm: float
    area_y_nm: float
    area_length_nm: float
    area_width_nm: float
    ready_h: float
    speed_kn: float
    patrol_speed_kn: float
    endurance_h: float
    reserve_h: float
    rest_h: float
    survivor_capacity: int
    recovery_per_h: float
    sweep_width_nm: float
    water_sweep_width_nm: float
    worst_sea: int
    merchant: int


@dataclass(slots=True)
class Unit:
    """What a unit does, and where it was at its last event."""

    doing: int = STANDING_BY
    x_nm: float = 0.0
    y_nm: float = 0.0
    vx_kn: float = 0.0
    vy_kn: float = 0.0
    since_h: float = 0.0
    ends_h: float = 0.0
    wait_h: float = math.inf
    left_h: float = 0.0
    case: int = NOBODY
    ordered: int = NOBODY
    gave_up: int = NOBODY
    tasked: int = 0
    aboard: int = 0
    port: int = NOBODY
    toward_x_nm: float = 0.0
    toward_y_nm: float = 0.0
    legs: int = 0
    sees: int = NOBODY
    batch: int = 0
    batches: int = 0
    token: int = 0


@dataclass(slots=True)
class Boat:
    """A boat and its people; a false alarm is a case without one."""

    afloat: int = 0
    luck: int = 0
    state: int = ENDED
    x_nm: float = 0.0
    y_nm: float = 0.0
    vx_kn: float = 0.0
    vy_kn: float = 0.0
    since_h: float = 0.0
    toward_x_nm: float = 0.0
    toward_y_nm: float = 0.0
    speed_kn: float = 0.0
    rate: float = 0.0
    persons: int = 0
    aboard: int = 0
    in_water: int = 0
    safe: int = 0
    lost: int = 0
    jackets: int = 0
    side: float = 0.0
    hazard: float = 0.0
    steps: int = 0
    wait_h: float = math.inf
    lands: int = 0
    lives: int = 0
    lives_end: int = 0
    token: int = 0
    distress_h: float = math.nan
    origin: int = 0


@dataclass(slots=True)
class Case:
    """What is known of a boat: the coordinator's side of it."""

    open: int = 0
    opened_h: float = 0.0
    source: int = 0
    phase: int = 0
    acting: int = NOBODY
    responsible: int = NOBODY
    asked: int = 0
    alder_knows: int = 0
    borea_knows: int = 0
    cyra_knows: int = 0
    x_nm: float = 0.0
    y_nm: float = 0.0
    vx_kn: float = 0.0
    vy_kn: float = 0.0
    told_h: float = 0.0
    error_nm: float = 0.0
    believed: int = 0
    assigned: int = 0
    due_h: float = math.inf
    ships: int = 0
    searching: int = 0
    found: int = 0
    waiting: int = 0
    depth: float = 0.0
    rate: float = 0.0
    rate_since_h: float = 0.0
    goal: float = 0.0
    searches: int = 0
    coordinator: int = NOBODY
    wait_h: float = math.inf
    next: int = 0
    found_h: float = math.inf
    suspended_h: float = math.inf
    escalates_h: float = math.inf
    verified_h: float = math.inf
    searched_from_h: float = 0.0
    token: int = 0
    jackets_out: int = 0
    approached: int = 0
    active: int = 0


@dataclass(slots=True)
class Alarm:
    """An alert on its way to a rescue centre."""

    case: int = 0
    source: int = 0
    wait_h: float = 0.0


@dataclass(slots=True)
class Message:
    """A message on its way."""

    case: int = 0
    content: int = 0
    sender: int = 0
    recipient: int = 0
    sent_h: float = 0.0
    wait_h: float = 0.0


@dataclass(slots=True)
class Anew:
    """Something that starts at this moment: a process, or a unit that is told."""

    what: int = 0
    who: int = 0
