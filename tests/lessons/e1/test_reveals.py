"""What is said after a commit in E1: the picture's numbers, and no blame where none is due."""

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1 import LESSON, nights, orders, slips
from trainkit.lessons.e1.case import AREAS, FIRST_HOURS
from trainkit.lessons.e1.effort import first_search, in_order
from trainkit.lessons.e1.maps import seen
from trainkit.lessons.e1.standing import standing_order


@pytest.fixture
def by_gain(cases):
    """Hours of each case given out, half hour by half hour, to the area that gains most."""
    found = []
    for case in cases:
        search, hours = first_search(case, seen(case)), np.zeros(len(AREAS))
        for _ in range(int(2 * FIRST_HOURS)):
            hours[np.argmax(search.gain(hours))] += 0.5
        found.append({"hours": dict(zip(AREAS, hours.tolist(), strict=True)), "cutter": "search"})
    return found


def test_hours_that_are_balanced_are_not_blamed_and_even_ones_are(cases, by_gain):
    for case, answer in zip(cases, by_gain, strict=True):
        even = standing_order(case)["e1_allocation"]

        assert "balanced" in LESSON.reveal(case, "e1_allocation", answer).text
        assert "balanced" not in LESSON.reveal(case, "e1_allocation", even).text


def test_a_thousand_nights_bring_what_the_formula_says(cases, by_gain):
    for case, answer in zip(cases[:4], by_gain, strict=False):
        search = first_search(case, seen(case))
        expected = case.persons * search.recovered(in_order(answer["hours"]))

        alive = nights.first_searches(case, answer)

        error = alive.std() / np.sqrt(len(alive))
        assert len(alive) == 1_000
        assert abs(alive.mean() - expected) < 4 * error


def test_the_words_say_how_many_nights_the_picture_holds(cases, by_gain):
    shown = LESSON.reveal(cases[0], "e1_allocation", by_gain[0])

    mine, standing = (shown.samples[name] for name in ("your decision", "standing order"))
    assert f"In {(mine > 0).sum()} of 1,000 nights" in shown.text
    assert f"the standing order in {(standing > 0).sum()}." in shown.text


def test_the_standing_order_against_itself_is_never_better_or_worse(cases):
    for case in cases[:3]:
        told = LESSON.reveal(case, "e1_phase", standing_order(case)["e1_phase"]).text

        assert "In 0 of 1,000 evenings" in told
        assert "in 0 fewer" in told


def test_following_another_boat_first_is_said_to_be_a_red_line_and_costs_lives(cases, by_gain):
    case, joins = cases[0], by_gain[0]
    follows = {**joins, "cutter": "shadow"}

    told = LESSON.reveal(case, "e1_allocation", follows).text

    late, prompt = (nights.first_searches(case, one).mean() for one in (follows, joins))
    assert "red line" in told
    assert "red line" not in LESSON.reveal(case, "e1_allocation", joins).text
    assert late < prompt


def test_the_red_line_is_read_on_the_orders_and_names_the_entry():
    (breach,) = orders.crossed("shadow")

    assert (breach.rule, breach.event) == ("R1", 1)
    assert orders.crossed("search") == ()
    assert orders.late("search") == 0.0


@pytest.mark.parametrize(
    ("name", "bend"),
    [
        ("kilometres", lambda x, y: (1.852 * x, 1.852 * y)),
        ("metres_a_second", lambda x, y: (0.514 * x, 0.514 * y)),
        ("swapped", lambda x, y: (y, x)),
    ],
)
def test_a_slip_with_units_or_axes_is_recognised_and_the_drift_itself_is_none(name, bend):
    for seed in range(1, 9):
        case = LESSON.situation(Luck(seed))
        x, y = (one * case.elapsed_h for one in case.drift_kn)
        slipped = dict(zip(("x_nm", "y_nm"), bend(x, y), strict=True))
        right = {"datum": {"x_nm": x, "y_nm": y}, "radius_nm": 5.0}
        apart = np.hypot(slipped["x_nm"] - x, slipped["y_nm"] - y) > 0.12 * np.hypot(x, y)

        assert slips.DATUM[name](case, {"datum": slipped, "radius_nm": 5.0}) == apart
        assert not any(shows(case, right) for shows in slips.DATUM.values())


def test_a_square_of_twice_the_reach_gets_the_hint_of_the_whole_side(cases):
    for case in cases:
        place = {"x_nm": 0.0, "y_nm": 0.0}

        assert slips.DATUM["diameter"](case, {"datum": place, "radius_nm": 2 * 4.5})
        assert not slips.DATUM["diameter"](case, {"datum": place, "radius_nm": 5.25})
