"""The desk without SimPy writes what the desk in SimPy writes, to the last bit, in any policy."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.sharing.conftest import books, desk, need

from trainkit.case.sharing.quick import watches
from trainkit.kernel.logbook import Logbooks

WAYS = {
    "order": ("first_come", "by_urgency", "preemptive"),
    "check": ("full", "basis", "none"),
    "oral_for": ("none", "danger_to_life", "danger_and_urgent"),
    "confirm": ("at_once", "in_turn", "last"),
    "refusal": ("reasoned", "bare"),
    "records": ("before", "end_of_watch", "back_dated"),
}
POLICIES = [dict(zip(WAYS, one, strict=True)) for one in product(*WAYS.values())]
NEEDS = [need(name, 1.0, faulty=0.4) for name in ("danger_to_life", "urgent", "routine")]


def same(found: Logbooks, expected: Logbooks) -> bool:
    assert (found.kinds, found.subjects) == (expected.kinds, expected.subjects)
    return found.entries.tobytes() == expected.entries.tobytes() and np.array_equal(
        found.starts, expected.starts
    )


def of(spec, n=2):
    return watches(spec, 1946, n, spec.watch_h + 300.0), books(spec, n)


@pytest.mark.parametrize("records", WAYS["records"])
def test_in_every_policy_both_write_the_same(records):
    wrong = [
        one
        for one in POLICIES
        if one["records"] == records
        and not same(*of(desk(*NEEDS, watch_h=4.0, check_mean_h=0.3, law="lognormal", **one), 1))
    ]

    assert wrong == []


@settings(max_examples=40, deadline=None)
@given(
    told=st.sampled_from(POLICIES),
    officers=st.integers(1, 3),
    check_mean_h=st.floats(0.01, 0.5),
    record_h=st.floats(0.0, 0.1),
    law=st.sampled_from(("lognormal", "exponential")),
)
def test_however_many_officers_and_however_long_a_check_both_write_the_same(told, **changed):
    spec = desk(*NEEDS, watch_h=6.0, **{**told, **changed})

    assert same(*of(spec))


def test_a_desk_that_nobody_asks_writes_nothing_in_both():
    spec = desk(need(rate_per_h=0.0), watch_h=6.0)

    found, expected = of(spec)

    assert same(found, expected)
    assert len(found) == len(expected) == 2
    assert len(found.entries) == 0


def test_the_luck_that_is_kept_does_not_depend_on_the_policy_that_drew_it_first():
    for one in (POLICIES[0], POLICIES[-1], POLICIES[0], POLICIES[100]):
        assert same(*of(desk(*NEEDS, watch_h=6.0, **one), 3))
