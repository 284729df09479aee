"""A team freezes what it knows of, where it lies; what only the partner knows it cannot freeze."""

from collections import defaultdict

import pytest
import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.investigation import MODEL, focus, freezing, money, partner
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.processes import opened
from trainkit.case.investigation.run import Task
from trainkit.case.investigation.team import Item
from trainkit.case.investigation.work import perform
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

ALDER, BOREA = 0, 1
DAY_H = 24.0


def begun(year, **plan):
    """Return a case as it is opened, with nobody at work yet."""
    spec = year.vary({f"plan.{name}": value for name, value in plan.items()}).parameters
    env = simpy.Environment()
    return opened(env, spec, Luck(7, 0), Writer(env, MODEL.kinds, MODEL.subjects(spec)))


def living_in(run, side):
    """Return somebody who lives there, of whom both teams have heard."""
    holder = next(actor.id for actor in run.network.actors if actor.side == side)
    for team in run.teams:
        team.hear_of(holder, 0.0)
    return holder


def suspect(run, team, person, *, n=3):
    """Give a team so many items of evidence against somebody."""
    for number in range(n):
        action = ("records", "search", "surveillance")[number]
        item = Item(900 + 10 * team + number, action, person, 2.0, True, 0.0, team)
        run.teams[team].take(item)


def said(run, kind):
    return run.writer.logbook().of(kind)


def freeze(run, team, holder, *, days=200.0):
    """Let a team plan a freeze, as its hours would have it, and wait."""
    run.env.process(perform(run, Task(run.teams[team], "freeze", holder, 1)))
    run.env.run(until=run.env.now + days * DAY_H)


def wanted(run, team):
    return set(focus.targets(run, run.teams[team], "freeze"))


def test_a_team_freezes_what_it_has_traced_itself(year):
    run = begun(year)
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder)
    run.register.trace(ALDER, holder, 500.0)

    assert holder in wanted(run, ALDER)
    freeze(run, ALDER, holder)

    (frozen,) = said(run, "assets_frozen")
    assert (frozen.subject, frozen.facts["crowns"]) == ("Alder team", 500.0)
    assert frozen.facts["asked"] == 0.0


def test_a_team_cannot_freeze_what_nobody_of_it_knows(year):
    """Its partner traced it: without a word between them the team aims at nobody and freezes 0."""
    run = begun(year)
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder)
    run.register.trace(BOREA, holder, 500.0)

    assert holder not in wanted(run, ALDER)
    freeze(run, ALDER, holder)

    assert said(run, "assets_frozen") == []
    assert run.register.withheld() == 0.0


def test_of_two_lots_it_freezes_the_one_that_it_knows(year):
    run = begun(year)
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder)
    run.register.trace(BOREA, holder, 500.0)
    run.register.trace(ALDER, holder, 30.0)

    freeze(run, ALDER, holder)

    assert [entry.facts["crowns"] for entry in said(run, "assets_frozen")] == [30.0]
    assert [lot.state for lot in run.register.lots[holder]] == ["loose", "frozen"]


def test_the_answer_to_a_request_makes_what_the_partner_traced_known(year):
    """A request concerns somebody who lives with the partner; what lies there it freezes itself."""
    run = begun(year)
    holder = living_in(run, "Borea")
    run.register.trace(BOREA, holder, 500.0)

    run.env.process(partner.request(run, Task(run.teams[ALDER], "partner_request", holder, 1)))
    run.env.run(until=200.0 * DAY_H)

    (told,) = said(run, "assets_shared")
    assert (told.subject, told.facts["crowns"]) == ("Alder team", 500.0)
    assert told.facts["channel"] == "police"
    assert [lot.known for lot in run.register.lots[holder]] == [{ALDER, BOREA}]


def test_a_joint_team_can_freeze_what_either_has_traced(year):
    run = begun(year, channel="joint_team")
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder)
    run.register.trace(BOREA, holder, 500.0)
    run.env.process(partner.joint_team(run))
    setup_days = run.spec.channels.joint_setup_days

    run.env.run(until=(setup_days - 1) * DAY_H)
    before = wanted(run, ALDER)
    run.env.run(until=(setup_days + 1) * DAY_H)
    freeze(run, ALDER, holder)

    assert holder not in before
    (told,) = said(run, "assets_shared")
    assert (told.subject, told.facts["channel"]) == ("Alder team", "joint_team")
    assert [entry.facts["crowns"] for entry in said(run, "assets_frozen")] == [500.0]


def asked_abroad(year, *, grounds, **plan):
    """Let Alder ask Borea to freeze what Alder has traced there; return the run."""
    run = begun(year, **plan)
    holder = living_in(run, "Borea")
    if grounds:
        suspect(run, ALDER, holder)
    run.register.trace(ALDER, holder, 500.0)
    assert holder in wanted(run, ALDER)
    assert holder not in wanted(run, BOREA)
    freeze(run, ALDER, holder)
    return run


def test_what_lies_in_the_other_state_its_judge_freezes_on_a_request(year):
    run = asked_abroad(year, grounds=True)

    (sent,), (frozen,) = said(run, "freeze_requested"), said(run, "assets_frozen")
    orders = [entry for entry in said(run, "order_granted") if entry.facts["action"] == "freeze"]
    (told,) = said(run, "assets_shared")
    assert (sent.subject, sent.facts["channel"]) == ("Alder team", "police")
    assert [order.subject for order in orders] == ["Borea team"]
    assert (frozen.subject, frozen.facts["asked"]) == ("Borea team", 1.0)
    assert told.subject == "Borea team"
    assert sent.time_h < told.time_h <= orders[0].time_h <= frozen.time_h


def test_a_judge_to_whom_no_ground_is_told_freezes_nothing(year):
    run = asked_abroad(year, grounds=False)

    refused = [entry for entry in said(run, "action_refused") if entry.facts["action"] == "freeze"]
    assert [(one.subject, one.facts["reason"]) for one in refused] == [("Borea team", "no_grounds")]
    assert said(run, "assets_frozen") == []


@pytest.mark.parametrize(("channel", "holds"), [("police", 0.0), ("joint_team", 1.0)])
def test_grounds_that_came_by_police_do_not_last_through_a_review(year, channel, holds):
    """What police tell police is intelligence: a freeze may begin on it, and not stay."""
    run = begun(year, channel=channel)
    run.joint = channel == "joint_team"
    holder = living_in(run, "Borea")
    suspect(run, ALDER, holder)
    run.register.trace(ALDER, holder, 500.0)
    freeze(run, ALDER, holder)

    assert [entry.facts["held"] for entry in said(run, "freeze_reviewed")] == [holds]


def test_a_request_is_not_made_twice_while_the_first_waits(year):
    run = begun(year)
    holder = living_in(run, "Borea")
    suspect(run, ALDER, holder)
    run.register.trace(ALDER, holder, 500.0)

    run.env.process(perform(run, Task(run.teams[ALDER], "freeze", holder, 1)))
    run.env.run(until=1.0)

    assert holder not in wanted(run, ALDER)


def test_a_request_tells_what_following_money_needs_on_a_basis_and_is_recorded_before(year):
    run = asked_abroad(year, grounds=True)

    (record,), (data,) = said(run, "record_made"), said(run, "personal_data_disclosed")
    assert record.sequence < data.sequence
    assert (data.facts["basis"], data.facts["fitting"], data.facts["recorded"]) == ("named", 1, 1)
    assert data.facts["sent"] == data.facts["needed_sent"] == 3


def test_an_enquiry_comes_upon_what_the_partner_traced_when_nothing_else_is_left(year):
    run = begun(year)
    holder = living_in(run, "Alder")
    for _ in range(4):
        money.trace(run, run.teams[BOREA], holder)
    traced = run.register.whole(holder)

    money.trace(run, run.teams[ALDER], holder)

    assert traced == pytest.approx(money.holdings(run, holder))
    (again,) = said(run, "assets_found_again")
    assert again.facts["crowns"] == pytest.approx(traced / 4)
    assert run.register.whole(holder) == traced


def test_what_was_told_once_is_not_told_again_and_what_came_since_is(year):
    run = begun(year)
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder, n=2)
    alder, borea = run.teams

    first = partner.share(run, alder, borea, (holder,), "police")
    again = partner.share(run, alder, borea, (holder,), "police")
    run.register.trace(ALDER, holder, 500.0)
    partner.share(run, alder, borea, (holder,), "police")
    suspect(run, ALDER, holder, n=3)
    later = partner.share(run, alder, borea, (holder,), "police")

    assert (first, again, later) == (2, 0, 1)
    assert [entry.facts["crowns"] for entry in said(run, "assets_shared")] == [500.0]


def test_what_police_told_is_evidence_once_a_joint_team_tells_it_again(year):
    run = begun(year)
    holder = living_in(run, "Alder")
    suspect(run, ALDER, holder)
    alder, borea = run.teams

    partner.share(run, alder, borea, (holder,), "police")
    before = borea.court_posterior(holder)
    partner.share(run, alder, borea, (holder,), "joint_team")

    assert before == borea.first
    assert borea.court_posterior(holder) > before


@settings(max_examples=10, deadline=None)
@given(
    policy=st.sampled_from(("follow_the_money", "expert", "joint_team_early")),
    seed=st.integers(0, 10**6),
)
def test_in_any_run_every_freeze_is_of_what_its_team_knows_and_lies_in_its_state(
    year, play, policy, seed
):
    """Known crowns and frozen crowns are added up here from the lines of the logbook alone."""
    case = year.vary(MODEL.policies[policy](year.parameters))
    book = play(case, 0, seed=seed)
    lives = {actor.id: actor.side for actor in cast(case.parameters, Luck(seed, 0))[0].actors}
    known = defaultdict(float)
    for entry in book:
        holder = entry.facts.get("target")
        if entry.kind in {"assets_traced", "assets_shared", "assets_found_again"}:
            known[entry.subject, holder] += entry.facts["crowns"]
        if entry.kind == "assets_frozen":
            assert entry.subject == f"{lives[int(holder)]} team"
            assert entry.facts["crowns"] <= known[entry.subject, holder] + 1e-6


def test_freezes_of_what_the_partner_traced_do_occur_and_none_without_a_word(year, play):
    """So that the sentence above holds of something: by request, and by the joint team."""
    by_request, told = 0, 0
    for policy in ("follow_the_money", "expert"):
        case = year.vary(MODEL.policies[policy](year.parameters))
        for replication in range(3):
            book = play(case, replication)
            by_request += sum(entry.facts["asked"] for entry in book.of("assets_frozen"))
            told += len(book.of("assets_shared"))
    assert by_request >= 3
    assert told >= 10


def test_where_money_lies_is_where_its_holder_lives(year):
    run = begun(year)
    for actor in run.network.actors:
        assert [freezing.at_home(run, team, actor.id) for team in run.teams] == [
            team.spec.side == actor.side for team in run.teams
        ]
