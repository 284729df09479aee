"""The two engines give one logbook of the joint operation, bit for bit."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.joint.operation.drawn import operations
from tests.joint.operation.waters import SEASON, many, operation, season, unit

from trainkit.joint.operation import MODEL, OrderSpec, batch
from trainkit.model import declarations
from trainkit.scenarios import load

ALLOWED = {
    "speed_kn": {"hull_speed_kn": 300.0},
    "patrol_speed_kn": {"hull_speed_kn": 300.0},
    "hull_speed_kn": {"speed_kn": 1.0, "patrol_speed_kn": 1.0},
    "survivor_capacity": {"can_recover": False},
    "can_recover": {"survivor_capacity": 5},
    "endurance_h": {"reserve_h": 0.0},
    "reserve_h": {"endurance_h": 400.0},
    "plan_from_h": {"plan_to_h": 8784.0},
    **{name: {"flies": True} for name in ("base_x_nm", "base_y_nm", "area_x_nm", "area_y_nm")},
    **{name: {"flies": True} for name in ("area_length_nm", "area_width_nm")},
}
"""What goes with an end of a lever, lest it contradict the rest."""


def differing(spec, n=2, horizon_h=96.0, seed=7):
    """Return what differs between the engines, in words; nothing when they agree."""
    plain, fast = many(spec, horizon_h, n, seed), batch.simulate(spec, seed, 0, n, horizon_h)
    if plain.starts.tolist() != fast.starts.tolist():
        return "the numbers of records"
    if plain.entries.tobytes() != fast.entries.tobytes():
        return "the records"
    metrics = [m.name for m in MODEL.metrics if m.read(plain).tobytes() != m.read(fast).tobytes()]
    return ", ".join(metrics)


def ends(row):
    """Return both ends of a parameter, or its words."""
    if isinstance(row.value, bool):
        return (False, True)
    return row.choices or tuple(end for end in (row.low, row.high) if end is not None)


def levers():
    """Yield (name, value) of both ends of every lever of the season."""
    for row in declarations(load(SEASON).parameters):
        if row.role == "lever":
            yield from ((row.name, value) for value in ends(row))


def sampled():
    """Yield the levers of the commander, and each field of a unit for one unit or another."""
    fields = sorted({name.rpartition(".")[2] for name, _ in levers() if name.startswith("units.")})
    units = len(load(SEASON).parameters.units)
    chosen = {f"units.{place % units}.{field}" for place, field in enumerate(fields)}
    for name, value in levers():
        if not name.startswith("units.") or name in chosen:
            yield name, value


def at(name, value):
    """Return the season with a parameter at a value, and what must go with it."""
    prefix, _, field = name.rpartition(".")
    besides = {f"{prefix}.{k}" if prefix else k: v for k, v in ALLOWED.get(field, {}).items()}
    return season(**{**besides, name: value}).parameters


@pytest.mark.slow
@pytest.mark.parametrize("sharing", ["alone", "alerts", "picture", "tasking"])
def test_the_season_gives_the_same_records_in_both_engines(sharing):
    assert differing(season(sharing=sharing).parameters, n=3, horizon_h=720.0) == ""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "value"), list(sampled()))
def test_an_end_of_a_lever_gives_the_same_records(name, value):
    assert differing(at(name, value)) == ""


@pytest.mark.long
@pytest.mark.parametrize(("name", "value"), list(levers()))
def test_both_ends_of_every_lever_give_the_same_records(name, value):
    assert differing(at(name, value), n=6, horizon_h=360.0) == ""


def test_the_sample_has_every_lever_of_the_commander_and_every_field_of_a_unit():
    def fields(pairs):
        return {name.rpartition(".")[2] if name[:5] == "units" else name for name, _ in pairs}

    assert fields(sampled()) == fields(levers())
    assert len(set(levers())) > 400


@pytest.mark.slow
def test_orders_are_carried_out_alike():
    orders = (
        OrderSpec(time_h=20.0, order="sharing", word="tasking"),
        OrderSpec(time_h=30.0, order="patrol", unit="Gull", area_x_nm=-20.0, area_y_nm=10.0),
        OrderSpec(time_h=30.0, order="dispatch", word="largest"),
        OrderSpec(time_h=60.0, order="stand_by", unit=""),
        OrderSpec(time_h=70.0, order="task", unit="Gull", case=3),
        OrderSpec(time_h=80.0, order="dispatch_phase", word="uncertainty"),
    )
    spec = season(departures_per_day=10.0).parameters.model_copy(update={"orders": orders})

    assert differing(spec, n=4, horizon_h=200.0) == ""


@pytest.mark.slow
def test_small_waters_give_the_same_records():
    units = tuple(unit(f"Skua {n}", flies=True, recovery_per_h=10.0) for n in range(3))

    assert differing(operation(units=units, departures_per_day=40.0), n=2, horizon_h=200.0) == ""


drawn = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "phases": (Phase.explicit, Phase.generate),
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


@pytest.mark.slow
@settings(max_examples=20, **drawn)
@given(spec=operations(), seed=st.integers(0, 2**32))
def test_drawn_operations_give_the_same_records(spec, seed):
    assert differing(spec, n=1, seed=seed) == ""


@pytest.mark.long
@settings(max_examples=400, **drawn)
@given(spec=operations(), seed=st.integers(0, 2**32))
def test_many_drawn_operations_give_the_same_records(spec, seed):
    assert differing(spec, n=2, seed=seed, horizon_h=240.0) == ""
