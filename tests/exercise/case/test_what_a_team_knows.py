"""What a picture of a case holds: items, orders, requests, choices, off the team's own lines."""

from collections import Counter

import pytest

from trainkit import load
from trainkit.case import law
from trainkit.case.investigation.plan import ORDER_NAMES
from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise, Side, Table, side_by_side
from trainkit.exercise.case.words import tables

YEAR = load("trainkit/two-teams-one-network")
DAY_H = 24.0
TOGETHER = YEAR.vary({"plan.channel": "joint_team", "plan.joint_from_days": 10.0})


def paused(scenario=YEAR, seed=7, day=200.0):
    case = Exercise(scenario, seed)
    case.to(day * DAY_H)
    return case


def own(case, kind, side="Alder"):
    return [one for one in case.logbook.of(kind) if one.subject == f"{side} team"]


@pytest.mark.parametrize("side", ["Alder", "Borea"])
@pytest.mark.parametrize("scenario", [YEAR, TOGETHER])
def test_an_item_says_where_it_comes_from_what_it_is_worth_and_when_it_came(scenario, side):
    case = paused(scenario)
    held = [(one.number, item) for one in case.picture(side).actors for item in one.items]
    held.sort(key=lambda one: (one[0], one[1].day))
    entries = own(case, "item_obtained", side)
    entries.sort(key=lambda one: (one.facts["target"], one.time_h))

    assert len(held) == len(entries)
    for (person, item), entry in zip(held, entries, strict=True):
        assert person == entry.facts["target"]
        assert (item.number, item.action) == (entry.facts["item"], entry.facts["action"])
        assert (item.origin, item.grade) == (entry.facts["channel"], entry.facts.get("grade", ""))
        assert item.against is bool(entry.facts["against"])
        assert item.day == pytest.approx(entry.time_h / DAY_H)
        assert item.admissible or not entry.facts["evidence"]


def test_what_the_partner_gave_by_police_is_heard_by_no_court():
    by_police = [
        item
        for seed in range(8)
        for _, item in paused(seed=seed, day=330.0).picture("Alder").from_partner
    ]

    assert by_police
    assert {item.origin for item in by_police} == {"police"}
    assert not any(item.admissible for item in by_police)


def test_a_joint_team_brings_items_that_a_court_may_hear_and_both_teams_are_told_of_it():
    case = paused(TOGETHER)

    given = [item for _, item in case.picture("Borea").from_partner]

    assert any(item.origin == "joint_team" and item.admissible for item in given)
    for side in ("Alder", "Borea"):
        assert case.picture(side).joint
        assert "joint_team_began" in {entry.kind for entry in case.picture(side).told}
        assert any("joint team" in point.says for point in case.decision_points(side))


@pytest.mark.parametrize("day", [60.0, 120.0, 200.0, 330.0])
def test_requests_that_wait_are_those_sent_and_not_answered(day):
    case = paused(day=day)

    sent = Counter(one.facts["target"] for one in own(case, "request_sent"))
    sent -= Counter(one.facts["target"] for one in own(case, "request_answered"))

    assert Counter(one.target for one in case.picture().waiting) == sent


def test_a_deferral_stands_in_the_picture_as_long_as_it_is_in_force():
    case = Exercise(YEAR, 7)
    seen = set()
    while case.to_next(of=("deferral",)) is not None:
        picture = case.picture()
        begun, ended = len(own(case, "arrest_deferred")), len(own(case, "deferral_ended"))
        seen.add(picture.deferred)
        if not begun or ended == begun:
            assert not picture.deferred
        if not picture.deferred:
            assert all(order.action != "defer_arrest" for order in picture.orders)

    assert seen == {True, False}


def test_somebody_with_no_part_is_never_shown_with_a_part_that_the_network_does_not_have():
    for seed in range(6):
        case = paused(seed=seed, day=330.0)
        parts = {str(one.role) for one in case._run.state.network.actors}
        shown = {one.role for side in ("Alder", "Borea") for one in case.picture(side).actors}
        assert shown <= parts | {"contact"}


def test_every_order_that_exists_is_among_the_choices_and_no_other():
    assert {choice.order for choice in paused().picture().choices} == set(ORDER_NAMES)


@pytest.mark.parametrize("scenario", [YEAR, YEAR.vary("plan.offence", "laundering")])
def test_what_a_choice_may_say_is_taken_and_what_is_closed_is_refused_with_its_reason(scenario):
    case = paused(scenario, day=30.0)
    words = [one for one in case.picture().choices if one.now and one.order in _WITH_WORDS]

    for choice in words:
        for word in choice.may:
            case.branch(case.now_h, [{"order": choice.order, "word": word, "amount": 10.0}])
        for word, why in choice.closed:
            order = {"order": choice.order, "word": word, "amount": 10.0}
            with pytest.raises(TrainkitError) as refused:
                case.branch(case.now_h, [order])
            assert why in str(refused.value)
    assert sum(len(choice.may) for choice in words) > 30


_WITH_WORDS = {"hours", "channel", "offence", "focus", "on_danger", "arrest_set"}


@pytest.mark.parametrize("offence", ["smuggling", "laundering"])
def test_hours_are_open_where_the_law_of_both_states_has_a_basis(offence):
    case = paused(YEAR.vary("plan.offence", offence), day=30.0)
    hours = next(one for one in case.picture().choices if one.order == "hours")
    described = {one.action for one in YEAR.parameters.actions}

    for action in sorted(described - {"arrest", "defer_arrest"}):
        allowed = all(law.allows(side, action, offence) for side in ("Alder", "Borea"))
        assert (action in hours.may) is allowed


def test_who_has_a_reflection_period_under_way_may_be_named_to_end_it():
    found = set()
    for seed in range(4):
        case = paused(seed=seed)
        over = {
            one.subject
            for kind in ("reflection_ended", "reflection_cut")
            for one in case.logbook.of(kind)
        }
        begun = {one.subject for one in case.logbook.of("reflection_began")}
        choice = next(one for one in case.picture().choices if one.order == "end_reflection")
        assert set(choice.may) == begun - over
        found |= set(choice.may)
    assert found


def test_only_the_sorts_that_are_asked_for_are_stopped_at():
    case = Exercise(YEAR, 7)
    stops = []
    while (point := case.to_next(of=("danger", "victim"))) is not None:
        stops.append(point)

    assert {point.sort for point in stops} == {"danger", "victim"}
    due = [one for one in case.decision_points() if one.sort in {"danger", "victim"}]
    assert [one.time_h for one in stops] == sorted({one.time_h for one in due})


def test_decision_points_tell_nothing_of_what_is_to_come():
    case = paused(day=100.0)
    points = case.decision_points()
    assert points
    assert all(point.time_h < case.now_h for point in points)


@pytest.mark.parametrize("of", [("dangr",), "danger"])
def test_a_sort_of_decision_that_does_not_exist_is_refused_with_those_that_do(of):
    with pytest.raises(TrainkitError, match=r"Give some of danger, victim, order"):
        Exercise(YEAR, 7).to_next(of=of)


def test_an_order_moves_the_next_decision():
    case = Exercise(YEAR.vary("plan.arrest.from_days", 300.0), 7)
    case.to(30.0 * DAY_H)
    before = case.branch(case.now_h).to_next(of=("answer",))
    case.order(order="hours", word="partner_request", amount=0.0)
    after = case.to_next(of=("answer",))
    assert before is not None
    assert after is None or after.time_h != before.time_h


def test_a_notebook_shows_a_picture_as_tables_and_what_is_said_is_escaped():
    picture = paused().picture()
    page = picture._repr_html_()

    assert page.count("<table>") == len(tables(picture)) == 5
    assert "Items on them" in page
    assert "<b>&lt;b&gt;</b>" in Table("<b>", ("a",), (("1",),))._repr_html_()
    assert str(Table("Orders", ("a",), ())) == "Orders: nothing."


def test_a_long_cell_goes_on_below_its_first_line():
    said = str(Table("Choices", ("order", "may say"), (("focus", "word " * 20),)))
    assert max(map(len, said.splitlines())) < 60
    assert said.count("word") == 20


def test_two_branches_are_read_side_by_side_with_their_difference():
    told = side_by_side([Side("People lost", 12.0, 15.0), Side("Mean (h)", float("nan"), 1.0)])
    assert told.rows == (("People lost", "12", "15", "3"), ("Mean (h)", "none", "1", "none"))


def test_a_picture_holds_no_number_of_somebody_whom_the_team_does_not_know():
    for seed in range(4):
        picture = paused(seed=seed).picture("Borea")
        known = {one.number for one in picture.actors}
        assert {tie.other for one in picture.actors for tie in one.ties} <= known
        assert {order.target for order in picture.orders} <= known


@pytest.mark.parametrize("side", ["Alder", "Borea"])
def test_a_tie_says_what_showed_it_and_only_what_can_show_ties_did(side):
    case = paused(TOGETHER, seed=3, day=250.0)
    ties = [(one.number, tie) for one in case.picture(side).actors for tie in one.ties]
    by = Counter(tie.by for _, tie in ties)
    shows = {one.action for one in YEAR.parameters.actions if one.shows_ties > 0.0}
    came = own(case, "tie_shown", side)

    assert set(by) <= shows | {"partner", "start"}
    assert by["partner"] == 2 * sum(entry.facts["item"] == -1 for entry in came)
    assert by.total() - by["start"] == 2 * len(came)
    assert len(set(by) & shows) > 1
