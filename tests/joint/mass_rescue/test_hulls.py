"""Hulls: what is safe in a sea, transfers, care, and where people are landed."""

import pytest

from trainkit.joint.mass_rescue import PlaceSpec, WeatherSpec
from trainkit.joint.mass_rescue.landing import is_place_of_safety

ROUGH_LATER = (WeatherSpec(from_h=0.0, sea_m=1.0), WeatherSpec(from_h=2.0, sea_m=3.0))


def exceeded(book):
    return sum(entry.facts["persons"] for entry in book.of("capacity_exceeded"))


def test_a_unit_stops_at_its_safe_number_in_the_sea_there_is(rescue):
    one = rescue.unit(safe_calm=30, safe_rough=12, load=8)

    calm = rescue.run(rescue.spec((one,), persons=60))
    rough = rescue.run(rescue.spec((one,), persons=60, sea_m=2.5))

    assert sum(e.facts["persons"] for e in calm.of("persons_recovered")) == 30
    assert sum(e.facts["persons"] for e in rough.of("persons_recovered")) == 12
    assert exceeded(calm) == exceeded(rough) == 0


def test_a_number_that_was_safe_is_exceeded_when_the_sea_rises(rescue):
    one = rescue.unit(safe_calm=40, safe_rough=25, quota=40, boat_per_h=200.0, trained=True)
    two = rescue.unit("waits", boat_per_h=0.0)

    book = rescue.run(rescue.spec((one, two), persons=100, weather=ROUGH_LATER))

    assert [(e.time_h, e.facts["persons"]) for e in book.of("capacity_exceeded")] == [(2.0, 15.0)]
    assert book.first("unit_left", "a vessel").time_h == 2.0


def test_orders_to_take_more_than_is_safe_are_counted_and_send_the_unit_for_shelter(rescue):
    one = rescue.unit(safe_calm=20, when_full="exceed", capacity=90, load=8)

    book = rescue.run(rescue.spec((one,), persons=60))

    assert exceeded(book) == 4
    assert book.first("unit_left").facts["persons"] == 24


def test_people_who_are_passed_on_stand_in_two_tallies_and_are_recovered_once(rescue):
    small = rescue.unit("small", safe_calm=8, when_full="transfer", load=8)
    large = rescue.unit("large", boat_per_h=0.0)

    book = rescue.run(rescue.spec((small, large), persons=24))

    handed, taken = (
        sum(e.facts["persons"] for e in book.of(kind))
        for kind in ("persons_handed_over", "persons_taken_over")
    )
    assert handed == taken >= 16
    assert sum(e.facts["persons"] for e in book.of("persons_recovered")) == 24


def test_children_and_injured_people_are_taken_first_by_need_and_not_as_they_come(rescue):
    one = rescue.unit(load=10)
    world = {"persons": 60, "children": 6, "injured": 4, "care_median_h": 500.0}

    by_need = rescue.run(rescue.spec((one,), triage="need", **world)).first("persons_recovered")
    comes = rescue.run(rescue.spec((one,), triage="as_they_come", **world))

    assert (by_need.facts["children"], by_need.facts["injured"]) == (6.0, 4.0)
    assert comes.first("persons_recovered").facts["children"] < 6


def test_people_in_the_water_are_taken_before_those_on_the_boat(rescue):
    one = rescue.unit(load=5)

    book = rescue.run(rescue.spec((one,), persons=30, in_water=8, jackets_on=30, water_c=28.0))

    places = [entry.facts["place"] for entry in book.of("persons_recovered")]
    assert places == ["water", "water", *["boat"] * 5]


@pytest.mark.parametrize(("medic", "triage", "cared"), [(True, True, 5), (False, True, 0)])
def test_the_injured_get_care_where_a_medic_is(rescue, medic, triage, cared):
    one = rescue.unit(medic=medic, place="")
    told = rescue.spec((one,), persons=20, injured=5, triage_on_board=triage, care_median_h=500.0)

    book = rescue.run(told)

    assert sum(entry.facts["persons"] for entry in book.of("care_began")) == cared


def test_without_triage_on_board_the_injured_wait_for_the_land_although_a_medic_is_near(rescue):
    nurse = rescue.unit("nurse", boat_per_h=0.0, medic=True)
    one = rescue.unit("other", safe_calm=20)
    world = {"persons": 20, "injured": 5, "care_median_h": 500.0}

    found, missed = (
        rescue.run(rescue.spec((nurse, one), triage_on_board=yes, **world)).first("care_began")
        for yes in (True, False)
    )

    assert found.time_h < missed.time_h


@pytest.mark.parametrize(
    ("change", "safe"),
    [
        ({}, True),
        ({"needs_met": False}, False),
        ({"life_threatened": True}, False),
        ({"room": 89}, False),
    ],
)
def test_a_place_of_safety_is_asked_three_things_and_not_how_near_it_is(change, safe):
    place = PlaceSpec(name="a port", **{"room": 90, **change})

    assert is_place_of_safety(place, persons=90) == safe


def test_people_stay_on_a_ship_that_lands_them_nowhere_and_are_not_in_safety(rescue):
    ship = rescue.unit(place="")
    books = rescue.many(rescue.spec((ship,), persons=20), 3)

    assert rescue.metric(books, "persons_recovered_alive").tolist() == [20, 20, 20]
    assert rescue.metric(books, "persons_in_safety").tolist() == [0, 0, 0]
