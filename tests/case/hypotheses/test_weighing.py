"""Grades, the matrix, confirmation seeking and the stop rule, against arithmetic by hand."""

import math

import pytest

from trainkit.case.hypotheses import Enquiry, Hypotheses, Item
from trainkit.case.hypotheses.grading import CREDIBILITY, RELIABILITY, factor, report, weight
from trainkit.case.hypotheses.items import asked
from trainkit.case.hypotheses.matrix import Matrix, even
from trainkit.case.hypotheses.seeking import measure
from trainkit.case.hypotheses.stopping import advice, can_test_a_rival, value_h
from trainkit.errors import TrainkitError

NAMES = ("A", "B", "C")


def told(*chances):
    return dict(zip(NAMES, chances, strict=True))


def item(name, *chances):
    return Item(name, told(*chances))


def question(name, *chances, cost_h=0.0):
    return asked(name, told(*chances), cost_h)


def test_a_graded_report_multiplies_odds_by_its_factor_and_the_lowest_grade_tells_nothing():
    case = Hypotheses({"A": 0.5, "B": 0.5})
    fact = {"A": 0.0, "B": 1.0}

    assert case.update(report("x", fact, "B2")).odds("B", "A") == pytest.approx(1.64 / 0.36)
    assert case.update(report("x", fact, "E1")).belief == pytest.approx(case.belief)
    assert math.isinf(factor("A1")) is False
    assert factor("A1") == pytest.approx(39.0)


def test_better_grades_weigh_more_and_what_cannot_be_judged_lies_between():
    for scale in (RELIABILITY, CREDIBILITY):
        known = list(scale.values())[:5]
        assert known == sorted(known, reverse=True)
        assert min(known) < list(scale.values())[5] < max(known)


@pytest.mark.parametrize("grade", ["", "B", "G2", "B7", "b2", "B22", None, 22, ("B", "2")])
def test_what_is_no_grade_is_refused(grade):
    with pytest.raises(TrainkitError, match="is no grade"):
        weight(grade)


MATRIX = Matrix(
    NAMES, (item("one", 0.9, 0.6, 0.2), item("flat", 0.8, 0.8, 0.8), item("wages", 0.05, 0.8, 0.1))
)


def test_the_count_and_the_weight_may_point_to_different_hypotheses():
    assert MATRIX.consistent() == {"A": 2, "B": 3, "C": 1}
    assert MATRIX.inconsistent() == {"A": 1, "B": 0, "C": 2}
    after = MATRIX.weighed(even(NAMES))
    assert after.odds("B", "A") == pytest.approx(0.6 * 0.8 / (0.9 * 0.05))


def test_what_is_as_likely_as_not_is_consistent():
    edge = Matrix(NAMES, (item("edge", 0.5, 0.49, 0.51),))

    assert edge.consistent() == {"A": 1, "B": 0, "C": 1}


def test_an_item_that_all_expect_tells_nothing_and_speaks_for_nobody():
    assert MATRIX.diagnosticity() == pytest.approx({"one": 4.5, "flat": 1.0, "wages": 16.0})
    assert [MATRIX.speaks_for(one) for one in ("one", "flat", "wages")] == ["A", "", "B"]


def test_an_unknown_item_or_one_of_other_hypotheses_is_refused():
    with pytest.raises(TrainkitError, match=r"no item 'wage'\. Did you mean 'wages'"):
        MATRIX.item("wage")
    with pytest.raises(TrainkitError, match="under A, B"):
        Matrix(NAMES, (Item("x", {"A": 0.5, "B": 0.5}),))
    with pytest.raises(TrainkitError, match="'one' stands there twice"):
        Matrix(NAMES, (MATRIX.items[0], MATRIX.items[0]))


def test_confirmation_seeking_is_measured_by_what_was_believed_when_it_was_asked():
    case = Hypotheses(told(0.6, 0.3, 0.1))
    flat, only_a = question("flat", 0.9, 0.9, 0.9), question("a", 0.9, 0.2, 0.3)
    only_b = question("b", 0.1, 0.8, 0.2)

    confirming = measure(case, [(flat, flat.item("yes")), (only_a, only_a.item("yes"))])
    open_ = measure(case, [(only_b, only_b.item("no")), (only_a, only_a.item("yes"))])

    assert (confirming.could_not_tell, confirming.only_leading) == (0.5, 0.5)
    assert confirming.rivals_tested == ()
    assert (open_.could_not_tell, open_.rivals_tested) == (0.0, ("B",))


@pytest.mark.parametrize(("apart", "lost"), [(0.05, 1.0), (0.08, 0.0)])
def test_an_answer_tells_from_a_hundredth_of_a_bit_on(apart, lost):
    case = Hypotheses({"one": 0.5, "other": 0.5})
    enquiry = asked("weak", {"one": 0.5 + apart, "other": 0.5 - apart})

    # of two equal hypotheses: 1 - H(.5 + apart) bits, .0072 and .0185
    p = 0.5 + apart
    bits = 1.0 + p * math.log2(p) + (1 - p) * math.log2(1 - p)
    assert case.bits(enquiry) == pytest.approx(bits)
    assert (bits < 0.01) == bool(lost)
    assert measure(case, [(enquiry, enquiry.item("yes"))]).could_not_tell == lost


def test_an_answer_that_is_known_cannot_tell_again():
    case = Hypotheses(told(0.6, 0.3, 0.1))
    again = question("b", 0.1, 0.8, 0.2)

    found = measure(case, [(again, again.item("yes"))] * 2)

    assert (found.asked, found.could_not_tell) == (2, 0.5)
    assert math.isnan(measure(case, []).could_not_tell)


TWO = Hypotheses({"lead": 0.7, "rival": 0.3})
TELLS = asked("tells", {"lead": 0.1, "rival": 0.8}, cost_h=10.0)


def test_an_enquiry_is_worth_the_errors_that_it_takes_away():
    # By hand: max(.07, .24) + max(.63, .06) = .87 instead of .70, times 200 h.
    assert value_h(TWO, TELLS, 200.0) == pytest.approx(34.0)
    weak = asked("weak", {"lead": 0.5, "rival": 0.6})
    assert value_h(TWO, weak, 200.0) == pytest.approx(0.0)


def test_an_answer_that_only_the_rival_expects_tests_the_rival():
    told = {"low": (0.3, 0.6), "middle": (0.35, 0.2), "high": (0.35, 0.2)}
    enquiry = Enquiry(
        "when the boat left",
        {one: {"lead": lead, "rival": rival} for one, (lead, rival) in told.items()},
    )

    # .6 is twice .3; the others are .35 against .2 and never twice
    assert can_test_a_rival(TWO, enquiry)


@pytest.mark.parametrize("hours", [-1.0, float("nan"), float("inf")])
def test_an_error_costs_a_number_of_hours(hours):
    with pytest.raises(TrainkitError, match="An error costs"):
        value_h(TWO, TELLS, hours)


def test_the_rules_of_stopping_apply_in_their_order():
    dear = asked("dear", {"lead": 0.1, "rival": 0.8}, cost_h=40.0)
    sure = Hypotheses({"lead": 0.97, "rival": 0.03})

    assert advice(TWO, [TELLS], 200.0, danger=True).why.endswith("protect now.")
    assert advice(sure, [TELLS], 200.0, rival_tested=False).stop is False
    assert advice(sure, [TELLS], 200.0, rival_tested=True).stop is True
    assert advice(TWO, [TELLS], 200.0, rival_tested=True).best == "tells"
    assert advice(TWO, [dear], 200.0, rival_tested=True).stop is True
    assert advice(TWO, [], 200.0).stop is True
    assert can_test_a_rival(TWO, TELLS)
    assert not can_test_a_rival(TWO, asked("alike", {"lead": 0.5, "rival": 0.6}))
