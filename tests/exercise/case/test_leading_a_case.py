"""A case that a team leads: pauses, orders as data, branches in the same luck, what is known."""

import re

import pytest

from trainkit import load
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.cast import cast
from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise
from trainkit.exercise.case.told import told
from trainkit.exercise.case.words import words
from trainkit.experiments import run
from trainkit.kernel.luck import Luck

YEAR = load("trainkit/two-teams-one-network")
DAY_H = 24.0
JOINT = {"order": "channel", "word": "joint_team"}
LISTEN = {"order": "hours", "word": "interception", "amount": 60.0}
ARREST = {"order": "arrest"}
NEVER_TOLD = {"capacity_changed", "signs_weighed", "person_lost", "departure"}
"""The truth: no team reads it."""


def led(seed=7):
    case = Exercise(YEAR, seed)
    for day, order in ((30.0, JOINT), (60.0, LISTEN), (150.0, ARREST)):
        case.to(day * DAY_H)
        case.order(**order)
    return case


def test_a_replay_with_the_orders_as_data_is_the_same_bit_for_bit():
    case = led()
    case.to(YEAR.horizon_h)

    replay = run(YEAR.vary("orders", case.orders), seed=7, replication=0, engine="simpy")

    assert case.logbook.entries.tobytes() == replay.entries.tobytes()


def test_pauses_and_looks_change_nothing():
    often, once = led(), led()
    for day in range(155, 366, 15):
        often.to(day * DAY_H)
        often.picture("Borea")
        often.decision_points("Alder")
    often.to(YEAR.horizon_h)
    once.to(YEAR.horizon_h)

    assert often.logbook.entries.tobytes() == once.logbook.entries.tobytes()


@pytest.mark.parametrize("day", [0.0, 45.0, 150.0, 200.5])
def test_a_branch_keeps_its_past_byte_for_byte_and_goes_its_own_way(day):
    case = led()
    case.to(366.0 * DAY_H)
    other = case.branch(day * DAY_H, [{"order": "arrest_set", "word": "nobody"}])
    other.to(366.0 * DAY_H)

    past = case.logbook.entries["time_h"] < day * DAY_H
    mine, its = case.logbook.entries[past], other.logbook.entries[: past.sum()]
    assert mine.tobytes() == its.tobytes()
    assert case.logbook.entries.tobytes() != other.logbook.entries.tobytes()


def test_a_saved_case_is_resumed_to_the_same_end(tmp_path):
    case = led()
    file = tmp_path / "dossier d'été.json"
    case.save(file)
    case.to(366.0 * DAY_H)

    again = Exercise.resumed(file, YEAR)
    again.to(366.0 * DAY_H)

    assert again.logbook.entries.tobytes() == case.logbook.entries.tobytes()


@pytest.mark.parametrize("side", ["Alder", "Borea"])
def test_a_case_pauses_where_its_team_has_something_to_decide(side):
    case = Exercise(YEAR, 7)
    paused = []
    while (point := case.to_next(side)) is not None:
        paused.append(point)
        assert case.now_h > point.time_h
        assert case.now_h == pytest.approx(point.time_h)

    straight = Exercise(YEAR, 7)
    straight.to(YEAR.horizon_h)
    assert case.now_h == YEAR.horizon_h
    assert case.logbook.entries.tobytes() == straight.logbook.entries.tobytes()
    assert len(paused) > 20
    said = " / ".join(point.says for point in paused)
    for words_ in ("is answered", "arrests are due in a day", "people at sea are said to be"):
        assert words_ in said
    assert [point.time_h for point in paused] == sorted(point.time_h for point in paused)


def test_arrests_are_announced_a_day_before_they_are_due():
    case = Exercise(YEAR.vary({"plan.arrest.from_days": 90.0, "plan.arrest.every_days": 60.0}), 7)
    due = []
    while (point := case.to_next(of=("arrest",))) is not None:
        due.append(point.time_h / DAY_H)

    assert due == [89.0, 149.0, 209.0, 269.0, 329.0]


@pytest.mark.parametrize("seed", range(6))
def test_a_picture_holds_what_reached_the_team_and_nothing_else(seed):
    case = Exercise(YEAR, seed)
    case.to(120.0 * DAY_H)
    picture = case.picture("Alder")
    book = case.logbook

    shown = {e.facts["actor"] for e in book.of("actor_shown") if e.subject == "Alder team"}
    assert {one.number for one in picture.actors} == shown
    held = {e.facts["item"] for e in book.of("item_obtained") if e.subject == "Alder team"}
    assert {item.number for one in picture.actors for item in one.items} == held
    assert not NEVER_TOLD & {entry.kind for entry in picture.told}
    assert all(entry.subject != "Borea team" for entry in picture.told)


def test_no_part_that_is_shown_tells_a_bystander_from_a_member():
    """Who has an item is shown with a part, who has none as a contact, member or not."""
    for seed in range(5):
        case = Exercise(YEAR, seed)
        case.to(330.0 * DAY_H)
        members = cast(YEAR.parameters, Luck(seed))[0].by_id
        actors = case.picture("Alder").actors
        assert any(one.number not in members and one.items for one in actors)
        for one in actors:
            assert (one.role == "contact") is (not one.items)


def test_an_order_in_force_stands_in_the_picture_until_its_day():
    case = Exercise(YEAR, 7)
    case.to(100.0 * DAY_H)
    orders = case.picture().orders
    assert orders
    assert all(order.ends_days > 100.0 for order in orders)
    granted = {
        (e.facts["action"], e.facts["target"])
        for kind in ("order_granted", "order_renewed")
        for e in case.logbook.of(kind)
        if e.subject == "Alder team"
    }
    assert {(order.action, order.target) for order in orders} <= granted


def test_what_a_team_knows_is_told_in_words_with_figures_and_days():
    case = led()
    said = words(case.picture())

    assert said.startswith("What the Alder team knows on day 150 of the case")
    assert re.search(r"Partner asked by +\| a joint team at work", said)
    assert "on what a court may hear" in said
    assert "What reached the team lately" in said
    assert max(map(len, said.splitlines())) < 180


def test_every_line_that_reaches_a_team_can_be_read():
    for policy in ("expert", "low_level_arrests", "follow_the_money"):
        case = Exercise(YEAR.vary(MODEL.policies[policy](YEAR.parameters)), 3)
        case.to(YEAR.horizon_h)
        for side in ("Alder", "Borea"):
            assert list(told(case.logbook, side))
            assert not re.search(r"\bnan\b|\{", words(case.picture(side), lately=5000))


def test_two_branches_are_compared_by_harm_and_people_and_never_by_arrests():
    case = led()
    case.to(300.0 * DAY_H)
    other = case.branch(60.0 * DAY_H, [{"order": "on_danger", "word": "hold"}])
    other.to(300.0 * DAY_H)

    sides = {side.label: side for side in case.compare(other)}

    assert sides["Breaches of red lines"].other > sides["Breaches of red lines"].one == 0.0
    assert not any("rrest" in label for label in sides)
    assert next(iter(sides)) == "People lost at sea"


@pytest.mark.parametrize(
    ("order", "told_"),
    [
        ({"order": "chanel", "word": "police"}, "Did you mean 'channel'"),
        ({"order": "channel", "word": "polise"}, "Did you mean 'police'"),
        ({"order": "hours", "word": "interceptoin", "amount": 10.0}, "Did you mean 'interception'"),
        ({"ordr": "channel"}, "Did you mean 'order'"),
        ({"order": "channel", "word": "police", "time_h": 3.0}, "to change the past, branch"),
        ({"order": "hours", "word": "arrest", "amount": 10.0}, "Arrests are planned under"),
    ],
)
def test_an_order_that_cannot_be_is_refused_and_nothing_is_lost(order, told_):
    case = led()
    before = case.orders

    with pytest.raises(TrainkitError, match=told_):
        case.order(**order)

    assert case.orders == before
    case.to(200.0 * DAY_H)


def test_who_does_not_lead_is_named_with_those_who_do():
    with pytest.raises(TrainkitError, match=r"Did you mean 'Borea'.* It is led by Alder, Borea"):
        Exercise(YEAR, 7).picture("Boera")
    with pytest.raises(TrainkitError, match="It is led by Alder, Borea, Cyra"):
        Exercise(load("trainkit/joint-night"), 7).to_next("Dorea")


def test_a_model_without_orders_names_those_that_are_led():
    with pytest.raises(TrainkitError, match="'joint_operation' or 'investigation'"):
        Exercise(load("trainkit/two-agency-search"), 7)
