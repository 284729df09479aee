"""The log that a trainee reads: worked out again from its bare lines, in both engines."""

import math

import pytest

from trainkit.experiments import run
from trainkit.lessons.e1 import page
from trainkit.lessons.e1.reading import night, readings, scenario, searched_h

SPEED_KN, SIDE_NM = 15.0, 10.0
"""Speed of search and side of the square of the Skua, as the briefing has them."""


def width_nm(case):
    """Return the Skua's sweep width as the trainee reads it, in the table of the units."""
    lines = page._logbook(case).words.splitlines()
    return float(next(line for line in lines if line.startswith("Alder Skua")).split(" | ")[1])


def legs_of(book, unit):
    """Return how long each leg of a unit lasted: from its own begin to its own end."""
    lasted, began = [], None
    for time_h, kind, subject, _ in book.records():
        if subject == unit and kind == "leg_began":
            began = time_h
        elif subject == unit and kind == "leg_ended":
            lasted.append(time_h - began)
    return lasted


def by_hand(case, book):
    """Return the readings, from the lines of the log alone."""
    first = min(time_h for time_h, kind, _, _ in book.records() if kind == "leg_began")
    coverage = width_nm(case) * SPEED_KN * sum(legs_of(book, "Alder Skua")) / SIDE_NM**2
    return {
        "first_leg_h": pytest.approx(first, abs=0.005001),
        "coverage": pytest.approx(coverage, abs=0.005001),
        "pod_percent": pytest.approx(100.0 * (1.0 - math.exp(-coverage)), abs=0.5001),
        "unaccounted": case.persons - case.taken_off,
        "next_step": "go_on",
    }


def replication_of(case, book, engine="simpy"):
    """Return the number of the night, found by its first lines."""
    told = scenario(case)
    return next(
        number
        for number in range(500)
        if run(told, seed=case.seed, replication=number, engine=engine).records() == book.records()
    )


def test_readings_are_those_of_the_bare_lines(cases):
    for case in cases[:6]:
        assert dict(readings(case)) == by_hand(case, night(case))


@pytest.mark.slow
def test_the_compiled_engine_writes_the_same_log_and_gives_the_same_readings(cases):
    for case in cases[:4]:
        number = replication_of(case, night(case))

        fast = run(scenario(case), seed=case.seed, replication=number, engine="compiled")

        assert fast.records() == night(case).records()
        assert dict(readings(case)) == by_hand(case, fast)


def test_the_night_is_the_first_in_which_nothing_is_found(cases):
    for case in cases[:4]:
        number = replication_of(case, night(case))
        before = [
            {kind for _, kind, _, _ in run(scenario(case), seed=case.seed, replication=n).records()}
            for n in range(number)
        ]

        assert "contact_detected" not in {kind for _, kind, _, _ in night(case).records()}
        assert all("contact_detected" in kinds for kinds in before)


def test_hours_searched_are_those_of_the_legs(cases):
    book = night(cases[0])

    for unit in ("Alder Kestrel", "Alder Skua", "Borea Petrel"):
        assert searched_h(book, unit) == pytest.approx(sum(legs_of(book, unit)))
        assert searched_h(book, unit) > 0.0


def test_the_scenario_is_the_case_s_own(cases):
    for case in cases:
        told = scenario(case).parameters

        assert (told.object_id, told.persons) == (case.object_id, case.persons)
        assert (told.wind_kn, told.wind_from_deg) == (case.wind_kn, case.wind_from_deg)
        assert told.current_kn == case.current_kn
        assert told.current_toward_deg == case.current_toward_deg
        assert told.elapsed_h == case.elapsed_h
        assert told.position_error_nm == case.position_error_nm
        assert told.survival_median_h == case.survival_median_h
        skua = next(unit for unit in told.units if unit.name == "Alder Skua")
        assert (skua.sweep_width_nm, skua.search_speed_kn) == (width_nm(case), SPEED_KN)
        assert (skua.area_length_nm, skua.area_width_nm) == (SIDE_NM, SIDE_NM)


def test_people_taken_off_are_fewer_than_all_and_the_search_goes_on(cases):
    for case in cases:
        assert 0 < readings(case)["unaccounted"] < case.persons
        assert readings(case)["next_step"] == "go_on"


def test_coverage_is_read_and_not_copied(cases):
    widths = {width_nm(case) for case in cases}

    assert len({readings(case)["coverage"] for case in cases}) >= len(widths) >= 4
