"""The report's numbers for small cohorts, each worked out by hand beside it."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from trainkit.grading.booked import Booked, Grade
from trainkit.grading.cohort.competence import outcomes
from trainkit.grading.cohort.gathering import Cohort, Member, cohorts
from trainkit.grading.cohort.items import items
from trainkit.grading.cohort.positions import spreads
from trainkit.grading.cohort.stuck import stuck
from trainkit.grading.cohort.timeline import timeline
from trainkit.grading.cohort.timing import durations
from trainkit.grading.course import USUAL
from trainkit.grading.enrolment import enrol
from trainkit.grading.exporting.marks import Person
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import Row
from trainkit.grading.result import Result
from trainkit.grading.roster import Person as Enrolled
from trainkit.grading.roster import Roster
from trainkit.lessons.records import Answers, Flaw, Record
from trainkit.lessons.task import Lesson, Reveal, Task

SEARCH = Task("search", "Search", "Where?", 20, outcomes=("O1",))
TASK = Task("tasking", "Tasking", "Who?", 30, outcomes=("O1", "O2"))
MEMO = Task("memo", "Memo", "Why?", 10, outcomes=("O2",), manual=True)
OUTCOMES = {"O1": "search", "O2": "task others", "O3": "not assessed here"}
LESSON = Lesson(
    "X1", "x", "By hand", 5, OUTCOMES, (SEARCH, TASK, MEMO), lambda _: None, lambda *_: Reveal("")
)
BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)
WAITS = None


def cohort(*members):
    return Cohort(LESSON, USUAL, members)


def member(name, *points, final=50.0, state="graded", **more):
    """Return a trainee with points of search, tasking and memo; a memo of None waits."""
    grades = {
        task.id: Grade(one or 0.0, task.points, written=task.manual, waits=one is WAITS)
        for task, one in zip(LESSON.tasks, points, strict=False)
    }
    booked = Booked(None, 0.0, 60.0, 10.0, grades, {}) if points else None
    row = Row("X1", name, state, final=final)
    return Member(row, Person(name), booked, **more)


def log(*entries):
    """Return a decision log of (minute, task, event)."""
    return Answers(
        tuple(
            Record(place, task, event, None, "", (BEGAN + timedelta(minutes=at)).isoformat(), "")
            for place, (at, task, event) in enumerate(entries)
        )
    )


def test_competence_is_the_share_of_points_of_all_tasks_that_assess_an_outcome():
    first, second, third = outcomes(
        cohort(
            member("ada", 20, 15, 8),
            member("ben", 10, 30, WAITS),
            member("cem", 0, 30, 4, final=40.0),  # a red line caps the mark, from 56.67
            member("dan", final=None, state="missing"),
            member("eva", 20, 30, 10, final=None, state="failed"),
        )
    )

    # O1 of search and tasking: (20 + 15) / 50, (10 + 30) / 50, (0 + 30) / 50
    assert first.shares == pytest.approx([0.7, 0.8, 0.6])
    # deviation 0.1, Student's t(2; 0.975) = 4.302653: 0.7 -+ 4.302653 * 0.1 / 3 ** 0.5
    assert first.mean.estimate == pytest.approx(0.7)
    assert tuple(first.mean) == pytest.approx((0.451586, 0.948414), abs=1e-6)
    # O2 of tasking and memo: (15 + 8) / 40, 30 / 30 as ben's memo waits, (30 + 4) / 40
    assert second.shares == pytest.approx([0.575, 1.0, 0.85])
    assert second.mean.estimate == pytest.approx(2.425 / 3)
    assert (third.tasks, third.mean.n) == ((), 0)


def test_whose_answers_file_could_not_be_read_shows_neither_skill_nor_lack_of_it():
    broken = Answers(flaws=(Flaw(1, "is no text in UTF-8"),))
    found = cohort(
        member("ada", 20, 15, 8), member("ben", 0, 0, 10, answers=broken), member("cem", 0, 0, 0)
    )

    first, second, _ = outcomes(found)

    # ben's memo stands in the notebook, which could be read; cem decided nothing, and that is 0
    assert first.shares == pytest.approx([0.7, np.nan, 0.0], nan_ok=True)
    assert first.mean.estimate == pytest.approx(0.35)
    assert second.shares == pytest.approx([0.575, 1.0, 0.0])
    assert items(found)[0].share.n == 2


def test_competence_of_a_graded_academy_is_that_of_its_keys(built, submit, reference):
    for name, change in (("ada", {}), ("ben", {"t1_hours": {"hours": {"A": 5, "B": 5}}})):
        submit(name, {**reference(name), **change})
    crossed = reference("cem")
    submit("cem", {**crossed, "t1_speed": {**crossed["t1_speed"], "boat": "cutter"}})
    (submit("eva") / "T1.ipynb").write_bytes(b"\x00 no notebook")
    (built.of("submitted", "eva", "T1") / "answers.jsonl").write_bytes(b"\x00 no answers\n")
    grade(built, "T1", feedback=False, progress=False)
    with gradebook(built) as book:
        enrol(book, Roster((Enrolled("dan", "Doe", "Dan", ""),)), "M. Oak")
        book.db.commit()

    (found,) = cohorts(built, "T1")
    (outcome,) = outcomes(found)

    # of 30 + 40: all; 30 + 20; the cutter earns 25 of 30 and is a red line, which caps the mark
    shares = dict(zip([one.trainee for one in found.scored], outcome.shares, strict=True))
    assert shares == pytest.approx(
        {"ada": 1.0, "ben": 50 / 70, "cem": 65 / 70, "eva": np.nan}, nan_ok=True
    )
    assert {one.trainee: one.row.final for one in found.members}["cem"] == 40.0
    assert outcome.mean.n == 3


def test_difficulty_and_discrimination_are_those_of_a_corrected_item_total_correlation():
    members = [
        member(f"t{place}", 2 * place, 0 if place < 5 else 30, WAITS if place == 0 else place)
        for place in range(10)
    ]

    search, tasking, memo = items(cohort(*members))

    # mean share: (0 + 2 + ... + 18) / (10 * 20); five of ten; (1 + ... + 9) / (9 * 10)
    assert (search.share.estimate, tasking.share.estimate) == pytest.approx((0.45, 0.5))
    assert memo.share.estimate == pytest.approx(0.5)
    # rest of search is tasking alone, as a memo waits. Sums of squares about 9 and 15: 330 and
    # 2250; of products: 15 * ((10 + ... + 18) - (0 + ... + 8)) = 750; 750 / (330 * 2250) ** 0.5
    assert search.rest == pytest.approx(0.870388, abs=1e-6)
    assert tasking.rest == pytest.approx(search.rest)
    # with search left in its own total the figure would be (330 + 750) / (330 * 4080) ** 0.5 = 0.93
    # best and weakest three: (14 + 16 + 18) / 60 - (0 + 2 + 4) / 60; and 3 of 3 less none
    assert (search.outer, tasking.outer) == pytest.approx((0.7, 1.0))
    assert memo.told == "too few are marked (9; 10 are needed)"


def measured(name, value, baseline, reference):
    """Return a trainee with what one decision, the standing order and the reference came to."""
    numbers = {"value": value, "baseline": baseline, "reference": reference, "unit": "h"}
    tasks = {"search": {"state": "scored", "criteria": [{"name": "time", "measure": numbers}]}}
    return member(name, 10, 10, 10, result=Result(tasks, (), (), ""))


def test_outcomes_are_spread_between_the_standing_order_and_the_reference():
    (spread,) = spreads(
        cohort(
            measured("ada", 6.0, 10.0, 6.0),  # the reference itself: 1
            measured("ben", 5.0, 10.0, 6.0),  # an hour better than it: 1.25
            measured("cem", 9.0, 12.0, 6.0),  # half way in a harder variant: 0.5
            measured("dan", 11.0, 10.0, 6.0),  # an hour worse than the standing order: -0.25
        )
    )

    assert spread.positions == pytest.approx([1.0, 1.25, 0.5, -0.25])
    assert (spread.middle, spread.reached, spread.below) == (0.75, 2, 1)
    medians = [spread.median_of(name) for name in ("value", "baseline", "reference")]
    assert medians == [7.5, 10.0, 6.0]


def test_time_on_task_over_a_cohort_leaves_a_pause_out():
    paused = log(
        (0, "", "started"),
        (12, "search", "saved"),
        (60, "search", "checked"),  # 48 minutes: a break, of which nothing counts
        (63, "search", "committed"),
        (70, "tasking", "saved"),
    )
    plain = log((0, "", "started"), (5, "search", "hint"), (9, "search", "committed"))
    found = durations(
        cohort(
            member("ada", 20, 15, 8, answers=paused),
            member("ben", 20, 15, 8, answers=plain),
            member("cem", final=None, state="missing"),
        )
    )

    # search: 12 + 3 of ada, 5 + 4 of ben; tasking: 7 of ada; nobody has the memo in the log
    assert [(one.task.id, one.minutes, one.middle) for one in found] == [
        ("search", (9.0, 15.0), 12.0),
        ("tasking", (7.0,), 7.0),
    ]


def test_a_pause_is_a_line_in_the_picture_of_work_and_takes_no_room():
    answers = log(
        (0, "", "started"),
        (10, "search", "saved"),
        (70, "search", "saved"),  # after an hour's break
        (80, "search", "committed"),
    )

    drawn = timeline(LESSON, member("ada", 20, 15, 8, answers=answers))

    # 20 minutes of work; the entry after the break stands where the one before it does
    (lane,) = drawn.lanes
    assert drawn.minutes == 20.0
    assert drawn.pauses == (50.0,)
    assert [tick.at for tick in lane.ticks] == [50.0, 50.0, 100.0]


def test_one_clock_that_runs_years_ahead_makes_nobody_else_stuck():
    ahead = log((60 * 24 * 365 * 900, "search", "committed"))
    others = log((0, "", "started"), (5, "tasking", "committed"))

    found = stuck(
        cohort(member("ada", 20, 15, 8, answers=ahead), member("ben", 20, 15, 8, answers=others))
    )

    assert found == {}
