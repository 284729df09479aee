"""Head counts, stand-down and the red line: nobody stands down on what nobody has verified."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.joint.mass_rescue import SourceSpec
from trainkit.joint.mass_rescue.redlines import RULES
from trainkit.redlines import breaches


def sources(*told):
    return tuple(
        SourceSpec(name=f"source {n}", at_h=at, persons=p) for n, (at, p) in enumerate(told)
    )


def stood_down(book):
    entry = book.first("stood_down")
    return entry and (entry.facts["reason"], entry.facts["unaccounted"])


def test_units_stand_down_when_the_highest_figure_is_met_and_nobody_is_in_sight(rescue):
    told = rescue.spec((rescue.unit(),), persons=40, sources=sources((0.0, 40), (0.0, 30)))

    assert stood_down(rescue.run(told)) == ("head_count_met", 0)


def test_while_a_plausible_figure_is_higher_the_search_goes_on_until_it_is_suspended(rescue):
    told = rescue.spec(
        (rescue.unit(),), persons=40, sources=sources((0.0, 40), (0.5, 43)), suspend_h=9.0
    )

    book = rescue.run(told)

    assert stood_down(book) == ("suspended_by_decision", 0)
    assert book.first("stood_down").time_h == 9.0


def test_people_in_sight_are_taken_although_a_figure_is_met(rescue):
    told = rescue.spec((rescue.unit(),), persons=40, sources=sources((0.0, 10)))

    assert stood_down(rescue.run(told)) == ("head_count_met", 0)


@pytest.mark.parametrize(("rule", "left"), [("reported", True), ("reconciled", False)])
def test_a_relayed_all_clear_leaves_people_behind_only_where_it_is_believed(rescue, rule, left):
    slow = rescue.unit(boat_per_h=8.0)
    counts = sources((0.0, 60))
    told = rescue.spec((slow,), persons=60, sources=counts, all_clear_h=2.0, stand_down=rule)

    books = rescue.many(told, 3)

    missing = rescue.metric(books, "unaccounted_at_stand_down")
    assert (missing > 0).all() == left
    reasons = {books[n].first("stood_down").facts["reason"] for n in range(3)}
    assert ("unverified_report" in reasons) == left


def test_after_a_stand_down_nobody_is_taken_any_more(rescue):
    slow = rescue.unit(boat_per_h=8.0)
    book = rescue.run(rescue.spec((slow,), persons=60, all_clear_h=2.0, stand_down="reported"))

    ended = book.first("stood_down").time_h
    assert all(entry.time_h <= ended for entry in book.of("persons_recovered"))


def test_person_hours_count_who_is_never_recovered_until_the_end(rescue):
    nobody = rescue.many(rescue.spec((), persons=10), 2)
    at_once = rescue.many(
        rescue.spec((rescue.unit(load=10, boat_per_h=500.0),), persons=10, jackets_on=10), 2
    )

    assert rescue.metric(nobody, "person_hours_in_distress").tolist() == [240.0, 240.0]
    assert (rescue.metric(at_once, "person_hours_in_distress") < 2.0).all()


def test_a_death_never_shortens_the_person_hours(rescue):
    def hours(pace):
        told = rescue.spec((), persons=20, in_water=20, no_jacket_pace=pace)
        return rescue.metric(rescue.many(told, 5), "person_hours_in_distress")

    assert (hours(100.0) == hours(1.0)).all()
    assert (hours(1.0) == 20 * 24.0).all()


def test_securing_evidence_before_the_rescue_is_the_red_line_r1_with_its_entry(rescue):
    late = rescue.unit("police", first_task="secure")

    book = rescue.run(rescue.spec((late,), persons=10))

    (line,) = breaches(RULES, book)
    assert line.rule == "R1"
    assert book.records()[line.event][1:3] == ("securing_began", "police")


def test_screening_before_landing_is_the_red_line_r1_as_well(rescue):
    one = rescue.unit(screening_h=4.0, safe_calm=10)

    (line,) = breaches(RULES, rescue.run(rescue.spec((one,), persons=10, suspend_h=20.0)))

    assert line.rule == "R1"
    assert "screened" in line.text


def test_a_rescue_without_either_crosses_nothing(rescue):
    assert breaches(RULES, rescue.run(rescue.spec((rescue.unit(),), persons=30))) == ()


def test_securing_costs_the_half_hour_that_it_takes(rescue):
    def first_h(task):
        one = rescue.unit(first_task=task, secure_h=0.5)
        return rescue.run(rescue.spec((one,), persons=10)).first("persons_recovered").time_h

    assert first_h("secure") == pytest.approx(first_h("rescue") + 0.5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"in_water": 41}, "in_water = 41 is more than persons = 40"),
        ({"injured": 60}, "injured = 60 is more than persons = 40"),
    ],
)
def test_a_part_of_the_people_that_is_more_than_all_is_refused(rescue, change, said):
    with pytest.raises(TrainkitError, match=said):
        rescue.run(rescue.spec((), **{"persons": 40, **change}))


def test_a_place_that_is_not_there_is_refused_with_the_nearest_one(rescue):
    with pytest.raises(TrainkitError, match="Did you mean 'harbour'"):
        rescue.run(rescue.spec((rescue.unit(place="harbor"),), persons=10))


def test_two_units_of_one_name_are_refused_and_the_name_is_said(rescue):
    with pytest.raises(TrainkitError, match="'a vessel'"):
        rescue.run(rescue.spec((rescue.unit(), rescue.unit())))
