"""Time, hints, help and positions: what a log and a result say, against numbers worked by hand."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from trainkit.grading.booked import Booked, Grade
from trainkit.grading.cohort.competence import outcomes
from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.grading.cohort.hints import hints
from trainkit.grading.cohort.positions import spreads
from trainkit.grading.cohort.stuck import stuck
from trainkit.grading.course import USUAL
from trainkit.grading.exporting.marks import Person
from trainkit.grading.report import Row
from trainkit.grading.result import Result
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.records import Answers, Record
from trainkit.lessons.timing import breaks, minutes_on

BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)


def log(*entries):
    """Return a log of (minute, task, event) or (minute, task, event, value)."""
    return Answers(
        tuple(
            Record(place, task, event, (*value, None)[0], "", _at(minute), "")
            for place, (minute, task, event, *value) in enumerate(entries)
        )
    )


def _at(minute):
    return (BEGAN + timedelta(minutes=minute)).isoformat()


def member(name, answers=None, speed=None, hours=None, tasks=None, state="graded"):
    """Return a trainee with points of 30 for the speed and of 40 for the hours."""
    given = {"t1_speed": (speed, 30.0), "t1_hours": (hours, 40.0)}
    grades = {
        task: Grade(points, most, written=False, waits=False)
        for task, (points, most) in given.items()
        if points is not None
    }
    row = Row("T1", name, state, final=None if speed is None else 50.0)
    booked = Booked(None, 0.0, 100.0, 30.0, grades, {})
    result = Result(tasks or {}, (), (), "")
    return Member(row, Person(name, "", "", ""), booked, result, answers or Answers(()))


@pytest.fixture
def cohort(tiny):
    def cohort(*members):
        return Cohort(lesson("T1"), USUAL, members)

    return cohort


def measured(value, baseline=10.0, reference=20.0):
    measure = {"value": value, "baseline": baseline, "reference": reference, "unit": "h"}
    return {"t1_speed": {"state": "scored", "criteria": [{"name": "time", "measure": measure}]}}


def test_twenty_minutes_are_work_and_a_minute_more_is_a_break():
    answers = log(
        (0, "", "started"),
        (20, "t1_speed", "saved"),
        (41, "t1_speed", "committed"),
        (44, "t1_hours", "saved"),
        (40, "t1_hours", "committed"),
    )

    assert minutes_on(answers) == {"t1_speed": 20.0, "t1_hours": 3.0}
    assert breaks(answers) == 2  # one of 21 minutes, and a clock that goes back


def test_an_outcome_is_the_share_of_its_tasks_points_with_students_interval(cohort):
    found = cohort(
        member("ada", speed=30, hours=40), member("ben", speed=15, hours=20), member("cem", speed=0)
    )

    (outcome,) = outcomes(found)

    # by hand: 70/70, 35/70, 0/30; mean 0.5, deviation 0.5, t(2; 0.975) = 4.302653
    assert outcome.shares.tolist() == [1.0, 0.5, 0.0]
    assert outcome.mean.estimate == pytest.approx(0.5)
    assert outcome.mean.high == pytest.approx(0.5 + 4.302653 * 0.5 / np.sqrt(3), abs=1e-6)


def test_a_decision_half_way_to_the_reference_lies_at_a_half_in_any_variant(cohort):
    found = cohort(
        member("ada", speed=30, tasks=measured(15.0)),
        member("ben", speed=30, tasks=measured(-50.0, -100.0, -200.0)),
        member("cem", speed=30, tasks=measured(8.0, 4.0, 2.0)),
        member("old", speed=30, tasks={"t1_speed": {"state": "scored"}}),
    )

    (spread,) = spreads(found)

    assert spread.positions == [0.5, -0.5, -2.0]
    assert (spread.middle, spread.below, spread.reached, spread.left_out) == (-0.5, 2, 0, 1)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "much"])
def test_a_measure_that_is_no_number_is_not_placed(cohort, value):
    assert spreads(cohort(member("ada", speed=30, tasks=measured(value)))) == []


def test_a_reference_no_better_than_the_standing_order_places_nobody(cohort):
    assert spreads(cohort(member("ada", speed=30, tasks=measured(1.0, 2.0, 2.0)))) == []


def test_the_same_hint_twice_is_one_hint(cohort):
    taken = log(*((at, "t1_speed", "hint", value) for at, value in enumerate((1, 1, 2))))

    (found,) = hints(cohort(member("ada", taken, speed=15), member("ben", speed=30)))

    assert (found.taken, found.middle) == ((2,), 2)
    assert (found.having.estimate, found.without.estimate) == (0.5, 1.0)


def test_who_saved_and_did_not_commit_may_need_help_and_who_committed_does_not(cohort):
    begun = log((0, "t1_speed", "saved"), (1, "t1_speed", "saved"), (2, "t1_speed", "hint", 1))
    done = log((0, "t1_speed", "saved"), (1, "t1_speed", "committed", 1))

    found = stuck(cohort(member("ada", begun), member("ben", done)))

    assert found == {"ada": ["Speed: saved twice, 1 hint taken; not committed"]}


@pytest.mark.parametrize(("days", "named"), [(2.99, False), (3, True)])
def test_three_quiet_days_while_others_go_on_are_named(cohort, days, named):
    quiet = log((0, "", "started"))
    others = log((days * 24 * 60, "t1_speed", "committed", 1))

    found = stuck(cohort(member("ada", quiet), member("ben", others)))

    assert ("ada" in found) is named


@pytest.mark.parametrize("state", ["refused", "failed", "partly"])
def test_whose_work_could_not_be_graded_as_a_whole_is_named(cohort, state):
    assert list(stuck(cohort(member("ada", state=state), member("ben")))) == ["ada"]
