"""Simple rules do badly at a base rate, as Bayes' formula says, and no rule does well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.finance.books import paid

from trainkit.case.finance import LedgerSpec, ledger
from trainkit.case.finance.rule import KINDS, Rule, alerted, standing
from trainkit.case.finance.worth import Standing, precision_at
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

BEST_PUBLISHED_F1 = 0.632
"""On AMLworld HI-Small; on LI-Small the best is 0.273."""
LEDGERS = [ledger(LedgerSpec(), Luck(seed)) for seed in range(12)]
RULES = [
    *(Rule("amount", least) for least in (500, 1_000, 2_000, 3_000, 5_000)),
    *(Rule("round", least) for least in (100, 500, 1_000)),
    *(Rule("velocity", least, n, h) for least, n, h in ((0, 5, 24), (500, 3, 72), (1_000, 3, 168))),
    *(Rule("fan_in", least, n, h) for least, n, h in ((0, 5, 72), (500, 3, 72), (1_000, 3, 240))),
    *(Rule("passed_on", least, 3, h) for least, h in ((100, 72), (500, 72), (1_000, 168))),
]


def whole(rule, ledgers=LEDGERS):
    """Return what a rule comes to over all ledgers together."""
    each = [standing(one.payments, one.laundering, rule) for one in ledgers]
    return Standing(*(sum(getattr(one, name) for one in each)
                      for name in ("payments", "laundering", "alerts", "hits")))  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_no_simple_rule_reaches_the_best_that_is_published(rule):
    assert whole(rule).f1 < BEST_PUBLISHED_F1


@pytest.mark.parametrize("least_crowns", [500, 1_000, 2_000, 3_000, 5_000, 8_000])
def test_a_threshold_does_badly_wherever_it_is_set(least_crowns):
    """Four alerts in five or more are innocent while half of the laundering is found."""
    found = whole(Rule("amount", least_crowns))

    assert found.f1 < 0.3
    assert found.recall < 0.5 or found.precision < 0.2


def test_most_payments_are_innocent_and_every_kind_of_rule_alerts_on_some_of_them():
    assert whole(Rule("amount")).base_rate < 0.03
    for kind in KINDS:
        assert whole(Rule(kind, 100)).false_alarm > 0.0, kind


def test_a_lower_base_rate_lowers_the_precision_by_bayes_formula():
    """Recall and false alarm of 8 patterns foretell the precision of 2, within sampling error."""
    rule = Rule("amount", 3_000)
    many = whole(rule)
    few = whole(rule, [ledger(LedgerSpec(n_patterns=2), Luck(seed)) for seed in range(12)])

    foretold = precision_at(few.base_rate, many.recall, many.false_alarm)
    error = (many.recall * (1 - many.recall) / 20) ** 0.5 / many.recall  # 24 patterns, clustered

    assert few.precision < many.precision / 2
    assert few.precision == pytest.approx(foretold, rel=3 * error)


def test_the_same_traffic_raises_the_same_false_alarms_whatever_is_laid_into_it():
    for seed in range(3):
        none = ledger(LedgerSpec(n_patterns=0), Luck(seed))
        some = ledger(LedgerSpec(n_patterns=8), Luck(seed))

        for rule in (Rule("amount", 2_000), Rule("round", 100)):
            quiet = alerted(none.payments, rule)
            assert quiet == alerted(some.payments, rule) - some.laundering


@given(*[st.floats(0.001, 0.999)] * 3)
def test_precision_is_bayes_formula_counted_out_in_a_million_payments(base, recall, false_alarm):
    million = 1_000_000
    hits = million * base * recall
    alerts = hits + million * (1 - base) * false_alarm

    assert precision_at(base, recall, false_alarm) == pytest.approx(hits / alerts)


@given(st.floats(0.001, 0.5), st.floats(0.01, 1), st.floats(0.001, 1))
def test_precision_falls_with_the_base_rate(base, recall, false_alarm):
    assert precision_at(base / 2, recall, false_alarm) < precision_at(base, recall, false_alarm)


def test_a_rule_that_says_nothing_more_than_chance_has_the_base_rate_for_precision():
    assert precision_at(0.02, recall=0.3, false_alarm=0.3) == pytest.approx(0.02)


def test_measures_are_counted_by_hand():
    found = Standing(payments=100, laundering=10, alerts=20, hits=5)

    assert (found.precision, found.recall, found.base_rate) == (0.25, 0.5, 0.1)
    assert found.f1 == pytest.approx(1 / 3)
    assert found.false_alarm == pytest.approx(15 / 90)
    assert Standing(0, 0, 0, 0).f1 == 0.0


def test_each_rule_alerts_on_what_it_is_about():
    three_in = [paid(n, n, 9, at_h=10.0 * n, cents=50_000) for n in range(3)]
    on = paid(3, 9, 8, at_h=30.0, cents=145_000)

    assert alerted([*three_in, on], Rule("amount", 1_000)) == {3}
    assert alerted([*three_in, on], Rule("round", 400)) == {0, 1, 2}
    assert alerted([*three_in, on], Rule("fan_in", 100, 3, 24.0)) == {2}
    assert alerted([*three_in, on], Rule("fan_in", 100, 3, 19.0)) == frozenset()
    assert alerted([*three_in, on], Rule("passed_on", 100, 3, 48.0)) == {3}
    assert alerted([*three_in, on], Rule("passed_on", 100, 3, 12.0)) == frozenset()


def test_velocity_counts_what_an_account_pays_and_not_what_it_gets():
    thrice = [paid(n, 0, n + 1, at_h=5.0 * n) for n in range(3)]
    got = [paid(n + 3, n + 1, 9, at_h=5.0 * n) for n in range(3)]

    assert alerted([*thrice, *got], Rule("velocity", 0, 3, 10.0)) == {2}
    assert alerted([*thrice, *got], Rule("velocity", 0, 3, 9.0)) == frozenset()


@pytest.mark.parametrize(
    "told", [{"kind": "origin"}, {"kind": "amount", "least_crowns": -1.0},
             {"kind": "fan_in", "count": 0}, {"kind": "velocity", "window_h": 0.0}],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_refused(told):
    with pytest.raises(TrainkitError):
        Rule(**told)


@pytest.mark.parametrize("shares", [(-0.1, 0.5, 0.5), (0.1, 1.5, 0.5), (0.1, 0.5, float("nan"))])
def test_a_share_is_from_nothing_to_one(shares):
    with pytest.raises(TrainkitError, match="no share"):
        precision_at(*shares)


@pytest.mark.parametrize("kind", ["nationality", "payer_surname", "seen at the mosque"])
def test_a_rule_on_what_a_payer_is_is_refused_by_the_guard(kind):
    with pytest.raises(TrainkitError, match=r"A rule on payments: .* Nobody is picked by what"):
        Rule(kind)
