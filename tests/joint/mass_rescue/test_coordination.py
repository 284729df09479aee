"""Who coordinates: the first on scene, then who takes over, then who is best able to relieve."""

import pytest


def designated(book):
    return [(e.time_h, e.subject, e.facts["why"]) for e in book.of("coordinator_designated")]


def test_the_first_unit_on_scene_coordinates_whatever_it_is(rescue):
    ship = rescue.unit("ship", arrive_h=0.5, trained=False, communications=1)
    cutter = rescue.unit("cutter", arrive_h=1.0, trained=True, communications=3)

    book = rescue.run(rescue.spec((cutter, ship)))

    assert designated(book) == [(0.5, "ship", "first_on_scene")]


def test_a_unit_that_is_ordered_to_takes_over_when_it_arrives(rescue):
    ship = rescue.unit("ship", arrive_h=0.5)
    cutter = rescue.unit("cutter", arrive_h=1.0, trained=True, communications=3, takes_over=True)

    book = rescue.run(rescue.spec((ship, cutter)))

    assert designated(book)[1] == (1.0, "cutter", "takes_over")


def test_a_coordinator_who_leaves_is_relieved_by_training_then_links_then_time(rescue):
    leaves = rescue.unit("first", on_scene_h=1.0, place="")
    others = (
        rescue.unit("untrained", arrive_h=0.1, communications=3),
        rescue.unit("short", arrive_h=0.2, trained=True, communications=3, on_scene_h=3.0),
        rescue.unit("long", arrive_h=0.3, trained=True, communications=3, on_scene_h=30.0),
        rescue.unit("deaf", arrive_h=0.4, trained=True, communications=1, on_scene_h=40.0),
    )

    book = rescue.run(rescue.spec((leaves, *others), persons=400, in_water=400, jackets_on=400))

    assert designated(book)[1][1:] == ("long", "relieves")


def test_without_anybody_named_nobody_coordinates_until_somebody_takes_over(rescue):
    ship = rescue.unit("ship", arrive_h=0.5)
    cutter = rescue.unit("cutter", arrive_h=1.0, trained=True, communications=3, takes_over=True)

    book = rescue.run(rescue.spec((ship, cutter), first_coordinates=False))

    assert designated(book)[0] == (1.0, "cutter", "takes_over")


@pytest.mark.parametrize(("trained", "links"), [(False, 3), (True, 1), (True, 3)])
def test_two_units_are_slower_by_the_stated_factor_under_who_is_not_able(rescue, trained, links):
    first = rescue.unit("first", trained=trained, communications=links, water_per_h=0.0)
    second = rescue.unit("second", load=1, water_per_h=10.0)
    people = {"persons": 1, "in_water": 1, "jackets_on": 1, "water_c": 28.0}

    def time_h(factor):
        told = rescue.spec((first, second), uncoordinated_factor=factor, **people)
        return rescue.run(told).first("persons_recovered").time_h

    able = trained and links >= 2
    assert time_h(0.5) == pytest.approx(time_h(1.0) if able else 2 * time_h(1.0))


def test_a_full_coordinator_stays_until_nobody_is_left_to_coordinate(rescue):
    full = rescue.unit("full", quota=8, trained=True, communications=3)
    other = rescue.unit("other", arrive_h=0.1)

    book = rescue.run(rescue.spec((full, other), persons=40, suspend_h=20.0))

    assert (
        book.first("unit_left", "full").time_h >= book.of("persons_recovered", "other")[-1].time_h
    )
