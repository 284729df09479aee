"""What may be done with a person, by what is visible when somebody decides."""

from itertools import product
from typing import get_args

import pytest

from trainkit.case.victims.reflection import Reflection
from trainkit.case.victims.standing import (
    Identification,
    Offence,
    Person,
    help_owed,
    may_charge,
    may_remove,
    stands_without,
)
from trainkit.errors import TrainkitError

HELD = frozenset({"documents_held"})
FORCED = frozenset({"steered_under_threat"})


@pytest.mark.parametrize("offence", get_args(Offence))
def test_a_presumed_victim_is_charged_with_what_is_unrelated_alone(offence):
    assert may_charge(Person(HELD), offence).holds == (offence == "unrelated")


@pytest.mark.parametrize("offence", get_args(Offence))
def test_somebody_with_no_sign_answers_for_what_he_did(offence):
    assert may_charge(Person(), offence).holds == (offence != "none")


def test_nobody_is_charged_with_having_been_smuggled_and_no_immunity_comes_of_it():
    person = Person(smuggled=True)

    assert not may_charge(person, "own_entry").holds
    assert may_charge(person, "own_entry").rows == ("L2.3",)
    assert may_charge(person, "unrelated").holds


def test_the_coerced_skipper_is_spared_by_what_is_visible_and_the_paid_one_is_not():
    assert not may_charge(Person(FORCED), "steered").holds
    assert may_charge(Person(), "steered").holds


def test_necessity_holds_for_the_skipper_even_when_he_is_found_to_be_no_victim():
    found = may_charge(Person(FORCED, identification="not_victim"), "steered")

    assert [one.name for one in found.decided_by] == ["no_necessity"]


@pytest.mark.parametrize("standing", get_args(Identification))
def test_a_finding_of_trained_staff_leads_over_signs(standing):
    protected = {"victim": True, "not_victim": False}

    assert Person(HELD, identification=standing).protected == protected.get(standing, True)
    assert Person(identification=standing).protected == protected.get(standing, False)


@pytest.mark.parametrize(("standing", "at_h"), [*product(get_args(Identification), (10.0, 900.0))])
def test_nobody_is_removed_while_identification_is_pending_or_the_period_runs(standing, at_h):
    person = Person(HELD, identification=standing, reflection=Reflection(0.0))

    assert may_remove(person, at_h).holds == (standing != "pending" and at_h > 720.0)


def test_a_period_that_was_never_given_is_not_over():
    assert not may_remove(Person(HELD), 5000.0).holds
    assert may_remove(Person(), 5000.0).holds


def test_a_decision_that_ends_the_period_does_not_end_a_pending_identification():
    ended = Reflection(0.0).end(240.0, "improper_claim", "he hired the guards himself")

    assert may_remove(Person(HELD, identification="none", reflection=ended), 250.0).holds
    assert not may_remove(Person(HELD, identification="pending", reflection=ended), 250.0).holds


def test_help_is_owed_to_every_protected_person():
    assert help_owed(Person(HELD))
    assert help_owed(Person(identification="victim"))
    assert not help_owed(Person())


@pytest.mark.parametrize(
    ("proofs", "stands"),
    [
        (["testimony"], False),
        (["testimony", "testimony", "testimony"], False),
        (["testimony", "ledger"], False),
        (["ledger", "ledger", "testimony"], False),
        (["testimony", "ledger", "telephone"], True),
    ],
)
def test_a_case_survives_a_withdrawal_when_two_other_kinds_of_proof_are_there(proofs, stands):
    assert stands_without(proofs) == stands


def test_unknown_words_are_refused_with_those_that_are_known():
    with pytest.raises(TrainkitError, match=r"'steering' is no kind of offence.*steered"):
        may_charge(Person(), "steering")
    with pytest.raises(TrainkitError, match=r"'begun' is no standing"):
        Person(identification="begun")
