"""Smuggling, trafficking and help with an entry as truth tables over every element."""

from dataclasses import replace
from itertools import product
from typing import get_args

import pytest

from trainkit.case.victims.elements import (
    KINDS,
    Act,
    Facts,
    Helper,
    Means,
    Purpose,
    facilitation,
    kind,
    punished_in_both,
    smuggling,
    trafficking,
)
from trainkit.errors import TrainkitError

YES_NO = (False, True)
TRAFFICKED = Facts(act="recruitment", means="threat", purpose="servitude")


@pytest.mark.parametrize(("procured", "illegal", "benefit"), [*product(YES_NO, repeat=3)])
def test_smuggling_is_an_entry_procured_without_leave_and_for_a_benefit(procured, illegal, benefit):
    facts = Facts(procured=procured, illegal_entry=illegal, benefit=benefit)

    assert smuggling(facts).holds == (procured and illegal and benefit)


@pytest.mark.parametrize(
    ("act", "means", "purpose"), [*product(get_args(Act), get_args(Means), get_args(Purpose))]
)
def test_trafficking_of_an_adult_is_act_means_and_purpose_and_of_a_child_act_and_purpose(
    act, means, purpose
):
    facts = Facts(act=act, means=means, purpose=purpose)
    there = [word != "none" for word in (act, means, purpose)]

    assert trafficking(facts).holds == all(there)
    assert trafficking(replace(facts, child=True)).holds == (there[0] and there[2])


@pytest.mark.parametrize(("consent", "border", "child", "entry"), [*product(YES_NO, repeat=4)])
def test_neither_consent_nor_a_border_nor_a_lawful_entry_undoes_trafficking(
    consent, border, child, entry
):
    changed = replace(TRAFFICKED, consent=consent, border=border, child=child, illegal_entry=entry)

    assert trafficking(changed).holds


@pytest.mark.parametrize(("smuggled", "trafficked"), [*product(YES_NO, repeat=2)])
def test_the_four_classes_are_the_four_pairs_of_the_two_findings(smuggled, trafficked):
    facts = TRAFFICKED if trafficked else Facts()
    facts = replace(facts, procured=smuggled, illegal_entry=smuggled, benefit=smuggled)
    wanted = {
        (True, True): "both",
        (True, False): "smuggling",
        (False, True): "trafficking",
        (False, False): "neither",
    }

    assert kind(facts) == wanted[smuggled, trafficked]
    assert set(wanted.values()) == set(KINDS)


@pytest.mark.parametrize(("benefit", "helper"), [*product(YES_NO, get_args(Helper))])
def test_alder_punishes_without_profit_and_borea_asks_for_a_benefit(benefit, helper):
    facts = Facts(procured=True, illegal_entry=True, benefit=benefit, helper=helper)
    spared = helper in {"rescuer", "parent"} or (helper == "humanitarian" and not benefit)

    assert facilitation(facts, "Alder").holds == (not spared)
    assert facilitation(facts, "Borea").holds == benefit
    assert punished_in_both(facts) == (benefit and not spared)


@pytest.mark.parametrize("missing", ["procured", "illegal_entry"])
def test_no_state_punishes_help_where_no_illegal_entry_was_procured(missing):
    facts = Facts(procured=True, illegal_entry=True, benefit=True)

    lacking = replace(facts, **{missing: False})

    assert not facilitation(lacking, "Alder").holds
    assert not facilitation(lacking, "Borea").holds


def test_what_decides_is_what_lacks_or_everything_and_each_names_its_row():
    for_a_cousin = smuggling(Facts(procured=True, illegal_entry=True))
    agreed = trafficking(Facts(act="harbouring", purpose="servitude", child=True))

    assert [element.name for element in for_a_cousin.decided_by] == ["benefit"]
    assert [element.name for element in agreed.decided_by] == ["act", "child", "purpose"]
    assert for_a_cousin.rows == ("L2.2",)
    assert agreed.rows == ("L2.7", "L3.12")


@pytest.mark.parametrize(
    "wrong", [{"act": "lift"}, {"means": "thret"}, {"purpose": "fun"}, {"helper": "aunt"}]
)
def test_a_word_that_the_law_does_not_know_is_refused_by_its_name(wrong):
    with pytest.raises(TrainkitError, match=next(iter(wrong.values()))):
        Facts(**wrong)


def test_a_third_state_has_no_law_here():
    with pytest.raises(TrainkitError, match=r"'Cyra' is no side.*Alder, Borea"):
        facilitation(Facts(), "Cyra")
