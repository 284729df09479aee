"""What every trainee of C3 sees: as hard for all, and readable from the page alone."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from trainkit.lessons.c3 import chains, page, papers
from trainkit.lessons.c3.clocks import readings, weekday
from trainkit.lessons.c3.explorer import asked, queued
from trainkit.lessons.c3.findings import PRIVATE
from trainkit.lessons.c3.tasks import TASKS


def test_every_register_has_two_items_for_both_courts_one_for_each_and_two_for_neither(cases):
    for case in cases:
        found = Counter(papers.court_of(one) for one in case.papers)
        assert found == {"both": 2, "Alder": 1, "Borea": 1, "neither": 2}


def test_two_of_three_sources_are_left_where_one_cannot_be_trusted(cases):
    found = {papers.sources(case.papers) for case in cases}

    assert found == {2, 3}
    for case in cases:
        grades = [one.item.reliability for one in case.papers if one.item.fact == papers.FACT]
        assert papers.sources(case.papers) == (2 if "E" in grades else 3)


def test_the_checker_of_custody_finds_in_each_chain_the_flaw_that_was_put_there(cases):
    for case in cases:
        assert {chains.found(one) for one in case.chains} >= {"none", "gap", "altered"}
        assert [chains.found(one) for one in case.chains] == [one.flaw for one in case.chains]
    assert {one.flaw for case in cases for one in case.chains} == set(chains.FLAWS)


def test_check_figures_differ_in_the_altered_line_and_in_no_other(cases):
    for case in cases:
        for chain in case.chains:
            figures = [chains.noted(one) for one in chain.item.custody]
            odd = [n for n, (then, today) in enumerate(figures, 1) if then != today]
            assert odd == ([chain.line] if chain.flaw == "altered" else [])


def test_an_altered_line_looks_like_any_other_but_for_its_figures(cases):
    """Its times leave no gap and no second holder: the figures alone give it away."""
    for case in cases:
        chain = next(one for one in case.chains if one.flaw == "altered")
        steps = [(one["given_h"], one["taken_h"]) for one in chain.item.custody]
        assert all(0.0 < taken - given < 0.25 for given, taken in steps)
        assert all(before[1] < after[0] for before, after in pairwise(steps))


def test_the_gap_that_is_asked_for_can_be_read_from_the_minutes_shown(cases):
    for case in cases:
        chain = next(one for one in case.chains if one.flaw == "gap")
        step = chain.item.custody[chain.line - 1]
        shown = [page.clock(step[name]) for name in ("given_h", "taken_h")]
        given, taken = (
            24.0 * int(one.split(",")[0][4:]) + int(one[-5:-3]) + int(one[-2:]) / 60
            for one in shown
        )
        assert taken - given == pytest.approx(chains.gap_h(case.chains), abs=0.02)


def test_clocks_are_those_of_a_calendar_and_of_the_law(cases):
    for case in cases:
        told, right = case.clocks, readings(case.clocks)
        assert right["last_day"] == told.order_day + 29
        assert right["calls_lost"] == sum(day > told.order_day + 29 for day in told.calls)
        assert right["arrest_left"] == told.arrested_day + 40 - told.today > 0
        monday = date(2024, 1, 1)  # a Monday
        begun = monday + timedelta(days=told.weekday + told.suspended_day)
        assert begun.strftime("%A") == weekday(told, told.suspended_day)
        between = [
            begun + timedelta(days=n)
            for n in range(1, int(right["suspension_day"]) - told.suspended_day + 1)
        ]
        working = [one for one in between if one.weekday() < 5]
        assert len(working) == {"Alder": 5, "Borea": 7}[told.side]
        assert between[-1] in working


def test_counting_saturdays_as_working_days_is_pointed_out_in_both_states(cases):
    shows = next(one for task in TASKS for one in task.slips if one.name == "calendar_days").shows
    for case in cases:
        told, right = case.clocks, readings(case.clocks)
        counted = told.suspended_day + {"Alder": 5, "Borea": 7}[told.side]
        assert shows(case, {**right, "suspension_day": counted}) == (
            counted != right["suspension_day"]
        )
    assert {case.clocks.side for case in cases} == {"Alder", "Borea"}


def test_of_five_findings_three_speak_for_an_accused_and_three_hold_something_private(cases):
    for case in cases:
        assert Counter(one.due for one in case.findings) == {
            "disclose": 1,
            "protect": 2,
            "file": 2,
        }
        assert len({one.told for one in case.findings}) == 5
        assert sum(one.sort in PRIVATE for one in case.findings) == 3


def test_the_four_hearings_are_the_same_days_in_another_order(cases):
    found = {tuple(case.hearings.due_days) for case in cases}

    assert all(sorted(days) == [30, 50, 70, 90, 95, 330] for days in found)
    assert len(found) > 10


def test_a_request_ten_days_before_the_end_finds_a_ground_in_fifty_seven_of_a_hundred():
    """1 - exp(-5 / 6) = 0.565; a judge of median 3 days decides within 10 with 0.978."""
    said = asked({"before": 10, "ground": 6, "judge": 3}).text

    assert "In 57 of 100 cases" in said
    assert "In 98 of 100 the judge" in said
    assert "Both hold in 55 of 100" in said
    assert "In 0 of 100 the judge" in asked({"before": 0, "ground": 6, "judge": 3}).text


def test_a_unit_that_is_given_too_much_says_so_and_one_that_is_not_says_both_waits():
    """At 0.64 + 0.2133 = 0.853 of load, Cobham gives 8.8 and 59 days."""
    assert "120 % of the work" in queued({"urgent": 0.4, "others": 2.0, "days": 15}).text
    said = queued({"urgent": 0.4, "others": 1.2, "days": 16}).text
    assert "busy 85 %" in said
    in_hand = 0.8533 * 16 * 1.2840 / 2
    assert f"waits {in_hand / (1 - 0.2133):.0f} days" in said
    assert f"another waits {in_hand / (1 - 0.2133) / (1 - 0.8533):.0f}" in said
