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
class World:
    """What holds for a whole run, and the levers that an order may change."""

    sharing: int
    handover: int
    dispatch: int
    dispatch_phase: int
    disembarkation: int
    most_units: int
    ask_merchants: int
    lifejackets_first: int
    shadow_doubtful: int
    board_under_way: int
    board_outside_plan: int
    finish_boarding: int
    predeparture_warning: int
    suspend_depth: float
    review_h: float
    plan_valid: int
    plan_from_h: float
    plan_to_h: float
    first_sea: int
    wind_from_deg: float
    wind_spread_deg: float
    current_vx_kn: float
    current_vy_kn: float
    sunrise_h: float
    sunset_h: float
    rate_per_h: float
    season_amplitude: float
    season_h: float
    boat_speed_kn: float
    persons_median: float
    persons_sigma: float
    most_persons: int
    doubt_per_h: float
    distress_per_h: float
    swamped_per_h: float
    water_per_h: float
    survival_median_h: float
    survival_sigma: float
    lifejacket_share: float
    lifejacket_factor: float
    capsize_chance: float
    call_chance: float
    call_mean_h: float
    hotline_share: float
    hotline_mean_h: float
    overdue_chance: float
    overdue_mean_h: float
    traffic_rate: float
    traffic_density_nm2: float
    traffic_speed_kn: float
    merchant_capacity: int
    false_per_h: float
    false_verify_mean_h: float
    escalate_mean_h: float
    call_error_nm: float
    overdue_error_nm: float
    sighting_error_nm: float
    drift_error_kn: float
    night_sweep_factor: float
    definite_range_nm: float
    exponential_service: int
    on_scene_sigma: float
    lifejackets_h: float
    disembark_h: float
    evidence_h: float
    boarding_h: float
    warning_effect: float
    displaced_share: float
    displaced_delay_h: float
    compose_median_h: float
    translate_median_h: float
    message_sigma: float
    message_delay_h: float
    message_loss: float
    ack_timeout_h: float
    outage_from_h: float
    outage_to_h: float
    n_fleet: int
    n_units: int
    n_lands: int
    n_regions: int
    n_origins: int
    n_ports: int
    n_orders: int
    n_spells: int
    intact_slope: float
    swamped_slope: float
    water_slope: float
    crosswind_slope: float


@dataclass(slots=True)
class Sea:
    """A state of the sea."""

    wind_kn: float
    hold_mean_h: float
    worsens: float
    departure_factor: float
    speed_factor: float
    sweep_factor: float
    hazard_factor: float
    recovery_factor: float


@dataclass(slots=True)
class Spell:
    """A spell of recorded weather."""

    sea: int
    time_h: float
    wind_from_deg: float


@dataclass(slots=True)
class Now:
    """What is so at this moment: weather, light, and how much has happened."""

    sea: int = 0
    day: int = 0
    wind_toward_x: float = 0.0
    wind_toward_y: float = 0.0
    changes: int = 0
    weather_wait_h: float = math.inf
    light_wait_h: float = math.inf
    departure_wait_h: float = math.inf
    false_wait_h: float = math.inf
    order_wait_h: float = math.inf
    candidates: int = 0
    false_alarms: int = 0
    cases: int = 0
    alarms: int = 0
    messages: int = 0
    orders: int = 0
    n_active: int = 0
    queued: int = 0
    drowning: int = 0
    events: int = 0
    n_seas: int = 0
    slowest: float = 1.0


@dataclass(slots=True)
class Land:
    """A piece of land."""

    west_nm: float
    east_nm: float
    south_nm: float
    north_nm: float


@dataclass(slots=True)
class Region:
    """A declared region."""

    centre: int
    west_nm: float
    east_nm: float
    south_nm: float
    north_nm: float
    contested: int
    accepts: float
    refuses: float
    answer_mean_h: float


@dataclass(slots=True)
class Origin:
    """A stretch of coast."""

    share: float
    x_nm: float
    y_nm: float
    spread_nm: float
    toward_x_nm: float
    toward_y_nm: float
    told: int


@dataclass(slots=True)
class Port:
    """A port: what it offers, and who is there since when."""

    state: int
    x_nm: float
    y_nm: float
    suitable: int
    capacity: int
    onward_per_h: float
    sheltered: float = 0.0
    since_h: float = 0.0


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
class Desk:
    """Who writes at a rescue centre: until when it is busy with what may wait."""

    busy_until_h: float = 0.0


@dataclass(slots=True)
class Order:
    """An order: when, what, to whom."""

    time_h: float
    order: int
    unit: int
    area_x_nm: float
    area_y_nm: float
    word: int
    case: int


@dataclass(slots=True)
class Todo:
    """Something that starts at this moment: a process, or a unit that is told."""

    what: int = 0
    who: int = 0
