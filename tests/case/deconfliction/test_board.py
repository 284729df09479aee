"""The board: collisions where a covert and an open act overlap, duplicates while work is fresh."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case import law
from trainkit.case.deconfliction import COVERT, OVERT, Board, Planned
from trainkit.errors import TrainkitError

HOURS = st.tuples(st.floats(0.0, 1000.0), st.floats(0.0, 1000.0)).map(sorted)
ACTIONS = st.sampled_from(sorted(COVERT | OVERT | {"records"}))


def harms(board, planned):
    return [clash.harm for clash in board.clashes(planned)]


def test_an_open_act_on_somebody_whom_the_partner_watches_collides():
    board = Board()
    board.put(Planned(0, "surveillance", 7, 0.0, 100.0))
    assert harms(board, Planned(1, "search", 7, 99.0, 110.0)) == ["collision"]
    assert harms(board, Planned(1, "search", 7, 100.0, 110.0)) == []
    assert harms(board, Planned(1, "search", 8, 50.0, 60.0)) == []
    assert harms(board, Planned(0, "search", 7, 50.0, 60.0)) == []


def test_the_same_again_is_a_duplicate_until_it_has_grown_old():
    board = Board(fresh_h=24.0)
    board.put(Planned(0, "records", 7, 0.0, 10.0))
    assert harms(board, Planned(1, "records", 7, 34.0, 40.0)) == ["duplicate"]
    assert harms(board, Planned(1, "records", 7, 34.1, 40.0)) == []


@given(one=HOURS, other=HOURS, actions=st.tuples(ACTIONS, ACTIONS))
def test_a_collision_is_one_whoever_entered_first(one, other, actions):
    def collide(first, second):
        board = Board()
        board.put(first)
        return "collision" in harms(board, second)

    mine, theirs = Planned(0, actions[0], 1, *one), Planned(1, actions[1], 1, *other)
    assert collide(mine, theirs) == collide(theirs, mine)


def test_a_source_is_burned_by_an_open_act_whichever_of_both_was_entered_first():
    handling, search = (
        Planned(0, "source_handling", 7, 0.0, 9.0),
        Planned(1, "search", 7, 5.0, 6.0),
    )
    for first, second in ((handling, search), (search, handling)):
        board = Board()
        board.put(first)
        assert [clash.source for clash in board.clashes(second)] == [handling]


def test_no_source_is_burned_where_none_is_near_or_both_handle_one():
    board = Board()
    board.put(Planned(0, "surveillance", 7, 0.0, 9.0))
    board.put(Planned(0, "source_handling", 8, 0.0, 9.0))
    for planned in (Planned(1, "search", 7, 5.0, 6.0), Planned(1, "source_handling", 8, 5.0, 6.0)):
        assert [clash.source for clash in board.clashes(planned)] == [None]


@pytest.mark.parametrize("action", ["serch", "Search", "", None])
def test_an_action_that_the_law_does_not_know_would_never_collide_and_is_refused(action):
    with pytest.raises(TrainkitError, match="No action is called"):
        Planned(0, action, 7, 0.0, 1.0)


def test_every_covert_and_open_act_is_an_action_of_the_law():
    assert set(law.ACTIONS) >= COVERT | OVERT
    assert not COVERT & OVERT


@pytest.mark.parametrize("times", [(float("nan"), 1.0), (0.0, float("nan"))])
def test_times_that_are_none_are_refused(times):
    with pytest.raises(TrainkitError, match="Correct one of the two"):
        Planned(0, "records", 7, *times)


def test_who_began_first_repeats_nobody():
    board = Board(fresh_h=24.0)
    board.put(Planned(0, "records", 7, 50.0, 60.0))

    assert harms(board, Planned(1, "records", 7, 49.0, 55.0)) == []
    assert harms(board, Planned(1, "records", 7, 50.0, 55.0)) == ["duplicate"]


@pytest.mark.parametrize("covert", ["interception", "surveillance", "source_handling",
                                    "controlled_delivery", "telecom_data"])  # fmt: skip
@pytest.mark.parametrize("overt", ["search", "witness_interview", "arrest", "freeze",
                                   "digital_forensics"])  # fmt: skip
def test_every_open_act_gives_every_covert_one_away(covert, overt):
    board = Board()
    board.put(Planned(0, covert, 7, 0.0, 9.0))

    assert harms(board, Planned(1, overt, 7, 5.0, 6.0)) == ["collision"]


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(TrainkitError, match="Correct one of the two"):
        Planned(0, "records", 7, 10.0, 9.0)
