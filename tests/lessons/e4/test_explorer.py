"""The figures beside the sliders against the formulas, worked out here once more."""

import pytest

from trainkit.lessons.e4 import explorer


def test_the_three_orders_are_those_of_the_example_in_the_text():
    """Five messages of ten minutes in an hour: the officer is busy five sixths of the time."""
    said = explorer.ordered({"others": 4, "distress": 1, "read_min": 10}).text

    assert "busy 83 %" in said
    assert "takes 60 minutes" in said  # 10 / (1 - 5/6)
    assert "finished first, 20" in said  # 10 + 5/6 * 10 / (1 - 1/6)
    assert "in hand, 12 minutes" in said  # 10 / (1 - 1/6)


def test_the_thousand_messages_of_the_picture_have_the_mean_of_the_text():
    shown = explorer.ordered({"others": 4, "distress": 1, "read_min": 10})

    assert shown.samples.mean() == pytest.approx(60.0, rel=0.01)
    assert (shown.samples > 60.0).mean() == pytest.approx(0.368, abs=0.001)  # exp(-1)


def test_a_desk_with_more_than_it_can_do_is_said_to_grow_and_distress_still_passes():
    said = explorer.ordered({"others": 6, "distress": 1, "read_min": 10}).text

    assert "117 %" in said
    assert "grows all night" in said
    assert "12 minutes" in said


@pytest.mark.parametrize(("loss", "times"), [(0, "1.00"), (20, "1.25"), (50, "2.00")])
def test_a_message_is_sent_one_over_one_minus_the_loss_times(loss, times):
    said = explorer.linked({"loss": loss, "delay_min": 3, "timeout_min": 6}).text

    assert f"with the {times}th transmission" in said


def test_with_three_minutes_on_the_way_fewer_than_ten_of_a_hundred_are_hasty_after_twelve():
    """Two exponential times of mean 3: the chance to be longer than t is (1 + t/3) exp(-t/3)."""
    hasty = [
        int(
            explorer.linked({"loss": 0, "delay_min": 3, "timeout_min": t})
            .text.split(" are sent")[0]
            .split()[-1]
        )
        for t in (11, 12)
    ]

    assert hasty == [12, 9]
