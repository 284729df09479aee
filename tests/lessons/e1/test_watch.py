"""The evening's boats: held to a queue of our own in SimPy, call by call and person by person."""

from itertools import product

import numpy as np
import pytest
import simpy
from scipy import stats

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1 import watch
from trainkit.lessons.e1.calls import PHASES, Call, draw_calls

TRUE = {"uncertainty": 0.05, "alert": 0.4, "distress": 0.9}
EVENINGS = [watch.evening(Luck(seed)) for seed in range(300, 312)]
CUES = [[call.cues for call in calls] for calls in EVENINGS]


def true_of(calls):
    return [TRUE[call.cues] for call in calls]


def one_night(calls, declared, is_true, lifetimes):
    """Return who is alive when a boat arrives; each boat is a resource, each call a process."""
    env, alive = simpy.Environment(), [0] * len(calls)
    boats = simpy.Resource(env, capacity=3)

    def asked_first(at, call):
        yield env.timeout(call.time_h + 2.0)
        if is_true[at]:
            yield from voyage(at, call, ready=0.5)

    def kept_ready(at, call):
        yield env.timeout(call.time_h)
        yield from voyage(at, call, ready=0.75, vain=0.0)

    def launched(at, call):
        yield env.timeout(call.time_h)
        yield from voyage(at, call, ready=0.0, vain=3.0)

    def voyage(at, call, ready, vain=0.0):
        with boats.request() as boat:
            yield boat
            yield env.timeout(ready)
            waited = env.now + call.transit_h - call.time_h
            alive[at] = int((lifetimes[at] > waited).sum()) if is_true[at] else 0
            yield env.timeout(5.0 if is_true[at] else vain)

    kinds = {"uncertainty": asked_first, "alert": kept_ready, "distress": launched}
    for at, (call, phase) in enumerate(zip(calls, declared, strict=True)):
        env.process(kinds[phase](at, call))
    env.run()
    return sum(alive)


def nights(calls, declared, seed, n=5_000):
    """Return the people alive in *n* nights; truth and lifetimes are drawn by NumPy."""
    rng, found = np.random.default_rng(seed), []
    for _ in range(n):
        is_true = rng.random(len(calls)) < true_of(calls)
        lives = [c.survival_median_h * np.exp(0.6 * rng.normal(size=c.persons)) for c in calls]
        found.append(one_night(calls, declared, is_true, lives))
    return np.array(found)


@pytest.mark.slow
@pytest.mark.parametrize("evening", range(3))
@pytest.mark.parametrize("declared", [None, "distress", "alert", "uncertainty", "mixed"])
def test_the_expectation_is_that_of_a_queue_simulated_person_by_person(evening, declared):
    calls = EVENINGS[evening]
    mixed = ["alert", "distress", "uncertainty", "distress", "alert", "distress"]
    phases = {None: CUES[evening], "mixed": mixed}.get(declared, [declared] * 6)

    found = nights(calls, phases, seed=evening)

    half = stats.norm.ppf(0.9995) * found.std(ddof=1) / len(found) ** 0.5
    assert watch.expected_alive(calls, phases, true_of(calls)) == pytest.approx(
        found.mean(), abs=half
    )


def test_one_call_alone_is_reached_after_its_delay_and_transit():
    call = Call(1.0, "", persons=10, transit_h=1.25, cues="distress", survival_median_h=3.0)

    for phase, delay_h in (("distress", 0.0), ("alert", 0.75), ("uncertainty", 2.5)):
        lives = stats.lognorm.sf(delay_h + 1.25, s=0.6, scale=3.0)
        assert watch.expected_alive([call], [phase], [0.5]) == pytest.approx(5.0 * lives)


def test_the_fourth_of_four_true_calls_waits_until_a_boat_is_back():
    calls = [Call(0.1 * n, "", 8, 1.0, "distress", 3.0) for n in range(4)]

    found = watch.survivors(calls, ["distress"] * 4, np.ones((1, 4), dtype=bool))[0]

    at_once, waits = 8 * stats.lognorm.sf([1.0, 5.0 - 0.3 + 1.0], s=0.6, scale=3.0)
    assert found == pytest.approx([at_once, at_once, at_once, waits])


def test_a_false_alarm_declared_distress_takes_a_boat_for_three_hours():
    calls = [Call(0.1 * n, "", 8, 1.0, "distress", 3.0) for n in range(4)]

    found = watch.survivors(calls, ["distress"] * 4, np.array([[False, False, False, True]]))[0]

    assert found == pytest.approx([0, 0, 0, 8 * stats.lognorm.sf(3.0 - 0.3 + 1.0, s=0.6, scale=3)])


@pytest.mark.parametrize("place", range(12))
def test_the_highest_phase_for_everything_costs_people_elsewhere(place):
    calls, true = EVENINGS[place], true_of(EVENINGS[place])

    highest = watch.expected_alive(calls, ["distress"] * 6, true)

    assert highest < watch.expected_alive(calls, ["alert"] * 6, true) + 1e-9
    assert highest < watch.expected_alive(calls, CUES[place], true) - 1.0


@pytest.mark.parametrize("place", range(12))
def test_in_hidden_odds_as_well_the_cues_beat_one_phase_for_all(place):
    for night in range(20):
        true = watch.chances(EVENINGS[place], Luck(7_000 + night))
        cues = watch.expected_alive(EVENINGS[place], CUES[place], true)

        for phase in PHASES:
            assert cues > watch.expected_alive(EVENINGS[place], [phase] * 6, true)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(4))
def test_a_call_that_is_true_is_never_better_off_in_a_lower_phase_than_distress(place):
    calls = draw_calls(Luck(40 + place))
    cases = np.array(list(product((False, True), repeat=6)))

    for at in range(6):
        true = cases[cases[:, at]]
        for others in product(PHASES, repeat=5):
            own = {
                phase: watch.survivors(calls, [*others[:at], phase, *others[at:]], true)[:, at]
                for phase in PHASES
            }
            assert (own["alert"] < own["distress"]).all()
            assert (own["uncertainty"] < own["distress"]).all()


@pytest.mark.parametrize("place", range(12))
def test_doubting_a_true_distress_is_never_better_for_all_together(place):
    calls, true = EVENINGS[place], true_of(EVENINGS[place])
    cues = watch.expected_alive(calls, CUES[place], true)

    for at in (at for at, cue in enumerate(CUES[place]) if cue == "distress"):
        later = [*CUES[place][:at], "uncertainty", *CUES[place][at + 1 :]]
        assert watch.expected_alive(calls, later, true) < cues


def test_people_recovered_are_never_more_than_people_in_danger():
    for calls, cues in zip(EVENINGS, CUES, strict=True):
        most = sum(call.persons * TRUE[call.cues] for call in calls)

        for declared in (cues, ["distress"] * 6, ["uncertainty"] * 6):
            assert 0.0 < watch.expected_alive(calls, declared, true_of(calls)) < most


def test_calls_that_are_not_true_bring_nobody():
    calls = EVENINGS[0]

    found = watch.survivors(calls, CUES[0], np.zeros((1, 6), dtype=bool))

    assert watch.expected_alive(calls, CUES[0], [0.0] * 6) == 0.0
    assert (found == 0.0).all()


@pytest.mark.slow
@pytest.mark.parametrize("place", range(12))
def test_an_evening_tells_answers_apart(place):
    calls, true = EVENINGS[place], true_of(EVENINGS[place])
    every = [watch.expected_alive(calls, one, true) for one in product(PHASES, repeat=6)]
    cues = watch.expected_alive(calls, CUES[place], true)

    assert cues >= max(every) / 1.015
    assert cues - watch.expected_alive(calls, ["alert"] * 6, true) >= 1.2
    assert watch.best(calls, true) == pytest.approx(max(every))


def test_hidden_odds_are_lognormal_about_the_stated_chances():
    found = np.array([watch.chances(EVENINGS[0], Luck(seed)) for seed in range(2_000)])
    stated = np.array(true_of(EVENINGS[0]))

    logs = np.log(found / (1.0 - found)) - np.log(stated / (1.0 - stated))

    for place in range(6):
        assert stats.kstest(logs[:, place], "norm", args=(0.0, 0.2)).pvalue > 1e-4
