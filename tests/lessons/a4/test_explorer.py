"""The figures beside the sliders against the formulas, and the log of five lines and its chain."""

import pytest

from trainkit.case.sharing.tampering import tamperings
from trainkit.lessons.a4 import explorer


def test_the_four_ways_are_those_of_the_formulas_worked_out_once_more():
    said = explorer.answered({"others": 20, "danger": 3, "check_min": 15, "voice_min": 6}).text

    load = 23 * 15 / 600
    spoken = load + 3 * 6 / 600
    begun = 23 / 600 * 225
    assert f"busy {100 * load:.0f} %" in said  # 57 or 58 % on paper
    assert f"afterwards {100 * spoken:.0f} %" in said
    assert f"after {15 / (1 - load):.0f} minutes" in said
    assert f"first in the queue: {15 + begun / (1 - 0.075):.0f}." in said
    assert f"queue: {6 + (begun + 3 / 600 * 36) / (1 - 0.03):.0f}." in said
    assert f"set aside: {6 / (1 - 0.03):.0f}." in said


def test_a_desk_with_more_than_it_can_do_is_said_to_grow_and_a_life_still_passes():
    said = explorer.answered({"others": 30, "danger": 6, "check_min": 20, "voice_min": 6}).text

    assert "126 %" in said
    assert "after 6 minutes" in said  # 6 / (1 - 0.06)


@pytest.mark.parametrize("line", [2, 3, 4])
@pytest.mark.parametrize(
    ("done", "words"),
    [
        ("altered", "computed anew gives"),
        ("hashed_anew", "does not follow the line above"),
        ("taken_out", "does not follow the line above"),
        ("put_in", "does not follow the line above"),
        ("moved", "does not follow the line above"),
        ("back_dated", "is earlier than the line above"),
    ],
)
def test_a_hand_in_the_demonstration_shows_in_words_and_in_the_chain(done, line, words):
    said = explorer.forged({"done": done, "line": line}).text
    lines = explorer._HANDS[done](explorer.demonstration(), line - 1)

    assert words in said
    how = {"hashed_anew": "altered"}.get(done, done)
    if not (done == "moved" and line == 4):  # two neighbours change places: either was moved
        assert how in {one.how for one in tamperings(lines)}


def test_an_untouched_demonstration_is_whole():
    assert "the log is whole" in explorer.forged({"done": "nothing", "line": 3}).text
