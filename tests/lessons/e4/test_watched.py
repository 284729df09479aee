"""The watch that is shown after the protocol is committed."""

import pytest

from trainkit.lessons.e4 import watched
from trainkit.lessons.e4.standing import standing_order

OWN = {
    "queue": "preemptive",
    "template": "needed",
    "incidents": "subscribe",
    "risk": "subscribe",
    "digest_min": 45,
    "timeout_min": 12,
    "voice_min": 12,
    "translators": "1",
}


def rows(text):
    return [line.split(" | ") for line in text.split("\n")[2:] if " | " in line]


@pytest.mark.parametrize("place", range(3))
def test_the_watch_shows_each_distress_message_and_one_that_met_the_dead_line(cases, place):
    case = cases[place]

    found = rows(watched.told(case, OWN).words)

    assert found
    assert any(line[3] == "telephone" for line in found)
    for line in found:
        hours, minutes = zip(*(map(int, line[at].split(":")) for at in (0, 4)), strict=True)
        took = (60 * hours[1] + minutes[1] - 60 * hours[0] - minutes[0]) % (24 * 60)
        assert abs(took - int(line[5])) <= 1


def test_the_standing_order_beside_itself_takes_the_same_minutes(cases):
    standing = standing_order(cases[0])["e4_protocol"]

    for line in rows(watched.told(cases[0], standing).words):
        assert line[5] == line[6]
