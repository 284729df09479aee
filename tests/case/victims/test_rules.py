"""Red line R2 on logbooks: a victim treated as a suspect, or removed during identification."""

import pickle

import pytest

from trainkit.case.victims.rules import KINDS, RULES
from trainkit.kernel.writer import Writer
from trainkit.redlines import breaches


class Clock:
    now = 0.0


def crossed(*lines):
    """Return the texts of breaches of lines (time_h, kind, facts) about one person."""
    clock = Clock()
    writer = Writer(clock, KINDS, ("Alder 1", "Alder 2"))
    for time_h, kind, facts in lines:
        clock.now = time_h
        writer.write(kind, facts.pop("subject", "Alder 1"), **facts)
    return [one.text for one in breaches(RULES, writer.logbook()) if one.rule == "R2"]


def presumed(at_h=0.0):
    return at_h, "victim_presumed", {}


@pytest.mark.parametrize("kind", ["person_charged", "person_detained_as_suspect"])
def test_a_presumed_victim_charged_or_detained_is_a_breach(kind):
    assert len(crossed(presumed(), (1.0, kind, {"results": 1.0}))) == 1
    assert len(crossed(presumed(), (1.0, kind, {}))) == 1


@pytest.mark.parametrize("kind", ["person_charged", "person_detained_as_suspect"])
def test_what_is_unrelated_or_came_before_the_presumption_is_none(kind):
    assert crossed(presumed(), (1.0, kind, {"results": 0.0})) == []
    assert crossed((0.5, kind, {"results": 1.0}), presumed(1.0)) == []
    assert crossed(presumed(), (1.0, kind, {"results": 1.0, "subject": "Alder 2"})) == []


@pytest.mark.parametrize("kind", ["person_charged", "person_removed"])
def test_what_comes_to_light_in_the_same_hour_but_after_the_act_does_not_judge_it(kind):
    assert crossed((1.0, kind, {}), presumed(1.0)) == []
    assert crossed((1.0, kind, {}), (1.0, "identification_began", {})) == []


def test_an_identified_victim_is_protected_and_one_found_to_be_none_is_not():
    charge = (9.0, "person_charged", {"results": 1.0})

    def ended(outcome):
        return 5.0, "identification_ended", {"outcome": outcome}

    assert len(crossed(ended("victim"), charge)) == 1
    assert crossed(presumed(), ended("not_victim"), charge) == []


def test_a_removal_while_identification_is_pending_is_a_breach_however_many_days_have_passed():
    found = crossed(
        (0.0, "identification_began", {}),
        (0.0, "reflection_began", {"until_h": 720.0}),
        (2000.0, "person_removed", {}),
    )

    assert found == ["A person was removed while identification was pending (Alder 1 at 2000.00 h)"]


@pytest.mark.parametrize(("at_h", "n"), [(719.0, 1), (720.0, 0)])
def test_a_victim_is_removed_after_the_period_or_it_is_a_breach(at_h, n):
    lines = (presumed(), (0.0, "reflection_began", {"until_h": 720.0}))

    assert len(crossed(*lines, (at_h, "person_removed", {}))) == n


def test_a_period_that_was_ended_is_over_and_one_never_given_is_not():
    begun = (0.0, "reflection_began", {"until_h": 720.0})

    assert crossed(presumed(), begun, (90.0, "reflection_ended", {}), (99.0, "person_removed", {})
    ) == []  # fmt: skip
    assert len(crossed(presumed(), (9000.0, "person_removed", {}))) == 1


def test_somebody_who_was_never_presumed_a_victim_may_be_charged_and_removed():
    assert crossed((1.0, "person_charged", {"results": 1.0}), (2.0, "person_removed", {})) == []


def test_the_rules_travel_to_other_processes():
    assert pickle.loads(pickle.dumps(RULES)) == RULES  # noqa: S301 - our own
