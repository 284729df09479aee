"""A drawn ledger: the same for the same luck, of the size that is asked, linked to a network."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from trainkit.case.actors import Actor, Network
from trainkit.case.finance import LedgerSpec, ledger, linked
from trainkit.case.finance.entity import Purpose
from trainkit.case.finance.number import remainder
from trainkit.case.finance.shape import SHAPES
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

SPEC = LedgerSpec(n_persons=80, n_companies=9, n_patterns=3)


def network(n):
    roles = ["skipper", "financier", "organiser", "value_transfer_agent"]
    return Network(
        tuple(Actor(at, roles[at % 4], "aide", "services", "Alder") for at in range(n)), ()
    )


def test_the_same_luck_draws_the_same_ledger_and_another_another():
    assert ledger(SPEC, Luck(4)) == ledger(SPEC, Luck(4))
    assert ledger(SPEC, Luck(4)) != ledger(SPEC, Luck(5))


def test_every_account_number_of_a_ledger_fails_the_test_of_real_ones():
    for seed in range(5):
        assert all(remainder(one.number) != 1 for one in ledger(SPEC, Luck(seed)).accounts)


def test_other_patterns_do_not_move_the_everyday_traffic():
    calm = ledger(replace(SPEC, n_patterns=0), Luck(6))
    busy = ledger(replace(SPEC, shapes=SHAPES[:3]), Luck(6))

    assert {one for one in busy.payments if one.id not in busy.laundering} == set(calm.payments)


def test_traffic_is_mostly_innocent_and_of_every_purpose():
    drawn = ledger(SPEC, Luck(7))

    written = {one.purpose for one in drawn.payments}

    assert written == set(get_args(Purpose))
    assert len(drawn.laundering) < 0.03 * len(drawn.payments)


def test_everybody_is_named_by_a_number_and_nothing_a_person_is_picked_by():
    drawn = ledger(SPEC, Luck(8))

    names = [one.id for one in (*drawn.persons, *drawn.companies)]
    assert all(re.fullmatch(r"(person|company) \d+", name) for name in names)


def test_patterns_need_accounts_of_their_own():
    with pytest.raises(TrainkitError, match="more accounts than 20 people have"):
        ledger(LedgerSpec(n_persons=20, n_patterns=30), Luck(1))


@pytest.mark.parametrize(
    "told", [{"n_persons": 5}, {"days": 3}, {"n_patterns": -1}, {"n_companies": 2.5},
             {"shapes": ("spiral",)}, {"n_persons": 20, "n_agents": 19}],
)  # fmt: skip
def test_a_size_that_cannot_be_drawn_is_refused(told):
    with pytest.raises(TrainkitError):
        LedgerSpec(**told)


def test_every_actor_of_a_network_has_an_account_and_those_who_handle_money_first():
    drawn = ledger(SPEC, Luck(9))
    joined = linked(drawn, network(40))

    assert sorted(one.actor for one in joined.accounts if one.actor is not None) == list(range(40))
    hot = {number for one in drawn.payments if one.id in drawn.laundering
           for number in (one.payer_account, one.beneficiary_account)}  # fmt: skip
    financiers = [joined.of_actor(at)[0].number for at in range(1, 40, 4)]
    assert set(financiers) <= hot
    assert joined.payments == drawn.payments


def test_more_actors_than_accounts_are_refused():
    with pytest.raises(TrainkitError, match="100 actors cannot share 89 accounts"):
        linked(ledger(SPEC, Luck(1)), network(100))
