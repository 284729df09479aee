"""Signs against Bayes by hand, and what a presumption may never depend on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.victims.signs import (
    BASE_RATE,
    MISS_COST,
    SIGNS,
    chance,
    presumed,
    threshold,
    visible,
    weight,
)
from trainkit.errors import TrainkitError
from trainkit.guard import PROTECTED
from trainkit.kernel.luck import Luck

SOME = st.sets(st.sampled_from(sorted(SIGNS)))


def test_two_signs_are_weighed_as_bayes_does_by_hand():
    joint_victim = 0.1 * 0.5 * 0.4
    joint_other = 0.9 * 0.03 * 0.02

    found = chance(["documents_held", "threats"])

    assert found == pytest.approx(joint_victim / (joint_victim + joint_other))


def test_a_sign_that_was_looked_for_and_is_not_there_counts_by_bayes_too():
    joint_victim = 0.1 * 0.5 * (1 - 0.4)
    joint_other = 0.9 * 0.03 * (1 - 0.02)

    found = chance(["documents_held"], ruled_out=["threats"])

    assert found == pytest.approx(joint_victim / (joint_victim + joint_other))


@given(SOME)
def test_knowing_all_signs_chances_of_a_person_sum_to_the_base_rate(seen):
    """The law of total probability for one sign: what it says present and absent averages out."""
    name = min(SIGNS.keys() - seen, default=None)
    if name is None:
        return
    before = chance(seen)
    present = before * SIGNS[name].if_victim + (1 - before) * SIGNS[name].if_not
    after = present * chance({*seen, name}) + (1 - present) * chance(seen, ruled_out=[name])

    assert after == pytest.approx(before)


def test_what_was_looked_for_and_is_not_there_can_undo_a_presumption():
    seen, missing = ["growing_debt", "fears_police"], ["documents_held", "threats", "no_leaving",
                                                       "watched", "moved_on"]  # fmt: skip

    assert presumed(seen)
    assert not presumed(seen, ruled_out=missing)
    assert presumed(seen, perhaps_child=True, ruled_out=missing)


@given(SOME, SOME, st.booleans())
def test_seeing_more_never_undoes_a_presumption(seen, more, child):
    assert presumed(seen | more, child) >= presumed(seen, child)


@given(SOME)
def test_for_somebody_who_may_be_a_child_any_sign_is_enough(seen):
    assert presumed(seen, perhaps_child=True) == bool(seen)


def test_the_threshold_is_where_passing_by_costs_as_much_as_protecting_in_vain():
    at = threshold()

    assert at * MISS_COST == pytest.approx(1.0 - at)


def test_nothing_seen_leaves_the_base_rate_and_presumes_nobody():
    assert chance([]) == pytest.approx(BASE_RATE)
    assert weight([]) == 1.0
    assert not presumed([])


def test_fear_of_the_police_or_a_wound_alone_presumes_nobody_and_a_forced_tiller_does():
    assert not presumed(["fears_police"])
    assert not presumed(["injuries"])
    assert presumed(["steered_under_threat"])


def test_no_sign_is_named_by_a_protected_characteristic():
    assert not [name for name in SIGNS if PROTECTED & set(name.split("_"))]
    assert all(0 < sign.if_not < sign.if_victim < 1 for sign in SIGNS.values())


@pytest.mark.parametrize("victim", [True, False])
def test_signs_are_drawn_with_their_chances(victim):
    n = 4000
    drawn = [visible(Luck(11), person, victim) for person in range(n)]

    for name, sign in SIGNS.items():
        p = sign.if_victim if victim else sign.if_not
        share = sum(name in one for one in drawn) / n
        assert abs(share - p) < 4 * math.sqrt(p * (1 - p) / n), name


def test_signs_are_drawn_each_for_itself():
    n = 4000
    drawn = [visible(Luck(11), person, True) for person in range(n)]

    for one, other in (("documents_held", "threats"), ("watched", "other_work")):
        p = SIGNS[one].if_victim * SIGNS[other].if_victim
        share = sum({one, other} <= seen for seen in drawn) / n
        assert abs(share - p) < 4 * math.sqrt(p * (1 - p) / n)


def test_looking_more_in_the_same_luck_never_sees_less():
    for person in range(200):
        less, more = (visible(Luck(5), person, True, looked=one) for one in (0.4, 0.9))
        assert less <= more


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: presumed(["documents_hold"]), "Did you mean 'documents_held'"),
        (lambda: chance(["threats"], ruled_out=["threats"]), "visible and ruled out at once"),
        (lambda: chance([], base_rate=1.0), "base rate"),
        (lambda: visible(Luck(1), 0, True, looked=1.2), "share from 0 to 1"),
        (lambda: threshold(-1.0), "To pass a victim by costs -1.0"),
        (lambda: threshold(float("nan")), "costs nan"),
    ],
)
def test_bad_input_says_what_was_asked_and_what_to_do(ask, said):
    with pytest.raises(TrainkitError, match=said):
        ask()
