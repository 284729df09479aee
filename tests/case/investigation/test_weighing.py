"""Graded sources: what they say is worth what their grade says, on every way it takes."""

import math

import numpy as np
import pytest

from trainkit import load
from trainkit.case.hypotheses import grading
from trainkit.case.investigation.spec import ActionSpec
from trainkit.case.investigation.weighing import chances, weight
from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate

SCENARIO = "trainkit/two-teams-one-network"


@pytest.fixture(scope="module")
def told():
    """What sources said in twenty cases, with the grades that the scenario has."""
    scenario = load(SCENARIO)
    action = next(one for one in scenario.parameters.actions if one.action == "source_handling")
    books = simulate(scenario, 5, 0, 20, "simpy")
    items = [entry.facts for book in books for entry in book.of("item_obtained")]
    return action, [facts for facts in items if facts["action"] == "source_handling"]


def source(hit=0.9, false_hit=0.05):
    return ActionSpec(
        action="source_handling",
        staff="investigators",
        work_median_h=1.0,
        hit=hit,
        false_hit=false_hit,
    )


def thrown(action, grade, *, member, n=400_000):
    """How often a source names somebody, who knows or else throws a coin: drawn, not derived."""
    luck = np.random.default_rng(7)
    knows = luck.random(n) < grading.weight(grade)
    knowing = luck.random(n) < (action.hit if member else action.false_hit)
    return np.where(knows, knowing, luck.random(n) < 0.5).mean()


@pytest.mark.parametrize("grade", ["A2", "B2", "C3", "D4", "F6"])
def test_an_answer_weighs_how_much_oftener_members_are_named_than_others(grade):
    """400,000 of each drawn: the ratio is known to about one percent."""
    named, wrongly = (thrown(source(), grade, member=member) for member in (True, False))

    assert math.exp(weight(source(), True, grade)) == pytest.approx(named / wrongly, rel=0.03)
    cleared, rightly = 1.0 - named, 1.0 - wrongly
    assert math.exp(weight(source(), False, grade)) == pytest.approx(cleared / rightly, rel=0.03)


def test_an_unreliable_source_says_nothing_either_way():
    assert weight(source(), True, "E1") == weight(source(), False, "E1") == 0.0


def test_every_item_of_a_source_has_a_grade_and_the_weight_that_follows_from_it(told):
    action, items = told

    assert len(items) > 100
    for facts in items:
        assert facts["grade"] in action.grades
        expected = weight(action, facts["weight"] > 0.0, facts["grade"])
        assert facts["weight"] == pytest.approx(expected)


def test_a_partner_reads_the_grade_with_the_item(told):
    _, items = told

    assert any(facts["channel"] != "own" and facts["grade"] for facts in items)


def test_the_better_the_grade_the_oftener_members_and_the_rarer_others_are_named():
    pairs = [chances(source(), grade) for grade in ("A1", "B2", "C3", "E5")]

    assert sorted(pairs, reverse=True) == pairs
    assert pairs[-1] == (0.5, 0.5)


def test_a_grade_that_does_not_exist_is_refused_with_its_neighbour():
    scenario = load(SCENARIO)
    place = [one.action for one in scenario.parameters.actions].index("source_handling")

    with pytest.raises(TrainkitError, match="grade 'B7'"):
        scenario.vary(f"actions.{place}.grades", ("B7",))
