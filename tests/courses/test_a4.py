"""The key of A4: the reference against every policy, the gap, the gate of life, the red lines."""

import itertools
from importlib import import_module

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.a4 import watch
from trainkit.lessons.a4.asked import GOES
from trainkit.lessons.a4.dossier import OTHERS
from trainkit.lessons.a4.standing import POLICY
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A4")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "A4")) for n in range(30)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
UNCHECKED = ("check", "none")
"""What crosses the red line R5, however quick it is."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, HIDDEN)


def number_of(case, due):
    return [f"request_{n}" for n, one in enumerate(case.requests, start=1) if one.due == due]


@pytest.mark.slow
@pytest.mark.parametrize("place", range(2))
def test_of_all_108_policies_that_cross_no_line_none_gains_more_than_a_fiftieth(place):
    case, watches = CASES[place], import_module(KEY.scoring["a4_desk"].__module__)._WATCHES
    options = {
        field.name: [value for value, _ in field.options if (field.name, value) != UNCHECKED]
        for field in LESSON.task("a4_desk").fields
        if field.name != "records"
    }

    def outcome(policy):
        return watch.outcome(case.watch, policy, HIDDEN, watches)

    usual, best = outcome(POLICY), outcome(right(case, "a4_desk"))
    for chosen in itertools.product(*options.values()):
        found = outcome({**dict(zip(options, chosen, strict=True)), "records": "before"})
        reach = (
            (usual.danger_min - found.danger_min) / (usual.danger_min - best.danger_min),
            (usual.late - found.late) / (usual.late - best.late),
            (found.ratio - usual.ratio) / (best.ratio - usual.ratio),
        )
        life = max(reach[0], 0.0)
        worth = (6 * life + life * (5 * reach[1] + 5 * reach[2])) / 16
        assert worth < 1.02, (chosen, reach)


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES[:10]:
        best, usual = (
            watch.outcome(case.watch, one, HIDDEN, 24) for one in (right(case, "a4_desk"), POLICY)
        )
        assert usual.danger_min > 2.0 * best.danger_min
        assert usual.late > best.late + 0.05
        assert usual.ratio < best.ratio - 0.2
        assert usual.crossed == best.crossed == ()


def test_a_life_that_waits_for_paper_takes_all_the_rest_with_it():
    for case in CASES:
        (life,) = number_of(case, "voice")

        for other in ("as_asked", "no_leave", "no_basis"):
            assert score(case, "a4_gate", **{life: other}).points == 0.0
        assert score(case, "a4_gate", **{life: "no_leave"}).red_lines == ()


def test_what_may_not_go_and_goes_is_red_line_5_and_a_needless_refusal_only_costs():
    for case in CASES:
        for due in ("no_basis", "no_mandate", "no_leave"):
            for name in number_of(case, due):
                for given in GOES:
                    found = score(case, "a4_gate", **{name: given})
                    assert [line.rule for line in found.red_lines] == ["R5"], (due, given)
        for name in (*number_of(case, "as_asked"), *number_of(case, "prosecutors")):
            found = score(case, "a4_gate", **{name: "no_basis"})
            assert found.red_lines == ()
            assert 12.0 <= found.points < 18.0


def test_a_victim_s_address_that_goes_as_asked_is_red_line_5():
    seen = 0
    for case in CASES:
        for number, one in enumerate(case.requests, start=1):
            if "address" in one.request.fields and one.request.category == "victim":
                seen += 1
                found = score(case, "a4_gate", **{f"request_{number}": "as_asked"})
                assert [line.rule for line in found.red_lines] == ["R5"]
    assert seen > 3


def test_somebody_who_is_not_sought_in_a_suspect_s_file_is_red_line_5():
    for name in OTHERS:
        assert [line.rule for line in score(CASES[0], "a4_file", **{name: "send"}).red_lines] == [
            "R5"
        ]
    assert score(CASES[0], "a4_file", s_health="send").red_lines == ()


def test_a_refusal_with_another_reason_earns_half_and_refusing_all_earns_less_than_half():
    for case in CASES:
        found = score(
            case, "a4_gate", **dict(zip(right(case, "a4_gate"), ["no_basis"] * 7, strict=True))
        )
        assert found.points == 0.0
        (other,) = number_of(case, "no_mandate")
        stays = sum(one.due not in GOES for one in case.requests)
        assert score(case, "a4_gate", **{other: "no_basis"}).points == 18.0 - 8 * 0.5 / stays


def test_a_ratio_may_be_off_by_rounding_and_a_line_by_nothing():
    case = CASES[3]
    ratio = right(case, "a4_file")["ratio"]

    assert score(case, "a4_file", ratio=round(ratio + 0.005, 3)).points == 12.0
    assert score(case, "a4_file", ratio=ratio + 0.02).points == 9.0
    told = right(case, "a4_chain")
    broken = next(n for n in range(1, 5) if told[f"line_{n}"])
    assert score(case, "a4_chain", **{f"line_{broken}": told[f"line_{broken}"] - 1}).points == 12.5
    assert score(case, "a4_chain", **{f"how_{broken}": "whole"}).points == 10.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({"check": "none"}, {"R5"}),
        ({"records": "end_of_watch"}, {"R5"}),
        ({"records": "back_dated"}, {"R5", "R8"}),
        ({"order": "first_come"}, set()),
    ],
)
def test_a_policy_crosses_the_lines_that_its_watches_show(changed, rules):
    found = score(CASES[2], "a4_desk", **changed)

    assert {line.rule for line in found.red_lines} == rules


@pytest.mark.slow
def test_a_desk_that_lets_go_what_may_not_go_earns_nothing_for_being_quick_or_sparing():
    for changed in ({"check": "none"}, {"records": "end_of_watch"}):
        life, *others = score(CASES[1], "a4_desk", **changed).criteria

        assert life.fraction > 0.5
        assert [one.fraction for one in others] == [0.0, 0.0]
    assert score(CASES[1], "a4_desk").points == 16.0


@pytest.mark.slow
def test_the_noise_of_the_hidden_watches_is_under_half_a_point():
    case = CASES[4]
    answer = KEY.player("competent")(case, Luck(1))["a4_desk"]

    points = [KEY.scoring["a4_desk"](case, answer, Luck(900 + n)).points for n in range(12)]

    assert np.std(points, ddof=1) < 0.5, points
