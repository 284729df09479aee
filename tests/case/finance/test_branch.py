"""Two branches with their own thresholds; nobody is weighed by origin or faith."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.finance.branch import (
    BRANCHES,
    PROCEEDS,
    TERRORIST_FINANCING,
    branch,
    opened,
)
from trainkit.errors import TrainkitError
from trainkit.guard import PROTECTED, PROXIES, PROXIES_OF_A_PERSON, require_lawful_features


@pytest.mark.parametrize("name", list(BRANCHES))
@pytest.mark.parametrize(
    "feature",
    ["religion", "payer_nationality", "mosque_donation", "country_of_origin", "family_name",
     "prayer_times", "holder_faith", "ethnic_group", "accent_on_phone", "diaspora_member",
     "name", "holder_name", "clothing", "payer_origin", "traditional_dress"],
)  # fmt: skip
def test_origin_faith_and_what_stands_in_for_them_is_refused_and_named(name, feature):
    with pytest.raises(TrainkitError, match=feature):
        opened([feature, "named_by_a_graded_source"], name)


@given(
    st.sampled_from(sorted(PROXIES | PROXIES_OF_A_PERSON | PROTECTED)),
    st.sampled_from(sorted(BRANCHES)),
)
def test_no_such_word_gets_into_a_branch_wherever_it_stands_in_a_feature(word, name):
    with pytest.raises(TrainkitError, match=word):
        opened([f"seen_{word}_often"], name)


def test_no_branch_of_ours_weighs_such_a_feature():
    for one in BRANCHES.values():
        require_lawful_features(one.weights, one.name, "suspicion")


def test_the_origin_of_funds_is_no_origin_of_a_person():
    with pytest.raises(TrainkitError, match="does not weigh 'origin_of_funds_unexplained'"):
        opened(["origin_of_funds_unexplained"], "proceeds")


@given(
    st.sets(st.sampled_from(sorted(set(TERRORIST_FINANCING.weights) - TERRORIST_FINANCING.needs)))
)
def test_without_a_fact_about_the_purpose_the_second_branch_is_never_opened(seen):
    assert not opened(seen, "terrorist_financing")


@given(st.sets(st.sampled_from(sorted(PROCEEDS.weights))))
def test_the_first_branch_opens_by_its_sum_alone(seen):
    assert opened(seen, "proceeds") == (sum(PROCEEDS.weights[one] for one in seen) >= 4)


def test_one_fact_about_the_purpose_is_not_enough_by_itself():
    assert not opened(["stated_purpose_of_violence"], "terrorist_financing")
    both = ["stated_purpose_of_violence", "link_to_a_convicted_person"]
    assert opened(both, "terrorist_financing")


def test_the_same_thing_twice_counts_once():
    assert not opened(["passed_on_at_once"] * 3, "proceeds")


def test_what_shows_proceeds_says_nothing_of_the_other_branch():
    with pytest.raises(TrainkitError, match="does not weigh 'passed_on_at_once'"):
        opened(["passed_on_at_once"], "terrorist_financing")


def test_the_second_branch_has_its_own_threshold_and_a_shorter_clock():
    assert TERRORIST_FINANCING.threshold > PROCEEDS.threshold
    assert TERRORIST_FINANCING.review_h < PROCEEDS.review_h
    assert TERRORIST_FINANCING.holds != PROCEEDS.holds


def test_a_branch_that_is_not_known_is_refused():
    with pytest.raises(TrainkitError, match="Did you mean 'proceeds'"):
        branch("proceed")
