"""The six calls: two of each kind, told in words that do not name the phase."""

import re
from collections import Counter

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.calls import _told, draw_calls

EVENINGS = [draw_calls(Luck(seed), attempt) for seed in range(100) for attempt in (0, 1)]


def test_every_evening_has_two_calls_of_each_phase():
    kinds = {tuple(sorted(Counter(call.cues for call in calls).items())) for calls in EVENINGS}

    assert kinds == {(("alert", 2), ("distress", 2), ("uncertainty", 2))}


def test_calls_come_in_order_at_whole_five_minutes_within_the_span():
    for calls in EVENINGS:
        times = [call.time_h for call in calls]

        assert times == sorted(times)
        assert 0.0 <= times[0] <= times[-1] <= 2.5
        assert all(abs(time * 12 - round(time * 12)) < 1e-9 for time in times)


def test_persons_transit_and_survival_are_in_their_bounds():
    seen = [call for calls in EVENINGS for call in calls]

    assert {call.persons for call in seen} == set(range(6, 11))
    assert {call.transit_h for call in seen} == {0.5, 0.75, 1.0, 1.25}
    assert {(c.cues, c.survival_median_h) for c in seen} == {
        ("distress", 3.0),
        ("alert", 5.0),
        ("uncertainty", 6.0),
    }


def test_no_call_is_told_twice_in_an_evening():
    assert all(len({call.told for call in calls}) == 6 for calls in EVENINGS)


def test_every_text_is_told_to_somebody_under_its_own_phase():
    told = {(call.cues, call.told) for calls in EVENINGS for call in calls}

    assert told == {(phase, text) for phase, texts in _told().items() for text in texts}
    assert len({text for _, text in told}) == 12


@pytest.mark.parametrize("phase", ["distress", "alert", "uncertainty"])
def test_the_words_of_a_call_do_not_name_a_phase(phase):
    names = re.compile(r"distress|alert|uncertain|doubt|apprehen|grave|imminent", re.IGNORECASE)

    assert [text for text in _told()[phase] if names.search(text)] == []


def test_the_place_of_a_call_in_the_evening_does_not_give_its_phase_away():
    at = Counter((place, call.cues) for calls in EVENINGS for place, call in enumerate(calls))

    # 200 evenings, a third of them each: 66.7, standard deviation 6.7; five of those aside.
    assert all(33 <= at[place, phase] <= 100 for place in range(6) for phase in _told())


def test_the_same_luck_draws_the_same_evening_and_another_another():
    again = [draw_calls(Luck(seed), attempt) for seed in range(100) for attempt in (0, 1)]

    assert again == EVENINGS
    assert len(set(EVENINGS)) == len(EVENINGS)
