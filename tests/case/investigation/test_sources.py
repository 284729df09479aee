"""Sources: heard of while they are near, burned by a partner who acts in the open beside them."""

import pytest

from trainkit.case.deconfliction import OVERT
from trainkit.case.investigation.listening import SOURCE_DAYS


@pytest.fixture(scope="module")
def apart(year, play):
    """Ten years of two teams that do not look at the board."""
    return [play(year.vary("plan.deconflict", False), replication) for replication in range(10)]


def handled(book, team, person, until_h):
    """When a team last met a source near somebody, before an hour; None where it never did."""
    met = [
        entry.time_h
        for entry in book.of("action_done")
        if entry.facts["action"] == "source_handling"
        and entry.subject == team
        and entry.facts["target"] == person
        and entry.time_h <= until_h
    ]
    return max(met, default=None)


def test_a_source_is_burned_by_an_open_act_of_the_other_team_while_it_is_near(apart):
    burned = [(book, entry) for book in apart for entry in book.of("source_burned")]

    assert len(burned) > 5
    for book, entry in burned:
        person = entry.facts["target"]
        collided = [one for one in book.of("teams_collided") if one.time_h == entry.time_h]
        assert any(
            one.subject != entry.subject
            and one.facts["target"] == person
            and one.facts["action"] in OVERT
            for one in collided
        )
        met_h = handled(book, entry.subject, person, entry.time_h)
        assert met_h is not None
        assert entry.time_h - met_h <= SOURCE_DAYS * 24.0


def test_who_looks_at_the_board_burns_no_source(year, play):
    books = [play(year, replication) for replication in range(5)]

    assert sum(1 for book in books for _ in book.of("source_burned")) == 0
    assert sum(1 for book in books for _ in book.of("board_warned")) > 20
