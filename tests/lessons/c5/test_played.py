"""The months of C5: each choice moves what it should, and what is told is what was played."""

import numpy as np
import pytest
from tests.lessons.c5.months import GOOD, hours

from trainkit.experiments.engine import simulate
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import LESSON, known, plan, watched
from trainkit.lessons.c5.standing import PLAN

HIDDEN = Luck(0x636173653520)


def outcome(case, **changed):
    return plan.outcome(case.months, {**GOOD, **changed}, HIDDEN, 6)


def test_a_board_keeps_two_teams_apart_and_a_joint_team_without_one_collides(cases):
    for case in cases[:2]:
        good, bare = outcome(case), outcome(case, board_1="off", board_2="off", board_3="off")
        late = outcome(case, board_1="off")

        assert good.collisions == good.twice_h == 0.0
        assert bare.collisions > good.collisions
        assert bare.twice_h > late.twice_h > 0.0


def test_who_listens_loses_fewer_people_and_who_looks_leaves_fewer_exploited(cases):
    case = cases[2]
    good = outcome(case)

    assert outcome(case, hours=hours(interception=0)).mean_lost > good.mean_lost
    assert outcome(case, hours=hours(first_contacts=0)).mean_days > good.mean_days


def test_arrests_before_anything_is_known_leave_the_network_whole(cases):
    case = cases[3]

    assert outcome(case, arrest_day=5).capacity == pytest.approx(1.0, abs=0.01)
    assert outcome(case).capacity < 0.995


def test_a_danger_that_is_held_is_red_line_1_and_a_charge_before_a_look_red_line_2(cases):
    case = cases[0]

    assert outcome(case).crossed == ()
    assert "R1" in {line.rule for line in outcome(case, on_danger="hold").crossed}
    late = plan.outcome(case.months, {**GOOD, "screening": "after_charge"}, Luck(901), 12)
    assert {line.rule for line in late.crossed} == {"R2"}


def test_a_red_line_names_the_entry_of_the_whole_log_that_shows_it(cases):
    held = {**GOOD, "on_danger": "hold"}
    line = plan.outcome(cases[0].months, held, HIDDEN, 6).crossed[0]
    books = simulate(plan.scenario(cases[0].months, held), HIDDEN.seed, 0, 6, "simpy")
    first = next(books[n] for n in range(6) if books[n].of("danger_held"))

    assert list(first)[line.event].kind == "danger_held"
    assert line.event == first.of("danger_held")[0].sequence


def test_days_of_exploitation_count_those_too_who_are_not_found_by_the_end(cases):
    case = cases[1]
    books = simulate(plan.scenario(case.months, GOOD), HIDDEN.seed, 0, 2, "simpy")

    read = {metric.name: metric.read for metric in plan.authored().model.metrics}
    for place, ended in enumerate(read["exploited_days"](books)):
        book = books[place]
        over = {entry.subject for entry in book.of("exploitation_ended")}
        still = [e.time_h for e in book.of("exploitation_began") if e.subject not in over]
        days = sum((plan.DAYS * 24 - began_h) / 24 for began_h in still)
        assert plan._exploited_days(book) == pytest.approx(ended + days)


def test_the_mean_capacity_is_the_area_under_its_steps_hour_by_hour(cases):
    book = simulate(plan.scenario(cases[0].months, GOOD), HIDDEN.seed, 0, 1, "simpy")[0]
    level, steps = np.ones(plan.DAYS * 24), book.of("capacity_changed")
    for step in steps:
        level[round(step.time_h) :] = step.facts["capacity"]

    assert steps
    assert plan._capacity(book) == pytest.approx(level.mean(), abs=0.002)


def test_a_reveal_counts_the_runs_that_it_speaks_of_and_names_a_red_line(cases):
    shown = LESSON.reveal(cases[0], "c5_plan", GOOD)
    mine, usual = shown.samples.values()

    assert f"In {(mine < usual).sum()} of {len(mine)} runs" in shown.text
    assert f"{mine.mean():.0f} against {usual.mean():.0f}" in shown.text
    assert "red line" not in shown.text
    held = LESSON.reveal(cases[0], "c5_plan", {**GOOD, "on_danger": "hold"}).text
    assert "red line (R1)" in held


def test_the_run_that_is_shown_adds_up_month_by_month(cases):
    rows = watched.told(cases[0], GOOD).words.split("\n\n")[0].splitlines()[2:]

    for row in rows:
        _, *numbers, standing = row.split(" | ")
        *months, total = map(int, numbers)
        assert sum(months) == total
        assert int(standing) >= 0
    assert len(rows) == 9


def test_the_standing_order_beside_itself_is_the_same(cases):
    for row in watched.told(cases[0], PLAN).words.split("\n\n")[0].splitlines()[2:]:
        assert row.split(" | ")[-2] == row.split(" | ")[-1]


def test_a_plan_is_a_key_and_a_plan_again():
    assert plan.played(plan.told(GOOD)) == GOOD


def test_the_link_chart_counts_whom_each_team_knows_and_shows_nobody_whom_none_knows(cases):
    for case in cases[:3]:
        whole = known.network(case)
        alder, borea = (whole.seen_by(side) for side in ("Alder", "Borea"))
        shown = known._drawn(case).network

        assert f"knows {len(alder)} people" in known._chart(case).words
        assert f"{len(alder & borea)} are known to both" in known._chart(case).words
        assert {actor.id for actor in shown.actors} == alder | borea
        assert alder & borea
        assert len(shown.actors) < len(whole.actors)
