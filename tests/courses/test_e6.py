"""The key of E6: the reference against its neighbours, the gate of life, red lines, noise."""

from importlib import import_module

import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e6.acts import IN_PLAN
from trainkit.lessons.e6.case import AREAS, FLEET
from trainkit.lessons.e6.standing import WATCH
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("E6")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "E6")) for n in range(6)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
SCORING = import_module(KEY.scoring["e6_kpi"].__module__)
CHANGES = [
    *(("sharing", word) for word in ("alone", "picture", "tasking")),
    ("dispatch", "largest"),
    *(("dispatch_phase", word) for word in ("uncertainty", "distress")),
    *((name.lower(), post) for name in FLEET for post in ("stand_by", *AREAS)),
]
"""Changes of one order of a watch."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, HIDDEN)


def spared(case, number, answer, n):
    return float(SCORING.spared(case, number, answer, HIDDEN, n).mean())


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_change_of_one_order_gains_more_than_a_twentieth(number):
    """The optimum is not known: what a step gains beyond the reference is what a mark misses."""
    case, task = CASES[0], f"e6_watch_{number}"
    best = spared(case, number, right(case, task), 1500)

    for name, value in CHANGES:
        found = spared(case, number, {**right(case, task), name: value}, 1500)
        assert found < 1.05 * best, (name, value, found, best)


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES:
        for number in (1, 2, 3):
            gain = SCORING.spared(case, number, right(case, f"e6_watch_{number}"), HIDDEN)
            assert gain.mean() > 120.0
            assert (gain > 0.5).mean() > 1.5 * (gain < -0.5).mean()


@pytest.mark.slow
def test_the_noise_of_the_hidden_nights_is_under_half_a_point():
    case = CASES[1]
    answers = KEY.player("competent")(case, Luck(1))

    for number in (1, 2, 3):
        task = f"e6_watch_{number}"
        points = [KEY.scoring[task](case, answers[task], Luck(70 + n)).points for n in range(6)]
        mean = sum(points) / len(points)
        assert (sum((one - mean) ** 2 for one in points) / 5) ** 0.5 < 0.5, (task, points)


@pytest.mark.slow
def test_hours_in_distress_gate_what_a_watch_earns_for_what_came_in():
    case = CASES[0]

    standing = KEY.scoring["e6_watch_1"](case, {**WATCH, "came_in": "answer"}, HIDDEN)

    assert [one.fraction for one in standing.criteria] == [0.0, 1.0]
    assert standing.points == 0.0


@pytest.mark.slow
@pytest.mark.parametrize(("number", "answer", "rule"), [
    (1, "finish", "R1"), (2, "list", "R5"), (3, "go", "R4"),
])  # fmt: skip
def test_what_comes_in_can_cross_a_red_line(number, answer, rule):
    lines = score(CASES[0], f"e6_watch_{number}", came_in=answer).red_lines

    assert [line.rule for line in lines] == [rule]
    assert score(CASES[0], f"e6_watch_{number}", came_in="later").red_lines == ()


def test_who_ends_open_cases_with_the_watch_earns_nothing_for_the_log():
    for case in CASES:
        assert score(case, "e6_kpi", next_step="end").points == 0.0
        assert score(case, "e6_kpi").points == 8.0


def test_the_longest_wait_may_be_off_by_a_tenth_and_counts_by_nothing():
    case = CASES[2]
    told = right(case, "e6_kpi")

    assert score(case, "e6_kpi", slowest_h=told["slowest_h"] + 0.1).points == 8.0
    assert score(case, "e6_kpi", slowest_h=told["slowest_h"] + 0.2).points == 6.0
    assert score(case, "e6_kpi", recovered=told["recovered"] + 1).points == 6.5


def test_to_call_everything_a_breach_or_nothing_earns_little():
    for case in CASES:
        names = [f"act_{n}" for n in range(1, len(case.acts) + 1)]

        assert score(case, "e6_acts", **dict.fromkeys(names, IN_PLAN)).points == 1.5
        assert score(case, "e6_acts", **dict.fromkeys(names, "time")).points == 0.0


def test_a_rescue_that_is_called_a_breach_takes_half_of_the_rest():
    for case in CASES:
        rescue = next(n for n, act in enumerate(case.acts, start=1) if act.rescue)

        found = score(case, "e6_acts", **{f"act_{rescue}": "place"})

        assert found.points == pytest.approx(0.75 + 0.5 * 4.5 * 0.8)


def test_two_matches_of_six_are_chance_and_earn_nothing():
    for case in CASES:
        names = [f"step_{n}" for n in range(1, 7)]
        for one in ("in_time", "late", "missed"):
            assert score(case, "e6_timeline", **dict.fromkeys(names, one)).points == 0.0
