"""Configurations that the two engines are compared on."""

import numpy as np
import simpy

from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.sea.area_search import MODEL, SearchSpec, UnitSpec

PATTERNS = ("parallel", "creeping_line", "expanding_square", "sector", "stand_by")


def drawn_unit(rng, number):
    pick = rng.choice
    return UnitSpec(
        name=f"unit {number}",
        agency=str(pick(["Alder", "Borea"])),
        base_x_nm=float(rng.uniform(-60, 60)),
        base_y_nm=float(rng.uniform(-60, 60)),
        ready_h=float(pick([0.0, 0.5, 1.0])),
        transit_speed_kn=float(rng.uniform(15, 140)),
        search_speed_kn=float(rng.uniform(10, 120)),
        endurance_h=float(rng.uniform(2, 14)),
        reserve_h=float(pick([0.25, 1.0])),
        turnaround_h=float(rng.uniform(0.25, 3)),
        sweep_width_nm=float(pick([0.0, 0.3, 0.8, 2.0])),
        pattern=str(pick(PATTERNS)),
        area_x_nm=float(rng.uniform(-5, 5)),
        area_y_nm=float(rng.uniform(-5, 5)),
        area_length_nm=float(rng.uniform(8, 30)),
        area_width_nm=float(rng.uniform(8, 30)),
        heading_deg=float(rng.uniform(0, 360)),
        track_spacing_nm=float(rng.uniform(0.5, 4)),
        can_recover=bool(rng.random() < 0.7),
        survivor_capacity=int(rng.integers(1, 8)),
        recovery_h=float(rng.uniform(0.1, 1.5)),
    )


def drawn_spec(number):
    rng = np.random.default_rng([1946, number])
    return SearchSpec(
        units=tuple(drawn_unit(rng, place) for place in range(rng.integers(1, 6))),
        sharing_delay_h=float(rng.choice([0.0, 0.5, 2.0])),
        lateral_range=str(rng.choice(["inverse_cube", "inverse_cube", "definite_range"])),
        object_id=int(rng.integers(1, 86)),
        persons=int(rng.integers(1, 12)),
        elapsed_h=float(rng.choice([0.0, 3.0, 12.0])),
        position_error_nm=float(rng.uniform(0, 5)),
        wind_kn=float(rng.choice([0.0, 10.0, 25.0])),
        wind_from_deg=float(rng.uniform(0, 360)),
        current_kn=float(rng.uniform(0, 2)),
        current_toward_deg=float(rng.uniform(0, 360)),
        jibe_chance=float(rng.choice([0.0, 0.04, 0.5])),
    )


def simpy_books(spec, seed, n, horizon_h):
    return Logbooks.of([_book(spec, Luck(seed, place), horizon_h) for place in range(n)])


def _book(spec, luck, horizon_h):
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, luck, writer)
    env.run(until=horizon_h)
    return writer.logbook()


def with_unit(spec, number, **values):
    units = list(spec.units)
    units[number] = units[number].model_copy(update=values)
    return spec.model_copy(update={"units": tuple(units)})


def twins(**values):
    """Two identical units at one base, so that every event of the one ties with the other's."""
    unit = UnitSpec(name="one", agency="Alder", base_x_nm=-20.0, sweep_width_nm=0.5, **values)
    return (unit, unit.model_copy(update={"name": "two"}))


def tied():
    """Ties everywhere: twins that search, twins that stand by, and one ready at the horizon."""
    searching = twins(pattern="parallel", endurance_h=6.0)
    waiting = [
        unit.model_copy(update={"agency": "Borea", "name": f"waiting {unit.name}"})
        for unit in twins(pattern="stand_by", ready_h=0.0)
    ]
    late = UnitSpec(name="late", agency="Borea", base_x_nm=30.0, ready_h=12.0, pattern="stand_by")
    return SearchSpec(
        units=(*searching, *waiting, late), sharing_delay_h=0.0, jibe_chance=0.3, wind_kn=20.0
    )
