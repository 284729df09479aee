"""The branch of terrorist financing: its threshold by enumeration, its term, its blindness."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.investigation import MODEL
from trainkit.case.investigation.processes import opened
from trainkit.case.investigation.run import Task
from trainkit.case.investigation.second_branch import funder, indicators
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

WEIGHTS = {"list": 4, "purpose": 4, "purchase": 4, "source": 1, "link": 2}
NEEDED, THRESHOLD, TERM_H = {"list", "purpose", "purchase"}, 6, 48.0
"""Written out again from the fictional laws."""


def chance_of_opening(chance):
    found = 0.0
    for shows in product((True, False), repeat=len(WEIGHTS)):
        seen = {name for name, shown in zip(WEIGHTS, shows, strict=True) if shown}
        if sum(WEIGHTS[name] for name in seen) >= THRESHOLD and seen & NEEDED:
            found += math.prod(chance if shown else 1 - chance for shown in shows)
    return found


@pytest.fixture(scope="session")
def money(year):
    hours = {"financial_enquiry": 200.0, "records": 40.0, "telecom_data": 40.0}
    efforts = tuple({"action": name, "hours_a_week": h} for name, h in hours.items())
    return year.vary({"plan.efforts": efforts, "plan.arrest.whom": "nobody"})


def ended(case, play, replications):
    return [e for r in range(replications) for e in play(case, r).of("branch_closed")]


def test_a_branch_opens_as_often_as_its_threshold_says(money, play):
    """One draw for each target that an enquiry was answered on, whoever it is."""
    case = money.vary({"money.financing": 0.0, "money.branch_wrong": 0.3})
    asked = opened_on = 0
    for replication in range(15):
        book = play(case, replication)
        asked += len({e.facts["target"] for e in book.of("enquiry_answered")})
        opened_on += len(book.of("branch_opened"))
    chance = chance_of_opening(0.3)
    assert asked > 60
    assert abs(opened_on - asked * chance) < 3.5 * math.sqrt(asked * chance * (1 - chance))


@settings(max_examples=10, deadline=None)
@given(
    wrong=st.floats(0.0, 1.0),
    financing=st.floats(0.0, 1.0),
    prosecutors=st.integers(0, 2),
    review_h=st.floats(0.5, 60.0),
    replication=st.integers(0, 30),
)
def test_no_branch_stays_open_beyond_its_term_in_any_drawn_case(
    money, play, wrong, financing, prosecutors, review_h, replication
):
    case = money.vary(
        {
            "money.branch_wrong": wrong,
            "money.financing": financing,
            "money.branch_review_h": review_h,
            "teams.0.prosecutors": prosecutors,
            "teams.1.prosecutors": prosecutors,
        }
    )
    book = play(case, replication, days=200.0)
    open_until = {e.facts["target"]: e.facts["due_h"] for e in book.of("branch_opened")}
    for entry in book.of("branch_closed"):
        assert entry.time_h <= open_until.pop(entry.facts["target"]) + 1e-6
        assert entry.facts["after_h"] <= TERM_H + 1e-6
    assert all(due_h > 200.0 * 24.0 for due_h in open_until.values())


def test_without_a_prosecutor_a_branch_is_closed_at_its_term(money, play):
    nobody = money.vary({"teams.0.prosecutors": 0, "teams.1.prosecutors": 0})
    ends = ended(nobody.vary("money.branch_wrong", 0.5), play, 3)
    assert ends
    assert {e.facts["reason"] for e in ends} == {"term"}
    assert [e.facts["after_h"] for e in ends] == pytest.approx([TERM_H] * len(ends))


def test_a_second_look_closes_most_of_what_is_unfounded_and_nothing_that_is_founded(money, play):
    false = ended(money.vary({"money.financing": 0.0, "money.branch_wrong": 0.4}), play, 12)
    sure = {"money.financing": 1.0, "money.branch_sign": 0.95, "money.branch_wrong": 0.0}
    true = ended(money.vary(sure), play, 48)
    assert len(false) > 20
    assert len(true) >= 2  # enquiries seldom reach the one person
    assert sum(e.facts["reason"] == "unfounded" for e in false) > 0.7 * len(false)
    assert not [e for e in true if e.facts["reason"] == "unfounded" or not e.facts["founded"]]


def test_what_is_seen_is_the_same_wherever_somebody_lives_and_whatever_they_do(year):
    """Everybody's State and role are exchanged: the branch sees what it saw."""
    env, spec = simpy.Environment(), year.parameters
    run = opened(env, spec, Luck(3, 0), Writer(env, MODEL.kinds, MODEL.subjects(spec)))
    people = range(1, 60)
    before = [indicators(run, Task(run.teams[0], "", one, 0), founded=False) for one in people]
    other = {"Alder": "Borea", "Borea": "Alder"}
    run.network = replace(
        run.network,
        actors=tuple(replace(a, side=other[a.side], role="skipper") for a in run.network.actors),
    )
    after = [indicators(run, Task(run.teams[1], "", one, 0), founded=False) for one in people]
    assert any(before)
    assert before == after


def test_nothing_of_the_case_itself_opens_the_branch(year):
    """Who exploits people, or is the boss, is no likelier to be its holder: luck of its own."""
    env, spec = simpy.Environment(), year.parameters
    with_chance = year.vary("money.financing", 1.0).parameters
    runs = [
        opened(env, told, Luck(3, 0), Writer(env, MODEL.kinds, MODEL.subjects(told)))
        for told in (spec, with_chance)
    ]
    assert funder(runs[1]) in runs[1].network.by_id
    assert np.all([funder(runs[0]) in (0, funder(runs[1]))])


def test_the_metrics_read_the_entries(money, play):
    case = money.vary({"money.branch_wrong": 0.5, "teams.0.prosecutors": 0})
    book = play(case, 1)
    ends = book.of("branch_closed")
    read = {m.name: m.read(Logbooks.of([book]))[0] for m in MODEL.metrics if "branches" in m.name}
    in_time = sum(e.facts["reason"] != "term" for e in ends)
    wrong = [e for e in ends if e.facts["reason"] == "handed_over" and not e.facts["founded"]]
    assert 0 < in_time < len(ends)
    assert read == {"branches_reviewed": in_time / len(ends), "branches_wrong": len(wrong)}
