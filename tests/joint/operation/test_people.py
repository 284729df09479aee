"""Survival is a distribution and no cut-off; an approach capsizes as often as it is said to."""

import math

import numpy as np
import pytest
from scipy import stats
from tests.joint.operation.waters import by_case, calm, facts, operation, run, times, unit

from trainkit.joint.operation.places import LandSpec, SpellSpec

MEDIAN_H, SIGMA = 5.0, 0.8
LEAVE_H, UNTIL_H = 48.0, 3000.0


def drowning(**values):
    """Return boats that founder at once, and nobody who could come; they leave for two days."""
    spells = (SpellSpec(sea=0, time_h=LEAVE_H), SpellSpec(sea=1, time_h=1.0))
    seas = (calm(), calm(departure_factor=0.0))
    usual = {
        "units": (),
        "seas": seas,
        "spells": spells,
        "departures_per_day": 20.0,
        "swamped_mean_h": 0.01,
        "water_mean_h": 0.01,
        "survival_median_h": MEDIAN_H,
        "survival_sigma": SIGMA,
        "lifejacket_share": 0.0,
    }
    return operation(**{**usual, **values})


def lives(spec):
    """Return how long each person lived in the water, and how many people left."""
    book = run(spec, UNTIL_H)
    began = by_case(book, "people_in_water")
    lost = book.of("person_lost")
    hours = [entry.time_h - began[entry.facts["case"]].time_h for entry in lost]
    return np.array(hours), facts(book, "boat_departed", "persons").sum()


def test_survival_without_a_lifejacket_is_the_lognormal():
    hours, people = lives(drowning())

    assert len(hours) == people
    assert stats.kstest(hours, "lognorm", args=(SIGMA, 0.0, MEDIAN_H)).pvalue > 1e-3


def test_with_a_lifejacket_of_their_own_people_survive_so_many_times_as_long():
    hours, _ = lives(drowning(lifejacket_share=1.0, lifejacket_factor=3.0))

    assert stats.kstest(hours, "lognorm", args=(SIGMA, 0.0, 3.0 * MEDIAN_H)).pvalue > 1e-3


def test_people_with_and_without_lifejackets_mix_by_their_share():
    hours, _ = lives(drowning(lifejacket_share=0.4, lifejacket_factor=3.0))

    def law(h):
        own = stats.lognorm.cdf(h, SIGMA, 0.0, 3.0 * MEDIAN_H)
        return 0.4 * own + 0.6 * stats.lognorm.cdf(h, SIGMA, 0.0, MEDIAN_H)

    assert stats.kstest(hours, law).pvalue > 1e-3


def test_survival_has_no_cut_off_some_outlive_five_medians():
    hours, people = lives(drowning())

    chance = stats.lognorm.sf(5.0 * MEDIAN_H, SIGMA, 0.0, MEDIAN_H)
    assert stats.binomtest(int((hours > 5.0 * MEDIAN_H).sum()), int(people), chance).pvalue > 1e-3


@pytest.mark.parametrize(
    ("earlier", "later", "mean_h"),
    [
        ("boat_departed", "boat_in_doubt", 4.0),
        ("boat_in_doubt", "distress_began", 2.0),
        ("distress_began", "boat_swamped", 3.0),
        ("boat_swamped", "people_in_water", 1.0),
    ],
)
def test_a_boat_worsens_after_exponential_times_that_the_sea_shortens(earlier, later, mean_h):
    seas = calm(hazard_factor=2.0), calm(departure_factor=0.0, hazard_factor=2.0)
    means = {"doubt_mean_h": 8.0, "distress_mean_h": 4.0, "swamped_mean_h": 6.0}
    book = run(drowning(seas=seas, water_mean_h=2.0, departures_per_day=60.0, **means), 400.0)

    before, after = by_case(book, earlier), by_case(book, later)

    took_h = [after[case].time_h - before[case].time_h for case in after]
    assert len(took_h) > 80
    assert stats.kstest(took_h, "expon", args=(0.0, mean_h)).pvalue > 1e-3


def approached(**values):
    """Return approaches to boats in distress in the middle one of three seas, capacity enough."""
    seas = tuple(calm(name=f"sea {n}") for n in range(3))
    units = tuple(unit(f"Skua {n}", flies=True, recovery_per_h=400.0) for n in range(4))
    usual = {
        "units": units,
        "seas": seas,
        "spells": (SpellSpec(sea=1, time_h=2000.0),),
        "departures_per_day": 60.0,
        "call_mean_h": 1.0,
        "capsize_chance": 0.8,
    }
    return run(operation(**{**usual, **values}), 240.0)


def in_distress(book):
    """Return how many boats had begun distress when a unit first came."""
    distress, came = by_case(book, "distress_began"), by_case(book, "unit_on_scene")
    return sum(c in distress and distress[c].time_h <= came[c].time_h for c in came)


@pytest.mark.parametrize(
    ("lifejackets_first", "chance"), [(False, 0.8 * 0.5), (True, 0.8 * 0.5 * 0.25)]
)
def test_an_approach_capsizes_a_boat_in_distress_by_sea_and_lifejackets(lifejackets_first, chance):
    book = approached(lifejackets_first=lifejackets_first)

    assert in_distress(book) > 400
    assert stats.binomtest(len(book.of("boat_capsized")), in_distress(book), chance).pvalue > 1e-3


def test_an_approach_in_a_calm_capsizes_nobody():
    book = approached(spells=(SpellSpec(sea=0, time_h=2000.0),))

    assert in_distress(book) > 400
    assert len(book.of("boat_capsized")) == 0


def test_whoever_drifts_ashore_alive_is_ashore():
    """A current of 2 kn to the east, a coast 10 NM away: those who live for 5 h more land."""
    coast = LandSpec(west_nm=10.0, east_nm=20.0, south_nm=-400.0, north_nm=400.0)
    book = run(drowning(lands=(coast,), current_kn=2.0), 400.0)

    in_water, landed = by_case(book, "people_in_water"), by_case(book, "boat_landed")

    drifted = 0
    for case, entry in landed.items():
        away_nm = 10.0 - in_water[case].facts["x_nm"]
        assert entry.time_h - in_water[case].time_h == pytest.approx(away_nm / 2.0, rel=1e-9)
        drifted += entry.facts["persons"]
    people = facts(book, "boat_departed", "persons").sum()
    chance = stats.lognorm.sf(5.0, SIGMA, 0.0, MEDIAN_H)
    assert stats.binomtest(int(drifted), int(people), chance).pvalue > 1e-4


DENSITY_NM2 = 0.01


@pytest.fixture(scope="module")
def asked():
    spec = operation(
        units=(),
        ask_merchants=True,
        traffic_density_nm2=DENSITY_NM2,
        traffic_sight_nm=12.0,
        sighting_error_nm=0.05,
        traffic_speed_kn=30.0,
        departures_per_day=6.0,
    )
    return run(spec, 2400.0)


def test_the_nearest_merchant_ship_is_as_far_as_the_rayleigh_law_says(asked):
    """Of ships strewn at random, none lies within r with chance exp(-density pi r^2)."""
    nearest = {case: e.facts["distance_nm"] for case, e in by_case(asked, "merchant_asked").items()}

    scale = 1.0 / math.sqrt(2.0 * math.pi * DENSITY_NM2)
    assert len(nearest) > 300
    assert stats.kstest(list(nearest.values()), "rayleigh", args=(0.0, scale)).pvalue > 1e-3


def test_a_merchant_ship_comes_at_its_speed_and_lands_whom_it_took(asked):
    told = by_case(asked, "merchant_asked")
    came = by_case(asked, "search_began")
    merchants = [case for case in came if came[case].subject.startswith("merchant")]
    assert len(merchants) == len(came)

    took_h = np.array([came[case].time_h - told[case].time_h for case in came])
    way_nm = np.array([told[case].facts["distance_nm"] for case in came])
    # 30 kn in the calm of these waters, which lets ships go at a twentieth; a boat in doubt makes
    # 0.025 kn of way meanwhile, a sixtieth.
    assert took_h == pytest.approx(way_nm / 1.5, rel=1.0 / 59.0, abs=1e-6)
    assert facts(asked, "persons_disembarked", "persons").sum() > 1000
    assert len(times(asked, "persons_recovered")) > 100
