"""One rescuer against death: the simulation meets the sums of a pure death process."""

import math

import numpy as np
import pytest
from scipy import stats

from trainkit.joint.mass_rescue import formula
from trainkit.joint.mass_rescue.survival import median_h

N = 1_500


def race(rescue, persons, mu_per_h, **values):
    """Return a rescue that is a race: exponential lives, exponential trips, one at a time."""
    one = rescue.unit(load=1, water_per_h=mu_per_h)
    world = {
        "persons": persons,
        "in_water": persons,
        "jackets_on": persons,
        "survival_law": "exponential",
        "trip_law": "exponential",
        "frailty": 1.0,
        "suspend_h": 200.0,
    }
    return rescue.spec((one,), **{**world, **values})


def delta_per_h(found):
    return math.log(2.0) / median_h(found.water_c)


@pytest.mark.parametrize("mu_per_h", [0.05, 0.2, 1.0])
def test_one_person_is_recovered_before_death_with_mu_over_mu_plus_delta(rescue, mu_per_h):
    found = race(rescue, 1, mu_per_h, water_c=13.0)

    alive = rescue.metric(rescue.many(found, N, until_h=400.0), "persons_recovered_alive")

    chance = formula.recovered_first(mu_per_h, delta_per_h(found))
    assert stats.binomtest(int(alive.sum()), N, chance).pvalue > 1e-4


@pytest.mark.slow
@pytest.mark.parametrize("persons", [5, 20])
def test_many_people_are_recovered_as_the_steps_of_a_death_process_say(rescue, persons):
    found = race(rescue, persons, 3.0, water_c=13.0)
    delta = delta_per_h(found)

    alive = rescue.metric(rescue.many(found, N, until_h=400.0), "persons_recovered_alive")

    sd = math.sqrt(formula.recovered_variance(persons, 3.0, delta) / N)
    assert abs(alive.mean() - formula.recovered(persons, 3.0, delta)) < 4 * sd
    spread = formula.recovered_variance(persons, 3.0, delta)
    assert alive.var(ddof=1) == pytest.approx(spread, rel=0.15)


def hours_alive(book, persons):
    """Add up the time that people alive spend in the water, from the entries alone."""
    hours, left, since = 0.0, persons, 0.0
    for entry in book:
        if entry.kind in {"persons_recovered", "person_lost"}:
            hours += left * (entry.time_h - since)
            since = entry.time_h
            left -= int(entry.facts.get("persons", 1))
    assert left == 0
    return hours


@pytest.mark.slow
def test_people_alive_spend_the_hours_in_the_water_that_the_sum_says(rescue):
    found = race(rescue, 8, 2.0, water_c=13.0)
    books = rescue.many(found, N, until_h=400.0)

    hours = np.array([hours_alive(books[place], 8) for place in range(N)])

    expected = formula.hours_alive_in_water(8, 2.0, delta_per_h(found))
    assert abs(hours.mean() - expected) < 4 * hours.std(ddof=1) / math.sqrt(N)


def test_without_death_the_formula_recovers_all_and_without_a_rescuer_nobody():
    assert formula.recovered(40, 3.0, 0.0) == 40.0
    assert formula.recovered(40, 1e-12, 1.0) == pytest.approx(0.0, abs=1e-9)
    assert formula.recovered_variance(40, 3.0, 0.0) == 0.0


def test_the_sum_is_that_of_a_chain_solved_step_by_step():
    mu, delta, persons = 1.7, 0.4, 6
    generator = np.zeros((persons + 1, persons + 1))
    for left in range(1, persons + 1):
        generator[left, left] = -(mu + left * delta)
        generator[left, left - 1] = mu + left * delta
    times = np.linalg.solve(-generator[1:, 1:].T, np.eye(persons)[-1])

    assert formula.recovered(persons, mu, delta) == pytest.approx(mu * times.sum())
    hours = float((np.arange(1, persons + 1) * times).sum())
    assert formula.hours_alive_in_water(persons, mu, delta) == pytest.approx(hours)
