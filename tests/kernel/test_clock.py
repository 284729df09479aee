from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from trainkit import TrainkitError
from trainkit.kernel.clock import Clock, sun_altitude_deg

ALDER = timezone(timedelta(hours=1))
BOREA = timezone(timedelta(hours=3))


def test_one_moment_reads_differently_on_two_clocks():
    clock = Clock(datetime(2031, 3, 9, 22, 30, tzinfo=ALDER))

    assert clock.at(2.0).isoformat() == "2031-03-10T00:30:00+01:00"
    assert clock.at(2.0, BOREA).isoformat() == "2031-03-10T02:30:00+03:00"


def test_hours_go_on_evenly_across_the_start_of_summer_time():
    rome = ZoneInfo("Europe/Rome")
    clock = Clock(datetime(2025, 3, 30, 1, 0, tzinfo=rome))

    assert clock.at(1.0).isoformat() == "2025-03-30T03:00:00+02:00"
    assert clock.hours(datetime(2025, 3, 30, 3, 30, tzinfo=rome)) == 1.5


def test_hours_and_dates_are_inverse():
    clock = Clock(datetime(2031, 3, 9, 22, 30, tzinfo=ALDER))

    assert clock.hours(clock.at(17.25, BOREA)) == 17.25


@pytest.mark.parametrize(("time_h", "watch"), [(0.0, 5), (1.5, 0), (5.5, 1), (13.5, 3)])
def test_watches_are_four_hours_of_the_local_day(time_h, watch):
    clock = Clock(datetime(2031, 3, 9, 22, 30, tzinfo=ALDER))

    assert clock.watch(time_h) == watch


def test_a_clock_without_a_zone_is_refused():
    with pytest.raises(TrainkitError, match="zone"):
        Clock(datetime(2031, 3, 9))  # noqa: DTZ001
    with pytest.raises(TrainkitError, match="zone"):
        Clock(datetime(2031, 3, 9, tzinfo=UTC)).hours(datetime(2031, 3, 9))  # noqa: DTZ001


def test_the_sun_stands_where_meeus_computes_it():
    """Example 25.a: right ascension 13h 13m 31.4s, declination -7.78507 deg, 1992-10-13 0h TD."""
    moment = datetime(1992, 10, 13, tzinfo=UTC)

    at_the_pole = sun_altitude_deg(moment, 90.0, 0.0)

    assert at_the_pole == pytest.approx(-7.78507, abs=0.01)


def test_the_sun_is_overhead_at_the_tropic_on_the_day_of_the_solstice():
    noon = max(
        sun_altitude_deg(datetime(2025, 6, 21, 12, minute, tzinfo=UTC), 23.436, 0.0)
        for minute in range(60)
    )

    assert noon == pytest.approx(90.0, abs=0.2)


def test_night_is_dark_and_noon_is_not():
    clock = Clock(datetime(2031, 3, 20, 12, 0, tzinfo=UTC))

    assert not clock.dark(0.0, 36.0, 0.0)
    assert clock.sun_is_up(0.0, 36.0, 0.0)
    assert clock.dark(12.0, 36.0, 0.0)


def test_at_the_equinox_the_sun_is_up_for_twelve_hours_and_a_little():
    clock = Clock(datetime(2031, 3, 20, 0, 0, tzinfo=UTC))

    up_min = sum(clock.sun_is_up(minute / 60, 0.0, 0.0) for minute in range(1440))

    assert 720 < up_min < 735
