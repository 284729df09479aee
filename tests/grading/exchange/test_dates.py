"""Due dates are read with their zone, and shown with it."""

from datetime import UTC, datetime

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.dates import both, in_zone, parse_due


@pytest.mark.parametrize(
    ("text", "utc", "shown"),
    [
        ("2026-12-01 18:00 Europe/Rome", "2026-12-01T17:00", "18:00 Europe/Rome (UTC+01:00)"),
        ("2026-07-01 18:00 Europe/Rome", "2026-07-01T16:00", "18:00 Europe/Rome (UTC+02:00)"),
        ("2026-12-01 18:00 Asia/Kolkata", "2026-12-01T12:30", "18:00 Asia/Kolkata (UTC+05:30)"),
        ("2026-12-01T18:00 +0330", "2026-12-01T14:30", "18:00 UTC+03:30"),
        ("2026-12-01 18:00 -05:00", "2026-12-01T23:00", "18:00 UTC-05:00"),
        ("2026-12-01 18:00 Z", "2026-12-01T18:00", "18:00 UTC"),
    ],
)
def test_a_moment_is_read_in_its_zone_and_shown_with_it(text, utc, shown):
    due = parse_due(text)

    assert due.at == datetime.fromisoformat(f"{utc}+00:00")
    assert str(due).endswith(shown)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-12-01 18:00", "has no zone"),
        ("2026-12-01 18:00 Europe/Roma", "Did you mean 'Europe/Rome'"),
        ("2026-12-01 18:00 CEST+1", "No time zone is called"),
        ("2026-03-29 02:30 Europe/Rome", "is left out in Europe/Rome"),
        ("2026-10-25 02:30 Europe/Rome", "comes twice in Europe/Rome"),
        ("2026-02-30 18:00 UTC", "is no date"),
        ("2026-12-01 18:00 +99:00", "is no date"),
        ("0001-01-01 00:00 +14:00", "is no date"),
        ("next Friday", "no date with time and zone"),
    ],
)
def test_what_is_no_moment_is_refused_with_a_hint(text, told):
    with pytest.raises(TrainkitError) as caught:
        parse_due(text)

    assert told in str(caught.value)


def test_another_clock_on_this_machine_is_shown_beside():
    here = datetime.now().astimezone()
    other = "+13:00" if f"{here:%z}" != "+1300" else "+12:00"
    due = parse_due(f"2026-12-01 18:00 {other}")

    assert f"18:00 UTC{other}, on this machine " in both(due)
    assert f"UTC{due.at.astimezone():%z}".replace("+0000", "+00:00")[:6] in both(due)


def test_a_moment_reads_the_same_whatever_zone_it_came_in():
    at = datetime(2026, 12, 1, 17, tzinfo=UTC)

    assert in_zone(at.astimezone(), "Europe/Rome") == in_zone(at, "Europe/Rome")
