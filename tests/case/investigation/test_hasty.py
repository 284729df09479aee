"""Who is arrested on too little, people with no part in it among them; and money that slows."""

import math

import numpy as np
import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.investigation import MODEL
from trainkit.case.investigation.bystanders import shares
from trainkit.case.investigation.crew import Crew
from trainkit.case.network import NetworkSpec, generate
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer


def under(year, policy):
    return year.vary(MODEL.policies[policy](year.parameters))


@given(mean=st.floats(0.0, 0.99), near=st.floats(0.01, 0.9), times=st.floats(1.0, 50.0))
def test_errors_gather_on_who_stands_near_and_their_mean_is_as_declared(mean, near, times):
    times = min(times, 1.0 / near)
    on_near, on_others = shares(mean, near, times)
    assert near * on_near + (1 - near) * on_others == pytest.approx(mean)
    assert 0.0 <= on_others <= on_near + 1e-12 <= 1.0 + 1e-12


def test_more_errors_on_some_than_there_are_is_refused(year):
    with pytest.raises(TrainkitError, match="near_times to 2"):
        year.vary({"ring.near": 0.5, "ring.near_times": 3.0})


def test_hasty_arrests_take_people_with_no_part_in_it_and_careful_ones_hardly_any(year, play):
    taken = {}
    for policy in ("low_level_arrests", "joint_team_early", "expert"):
        case = under(year, policy)
        arrests = [e for r in range(16) for e in play(case, r).of("person_arrested")]
        taken[policy] = sum(not e.facts["member"] for e in arrests), len(arrests)
    hasty = np.divide(*taken["low_level_arrests"])
    careful = np.divide(*np.add(taken["joint_team_early"], taken["expert"]))
    assert careful < 0.04  # one in a hundred or two, over forty years
    assert 3.0 * careful < hasty < 1 / 3  # nearly one in ten


def test_who_is_arrested_on_too_little_is_charged_or_free_at_the_hearing(year, play):
    """Everybody but the skippers, whose signs are weighed first: at once, or after four days."""
    case = under(year, "low_level_arrests").vary("plan.arrest.together", True)
    days = case.parameters.court.hearing_days
    at_once = at_hearing = 0
    for replication in range(6):
        book = play(case, replication)
        weighed = {e.subject for e in book.of("signs_weighed")}
        ends = {
            (e.subject, round(e.time_h, 6))
            for kind in ("person_charged", "person_released")
            for e in book.of(kind)
        }
        for entry in book.of("person_arrested"):
            hearing_h = entry.time_h + days * 24.0
            if entry.subject in weighed or hearing_h > 365 * 24.0:
                continue
            if (entry.subject, round(entry.time_h, 6)) in ends:
                at_once += 1
            else:
                assert (entry.subject, round(hearing_h, 6)) in ends
                at_hearing += 1
    assert at_once > 5
    assert at_hearing > 5


def test_nobody_is_charged_whom_the_held_items_do_not_reach(year, play):
    """Odds of who is charged: the prior, a rumour at most, and the items, in plain numbers."""
    case = under(year, "low_level_arrests").vary("plan.arrest.together", True)
    court = case.parameters.court
    needed = math.log(court.charge_at / (1 - court.charge_at))
    start = math.log(court.prior / (1 - court.prior)) + math.log(court.rumour)
    checked = 0
    for replication in range(5):
        book = play(case, replication)
        for entry in book.of("person_charged"):
            number = float(entry.subject.split()[1])
            teams = {}
            for item in book.of("item_obtained"):
                if item.facts["target"] == number and item.time_h <= entry.time_h:
                    teams[item.subject] = teams.get(item.subject, 0.0) + item.facts["weight"]
            assert max(teams.values()) + start >= needed - 1e-9
            checked += 1
    assert checked > 5


def test_who_was_let_go_is_taken_again_only_on_enough_for_a_charge(year, play):
    case = under(year, "low_level_arrests").vary("plan.arrest.together", True)
    again = 0
    for replication in range(12):
        book, first = play(case, replication), {}
        charged = {(e.subject, e.time_h) for e in book.of("person_charged")}
        presumed = {e.subject for e in book.of("signs_weighed")}
        for entry in book.of("person_arrested"):
            if entry.subject in first and entry.subject not in presumed:
                assert (entry.subject, entry.time_h) in charged
                again += 1
            first[entry.subject] = entry.time_h
    assert again


@pytest.mark.parametrize("slowed", [0.0, 0.5, 2.0])
def test_places_are_filled_later_by_the_share_that_is_frozen(year, slowed):
    """One arrest at hour 0: the place is filled at its own delay plus the declared share of it."""

    def filled_h(share):
        env, spec = simpy.Environment(), year.parameters
        writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
        luck = Luck(5, 1)
        crew = Crew(env, writer, generate(spec.network, luck), spec.ring, luck)
        crew.slowed_by = share
        env.process(crew.recovery())
        crew.remove(crew_target(spec.network, luck))
        env.run(until=400 * 24.0)
        return writer.logbook().of("capacity_changed")[1].time_h

    usual_h = year.parameters.ring.adaptation.delay_median_days * 24.0
    assert filled_h(slowed) - filled_h(0.0) == pytest.approx(slowed * usual_h)


def crew_target(spec: NetworkSpec, luck: Luck) -> int:
    return next(a.id for a in generate(spec, luck).actors if a.role == "transporter")


def test_money_that_is_frozen_keeps_the_network_smaller(year, play):
    capacity = next(m.read for m in MODEL.metrics if m.name == "capacity_mean")
    case = under(year, "follow_the_money")
    means = [
        np.mean(capacity(Logbooks.of([play(case.vary("money.frozen_slows", slows), r)
                                      for r in range(12)])))
        for slows in (0.0, 5.0)
    ]  # fmt: skip
    assert means[1] < means[0] - 0.005
