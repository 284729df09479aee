"""Cases of C1: as hard for one as for another, different, and right by arithmetic of its own."""

from collections import Counter
from math import prod

import pytest

from trainkit.lessons.c1 import chain, explorer, items, stops, watched
from trainkit.lessons.c1.standing import PLAN
from trainkit.lessons.c1.statements import crossing
from trainkit.lessons.c1.told import told
from trainkit.lessons.c1.week import Kind

GOOD = {**PLAN, "danger": "at_once", "origin": "check"}


def test_every_case_has_three_hypotheses_an_overlap_an_item_and_one_about_what_people_are(cases):
    for case in cases:
        sorts = Counter(one.sort for one in case.statements)

        assert sorts == {"keep": 3, "overlap": 1, "item": 1, "refuse": 1}


def test_cases_differ_in_what_a_trainee_could_copy(cases):
    assert len(set(cases)) == len(cases)
    assert len({tuple(one.sort for one in case.statements) for case in cases}) > len(cases) / 2
    assert len({tuple(one.role for one in case.week.kinds) for case in cases}) > len(cases) / 2
    assert len({case.chain for case in cases}) > len(cases) / 2


def test_what_fits_most_items_is_never_what_is_likeliest(cases):
    for case in cases:
        lines = [one.of_100 for one in case.items]
        products = [prod(line[n] for line in lines) for n in range(3)]
        counts = [sum(line[n] >= 50 for line in lines) for n in range(3)]

        right = items.readings(case.items)

        assert right["likeliest"] == "B" == "ABC"[products.index(max(products))]
        assert right["fits_most"] == "A" == "ABC"[counts.index(max(counts))]
        assert products[1] >= 1.4 * max(products[0], products[2])
        assert [right[f"for_{n}"] for n in range(1, 6)].count("none") == 1


def test_a_repetition_moves_nothing_an_empty_search_takes_away_and_no_order_matters(cases):
    for case in cases:
        found = chain.readings(case.chain)

        assert found["after_2"] == found["after_1"] > case.chain.prior
        assert found["after_3"] < found["after_2"]
        assert found["after_4"] > found["after_3"]
        assert found["backwards"] == found["after_4"]


def test_each_rule_of_stopping_has_one_case_and_hours_are_clearly_above_or_below(cases):
    for case in cases:
        assert {one.sort for one in case.stops} == set(stops.SORTS)
        for one in case.stops:
            lead, (yes, other) = one.belief / 100, (value / 100 for value in one.yes)
            kept = max(lead * yes, (1 - lead) * other)
            kept += max(lead * (1 - yes), (1 - lead) * (1 - other))
            assert stops.worth_h(one) == pytest.approx(200 * (kept - lead))
            if one.sort in {"worth", "dear"}:
                assert (stops.worth_h(one) > one.cost_h) == (one.sort == "worth")


def test_what_people_are_crosses_a_line_as_hypothesis_or_item_and_not_when_it_is_put_out(cases):
    for case in cases:
        number = next(n for n, s in enumerate(case.statements, 1) if s.sort == "refuse")
        rest = {f"statement_{n}": "keep" for n in range(1, 7)}

        for said, crosses in (("keep", 1), ("item", 1), ("overlap", 0), ("refuse", 0)):
            answer = {**rest, f"statement_{number}": said}
            assert bool(crossing(case.statements, answer)) == bool(crosses)


def test_the_enquiries_of_a_week_have_the_same_parts_in_every_case(cases):
    for case in cases:
        kinds: dict[str, Kind] = {one.role: one for one in case.week.kinds}

        assert len(kinds) == 6
        assert len(set(kinds["flat"].of_100)) == 1
        assert kinds["repeated"].repeats >= 70
        assert sum(case.week.priors) == 100
        assert 0 < kinds["fading"].fades_h <= 8 < kinds["strong"].fades_h


def test_a_week_under_a_plan_is_told_with_hours_answers_and_beliefs(cases):
    words = watched.told(cases[0], GOOD).words

    assert "answered:" in words
    assert "a repetition, put aside" in words


def test_five_reports_of_one_person_are_believed_as_one():
    """Odds 3 to 7 times 3 once, and times 3 to the fifth."""
    said = explorer.weighed(
        {"prior": 30, "right": 60, "wrong": 20, "reports": 5, "sources": 1}
    ).text

    assert "belief is 99 %" in said
    assert "it is 56 %" in said


def test_leads_that_fade_are_worked_less_than_with_an_analyst_always_free():
    said = explorer.faded({"a_week": 20, "work_h": 4, "fades_h": 12, "analysts": 2}).text

    assert "always free it would be 75" in said


def test_a_marker_is_told_of_the_case(cases):
    for case in cases:
        assert f"{case.persons} people" in told(case)
