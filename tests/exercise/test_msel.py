"""The list of events beside a scenario: read, ordered, and refused with a sentence."""

import shutil

import pytest

from trainkit.errors import TrainkitError
from trainkit.exercise import injects
from trainkit.redlines import RULES
from trainkit.scenarios import load

FOLDER = load("trainkit/joint-night").folder


@pytest.fixture
def copy(tmp_path):
    shutil.copy(FOLDER / "msel.csv", tmp_path)
    return tmp_path


def changed(folder, old, new):
    path = folder / "msel.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_joint_night_puts_three_things_to_its_players_in_the_order_of_time():
    found = injects(FOLDER)

    assert [one.id for one in found] == ["J1", "J2", "J3"]
    assert sorted(one.t_rel_min for one in found) == [one.t_rel_min for one in found]
    assert all(one.expected_action and one.red_line in RULES for one in found)


def test_a_scenario_without_a_list_puts_nothing():
    assert injects(load("trainkit/two-agency-search").folder) == ()
    assert injects(None) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("within_min,", "", "lacks 'within_min'"),
        ("J1,10,", "J1,soon,", "whole minutes"),
        (",time,", ",sometimes,", "the trigger 'sometimes' is unknown"),
        ("J2,", "J1,", "two events 'J1'"),
        ("J3,", ",", "'id' is empty"),
    ],
)
def test_what_is_wrong_with_a_list_is_told_with_its_place(copy, old, new, said):
    with pytest.raises(TrainkitError, match=r"msel\.csv") as caught:
        injects(changed(copy, old, new))

    assert said in str(caught.value)
