"""What a dossier needs of an item is in the logbook: who took it, when, how, and who sees it."""

import pytest


@pytest.fixture(scope="session")
def testified(year):
    """A case in which people are found and testify, in which the partner is asked, too."""
    return year.vary(
        {
            "plan.efforts.10.hours_a_week": 80.0,
            "plan.efforts.11.hours_a_week": 40.0,
            "harm.trafficking": 1.0,
            "harm.testimony": 1.0,
            "harm.withdrawal": 0.0,
        }
    )


def test_every_item_has_its_taker_hour_channel_and_number_and_is_taken_once(testified, play):
    book = play(testified, 2)
    taken = [(e.subject, e.facts["item"], e.facts["channel"]) for e in book.of("item_obtained")]
    assert {subject for subject, _, _ in taken} == {"Alder team", "Borea team"}
    assert len(taken) == len(set(taken))
    own = [number for _, number, channel in taken if channel == "own"]
    assert len(own) == len(set(own))
    assert {"own", "police"} <= {channel for _, _, channel in taken}


def test_every_break_of_custody_names_an_item_that_was_taken_then_and_is_no_evidence(year, play):
    found = 0
    for replication in range(6):
        book = play(year, replication)
        items = {(e.subject, e.facts["item"]): e for e in book.of("item_obtained")}
        for broken in book.of("custody_broken"):
            item = items[broken.subject, broken.facts["item"]]
            assert item.facts["gap"] == 1.0
            assert item.facts["evidence"] == 0.0
            assert item.time_h == broken.time_h
            found += 1
        assert sum(e.facts["gap"] for e in items.values()) == len(book.of("custody_broken"))
    assert found


def test_a_testimony_that_is_not_withdrawn_is_an_item_of_the_log(testified, play):
    book = play(testified, 1)
    given, items = book.of("testimony_given"), book.of("item_obtained")
    told = [e for e in items if e.facts["action"] == "testimony" and e.facts["channel"] == "own"]
    assert given
    assert [e.time_h for e in told] == [e.time_h for e in given]
    assert {e.facts["evidence"] for e in told} == {1.0}


@pytest.mark.parametrize("disclosure", ["all", "selected"])
def test_what_speaks_for_the_accused_is_disclosed_unless_the_plan_selects(year, play, disclosure):
    book = play(year.vary("plan.disclosure", disclosure), 3)
    flags = {(e.facts["against"], e.facts["disclosed"]) for e in book.of("item_obtained")}
    whole = {(1.0, 1.0), (0.0, 1.0)}
    assert flags == (whole if disclosure == "all" else {(1.0, 1.0), (0.0, 0.0)})
