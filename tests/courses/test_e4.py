"""The key of E4: the reference against its neighbours, the gap, the gate of life, the red lines."""

from importlib import import_module

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e4 import exchange, relay
from trainkit.lessons.e4.request import FIELDS, PERSONAL
from trainkit.lessons.e4.standing import standing_order
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("E4")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"k-{n}", "E4")) for n in range(30)]
KEY = load_keys(KEYS, LESSON)
HIDDEN = Luck(0x6B6579)
STEPS = (
    {"digest_min": 20},
    {"digest_min": 90},
    {"timeout_min": 12},
    {"timeout_min": 3},
    {"voice_min": 10},
    {"translators": "2"},
    {"incidents": "push"},
    {"risk": "push"},
    {"template": "known"},
    {"template": "short"},
)
"""Changes of one line of the protocol."""


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, HIDDEN)


def fractions(found):
    return [one.fraction for one in found.criteria]


@pytest.mark.slow
@pytest.mark.parametrize("place", range(2))
def test_no_message_with_one_field_more_or_less_is_better_than_the_reference(place):
    case = CASES[place]

    for name in relay.KNOWN:
        other = "leave" if right(case, "e4_relay")[name] == "send" else "send"
        assert score(case, "e4_relay", **{name: other}).points < 13.0, name


@pytest.mark.slow
@pytest.mark.parametrize("place", range(3))
def test_a_change_of_one_line_of_the_protocol_gains_at_most_a_fiftieth(place):
    """The optimum is not known: what a step gains beyond the reference, a mark could miss."""
    scoring = import_module(KEY.scoring["e4_protocol"].__module__)
    case = CASES[place]
    watches = scoring._WATCHES

    def outcome(**changed):
        told = {**right(case, "e4_protocol"), **changed}
        return exchange.outcome(case.watch, told, HIDDEN, watches)

    usual = exchange.outcome(case.watch, standing_order(case)["e4_protocol"], HIDDEN, watches)
    best = outcome()
    for step in STEPS:
        found = outcome(**step)
        reach = (
            (usual.distress_min - found.distress_min) / (usual.distress_min - best.distress_min),
            (found.in_time - usual.in_time) / (best.in_time - usual.in_time),
            (usual.carried - found.carried) / (usual.carried - best.carried),
        )
        worth = (8 * reach[0] + reach[0] * (4 * reach[1] + 4 * reach[2])) / 16
        assert worth < 1.02, (step, reach)


@pytest.mark.slow
def test_the_standing_order_lies_far_behind_the_reference_in_every_variant():
    for case in CASES[:8]:
        best, usual = (
            exchange.outcome(case.watch, one, HIDDEN, 10)
            for one in (right(case, "e4_protocol"), standing_order(case)["e4_protocol"])
        )
        assert usual.distress_min > 1.3 * best.distress_min
        assert usual.in_time < best.in_time - 0.15
        assert usual.carried > 1.4 * best.carried


def test_a_fact_in_danger_that_is_told_as_less_takes_half_of_everything():
    for case in CASES:
        urgent = [n for n, fact in enumerate(case.facts, start=1) if fact.sort == "distress"]

        one = score(case, "e4_class", **{f"fact_{urgent[0]}": "incident"})
        both = score(case, "e4_class", **{f"fact_{n}": "safety" for n in urgent})

        assert (one.points, both.points) == (6.0, 0.0)


def test_distress_for_every_fact_earns_no_more_than_the_four_points_of_life():
    for case in CASES:
        every = {f"fact_{n}": "distress" for n in range(1, 7)}

        assert score(case, "e4_class", **every).points == 4.0


@pytest.mark.slow
def test_minutes_gate_what_else_a_message_earns():
    case = CASES[1]

    late = score(case, "e4_relay", position="leave")

    assert fractions(late)[0] == 0.0
    assert fractions(late)[2] == 1.0
    assert late.points == 0.0


@pytest.mark.slow
def test_distress_that_waits_behind_others_is_red_line_1():
    for queue in ("first_come", "by_class"):
        lines = score(CASES[2], "e4_protocol", queue=queue).red_lines

        assert [line.rule for line in lines] == ["R1"]
        assert "waited behind" in lines[0].text
    assert score(CASES[2], "e4_protocol").red_lines == ()


def test_a_whole_list_on_a_wish_is_red_line_5_whoever_asks():
    for case in CASES:
        found = score(case, "e4_request", **dict.fromkeys(FIELDS, "send"), basis="wish")

        assert [line.rule for line in found.red_lines] == ["R5"]


def test_an_answer_without_personal_data_crosses_nothing_and_an_unkind_one_only_loses_points():
    for case in CASES:
        silent = score(
            case, "e4_request", **dict.fromkeys(PERSONAL, "leave"), basis="wish", recorded="no"
        )

        assert silent.red_lines == ()
        assert 0.0 < silent.points < 8.0


def test_readings_may_be_off_by_rounding_and_by_no_more():
    case = CASES[3]
    told = right(case, "e4_audit")

    near = {"slowest_min": told["slowest_min"] + 1, "ratio": told["ratio"] - 0.02}
    far = {"slowest_min": told["slowest_min"] + 2, "ratio": told["ratio"] - 0.03}

    assert score(case, "e4_audit", **near).points == 10.0
    assert score(case, "e4_audit", **far).points == 6.0
    assert score(case, "e4_audit", waited=told["waited"] + 1).points == 8.0


@pytest.mark.slow
def test_the_noise_of_the_hidden_watches_is_under_half_a_point():
    case = CASES[4]
    answers = KEY.player("competent")(case, Luck(1))

    for task in ("e4_relay", "e4_protocol"):
        points = [KEY.scoring[task](case, answers[task], Luck(900 + n)).points for n in range(5)]
        assert np.std(points, ddof=1) < 0.5, (task, points)
