"""Whatever is ordered and whenever: a case can be played again, branched, read and kept."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit import load
from trainkit.case.investigation import MODEL
from trainkit.exercise import Exercise
from trainkit.exercise.case.words import words
from trainkit.experiments import run

YEAR = load("trainkit/two-teams-one-network")
DAY_H = 24.0
ORDERS = st.sampled_from(
    [
        {"order": "channel", "word": "joint_team"},
        {"order": "channel", "word": "assistance"},
        {"order": "focus", "word": "money"},
        {"order": "hours", "word": "interception", "amount": 80.0},
        {"order": "hours", "word": "surveillance", "amount": 0.0},
        {"order": "arrest_set", "word": "nobody"},
        {"order": "arrest"},
        {"order": "sure_at", "amount": 0.6},
        {"order": "defer_arrest", "amount": 0.0},
        {"order": "on_danger", "word": "hold"},
        {"order": "screening", "word": "after_charge"},
    ]
)
PLANS = st.lists(st.tuples(st.integers(0, 300), ORDERS), max_size=4)


def played(seed, plan):
    case = Exercise(YEAR, seed)
    for day, order in sorted(plan, key=lambda one: one[0]):
        case.to(day * DAY_H)
        case.order(**order)
    case.to(320 * DAY_H)
    return case


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.integers(0, 1000), PLANS)
def test_any_orders_are_played_again_bit_for_bit(seed, plan):
    case = played(seed, plan)
    case.to(YEAR.horizon_h)

    replay = run(YEAR.vary("orders", case.orders), seed=seed, replication=0, engine="simpy")

    assert case.logbook.entries.tobytes() == replay.entries.tobytes()


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.integers(0, 1000), PLANS, st.integers(0, 320), ORDERS)
def test_any_branch_keeps_its_past_byte_for_byte(seed, plan, day, order):
    case = played(seed, plan)
    other = case.branch(day * DAY_H, [order])
    other.to(320 * DAY_H)

    past = case.logbook.entries["time_h"] < day * DAY_H
    mine, its = case.logbook.entries[past], other.logbook.entries[: past.sum()]
    assert mine.tobytes() == its.tobytes()


@settings(max_examples=6, deadline=None, derandomize=True)
@given(st.integers(0, 1000), PLANS)
def test_any_case_is_resumed_where_it_stood(seed, plan):
    case = played(seed, plan)
    with tempfile.TemporaryDirectory() as folder:
        case.save(Path(folder) / "case.json")
        again = Exercise.resumed(Path(folder) / "case.json", YEAR)

    assert again.logbook.entries.tobytes() == case.logbook.entries.tobytes()
    assert words(again.picture("Borea")) == words(case.picture("Borea"))


@pytest.mark.parametrize("policy", sorted(MODEL.policies))
def test_every_policy_can_be_read_at_any_pause(policy):
    case = Exercise(YEAR.vary(MODEL.policies[policy](YEAR.parameters)), 11)
    for day in range(0, 366, 73):
        case.to(day * DAY_H)
        for side in ("Alder", "Borea"):
            said = words(case.picture(side), actors=500, lately=500)
            assert said.startswith(f"What the {side} team knows on day {day} ")
            assert not re.search(r"\bnan\b|\binf\b", said)
