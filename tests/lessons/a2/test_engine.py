"""The decision engine: what is due from facts, by rules that are written out here once more."""

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.lessons.a2.engine import (
    RANK,
    Facts,
    Place,
    delays_rescue,
    duty,
    fault,
    ordered_pairs,
    place_of_safety,
    rescue_first,
)

EVERY = [
    Facts(sign, centre, able, own, accepted, party)
    for sign in ("danger", "doubt", "none")
    for centre, able, own, accepted, party in product((False, True), repeat=5)
]
PLACES = st.builds(
    Place,
    room=st.integers(0, 100),
    away_h=st.floats(0.5, 20.0),
    needs=st.booleans(),
    onward=st.booleans(),
    threat=st.booleans(),
    ship=st.booleans(),
)
NIGHTS = (
    ("rescue", "rescue", "care", "landing", "enforcement"),
    ("rescue", "care", "landing", "screening", "paper"),
)


@pytest.mark.parametrize(
    ("facts", "due", "sources"),
    [
        (Facts("danger"), "go", {"solas"}),
        (Facts("danger", law_of_the_sea=True), "go", {"solas", "unclos"}),
        (Facts("danger", able=False), "relay", {"solas"}),
        (Facts("danger", centre=True), "go", {"sar"}),
        (Facts("danger", centre=True, own_region=False), "hold", {"sar"}),
        (Facts("danger", centre=True, own_region=False, accepted=True), "go", {"sar"}),
        (Facts("doubt", centre=True), "ask", {"sar"}),
        (Facts("none"), "none", {"other"}),
    ],
)
def test_what_is_due_follows_danger_actor_ability_and_region(facts, due, sources):
    found = duty(facts)

    assert (found.due, set(found.sources)) == (due, sources)


def test_whoever_is_told_of_danger_and_can_help_does_whatever_the_treaties_and_the_region():
    told = [one for one in EVERY if one.sign == "danger" and (one.able or one.centre)]

    assert len(told) == 24
    assert {duty(one).due for one in told} <= {"go", "hold"}


def test_nobody_outside_the_law_of_the_sea_convention_is_held_to_it():
    outside = [duty(one) for one in EVERY if not one.law_of_the_sea]

    assert all("unclos" not in found.sources for found in outside)
    assert all(found.sources for found in outside)


def test_to_be_outside_a_treaty_never_changes_what_is_due():
    for one in EVERY:
        other = Facts(one.sign, one.centre, one.able, one.own_region, one.accepted, True)
        assert duty(one).due == duty(other).due


def test_rescue_is_no_pretext_and_doubt_is_no_danger():
    assert {duty(one).due for one in EVERY if one.sign == "none"} == {"none"}
    assert {duty(one).due for one in EVERY if one.sign == "doubt"} == {"ask"}


def test_every_rule_names_rows_of_the_fact_sheet():
    assert all(duty(one).rows for one in EVERY)
    assert all(row.startswith("L1.") for one in EVERY for row in duty(one).rows)


@pytest.mark.parametrize(
    ("place", "failed"),
    [
        (Place(60, 2.0), "none"),
        (Place(50, 2.0), "none"),
        (Place(49, 2.0), "room"),
        (Place(60, 2.0, needs=False), "needs"),
        (Place(60, 2.0, onward=False), "onward"),
        (Place(60, 2.0, threat=True), "threat"),
        (Place(60, 2.0, ship=True), "ship"),
    ],
)
def test_a_place_for_fifty_fails_by_the_test_that_it_fails(place, failed):
    assert fault(place, 50) == failed


@given(st.lists(PLACES, max_size=6), st.integers(1, 80))
def test_the_place_taken_passes_every_test_and_no_other_that_passes_is_nearer(places, persons):
    taken = place_of_safety(places, persons)

    passing = [
        at
        for at, one in enumerate(places)
        if one.room >= persons and one.needs and one.onward and not one.threat and not one.ship
    ]
    assert (taken in passing) if passing else taken is None
    assert all(places[taken].away_h <= places[at].away_h for at in passing)


def test_the_nearest_place_is_taken_only_if_it_passes():
    near, far = Place(60, 1.0, threat=True), Place(60, 9.0)

    assert place_of_safety([near, far], 50) == 1
    assert place_of_safety([near], 50) is None


def test_the_order_of_duties_is_rescue_care_landing_and_then_everything_else():
    ranked = sorted(RANK, key=RANK.__getitem__)

    assert ranked[:3] == ["rescue", "care", "landing"]
    assert {RANK[kind] for kind in ranked[3:]} == {3}


@pytest.mark.parametrize("kinds", NIGHTS)
def test_in_every_order_of_five_acts_rescue_first_and_the_red_line_are_told_apart(kinds):
    for ranks in permutations(range(1, 6)):
        by_kind = list(zip(kinds, ranks, strict=True))
        rescues = [rank for kind, rank in by_kind if kind == "rescue"]
        others = [rank for kind, rank in by_kind if kind != "rescue"]
        files = [rank for kind, rank in by_kind if RANK[kind] == 3]
        waits = any(one < rescue for one in files for rescue in rescues)
        assert delays_rescue(kinds, ranks) == waits
        assert rescue_first(kinds, ranks) == all(r < one for one in others for r in rescues)
        assert not (waits and rescue_first(kinds, ranks))


def test_two_acts_with_one_place_are_no_red_line_and_not_in_order():
    kinds, ranks = ("rescue", "care", "enforcement"), (1, 1, 1)

    assert not delays_rescue(kinds, ranks)
    assert not rescue_first(kinds, ranks)


@pytest.mark.parametrize(("kinds", "settled"), [(NIGHTS[0], 3), (NIGHTS[1], 5)])
def test_behind_the_rescue_pairs_of_different_duties_are_settled(kinds, settled):
    pairs = ordered_pairs(kinds)

    assert len(pairs) == settled
    assert all(RANK[kinds[a]] < RANK[kinds[b]] and kinds[a] != "rescue" for a, b in pairs)
