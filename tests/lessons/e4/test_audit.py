"""The table of last night against the logbook that it is made of."""

from itertools import pairwise

import numpy as np
import pytest

from trainkit.joint.messages.rules import inversions
from trainkit.lessons.e4 import audit


def test_every_night_has_what_the_questions_ask_for(cases):
    for case in cases[:12]:
        rows, right = audit.rows(case), audit.readings(case)

        assert 7 <= len(rows) <= 11
        assert 1 <= right["waited"] < sum(row.message_class == "distress" for row in rows)
        assert right["unrecorded"] >= 1
        assert any(row.personal and row.recorded for row in rows)
        assert 1.1 < right["ratio"] < 2.0
        assert 21.0 <= right["hours_left"] <= 24.0


def test_what_the_model_calls_a_wait_can_be_seen_in_the_table_by_whoever_reads_it(cases):
    """Count by hand: arrived while a message of another class was between taken up and read."""
    for case in cases[:12]:
        rows = audit.rows(case)
        others = [row for row in rows if row.message_class != "distress"]
        seen = [
            one
            for one in rows
            if one.message_class == "distress"
            and any(o.taken_min <= one.arrived_min < min(o.read_min, one.taken_min) for o in others)
        ]

        assert len(seen) == audit.readings(case)["waited"]


def test_one_officer_reads_one_message_at_a_time(cases):
    for case in cases[:6]:
        rows = sorted(audit.rows(case), key=lambda row: row.taken_min)

        for before, after in pairwise(rows):
            assert before.read_min <= after.taken_min
        for row in rows:
            assert row.known_min <= row.arrived_min <= row.taken_min <= row.read_min


def test_the_slowest_minutes_are_those_of_the_logbook_but_for_rounding(cases):
    for case in cases[:6]:
        ages = [
            60.0 * entry.facts["age_h"]
            for entry in audit.night(case).of("fact_at_desk", "Alder distress")
        ]

        assert audit.readings(case)["slowest_min"] == pytest.approx(max(ages), abs=1.01)


def test_the_hours_left_are_24_less_those_since_the_fact_was_known(cases):
    for case in cases[:6]:
        known_h = audit.night(case).of("fact_known", "Alder first reports")[0].time_h

        assert audit.readings(case)["hours_left"] == pytest.approx(21.0 + known_h, abs=0.02)


def test_no_wait_is_so_short_that_minutes_do_not_show_it(cases):
    held = [held_h for case in cases[:12] for _, _, held_h in inversions(audit.night(case))]

    assert np.min(held) > 2.0 / 60.0
