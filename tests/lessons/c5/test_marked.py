"""What a plan of C5 is marked by: means over mere chance, in the runs that are played."""

import numpy as np
import pytest
from tests.lessons.c5.months import BOARD, GOOD, hours

from trainkit.experiments.engine import simulate
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import plan
from trainkit.lessons.c5.marked import marked, networks, noticed
from trainkit.lessons.c5.standing import PLAN

HIDDEN = Luck(0x6D61726B)


def found(case, n=6, **changed):
    return marked(case.months, {**GOOD, **changed}, HIDDEN, n)


def test_who_listens_who_looks_and_who_keeps_a_board_is_marked_better(cases):
    case = cases[2]
    good = found(case)

    assert found(case, hours=hours(interception=0)).lost > good.lost
    assert found(case, hours=hours(first_contacts=0)).days > good.days
    bare = found(case, **dict.fromkeys(BOARD, "off"))
    assert bare.twice_h > good.twice_h == 0.0
    assert bare.noticed > good.noticed


def test_means_over_chance_are_near_what_happened_in_many_runs(cases):
    """Forty runs: the counts themselves are known to about a twentieth."""
    read = found(cases[1], n=40)
    played = plan.outcome(cases[1].months, GOOD, HIDDEN, 40)

    errors = [np.std(of) / np.sqrt(40) for of in (played.lost, played.exploited_days)]
    assert abs(read.lost - played.mean_lost) < 3 * errors[0]
    assert abs(read.days - played.mean_days) < 3 * errors[1]
    assert read.twice_h == played.twice_h


def test_a_danger_that_is_held_warns_nobody_and_is_a_red_line(cases):
    """Boats in a week x 150 days x danger x persons x deaths, at a capacity of almost 1."""
    held = found(cases[0], on_danger="hold")
    boats = cases[0].months.departures * plan.DAYS / 7

    assert [line.rule for line in held.crossed] == ["R1"]
    assert held.lost == pytest.approx(boats * 0.25 * 30 * 0.12, rel=0.03)


def test_somebody_is_given_away_once_however_often_the_teams_collide(cases):
    """The network notices each person at whom they collided, and each act by its chance."""
    scenario = plan.scenario(cases[3].months, PLAN)
    chance = {one.action: one.alarm for one in scenario.parameters.actions}
    collided = 0
    for book in simulate(scenario, HIDDEN.seed, 0, 8, "simpy"):
        met = [entry.facts["target"] for entry in book.of("teams_collided")]
        acts = sum(chance[entry.facts["action"]] for entry in book.of("action_done"))
        collided += len(met) > len(set(met))

        assert noticed(book, scenario.parameters) == pytest.approx(acts + len(set(met)))
    assert collided


def test_the_networks_are_those_of_the_runs_under_every_plan(cases):
    """Everybody who is arrested as a member is one, in the role that the log gives."""
    months = cases[4].months
    arrested = 0
    for own in (PLAN, GOOD):
        books = simulate(plan.scenario(months, own), HIDDEN.seed, 0, 4, "simpy")
        for book, network in zip(books, networks(months, HIDDEN, 4), strict=True):
            for entry in book.of("person_arrested"):
                member = network.by_id.get(int(entry.subject.split()[1]))
                assert entry.facts.get("role") == (member.role if member else None)
                arrested += member is not None
    assert arrested
