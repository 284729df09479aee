"""An exercise is its scenario, its seed and its orders: paused, branched, killed and resumed."""

import json
from dataclasses import replace

import numpy as np
import pytest

from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise
from trainkit.experiments import run
from trainkit.scenarios import load

NIGHT = load("trainkit/joint-night")
SHARE = {"order": "sharing", "word": "tasking"}
PETREL = {"order": "patrol", "unit": "Petrel", "area_x_nm": 65.0, "area_y_nm": 23.0}
EARLY = {"order": "dispatch_phase", "word": "alert"}


def led(seed=7, pauses=(12.0, 18.0, 24.0)):
    exercise = Exercise(NIGHT, seed)
    for at_h, order in zip(pauses, (SHARE, PETREL, EARLY), strict=True):
        exercise.to(at_h)
        exercise.order(**order)
    return exercise


def same(one, other):
    return one.records() == other.records()


def test_a_replay_with_the_orders_as_data_is_the_same_bit_for_bit():
    exercise = led()
    exercise.to(48.0)

    replay = run(NIGHT.vary("orders", exercise.orders), seed=7, replication=0, engine="simpy")

    assert same(exercise.logbook, replay)
    np.testing.assert_array_equal(exercise.logbook.entries["time_h"], replay.entries["time_h"])


def test_pauses_change_nothing():
    often, once = led(), led()
    for at_h in np.arange(24.25, 48.0, 0.75):
        often.to(float(at_h))
        often.picture()

    often.to(48.0)
    once.to(48.0)

    assert same(often.logbook, once.logbook)


@pytest.mark.parametrize("killed_h", [0.0, 12.0, 18.0, 31.7, 48.0])
def test_an_exercise_killed_at_any_moment_is_resumed_to_the_same_end(tmp_path, killed_h):
    whole, cut = led(), Exercise(NIGHT, 7)
    whole.to(48.0)
    file = tmp_path / "nuit d'été.json"
    orders = {12.0: SHARE, 18.0: PETREL, 24.0: EARLY}
    for at_h, order in orders.items():
        if at_h <= killed_h:
            cut.to(at_h)
            cut.order(**order)
    cut.to(killed_h)
    cut.save(file)

    resumed = Exercise.resumed(file, NIGHT)

    assert resumed.now_h == killed_h
    assert same(resumed.logbook, cut.logbook)
    for at_h, order in orders.items():
        if at_h > killed_h:
            resumed.to(at_h)
            resumed.order(**order)
    resumed.to(48.0)
    assert same(resumed.logbook, whole.logbook)


def test_a_branch_meets_the_same_night_up_to_its_moment_and_another_one_after_it():
    mine = led()
    mine.to(48.0)

    other = mine.branch(20.0, [{"order": "dispatch_phase", "word": "uncertainty"}])
    other.to(48.0)

    before = [r for r in mine.logbook.records() if r[0] < 20.0]
    assert before == [r for r in other.logbook.records() if r[0] < 20.0]
    assert not same(mine.logbook, other.logbook)


def test_a_branch_without_an_order_from_the_end_on_is_the_exercise_itself():
    mine = led()
    mine.to(48.0)

    other = mine.branch(24.5)
    other.to(48.0)

    assert same(mine.logbook, other.logbook)
    assert all(side.one == side.other for side in mine.compare(other) if side.one == side.one)


def test_boats_leave_alike_whatever_is_ordered():
    mine, other = led(), Exercise(NIGHT, 7)
    mine.to(48.0)
    other.to(48.0)

    left = [(e.time_h, e.facts) for e in mine.logbook.of("boat_departed")]

    assert left == [(e.time_h, e.facts) for e in other.logbook.of("boat_departed")]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"order": "patrl"}, "Did you mean 'patrol'"),
        ({**PETREL, "unit": "Petrle"}, "Did you mean 'Petrel'"),
        ({**PETREL, "unit": ""}, "name it"),
        ({**PETREL, "area_x_nm": 95.0}, "over land"),
        ({**PETREL, "area_x_nm": 4000.0}, "refused"),
        ({**SHARE, "word": "all"}, "It is one of"),
        ({**SHARE, "words": "picture"}, "Did you mean 'word'"),
        ({**SHARE, "time_h": 3.0}, "Go on to that hour first"),
        ({"order": "task", "case": 0}, "names its unit"),
    ],
)
def test_a_wrong_order_is_refused_in_a_paragraph_and_changes_nothing(order, said):
    exercise = led()
    before = exercise.orders

    with pytest.raises(TrainkitError) as caught:
        exercise.order(**order)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert exercise.orders == before
    exercise.to(30.0)


def test_nobody_goes_back_in_time_or_beyond_the_end():
    exercise = led()

    for time_h in (23.0, 48.5, float("nan")):
        with pytest.raises(TrainkitError, match="stands at hour 24"):
            exercise.to(time_h)


def test_exercises_of_two_nights_or_two_hours_are_not_compared():
    mine, late, strange = led(), led(), led(seed=8)
    late.to(30.0)

    for other in (late, strange):
        with pytest.raises(TrainkitError, match="same luck at the same hour"):
            mine.compare(other)


def test_the_name_of_a_scenario_is_no_scenario_and_the_way_to_one_is_named():
    with pytest.raises(TrainkitError, match=r"Load it first: trainkit\.load"):
        Exercise("trainkit/joint-night", seed=1)


def test_only_a_joint_operation_is_led():
    with pytest.raises(TrainkitError, match="takes no orders"):
        Exercise(load("trainkit/two-agency-search"), 7)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"seed": 7}', '{"seed": "7", "orders": []}'])
def test_a_damaged_file_is_refused(tmp_path, text):
    file = tmp_path / "night.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError):
        Exercise.resumed(file, NIGHT)


def test_an_exercise_of_another_scenario_is_refused(tmp_path):
    led().save(tmp_path / "night.json")

    with pytest.raises(TrainkitError, match="another version"):
        Exercise.resumed(tmp_path / "night.json", NIGHT.vary("departures_per_day", 11.0))


def test_a_save_that_fails_leaves_the_last_one(tmp_path, monkeypatch):
    exercise, file = led(), tmp_path / "night.json"
    exercise.save(file)
    before = file.read_text(encoding="utf-8")
    exercise.to(30.0)

    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TrainkitError, match="still there"):
        exercise.save(file)

    assert file.read_text(encoding="utf-8") == before
    assert json.loads(before)["now_h"] == 24.0


def test_the_scenarios_own_orders_come_first():
    told = NIGHT.vary("orders", ({"time_h": 6.0, **SHARE},))
    exercise = Exercise(told, 7)
    exercise.to(12.0)
    exercise.order(**EARLY)
    exercise.to(14.0)

    given = exercise.logbook.of("order_given")

    assert [entry.facts["order"] for entry in given] == ["sharing", "dispatch_phase"]
    assert exercise.orders[0]["time_h"] == 12.0
    assert replace(told, title="x").parameters == told.parameters
