"""The case of E6: alike in difficulty, unlike in detail, and readable to the last line."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e6 import acts, orders, timeline
from trainkit.lessons.e6.case import AREAS, clock
from trainkit.lessons.e6.drawing import situation
from trainkit.lessons.e6.night import led, plan, watch_plan
from trainkit.lessons.e6.reading import night, readings
from trainkit.lessons.e6.standing import WATCH, first_watches

CASES = [situation(Luck(1000 + n)) for n in range(30)]


def test_both_lanes_are_busy_for_somebody_and_nobody_has_an_easy_sea():
    assert {case.busy for case in CASES} == {"north", "south"}
    for case in CASES:
        assert 16 <= case.counted <= 18
        assert 25.0 <= case.rough_h <= 27.0


def test_everybody_has_the_same_mixture_of_acts():
    for case in CASES:
        found = sorted(act.finding for act in case.acts)
        assert found == sorted([acts.IN_PLAN] * 5 + [acts.PLACE] + [acts.TIME] * 2)
        assert sum(act.rescue for act in case.acts) == 2


def by_the_plan(act):
    """Work an act out from what the table shows: flag, place, and the clock that wrote it."""
    if not act.joint:
        return "in_plan"
    if not (-40 <= act.x_nm <= 80 and -30 <= act.y_nm <= 50):
        return "place"
    hours, minutes = (int(part) for part in act.when[:5].split(":"))
    ahead = {"UTC": 0, "Alder time": 1, "Borea time": 3}[act.when[6:]]
    utc = (hours + minutes / 60 - ahead) % 24
    return "in_plan" if utc >= 18 or utc < 4 else "time"


def test_what_an_act_is_follows_from_the_plan_and_one_clock():
    for case in CASES:
        for act in case.acts:
            assert by_the_plan(act) == act.finding, act


def test_one_joint_act_looks_late_by_its_clock_and_is_not_and_one_the_other_way_round():
    for case in CASES:
        joint = [act for act in case.acts if act.joint]
        shown = {act: act.time_h + acts.CLOCKS[act.clock] for act in joint}
        late = [act for act in joint if act.finding == acts.IN_PLAN and shown[act] > acts.TO_H]
        early = [act for act in joint if act.finding == acts.TIME and act.time_h < acts.FROM_H]
        assert late
        assert [act for act in early if shown[act] >= acts.FROM_H]


def test_two_steps_are_in_time_two_late_and_two_missed():
    for case in CASES:
        found = sorted(step.finding for step in case.steps)
        assert found == ["in_time", "in_time", "late", "late", "missed", "missed"]
        for step in case.steps:
            took = round(60 * (step.at_h - step.due_h))
            late = took > step.within_min
            assert late == (step.finding == timeline.LATE)
            assert abs(took - step.within_min) >= 1 or step.finding != timeline.LATE


@pytest.mark.parametrize("case", CASES[:6])
def test_the_measures_of_the_log_are_those_counted_with_a_pencil(case):
    rows = [(e.time_h, e.kind, e.facts) for e in night(case)[1]]
    first, came = {}, {}
    for time_h, kind, facts in rows:
        if kind == "alert_received":
            first.setdefault(facts["case"], time_h)
        if kind == "unit_on_scene":
            came.setdefault(facts["case"], time_h)
    closed = {facts["case"] for _, kind, facts in rows if kind == "case_closed"}

    right = readings(case)

    assert right["cases"] == len(first) >= 3
    assert right["still_open"] == len(first) - len(closed & set(first)) >= 1
    assert right["slowest_h"] == round(max(came[one] - first[one] for one in came), 1)
    assert right["landed"] <= right["recovered"] + 40
    assert 22 <= len(rows) <= 48


def test_a_plan_is_nothing_but_orders_of_the_model_and_replays_alike():
    case = CASES[0]
    told = led(case, plan((12.0, WATCH)))

    given = [
        (order.time_h, order.order, order.unit, order.word) for order in told.parameters.orders
    ]

    assert len(given) == 8
    assert (12.0, "sharing", "", "alone") in given
    assert (12.0, "patrol", "Osprey", "") in given
    assert (12.0, "stand_by", "Tern", "") in given


def test_the_orders_of_a_watch_follow_the_same_first_watches_for_everybody():
    case = CASES[0]
    third = watch_plan(3, WATCH, first_watches(case))

    assert [at_h for at_h, _ in third] == [12.0, 18.0, 24.0]
    assert third[0][1] == third[1][1] != third[2][1]


def test_every_area_is_at_sea_and_only_one_lies_outside_the_plan():
    assert all(-42 < x_nm < 82 for _, x_nm, _ in AREAS.values())
    assert [key for key, (_, _, y_nm) in AREAS.items() if y_nm < acts.SOUTH_NM] == ["far"]


@pytest.mark.parametrize("watch", orders.WATCHES)
def test_one_answer_crosses_a_red_line_and_the_expected_one_none(watch):
    assert len(orders.crossed(watch, orders.WRONG[watch])) == 1
    assert orders.crossed(watch, orders.RIGHT[watch]) == ()
    assert orders.crossed(watch, "later") == ()


def test_the_red_lines_are_those_that_the_events_list_names():
    from trainkit.exercise import injects
    from trainkit.scenarios import load

    listed = [one.red_line for one in injects(load("trainkit/joint-night").folder)]

    crossed = [orders.crossed(n, orders.WRONG[n])[0].rule for n in orders.WATCHES]

    assert crossed == listed == ["R1", "R5", "R4"]


def test_hours_of_the_exercise_are_told_as_times_of_the_day():
    assert [clock(h) for h in (12.0, 24.0, 26.5, 48.0)] == ["12:00", "00:00", "02:30", "00:00"]
