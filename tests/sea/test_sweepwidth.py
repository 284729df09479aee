import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.sea.sweepwidth import (
    PLATFORMS,
    corrected_width_nm,
    heights_ft,
    helicopter_speed_factor,
    is_small,
    objects,
    sweep_width_nm,
    weather_factor,
)

VISIBILITIES_NM = (1, 3, 5, 10, 20)


@pytest.mark.parametrize(
    ("name", "helicopter", "boat"),
    [
        ("Person in Water", [0, 0.1, 0.1, 0.1, 0.1], [0.3, 0.4, 0.5, 0.5, 0.5]),
        ("Raft 4 person", [0.5, 1.2, 1.6, 2.2, 2.8], [1, 2.2, 3, 4, 5]),
        ("Raft 25 person", [0.6, 1.9, 2.7, 4.1, 5.6], [1.2, 3.1, 4.3, 6.4, 8.7]),
        ("Power Boat <= 15ft", [0.5, 1.2, 1.5, 1.9, 2.3], [0.5, 1.1, 1.4, 1.9, 2.3]),
        ("Power Boat 33ft", [0.8, 2.5, 3.9, 6.2, 9.0], [1.1, 2.5, 3.8, 6.1, 8.8]),
    ],
)
def test_the_table_has_the_published_widths(name, helicopter, boat):
    assert [sweep_width_nm(name, "Helicopter", 500, v) for v in VISIBILITIES_NM] == helicopter
    assert [sweep_width_nm(name, "Boat", 14, v) for v in VISIBILITIES_NM] == boat


def test_between_visibilities_the_width_lies_on_a_straight_line():
    assert sweep_width_nm("Raft 4 person", "Boat", 14, 4) == pytest.approx((2.2 + 3) / 2)


def test_a_visibility_that_a_row_leaves_out_holds_the_width_of_the_one_before():
    # 1,500 ft: 0 at 1 NM, then 0.1 from 10 NM
    widths = [sweep_width_nm("Person in Water", "Helicopter", 1500, v) for v in (3, 5, 10, 15)]

    assert widths == [0, 0, 0.1, 0.1]


def test_above_the_table_the_last_width_holds():
    at_30, at_50 = (sweep_width_nm("Ship 120ft", "Aircraft", 500, v) for v in (30, 50))

    assert at_30 == at_50 > 0


@given(st.sampled_from(objects()), st.sampled_from(PLATFORMS), st.floats(1, 40), st.floats(0, 5))
def test_a_clearer_day_never_narrows_the_sweep(name, platform, visibility_nm, more_nm):
    height_ft = heights_ft(platform)[0]

    near = sweep_width_nm(name, platform, height_ft, visibility_nm)

    assert sweep_width_nm(name, platform, height_ft, visibility_nm + more_nm) >= near >= 0


def test_every_object_is_covered_from_every_platform_and_height():
    covered = [
        sweep_width_nm(name, platform, height_ft, 10)
        for name in objects()
        for platform in PLATFORMS
        for height_ft in heights_ft(platform)
    ]

    assert len(covered) == 25 * 18


@pytest.mark.parametrize(
    ("wind_kn", "sea_ft", "small", "large"),
    [
        (15, 1, 1, 1),
        (16, 0, 0.5, 0.9),
        (0, 2, 0.5, 0.9),
        (0, 3, 0.5, 0.9),
        (26, 0, 0.25, 0.9),
        (0, 4.1, 0.25, 0.9),
        (16, 5, 0.25, 0.9),
    ],
)
def test_weather_hides_small_objects_most(wind_kn, sea_ft, small, large):
    assert weather_factor("Person in Water", wind_kn, sea_ft) == small
    assert weather_factor("Raft 25 person", wind_kn, sea_ft) == small
    assert weather_factor("Ship 120ft", wind_kn, sea_ft) == large


def test_small_is_a_person_a_raft_or_a_boat_under_30_feet():
    small = {name for name in objects() if is_small(name)}

    rafts = {name for name in objects() if name.startswith("Raft")}
    boats = {"Power Boat ≤ 15ft", "Power Boat 20ft"} | {f"Sail Boat {n}ft" for n in (15, 20, 25)}
    assert small == {"Person in Water"} | rafts | boats


def test_a_fatigued_crew_sees_a_tenth_less():
    fresh, tired = (
        corrected_width_nm("Raft 4 person", "Boat", 14, 5, fatigued=tired)
        for tired in (False, True)
    )

    assert tired == pytest.approx(0.9 * fresh)


@pytest.mark.parametrize(("speed_kn", "factor"), [(60, 1.5), (90, 1), (120, 0.8), (140, 0.7)])
def test_a_slower_helicopter_sees_a_person_better(speed_kn, factor):
    slow = corrected_width_nm("Person in Water", "Helicopter", 500, 5, speed_kn=speed_kn)

    assert helicopter_speed_factor(speed_kn) == factor
    assert slow == pytest.approx(0.1 * factor)


def test_speed_corrects_nothing_but_a_helicopter_that_seeks_a_person():
    assert corrected_width_nm("Raft 4 person", "Helicopter", 500, 5, speed_kn=60) == 1.6
    assert corrected_width_nm("Person in Water", "Boat", 14, 5, speed_kn=10) == 0.5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Raft 4 persons", "Boat", 14, 5), "Did you mean 'raft 4 person'"),
        (("Submarine", "Boat", 14, 5), "It has: "),
        (("Raft 4 person", "Helicoptre", 500, 5), "Did you mean 'helicopter'"),
        (("Raft 4 person", "Drone", 500, 5), "visual and for daylight"),
        (("Raft 4 person", "Boat", 500, 5), "8, 14 ft"),
        (("Raft 4 person", "Boat", "14", 5), "8, 14 ft"),
        (("Raft 4 person", "Boat", 14, 0.5), "begins at 1 NM"),
        (("Raft 4 person", "Boat", 14, float("nan")), "begins at 1 NM"),
        (("Raft 4 person", "Boat", 14, "far"), "begins at 1 NM"),
        ((None, "Boat", 14, 5), "no object None"),
    ],
)
def test_what_the_table_does_not_cover_is_refused_with_what_it_does(arguments, words):
    with pytest.raises(TrainkitError, match=words):
        sweep_width_nm(*arguments)


@pytest.mark.parametrize("speed_kn", [59, 141, float("nan"), None])
def test_a_helicopter_speed_outside_the_table_is_refused(speed_kn):
    with pytest.raises(TrainkitError, match="60 to 140"):
        helicopter_speed_factor(speed_kn)


@pytest.mark.parametrize(("wind_kn", "sea_ft"), [(-1, 0), (0, float("nan")), ("calm", 0)])
def test_weather_that_is_none_is_refused(wind_kn, sea_ft):
    with pytest.raises(TrainkitError, match="number from 0"):
        weather_factor("Raft 4 person", wind_kn, sea_ft)
