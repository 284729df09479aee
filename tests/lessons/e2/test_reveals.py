"""What is said after a commit in E2: the picture's numbers, and the red line where it is one."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2 import LESSON, branch, explorer, orders, rescue, reveals
from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.e2.standing import standing_order

CAREFUL = {"lifejackets": "first", "alongside": 2, "ship": "lee", "osprey": "rescue"}


def test_the_words_say_how_many_nights_the_picture_holds(cases):
    shown = LESSON.reveal(cases[0], "e2_approach", CAREFUL)

    mine, standing = (shown.samples[name] for name in ("your decision", "standing order"))
    assert len(mine) == reveals.NIGHTS
    assert f"In {(mine > standing).sum()} of {reveals.NIGHTS} nights" in shown.text
    assert f"{mine.mean():.1f} people against {standing.mean():.1f}" in shown.text


def test_the_standing_order_against_itself_is_never_better_or_worse(cases):
    for task in ("e2_coordinator", "e2_approach", "e2_hulls", "e2_triage"):
        told = LESSON.reveal(cases[0], task, standing_order(cases[0])[task]).text

        assert f"In 0 of {reveals.NIGHTS} nights" in told
        assert "in 0 fewer" in told


def test_securing_evidence_first_is_said_to_be_a_red_line_and_costs_hours(cases):
    secures = {**CAREFUL, "osprey": "secure"}

    told = LESSON.reveal(cases[0], "e2_approach", secures).text

    assert "red line" in told
    assert "red line" not in LESSON.reveal(cases[0], "e2_approach", CAREFUL).text


@pytest.mark.parametrize(
    ("levers", "lines"),
    [
        (orders.approach(CAREFUL), 0),
        (orders.approach({**CAREFUL, "osprey": "secure"}), 1),
        (orders.landing({"screening": "triage"}), 0),
        (orders.landing({"screening": "nobody"}), 0),
    ],
)
def test_red_lines_are_read_on_the_logbook_of_a_night_under_the_orders(cases, levers, lines):
    for case in cases[:4]:
        found = rescue.crossed(case, levers)

        assert len(found) == lines
        assert all(line.rule == "R1" for line in found)


def test_screening_before_landing_is_read_on_every_unit_that_lands_people(cases):
    found = rescue.crossed(cases[0], orders.landing({"screening": "before"}))

    assert len(found) >= 3
    assert {line.rule for line in found} == {"R1"}


def test_every_plan_meets_the_same_sea_and_losses_until_the_first_unit_comes(cases):
    case = cases[0]
    plans = (CAREFUL, standing_order(case)["e2_approach"])

    before = [
        [row for row in branch.night(case, orders.approach(plan)).records() if row[0] < 0.6]
        for plan in plans
    ]

    assert before[0] == before[1]
    assert len(before[0]) > len(UNITS)


def test_two_answers_that_come_to_the_same_orders_are_played_once(cases):
    case, luck = cases[0], Luck(5)
    takes = {orders.FIELDS[name]: "stays_under" for name in UNITS[1:]}
    takes[orders.FIELDS[rescue.lasting(case)]] = "takes_over"

    one = rescue.nights(case, orders.approach(CAREFUL), luck, 4)
    other = rescue.nights(
        case, orders.coordination({"until_then": "first_on_scene", **takes}), luck, 4
    )

    assert one is other


def test_the_nights_take_every_share_of_boats_in_turn(cases):
    case, n = cases[0], 16
    capsized = rescue.nights(case, orders.approach(CAREFUL), Luck(5), n).capsized
    worst = rescue.nights(
        case, orders.approach({**CAREFUL, "lifejackets": "none", "alongside": 6}), Luck(5), n
    ).capsized

    assert worst.mean() > 0.0
    assert (worst >= capsized).mean() > 0.8
    assert worst[:2].all()


def test_the_night_that_is_played_twice_differs_by_orders_alone(cases):
    for case in cases[:3]:
        mine, standing = (
            branch.moments(branch.night(case, orders.approach(one)))
            for one in (CAREFUL, standing_order(case)["e2_approach"])
        )

        assert [one.time_h for one in mine] == [one.time_h for one in standing]
        assert mine[0].recovered == standing[0].recovered == 0
        assert mine[-1].jackets > standing[-1].jackets == 0
        for night in (mine, standing):
            recovered = [one.recovered for one in night]
            assert recovered == sorted(recovered)


def test_more_craft_or_a_higher_sea_never_make_ten_approaches_safer():
    usual = {"sea_m": 1.2, "persons": 100, "craft": 2, "bulk": 1, "bare": 1}

    def percent(**change):
        text = explorer.approached({**usual, **change}).text
        return int(text.partition("over in ")[2].partition(" of")[0])

    assert percent(craft=1) < percent(craft=3) < percent(craft=5)
    assert percent(sea_m=0.8) < percent(sea_m=1.6)
    assert percent(bare=0) < percent(bare=1)


def test_some_live_longer_than_any_table_in_the_picture_of_the_water():
    text = explorer.lived({"water_c": 16, "time_h": 24}).text

    assert int(text.partition("about ")[2].partition(" of")[0]) > 0


def test_a_line_for_each_unit_is_set_by_its_own_field(cases):
    answer = standing_order(cases[0])["e2_coordinator"]
    takes = {**answer, "dunlin": "takes_over"}

    levers = dict(orders.coordination(takes))

    assert levers[f"units.{UNITS.index('Borea Dunlin')}.takes_over"]
    assert not levers["units.1.takes_over"]
