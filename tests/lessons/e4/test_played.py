"""Messages and protocols played in the model: what helps, what costs, what crosses a line."""

import numpy as np
import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e4 import LESSON, exchange, relay
from trainkit.lessons.e4.standing import standing_order

HIDDEN = Luck(0x6D657373616765)
GOOD = {
    "queue": "preemptive",
    "template": "needed",
    "incidents": "subscribe",
    "risk": "subscribe",
    "digest_min": 45,
    "timeout_min": 10,
    "voice_min": 10,
    "translators": "1",
}


def message(case, **changed):
    needed = relay.needed(case.boat)
    return {
        **{name: "send" if name in needed else "leave" for name in relay.KNOWN},
        "message_class": "distress",
        "recipient": case.boat.centre,
        "basis": "sar_convention",
        "retention": "case",
        **changed,
    }


def minutes(case, **changed):
    return np.nanmean(relay.sent(case, message(case, **changed), HIDDEN, 12).minutes)


def outcome(case, **changed):
    return exchange.outcome(case.watch, {**GOOD, **changed}, HIDDEN, 10)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(2))
def test_a_needed_field_that_is_missing_costs_more_than_one_too_many(cases, place):
    case = cases[place]
    best = minutes(case)

    more = {name: minutes(case, **{name: "send"}) for name in ("weather", "patrols", "names")}
    less = {name: minutes(case, **{name: "leave"}) for name in ("position", "craft", "callback")}

    assert all(best < found < 1.2 * best for found in more.values()), (best, more)
    assert all(found > 1.4 * best for found in less.values()), (best, less)


@pytest.mark.slow
def test_a_lower_class_is_slower_and_a_desk_that_passes_on_takes_twice_as_long(cases):
    case = cases[2]
    best = minutes(case)

    assert minutes(case, message_class="incident") > 1.1 * best
    assert minutes(case, recipient="Borea Coast Guard") == pytest.approx(2 * best)


@pytest.mark.slow
def test_personal_data_on_a_wish_or_to_volunteers_are_red_line_5(cases):
    case = cases[3]

    def crossing(**changed):
        return relay.sent(case, message(case, **changed), HIDDEN, 4).crossing

    assert crossing() is None
    assert crossing(names="send") is None
    assert crossing(names="send", basis="wish").rule == "R5"
    assert "may not hold" in crossing(names="send", recipient="Hotline relay").text
    assert crossing(weather="send", basis="wish") is None


@pytest.mark.slow
def test_only_the_order_that_sets_aside_keeps_distress_from_waiting_behind_others(cases):
    case = cases[4]

    assert outcome(case).waited is None
    for queue in ("first_come", "by_class"):
        assert outcome(case, queue=queue).waited.rule == "R1"


@pytest.mark.slow
def test_each_choice_of_a_protocol_moves_what_it_should(cases):
    case = next(one for one in cases if one.watch.risk_wanted < 0.5)
    good = outcome(case)

    assert outcome(case, template="known").distress_min > good.distress_min + 5
    assert outcome(case, template="short").distress_min > good.distress_min + 5
    assert outcome(case, voice_min=240).distress_min > good.distress_min + 3
    assert outcome(case, template="known").in_time < good.in_time
    assert outcome(case, risk="push").carried >= good.carried
    assert outcome(case, risk="pull").carried < good.carried
    assert outcome(case, incidents="pull").in_time < good.in_time


@pytest.mark.slow
def test_the_whole_form_in_the_standing_order_carries_half_as_much_again(cases):
    for case in cases[:2]:
        told = exchange.scenario(case.watch, standing_order(case)["e4_protocol"])
        for stream in told.parameters.traffic:
            if stream.sender == "RCC Alder" and stream.name != "Alder suspect":
                assert len(stream.sent) == len(set(stream.sent)) > len(stream.needed)


def test_a_reveal_counts_the_watches_that_it_speaks_of(cases):
    case = cases[5]

    shown = LESSON.reveal(case, "e4_relay", message(case))

    mine, usual = shown.samples.values()
    assert f"In {(mine < usual).sum()} of {len(mine)} watches" in shown.text
    assert f"{mine.mean():.0f} minutes against {usual.mean():.0f}" in shown.text
    assert "red line" not in shown.text


def test_a_reveal_names_the_red_line_that_was_crossed(cases):
    case = cases[5]

    wrong = message(case, names="send", basis="wish")

    assert "red line (R5)" in LESSON.reveal(case, "e4_relay", wrong).text
