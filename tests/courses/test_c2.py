"""The key of C2: gates, red lines, the reference against its neighbours, tolerances and noise."""

from functools import cache

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("C2")
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
STEPS = (
    {"mapping_weeks": 6},
    {"mapping_weeks": 12},
    {"mapping_weeks": 18},
    {"partner": "alone"},
    {"timing": "as_found"},
    {"second": "none"},
    {"second": "reception"},
    {"second": "direction"},
)
"""Changes of one line of the plan."""


@cache
def cases():
    """Return ten situations, drawn when a test first looks at them: each draws many networks."""
    return [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "C2")) for n in range(10)]


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, luck=HIDDEN, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, luck)


def reached(case, step):
    """Return where a changed plan lies, uncut, from the standing order (0) to the reference (1)."""
    found = score(case, "c2_plan", **step).criteria
    told = (one.measure for one in found)
    return [(m.baseline - m.value) / (m.baseline - m.reference) for m in told]


@pytest.mark.slow
def test_on_average_no_change_of_one_line_of_the_plan_gains_more_than_a_tenth():
    """The optimum is not known: in one variant a step may gain more, over variants it does not."""
    for step in STEPS:
        harm = [reached(case, step)[0] for case in cases()]

        assert np.mean(harm) < 1.1, (step, harm)


@pytest.mark.slow
def test_alone_and_at_the_hub_little_is_reached():
    for case in cases()[:5]:
        assert score(case, "c2_plan", partner="alone").points < 8
        assert score(case, "c2_plan", first="hub", second="none").points < 8


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in cases():
        harm = score(case, "c2_plan").criteria[0].measure

        assert harm.baseline - harm.reference > 8.0


@pytest.mark.slow
def test_the_reference_leads_by_four_harm_events_whatever_the_hidden_luck():
    """Fifty trainees, each in a luck of their own: nobody's plan is left unscored."""
    for n in range(50):
        case = LESSON.situation(visible_luck(LESSON.course, f"variant-{n}", "C2"))
        harm = score(case, "c2_plan", Luck(1000 + n)).criteria[0].measure
        assert harm.baseline - harm.reference > 4.0, n


def test_a_plan_that_harms_more_than_the_standing_order_earns_nothing_else():
    case = cases()[0]

    found = score(case, "c2_plan", first="hub", second="none", partner="alone", mapping_weeks=30)

    assert found.criteria[0].life
    assert found.criteria[0].fraction == 0.0
    assert found.points == 0.0


def test_arrests_are_read_nowhere():
    found = score(cases()[1], "c2_plan")

    told = " ".join([found.outcome, *(one.name + one.message for one in found.criteria)])
    units = {one.measure.unit for one in found.criteria}
    assert "arrested" not in told
    assert not any("arrest" in unit for unit in units)


def test_waiting_on_in_danger_is_red_line_1_and_acting_is_none():
    case = cases()[2]

    waits = score(case, "c2_plan", on_danger="wait", mapping_weeks=20)

    assert [line.rule for line in waits.red_lines] == ["R1"]
    assert score(case, "c2_plan", mapping_weeks=20).red_lines == ()


def test_who_was_forced_is_not_arrested_and_screening_crosses_nothing():
    for case in cases()[:4]:
        plan = {**PLAN, "skippers": "detain"}

        lines = KEY.scoring["c2_plan"](case, plan, HIDDEN).red_lines

        assert [line.rule for line in lines] == ["R2"]
        assert KEY.scoring["c2_plan"](case, dict(PLAN), HIDDEN).red_lines == ()


def test_readings_may_be_off_by_rounding_and_by_no_more():
    case = cases()[3]
    told = right(case, "c2_curves")

    near = {"back": told["back"] + 1.0, "events": told["events"] - 0.2}
    far = {"back": told["back"] + 1.2, "events": told["events"] - 0.4}

    assert score(case, "c2_curves", **near).points == 8
    assert score(case, "c2_curves", **far).points == 4
    assert score(case, "c2_read", ways=right(case, "c2_read")["ways"] + 1).points == 8


def test_whoever_waits_while_somebody_dies_earns_nothing_for_the_other_moments():
    for case in cases():
        waits = {
            f"moment_{n}": "go_on" for n, m in enumerate(case.moments, start=1) if m.sort == "act"
        }
        every = {f"moment_{n}": "act" for n in range(1, 9)}

        assert score(case, "c2_moments", **waits).points == 0.0
        assert score(case, "c2_moments", **every).points == 4.0


def test_links_are_read_to_the_percent():
    told = right(cases()[6], "c2_links")

    assert score(cases()[6], "c2_links", papers=min(100.0, told["papers"] + 0.9)).points == 6.0
    assert score(cases()[6], "c2_links", papers=abs(told["papers"] - 3.0)).points == 5.0


def test_guessing_claims_earns_nothing():
    for sort in ("follows", "does_not"):
        alike = {f"claim_{n}": sort for n in range(1, 7)}

        assert score(cases()[4], "c2_claims", **alike).points == 0.0


@pytest.mark.slow
def test_the_noise_of_the_hidden_runs_is_small_beside_the_points():
    case = cases()[5]
    plan = KEY.player("competent")(case, Luck(1))["c2_plan"]

    points = [KEY.scoring["c2_plan"](case, plan, Luck(900 + n)).points for n in range(6)]

    assert np.std(points, ddof=1) < 1.0, points


def test_the_second_picture_read_as_the_whole_one_earns_the_first_and_what_is_the_same():
    for case in cases():
        whole, told = right(case, "c2_read"), right(case, "c2_missing")
        unread = {f"actor_{name}": whole[name] for name in ("busiest", "broker")}

        found = score(case, "c2_missing", **unread, hangs=11)

        assert score(case, "c2_missing").points == 6.0
        same = [told[f"actor_{name}"] == whole[name] for name in ("busiest", "broker")]
        assert found.points == 2.0 + same[0] + 2.0 * same[1]
