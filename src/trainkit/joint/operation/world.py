"""The world of an operation: what holds for a whole run, and what is so at this moment.

Declared once for both engines, as `state` is.
"""

import math
from dataclasses import dataclass


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
