"""Experiments: the same numbers wherever they run, shapes, theory, and mistakes."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import numpy as np
import pytest

from trainkit import compare, replicate, run, sweep
from trainkit.analysis.intervals import proportion_interval
from trainkit.errors import TrainkitError
from trainkit.experiments import warm_up
from trainkit.experiments.engine import chosen


def koopman(scenario):
    from hcg_models import detection_probability

    return detection_probability(scenario.parameters, scenario.horizon_h)


@pytest.mark.parametrize("speed_kn", [6.0, 18.0, 36.0])
def test_the_simulation_agrees_with_koopman(night_search, speed_kn):
    patrol = night_search.vary("units.0.speed_kn", speed_kn)

    low, high = proportion_interval(
        replicate(patrol, n=2000, seed=7, engine="simpy").values("detected"), level=0.99
    )

    assert low <= koopman(patrol) <= high


def test_a_faster_patrol_is_sooner_by_the_ratio_of_speeds_in_the_same_luck(night_search):
    one = night_search.vary({"units": [{"name": "Alder 1", "speed_kn": 10.0}]})
    slow = replicate(one, n=200).values("time_to_detection_h")
    fast = replicate(one.vary("units.0.speed_kn", 20.0), n=200).values("time_to_detection_h")

    both = ~np.isnan(slow)

    np.testing.assert_allclose(fast[both], slow[both] / 2)


def test_a_replication_is_the_same_alone_and_among_others(night_search):
    results = replicate(night_search, 250, engine="simpy")

    alone = run(night_search, replication=249).first("raft_detected")

    expected_h = alone.time_h if alone else np.nan
    np.testing.assert_equal(results.values("time_to_detection_h")[249], expected_h)


@pytest.mark.parametrize("engine", ["simpy", "compiled"])
@pytest.mark.parametrize("executor", [None, "threads"])
def test_engines_and_threads_give_the_same_bits(night_search, engine, executor):
    here = replicate(night_search, 450, engine="simpy")

    there = replicate(night_search, 450, engine=engine, executor=executor)

    for metric in here.metrics:
        np.testing.assert_array_equal(here.values(metric), there.values(metric))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["simpy", "compiled"])
def test_processes_give_the_same_bits(night_search, engine):
    here = replicate(night_search, 450, engine="simpy")
    spawn = multiprocessing.get_context("spawn")

    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        there = replicate(night_search, 450, engine=engine, executor=pool)

    for metric in here.metrics:
        np.testing.assert_array_equal(here.values(metric), there.values(metric))


@pytest.mark.slow
def test_our_own_processes_give_the_same_bits(night_search):
    here = sweep(night_search, "units.0.speed_kn", [10.0, 20.0], 120, engine="simpy")

    there = sweep(
        night_search, "units.0.speed_kn", [10.0, 20.0], 120, engine="simpy", executor="processes"
    )

    np.testing.assert_array_equal(here.values("detected"), there.values("detected"))


def test_an_executor_that_is_given_is_left_open(night_search):
    with ThreadPoolExecutor(2) as pool:
        replicate(night_search, 10, executor=pool)

        assert pool.submit(int, 3).result() == 3


def test_values_have_the_stated_shapes(night_search):
    results = replicate(night_search, 30)
    swept = sweep(night_search, "area_nm2", np.array([100.0, 400.0, 900.0]), 20)

    assert results.values("detected").shape == (30,)
    assert swept.values("detected").shape == (3, 20)
    assert len(swept.frame()) == 60
    assert list(swept.frame().columns) == [
        "area_nm2",
        "replication",
        "detected",
        "time_to_detection_h",
    ]
    assert list(results.frame().columns) == ["replication", "detected", "time_to_detection_h"]
    assert swept.frame()["area_nm2"].tolist() == [100.0] * 20 + [400.0] * 20 + [900.0] * 20


def test_a_row_of_a_sweep_is_the_replication_of_the_varied_scenario(night_search):
    swept = sweep(night_search, "law", ["random", "certain"], 40)

    alone = replicate(night_search.vary("law", "certain"), 40)

    np.testing.assert_array_equal(swept.values("detected")[1], alone.values("detected"))


def test_the_summary_counts_what_is_missing(night_search):
    results = replicate(night_search, 100)

    summary = results.summary().set_index("metric")

    found = int(results.values("detected").sum())
    assert summary.loc["time_to_detection_h", "n"] == found
    assert summary.loc["time_to_detection_h", "missing"] == 100 - found
    assert summary.loc["detected", "estimate"] == found / 100
    assert summary.loc["detected", "label"] == "Detected by the end"


def test_nothing_found_is_missing_and_no_warning(night_search):
    never = night_search.vary({"area_nm2": 10_000.0, "sweep_width_nm": 0.1, "law": "certain"})

    summary = replicate(never, 5).summary().set_index("metric")

    assert summary.loc["time_to_detection_h", "missing"] == 5
    assert np.isnan(summary.loc["time_to_detection_h", "estimate"])


def test_a_comparison_in_the_same_luck_gains_what_theory_says(night_search):
    """T scales with 1/rate, so corr = 1 and Var(T1 - T2) = (1 - r)^2 Var T1 for the ratio r."""
    long = night_search.vary("area_nm2", 40.0)
    slow, fast = long, long.vary("units.0.speed_kn", 30.0)
    rate_ratio = 30.0 / 48.0

    found = compare(slow, fast, 400)

    time = found.differences()[1]
    assert time.interval.missing == 0
    expected = (1 + rate_ratio**2) / (1 - rate_ratio) ** 2
    assert time.variance_ratio == pytest.approx(expected, rel=1e-9)
    assert time.second - time.first == pytest.approx(time.interval.estimate)
    np.testing.assert_allclose(
        found.values("time_to_detection_h"),
        replicate(fast, 400).values("time_to_detection_h")
        - replicate(slow, 400).values("time_to_detection_h"),
    )


def test_a_scenario_compared_with_itself_does_not_differ(night_search):
    found = compare(night_search, night_search, 50)

    assert all(row["difference"] == 0.0 for row in found.rows())
    assert len(found.summary()) == 2


def test_simpy_answers_until_the_engine_is_warm_and_says_so_once(night_search, capsys, monkeypatch):
    monkeypatch.setattr("trainkit.experiments.engine._told", set())

    engines = [chosen(night_search), chosen(night_search)]
    told = capsys.readouterr().err
    warmed = warm_up(night_search)

    assert engines == ["simpy", "simpy"]
    assert told.count("\n") == 1
    assert "trainkit warmup" in told
    assert warmed
    assert chosen(night_search) == "compiled"


def test_graded_cells_hear_nothing(night_search, capsys, monkeypatch):
    monkeypatch.setattr("trainkit.experiments.engine._told", set())
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")

    replicate(night_search, 120)

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda s: replicate(s, 0), "0 replications cannot be run"),
        (lambda s: replicate(s, -3), "-3 replications cannot be run"),
        (lambda s: replicate(s, 2.5), "is a whole number, not 2.5"),
        (lambda s: replicate(s, True), "is a whole number, not True"),
        (lambda s: replicate(s, "9"), "is a whole number, not '9'"),
        (lambda s: replicate(s, 10**30), "cannot be run"),
        (lambda s: replicate(s, 9, seed=-1), "from 0 to 2**64 - 1"),
        (lambda s: replicate(s, 9, seed=1 << 64), "from 0 to 2**64 - 1"),
        (lambda s: replicate(s, 9, seed=1.0), "A seed is a whole number"),
        (lambda s: replicate(s, 9, engine="compild"), "Did you mean 'compiled'?"),
        (lambda s: replicate(s, 9, executor="thread"), "give 'threads', 'processes'"),
        (lambda s: replicate("hcg/night-search", 9), "Load it first"),
        (lambda s: run(s, replication=-1), "A replication is a number from 0"),
        (lambda s: run(s, replication=0.0), "A replication is a whole number"),
        (lambda s: sweep(s, "area_nm2", [], 9), "at least one value"),
        (lambda s: sweep(s, "area_nm2", 3.0, 9), "list of values"),
        (lambda s: sweep(s, "law", "random", 9), "list of values"),
        (lambda s: sweep(s, "area", [3.0], 9), "Did you mean 'area_nm2'?"),
        (lambda s: sweep(s, "area_nm2", [3.0, 1e9], 9), "from 1 to 10000 NM2"),
        (lambda s: sweep(s, "area_nm2", [3.0], 0), "0 replications"),
        (lambda s: compare(s, "x", 9), "Load it first"),
        (lambda s: replicate(s, 9).values("detekted"), "Did you mean 'detected'?"),
        (lambda s: replicate(s, 9).label("detekted"), "Did you mean 'detected'?"),
        (lambda s: compare(s, s, 9).values("detekted"), "Did you mean 'detected'?"),
    ],
)
def test_a_mistake_is_explained(night_search, ask, said):
    with pytest.raises(TrainkitError) as caught:
        ask(night_search)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_results_show_themselves_on_one_line(night_search):
    swept = sweep(night_search, "area_nm2", [100.0, 400.0], 5)

    assert repr(swept) == (
        "<Results of hcg/night-search: 5 replications at 2 values of area_nm2, seed 1946>"
    )


def test_a_comparison_shows_itself_on_one_line_without_its_numbers(night_search):
    shown = repr(compare(night_search, night_search.vary("area_nm2", 200.0), n=50))

    assert "50 pairs" in shown
    assert shown.count("hcg/night-search") == 2
    assert len(shown) < 120
