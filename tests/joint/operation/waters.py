"""Waters small enough to know the answer, and ways to run an operation on them."""

from dataclasses import replace

import numpy as np
import simpy

from trainkit.joint.operation import MODEL, OperationSpec, UnitSpec
from trainkit.joint.operation.places import LinkSpec, OriginSpec, PortSpec, RegionSpec, SeaSpec
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.scenarios import load

SEASON = "trainkit/joint-season"


def unit(name="Skua", **values):
    """Return a unit that lies ready at the origin, fast, tireless and with room for all."""
    usual = {
        "agency": "Alder Coast Guard",
        "state": "Alder",
        "posture": "stand_by",
        "ready_h": 0.0,
        "speed_kn": 250.0,
        "hull_speed_kn": 300.0,
        "patrol_speed_kn": 200.0,
        "endurance_h": 400.0,
        "reserve_h": 0.0,
        "rest_h": 0.0,
        "survivor_capacity": 1000,
        "sweep_width_nm": 40.0,
        "water_sweep_width_nm": 5.0,
        "worst_sea": 5,
    }
    return UnitSpec(name=name, **{**usual, **values})


def region(centre="Alder", **values):
    """Return a region that is the whole sea."""
    whole = {"west_nm": -500.0, "east_nm": 500.0, "south_nm": -500.0, "north_nm": 500.0}
    return RegionSpec(centre=centre, **{**whole, **values})


def origin(**values):
    """Return a coast at the origin of the plane, from which the way is far."""
    usual = {
        "x_nm": 0.0,
        "y_nm": 0.0,
        "spread_nm": 0.0,
        "toward_x_nm": 500.0,
        "toward_y_nm": 0.0,
        "told": "Alder",
    }
    return OriginSpec(**{**usual, **values})


def port(name="Haven", **values):
    """Return a port at the origin of the plane, with room for all."""
    usual = {"state": "Alder", "x_nm": 0.0, "y_nm": 0.0, "capacity": 10_000}
    return PortSpec(name=name, **{**usual, **values})


def calm(**values):
    """Return a sea without wind, in which boats go slowly; it slows no aircraft."""
    return SeaSpec(**{"name": "calm", "wind_kn": 0.0, "speed_factor": 0.05, **values})


def operation(**values):
    """Return an operation on a sea that neither drifts nor darkens; boats are in doubt at once.

    Ten people leave with each boat. They call within moments, and without a hotline. Nothing is
    reported by others, no merchant is asked, and nobody hands lifejackets over.
    """
    usual = {
        "units": (unit(flies=True),),
        "seas": (calm(),),
        "regions": (region(),),
        "origins": (origin(),),
        "ports": (port(),),
        "link": LinkSpec(),
        "current_kn": 0.0,
        "wind_spread_deg": 0.0,
        "night_sweep_factor": 1.0,
        "boat_speed_kn": 1.0,
        "persons_median": 10.0,
        "persons_sigma": 0.0,
        "most_persons": 10,
        "doubt_mean_h": 0.01,
        "distress_mean_h": 0.01,
        "swamped_mean_h": 1000.0,
        "water_mean_h": 1000.0,
        "call_chance": 1.0,
        "call_mean_h": 0.01,
        "hotline_share": 0.0,
        "overdue_chance": 0.0,
        "traffic_density_nm2": 0.0,
        "false_alarms_per_day": 0.0,
        "call_error_nm": 0.05,
        "drift_error_kn": 0.0,
        "definite_range_nm": 0.0,
        "on_scene": "exponential",
        "capsize_chance": 0.0,
        "lifejackets_h": 0.0,
        "lifejackets_first": False,
        "disembark_h": 0.0,
        "evidence_h": 0.0,
        "suspend_pos": 0.9999,
        "review_h": 240.0,
        "dispatch_phase": "uncertainty",
        "most_units": 1,
        "ask_merchants": False,
    }
    return OperationSpec(**{**usual, **values})


def run(spec, horizon_h, seed=7, replication=0):
    """Return the logbook of one run in SimPy, as the model itself starts it."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, Luck(seed, replication), writer)
    env.run(until=horizon_h)
    return writer.logbook()


def many(spec, horizon_h, n, seed=7):
    """Return the logbooks of *n* replications in SimPy."""
    return Logbooks.of([run(spec, horizon_h, seed, place) for place in range(n)])


def season(horizon_h=720.0, **values):
    """Return the thirty days, or a part of them, with other values."""
    scenario = replace(load(SEASON), horizon_h=horizon_h)
    return scenario.vary(values) if values else scenario


def times(book, kind, subject=None):
    """Return when entries of a kind were written."""
    return np.array([entry.time_h for entry in book.of(kind, subject)])


def facts(book, kind, fact, subject=None):
    """Return a fact of the entries of a kind."""
    return np.array([entry.facts[fact] for entry in book.of(kind, subject)])


def by_case(book, kind):
    """Return the first entry of a kind of each case."""
    found = {}
    for entry in book.of(kind):
        found.setdefault(entry.facts["case"], entry)
    return found
