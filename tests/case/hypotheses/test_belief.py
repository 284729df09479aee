"""Bayes' rule against odds, order, repetition, missing evidence and bad input."""

import math
from fractions import Fraction
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.hypotheses import Enquiry, Hypotheses, Item, looked_for, require_exclusive
from trainkit.case.hypotheses.items import asked
from trainkit.errors import TrainkitError

NAMES = ("smuggling", "trafficking", "neither")
PRIOR = dict(zip(NAMES, (0.5, 0.3, 0.2), strict=True))
chances = st.floats(0.01, 0.99)
likelihoods = st.tuples(chances, chances, chances).map(lambda t: dict(zip(NAMES, t, strict=True)))


def case():
    return Hypotheses(PRIOR)


@given(st.lists(likelihoods, min_size=1, max_size=6))
def test_odds_of_independent_reports_multiply(told):
    after = case().after(Item(f"report {n}", one) for n, one in enumerate(told))

    ratio = math.prod(one["smuggling"] / one["trafficking"] for one in told)

    assert after.odds("smuggling", "trafficking") == pytest.approx(5 / 3 * ratio, rel=1e-9)
    assert sum(after.posterior.values()) == pytest.approx(1.0)


@given(st.lists(likelihoods, min_size=2, max_size=4))
@settings(max_examples=40)
def test_the_order_of_updates_does_not_matter(told):
    items = [Item(f"report {n}", one) for n, one in enumerate(told)]

    found = [case().after(order).belief for order in permutations(items)]

    for belief in found:
        assert belief == pytest.approx(found[0], rel=1e-9)


@settings(max_examples=60)
@given(
    told=st.lists(likelihoods, min_size=1, max_size=5),
    seen=st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_updates_agree_with_the_exact_enumeration_of_all_worlds(told, seen):
    """Every world is a hypothesis with an answer to each question; those that differ are struck."""
    left = dict.fromkeys(NAMES, Fraction(0))
    for name in NAMES:
        for answers in product([True, False], repeat=len(told)):
            weight = Fraction(PRIOR[name])
            for one, answer in zip(told, answers, strict=True):
                chance = Fraction(one[name])
                weight *= chance if answer else 1 - chance
            if list(answers) == seen[: len(told)]:
                left[name] += weight
    exact = {name: float(weight / sum(left.values())) for name, weight in left.items()}

    held = case()
    for number, (one, answer) in enumerate(zip(told, seen, strict=False)):
        shown = one if answer else {name: 1.0 - chance for name, chance in one.items()}
        held = held.update(Item(f"question {number}", shown))

    assert held.posterior == pytest.approx(exact, rel=1e-9)


def test_one_source_through_two_channels_is_not_two():
    told = {"smuggling": 0.2, "trafficking": 0.8, "neither": 0.2}
    first = Item("a neighbour to the police", told, origin="neighbour", about="doors locked")
    again = Item("the same by the hotline", told, origin="neighbour", about="doors locked")

    once, twice = case().update(first), case().after([first, again])

    assert twice.belief == once.belief
    assert twice.repeated == ("the same by the hotline",)


def test_one_source_on_two_matters_is_heard_on_both():
    doors = Item("doors", {"smuggling": 0.2, "trafficking": 0.8, "neither": 0.2}, origin="witness")
    wages = Item("wages", {"smuggling": 0.1, "trafficking": 0.6, "neither": 0.2}, origin="witness")

    assert case().after([doors, wages]).odds("trafficking", "smuggling") == pytest.approx(14.4)


def test_what_was_not_found_is_evidence_when_it_was_looked_for():
    exists = {"smuggling": 0.1, "trafficking": 0.9, "neither": 0.1}
    searched = looked_for("papers of others", exists, detection=0.8)

    after = case().update(searched.item("not found"))

    # By hand: 1 - 0.8 * 0.9 = 0.28 against 1 - 0.8 * 0.1 = 0.92.
    assert after.odds("trafficking", "smuggling") == pytest.approx(0.6 * 0.28 / 0.92)


@given(likelihoods)
def test_what_could_not_have_been_found_tells_nothing(exists):
    blind = looked_for("papers of others", exists, detection=0.0)

    assert case().update(blind.item("not found")).belief == pytest.approx(case().belief)
    assert case().bits(blind) == pytest.approx(0.0)


@given(likelihoods)
def test_bits_are_the_mean_fall_of_entropy(yes):
    enquiry = asked("rents paid in advance", yes)

    mean = sum(
        sum(PRIOR[h] * told[h] for h in NAMES) * case().update(enquiry.item(answer)).entropy
        for answer, told in enquiry.outcomes.items()
    )

    assert case().bits(enquiry) == pytest.approx(case().entropy - mean, abs=1e-9)
    assert -1e-12 <= case().bits(enquiry) <= case().entropy + 1e-9


def test_a_question_that_settles_two_equal_hypotheses_is_worth_one_bit():
    even = Hypotheses({"smuggling": 0.5, "trafficking": 0.5})

    assert even.bits(asked("settles it", {"smuggling": 0.0, "trafficking": 1.0})) == 1.0
    assert even.bits(asked("no matter", {"smuggling": 0.9, "trafficking": 0.9})) == 0.0


def test_a_source_that_was_heard_on_this_is_worth_no_bits_again():
    enquiry = asked("doors locked", {n: 0.2 + 0.6 * (n == "trafficking") for n in NAMES})

    after = case().update(enquiry.item("yes"))

    assert case().bits(enquiry) > 0.1
    assert after.bits(enquiry) == 0.0
    assert after.update(enquiry.item("no")).belief == after.belief


def test_a_case_is_never_changed_but_followed_on():
    before = case()

    before.update(Item("x", {"smuggling": 0.1, "trafficking": 0.9, "neither": 0.5}))

    assert before.posterior == PRIOR


@pytest.mark.parametrize(
    ("priors", "told"),
    [
        ({"a": 0.5, "b": 0.6}, "sum to 1.1, not to 1. The hypotheses are not exclusive"),
        ({"a": 0.5, "b": 0.3}, "sum to 0.8, not to 1. Something is left out"),
        ({"a": 1.2, "b": -0.2}, "'a' the chance 1.2. A chance is from 0 to 1"),
        ({"a": math.nan, "b": 0.5}, "'a' the chance nan"),
        ({"a": 1.0}, "There is 1 hypothesis"),
        ({}, "There is no hypothesis"),
        ({"nationality of the driver": 0.5, "b": 0.5}, "'nationality'"),
    ],
)
def test_priors_that_are_none_are_refused_with_what_to_do(priors, told):
    with pytest.raises(TrainkitError) as error:
        Hypotheses(priors)

    assert told in str(error.value)


def test_an_item_that_leaves_out_a_hypothesis_or_speaks_of_an_unknown_one_is_refused():
    with pytest.raises(TrainkitError, match="says nothing of 'neither'"):
        case().update(Item("x", {"smuggling": 0.1, "trafficking": 0.9}))
    with pytest.raises(TrainkitError, match="'traffiking'"):
        case().update(Item("x", {"smuggling": 0.1, "traffiking": 0.9, "neither": 0.5}))
    with pytest.raises(TrainkitError, match="Did you mean 'smuggling'"):
        case().odds("smugling", "neither")
    with pytest.raises(TrainkitError, match=r"has no answer 'perhaps'\. It has yes, no"):
        asked("x", PRIOR).item("perhaps")


def test_what_no_hypothesis_allows_says_that_one_is_missing():
    with pytest.raises(TrainkitError, match="One is missing"):
        case().update(Item("x", dict.fromkeys(NAMES, 0.0)))


def test_answers_that_do_not_sum_to_one_are_refused():
    with pytest.raises(TrainkitError, match=r"'b' were so, .* the chances 0.9 in all"):
        Enquiry("x", {"yes": {"a": 0.5, "b": 0.5}, "no": {"a": 0.5, "b": 0.4}})
    with pytest.raises(TrainkitError, match="costs -1 h"):
        asked("x", {"a": 0.5, "b": 0.5}, cost_h=-1.0)


def test_hypotheses_that_share_a_world_are_not_exclusive_and_both_are_named():
    worlds = {
        "they were smuggled": ["paid, free to go", "paid, then held"],
        "they are exploited": ["paid, then held", "never paid, held"],
    }

    with pytest.raises(TrainkitError, match="'they were smuggled' and 'they are exploited'"):
        require_exclusive(worlds)
    require_exclusive({"smuggled": ["paid, free to go"], "exploited": ["paid, then held"]})


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("nationality", "nationality"),
        ("the driver's faith", "faith"),
        ("ethnic_origin", "ethnic"),
        ("surname on the lease", "surname"),
        ("country of origin", "country of origin"),
        ("seen at the mosque", "mosque"),
        ("their mother tongue", "mother tongue"),
        ("postcode of the flat", "postcode"),
    ],
)
def test_a_protected_attribute_or_its_proxy_is_refused_and_named(name, found):
    with pytest.raises(TrainkitError) as error:
        Item(name, PRIOR)

    assert f"'{found}'" in str(error.value)
    with pytest.raises(TrainkitError):
        asked(name, PRIOR)


def test_what_was_seen_or_done_is_not_refused():
    for name in ("papers kept by another", "debt for the journey", "doors locked from outside"):
        assert Item(name, PRIOR).ratio == pytest.approx(2.5)


def test_neither_the_subject_nor_an_answer_is_what_somebody_is():
    even = {"a": 0.5, "b": 0.5}
    for make in (
        lambda: Item("statement", even, about="religion"),
        lambda: Enquiry("who was there", {"a muslim": even, "somebody else": even}),
    ):
        with pytest.raises(TrainkitError, match="Nobody is picked by what they are"):
            make()


@pytest.mark.parametrize("kind", [np.float32, np.float64, Fraction])
def test_a_chance_is_any_real_number_from_0_to_1(kind):
    told = {"a": kind(1) / kind(4), "b": kind(1)}

    after = Hypotheses({"a": 0.5, "b": 0.5}).update(Item("x", told))

    assert after.posterior["b"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    "belief", [(0.9, 0.9), (0.5, 0.3), (1.0,), (0.2, 0.3, 0.5), (math.nan, 1.0)]
)
def test_a_belief_that_is_none_in_these_hypotheses_is_refused(belief):
    with pytest.raises(TrainkitError, match="is none in 2 hypotheses: give one chance for each"):
        Hypotheses({"a": 0.5, "b": 0.5}, belief)
