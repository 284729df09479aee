"""Cases of A4: as hard for one as for another, different, and told so that they can be decided."""

from collections import Counter

import pytest

from trainkit.case.sharing.gate import decide
from trainkit.case.sharing.tampering import HOW
from trainkit.guard import require_invented
from trainkit.lessons.a4 import LESSON
from trainkit.lessons.a4.asked import DUE, wordings
from trainkit.lessons.a4.dossier import ITEMS, OTHERS
from trainkit.lessons.a4.evening import SORTS
from trainkit.lessons.a4.logs import LINES, short
from trainkit.lessons.a4.told import told


@pytest.mark.parametrize("due", DUE)
def test_in_every_wording_one_thing_decides_and_it_is_what_the_gate_decides(due):
    for one in wordings(due):
        found = decide(one.request)

        assert one.due == due, one.told
        assert due in {"as_asked", "voice", "reduced"} or len(found.codes) == 1, one.told
        assert len(one.told.split()) <= 60
        require_invented(one.told, "request")


def test_every_evening_has_seven_different_requests_and_one_life_among_them(cases):
    for case in cases:
        due = Counter(one.due for one in case.requests)

        assert len({one.told for one in case.requests}) == 7
        assert due["voice"] == due["no_mandate"] == 1
        assert due["no_leave"] + due["prosecutors"] == 1
        assert sum(due[name] for name in ("as_asked", "reduced", "no_basis")) == 4


def test_every_request_for_the_file_asks_too_much_forgets_something_and_has_another_s_data(cases):
    for case in cases:
        wanted = case.wanted

        assert set(wanted.asked) < set(ITEMS)
        assert 0.1 < wanted.ratio <= 0.5
        assert wanted.forgotten in {1, 2}
        assert len(set(wanted.asked) & set(OTHERS)) == 2
        assert set(wanted.needed).isdisjoint(OTHERS)
        assert {"s_name", "s_birth_date"} <= set(wanted.needed)


def test_of_four_logs_one_is_whole_and_three_show_three_different_hands(cases):
    for case in cases:
        ways = [log.how for log in case.logs]

        assert sorted(ways).count("whole") == 1
        assert len(set(ways)) == 4
        assert set(ways) <= {"whole", *HOW}
        for log in case.logs:
            assert len(log.lines) == LINES
            assert (log.line == 0) == (log.how == "whole")
            assert log.line != 1
            hashes = [short(line["hash"]) for line in log.lines]
            assert len(set(hashes)) == LINES


def test_every_kind_of_hand_is_drawn_and_stands_at_several_lines(cases):
    seen = Counter((log.how, log.line) for case in cases for log in case.logs)

    for how in HOW:
        assert len({line for name, line in seen if name == how}) >= 2, how


def test_the_order_of_logs_and_of_requests_tells_nothing(cases):
    whole = {[log.how for log in case.logs].index("whole") for case in cases}
    life = {[one.due for one in case.requests].index("voice") for case in cases}

    assert whole == {0, 1, 2, 3}
    assert len(life) >= 5


def test_watches_are_about_as_busy_for_all_and_not_the_same(cases):
    busy = {
        (one.danger_per_h + one.urgent_per_h + one.routine_per_h) * one.check_min / 60.0
        for one in (case.watch for case in cases)
    }

    assert max(busy) < 1.25 * min(busy)
    assert len(busy) > 2
    assert len({case.watch for case in cases}) > 8


def test_six_moments_come_in_order_one_of_each_sort_and_the_marker_is_told_them(cases):
    for case in cases:
        minutes = [one.minute for one in case.evening]

        assert sorted(one.sort for one in case.evening) == sorted(SORTS)
        assert minutes == sorted(minutes)
        assert minutes[-1] < 24 * 60
        assert all(one.told in told(case) for one in case.evening)


def test_cases_differ(cases):
    assert len(set(cases)) == len(cases)
    assert sum(task.points for task in LESSON.tasks) == 100
