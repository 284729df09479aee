"""Drawn operations: the season's sea with other units, rules, weather and people."""

from hypothesis import strategies as st
from tests.joint.operation.waters import SEASON

from trainkit.joint.operation.spec import DISEMBARKATION, DISPATCH, HANDOVER, PHASES, SHARING
from trainkit.scenarios import load

WORDS = {
    "sharing": SHARING,
    "handover": HANDOVER,
    "dispatch": DISPATCH,
    "dispatch_phase": PHASES,
    "disembarkation": DISEMBARKATION,
}
SWITCHES = (
    "ask_merchants",
    "lifejackets_first",
    "shadow_doubtful",
    "board_under_way",
    "finish_boarding",
    "predeparture_warning",
)
NUMBERS = {
    "departures_per_day": (0.0, 20.0),
    "doubt_mean_h": (0.5, 90.0),
    "distress_mean_h": (0.05, 12.0),
    "swamped_mean_h": (0.05, 24.0),
    "water_mean_h": (0.05, 12.0),
    "survival_median_h": (0.2, 24.0),
    "persons_median": (1.0, 80.0),
    "call_mean_h": (0.01, 6.0),
    "suspend_pos": (0.5, 0.999),
    "review_h": (6.0, 96.0),
    "lifejackets_h": (0.0, 1.0),
    "disembark_h": (0.0, 6.0),
    "traffic_density_nm2": (0.0, 0.01),
    "false_alarms_per_day": (0.0, 4.0),
    "current_kn": (0.0, 3.0),
    "capsize_chance": (0.0, 1.0),
    "boat_speed_kn": (2.0, 12.0),
    "definite_range_nm": (0.0, 2.0),
}
UNIT = {
    "survivor_capacity": (0, 40),
    "speed_kn": (6.0, 30.0),
    "endurance_h": (4.0, 30.0),
    "rest_h": (0.0, 12.0),
    "recovery_per_h": (2.0, 100.0),
    "worst_sea": (0, 3),
}


@st.composite
def operations(draw):
    """Draw a season: some of its numbers, all its rules, some numbers of its units."""
    scenario = load(SEASON)
    values = {name: draw(st.sampled_from(words)) for name, words in WORDS.items()}
    values |= {name: draw(st.booleans()) for name in SWITCHES}
    values["most_units"] = draw(st.integers(1, 6))
    values["first_sea"] = draw(st.integers(0, 3))
    for name in draw(st.lists(st.sampled_from(sorted(NUMBERS)), unique=True, max_size=8)):
        values[name] = draw(st.floats(*NUMBERS[name]))
    numbers = st.integers(0, len(scenario.parameters.units) - 1)
    for number in draw(st.lists(numbers, unique=True, max_size=4)):
        name = draw(st.sampled_from(sorted(UNIT)))
        low, high = UNIT[name]
        whole = isinstance(low, int)
        values[f"units.{number}.{name}"] = draw(
            st.integers(low, high) if whole else st.floats(low, high)
        )
        values[f"units.{number}.hull_speed_kn"] = 300.0
        if name == "endurance_h":
            values[f"units.{number}.reserve_h"] = 0.1 * values[f"units.{number}.{name}"]
        if name == "survivor_capacity":
            values[f"units.{number}.can_recover"] = values[f"units.{number}.{name}"] > 0
    return scenario.vary(values).parameters
