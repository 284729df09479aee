"""The case of E1: drawn within its bounds, equally far for all, the same for the same luck."""

import csv
import dataclasses
import math
import subprocess
import sys
from importlib.resources import files

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import AREAS, OBJECTS, situation
from trainkit.lessons.seeds import visible_luck

pytestmark = pytest.mark.slow

KN = 1852.0 / 3600.0


@pytest.fixture(scope="module")
def variants():
    return [situation(Luck(seed)) for seed in range(1_000, 1_200)]


@pytest.fixture(scope="module")
def table():
    path = files("trainkit.sea") / "data" / "leeway_coefficients.csv"
    with path.open(encoding="utf-8") as lines:
        return {int(row["id"]): row for row in csv.DictReader(lines)}


def drift_nm(case, row):
    """Return the drift until the time on scene, worked out with the table's own figures."""
    leeway_cms = float(row["downwind_slope_pct"]) * case.wind_kn * KN
    leeway_kn = (leeway_cms + float(row["downwind_offset_cms"])) / 100.0 / KN
    to = math.radians(case.wind_from_deg - 180.0)
    set_ = math.radians(case.current_toward_deg)
    east = leeway_kn * math.sin(to) + case.current_kn * math.sin(set_)
    north = leeway_kn * math.cos(to) + case.current_kn * math.cos(set_)
    return east * case.elapsed_h, north * case.elapsed_h


def test_what_is_drawn_lies_within_its_bounds(variants):
    assert {case.wind_kn for case in variants} <= {14.0, 16.0, 18.0, 20.0, 22.0}
    assert {case.wind_from_deg for case in variants} <= {10.0 * n for n in range(36)}
    assert {case.current_kn for case in variants} <= {0.5, 0.6, 0.7, 0.8, 0.9}
    assert {case.elapsed_h for case in variants} <= {6.0 + 0.5 * n for n in range(7)}
    assert {case.position_error_nm for case in variants} <= {2.0, 2.5, 3.0}
    assert {case.persons for case in variants} == set(range(9, 15))
    assert {case.taken_off for case in variants} == {2, 3, 4}
    assert {case.survival_median_h - case.elapsed_h for case in variants} == {9.0}


def test_more_than_one_value_of_each_is_drawn(variants):
    names = [field.name for field in dataclasses.fields(variants[0])]

    assert [name for name in names if len({getattr(one, name) for one in variants}) == 1] == []


def test_the_objects_are_in_the_leeway_table_and_all_of_them_are_drawn(variants, table):
    assert set(OBJECTS) <= set(table)
    assert {case.object_id for case in variants} == set(OBJECTS)


def test_the_drift_is_as_far_for_everybody(variants, table):
    far = [math.hypot(*drift_nm(case, table[case.object_id])) for case in variants]

    assert min(far) >= 8.0
    assert max(far) <= 11.0


def test_the_case_gives_the_drift_of_the_table(variants, table):
    for case in variants:
        found = [axis * case.elapsed_h for axis in case.drift_kn]

        assert found == pytest.approx(drift_nm(case, table[case.object_id]), abs=1e-9)


def test_the_current_crosses_the_wind_by_40_to_80_degrees(variants):
    for case in variants:
        aside = (case.current_toward_deg - case.wind_from_deg - 180.0 + 180.0) % 360.0 - 180.0

        assert 40.0 <= abs(aside) <= 80.0
        assert 0.0 <= case.current_toward_deg < 360.0


def test_mist_lies_on_one_half_of_the_grid(variants):
    halves = {
        frozenset(name for name in AREAS if name[0] in "CD"),
        frozenset(name for name in AREAS if name[0] in "AB"),
        frozenset(name for name in AREAS if name[1] in "12"),
        frozenset(name for name in AREAS if name[1] in "34"),
    }

    assert {frozenset(case.mist) for case in variants} == halves
    assert all(len(case.mist) == 8 for case in variants)


def test_lookouts_see_a_third_as_far_in_mist(variants):
    for case in variants:
        widths = dict(zip(AREAS, case.widths_nm, strict=True))

        assert {widths[name] for name in case.mist} == {0.3}
        assert {widths[name] for name in set(AREAS) - set(case.mist)} == {0.9}


def test_the_areas_hold_the_datum_and_the_last_known_position(variants, table):
    for case in variants:
        for x, y in ((0.0, 0.0), drift_nm(case, table[case.object_id])):
            assert case.west_nm < x < case.west_nm + 24.0
            assert case.south_nm < y < case.south_nm + 24.0


def test_neither_datum_nor_last_position_is_always_in_the_middle(variants, table):
    aside = [
        math.dist(
            drift_nm(case, table[case.object_id]), (case.west_nm + 12.0, case.south_nm + 12.0)
        )
        for case in variants
    ]

    assert min(aside) < 4.0
    assert max(aside) > 5.0


def test_a_case_cannot_be_changed_and_can_be_a_key(variants):
    with pytest.raises(dataclasses.FrozenInstanceError):
        variants[0].persons = 1

    assert len(set(variants)) == len(variants)


def test_the_same_luck_draws_the_same_case():
    assert situation.__wrapped__(Luck(1_000)) == situation(Luck(1_000))


def test_a_trainee_s_case_is_the_same_in_another_process_without_a_key():
    code = (
        "from trainkit.lessons.e1.case import situation;"
        "from trainkit.lessons.seeds import visible_luck;"
        "print(situation(visible_luck('e', 'Ada ', 'E1')))"
    )

    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )

    assert told.stdout.strip() == repr(situation(visible_luck("e", "ada", "E1")))
