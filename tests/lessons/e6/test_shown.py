"""What E6 shows: pauses, branches and reveals of the trainee's own night."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.e6 import after, explorer, page
from trainkit.lessons.e6.case import END_H, WATCHES_H
from trainkit.lessons.e6.drawing import situation
from trainkit.lessons.e6.exercise import given, seen, until
from trainkit.lessons.e6.reveals import reveal
from trainkit.lessons.e6.standing import WATCH, first_watches
from trainkit.lessons.e6.tasks import TASKS

CASE = situation(Luck(77))
FAIR = first_watches(CASE)[0]
COMMITTED = {f"e6_watch_{n}": FAIR for n in (1, 2, 3)}


def test_a_pause_shows_the_night_up_to_it_whatever_is_ordered_later():
    early = until(CASE, given({"e6_watch_1": FAIR}), 18.0).logbook.records()
    whole = until(CASE, given(COMMITTED), END_H).logbook.records()

    assert early == [record for record in whole if record[0] < 18.0]


def test_orders_count_up_to_the_first_watch_that_is_not_committed():
    assert len(given({"e6_watch_1": FAIR, "e6_watch_3": FAIR})) == 1
    assert given({}) == ()


@pytest.mark.parametrize("at_h", [*WATCHES_H, END_H])
def test_the_picture_at_a_pause_is_that_of_the_centre(at_h):
    told = given(COMMITTED)
    picture = seen(CASE, tuple(row for row in told if row[0] < at_h), at_h)

    assert picture.time_h == at_h
    assert all(entry.time_h < at_h for entry in picture.told)
    assert {"Skua", "Lanner", "Osprey"} <= {post.name for post in picture.posts}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_pause_has_words_for_all_that_its_chart_shows(number, monkeypatch):
    monkeypatch.setattr(page, "committed", lambda: COMMITTED)

    part = page._pause(CASE, number)

    assert "What RCC Alder knows" in part.words
    assert "Skua" in part.words
    assert "{" not in part.words


def test_branches_stand_side_by_side_with_the_same_measures(monkeypatch):
    monkeypatch.setattr(after, "committed", lambda: COMMITTED)

    words = after._branches(CASE).words

    assert words.count("hours in distress, over people") == len(after.BRANCHES)
    assert "at 14:00 UTC" in words


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_reveal_tells_of_many_nights_and_of_the_red_line_that_was_crossed(number):
    wrong = {1: "finish", 2: "list", 3: "go"}[number]

    kept = reveal(CASE, f"e6_watch_{number}", {**WATCH, "came_in": "later"})
    crossed = reveal(CASE, f"e6_watch_{number}", {**WATCH, "came_in": wrong})

    assert "red line" not in kept.text
    assert "red line" in crossed.text
    assert len(kept.samples["your orders"]) == len(kept.samples["standing order"])
    assert "In 0 of" in kept.text


def test_slips_show_for_what_they_are_about():
    slips = {slip.name: slip for slip in TASKS[0].slips}

    assert slips["waits"].shows(CASE, WATCH)
    assert not slips["waits"].shows(CASE, FAIR)
    assert slips["off_the_lanes"].shows(CASE, WATCH)
    assert slips["one_area"].shows(
        CASE, {**FAIR, **dict.fromkeys(("skua", "lanner", "petrel", "tern"), "n2")}
    )


def test_a_clock_that_is_taken_for_utc_gets_its_hint():
    acts = TASKS[4]
    slip = next(one for one in acts.slips if one.name == "clock_shown")
    right = {f"act_{n}": act.finding for n, act in enumerate(CASE.acts, start=1)}
    by_clock = dict(right)
    for n, act in enumerate(CASE.acts, start=1):
        if act.joint and act.finding != "place":
            hours = int(act.when[:2]) + int(act.when[3:5]) / 60
            by_clock[f"act_{n}"] = "in_plan" if hours >= 18 or hours < 4 else "time"

    assert not slip.shows(CASE, right)
    assert by_clock == right or slip.shows(CASE, by_clock)


def test_the_explorer_adds_up_a_wait_by_hand():
    values = {"inquiry_h": 4, "port_nm": 90, "area_nm": 30, "speed_kn": 20, "persons": 10}

    told = explorer.waited(values).text

    assert "after 9.0 h" in told
    assert "after 5.5 h" in told
    assert "90 and 55 person-hours" in told


def test_the_reader_branches_at_a_time_of_the_clock(monkeypatch):
    monkeypatch.setattr(after, "committed", lambda: COMMITTED)
    order = {"order": "sharing", "word": "alone"}

    words = after._what_if(CASE, after._hour("02:10"), order).words

    assert "at 02:10 UTC you order: sharing alone" in words
    assert [after._hour(at) for at in ("12:00", "23:30", "00:00", "11:45")] == [12, 23.5, 24, 35.75]


@pytest.mark.parametrize("at", ["", "2", "25:00", "02:99", "two", "-1:00"])
def test_what_is_no_time_of_the_day_is_refused(at):
    with pytest.raises(TrainkitError, match="no time of the day"):
        after.what_if(at, order="sharing", word="alone")


def test_the_truth_counts_people_of_whom_nobody_heard(monkeypatch):
    monkeypatch.setattr(after, "committed", lambda: COMMITTED)
    book = until(CASE, given(COMMITTED), END_H).logbook

    rows = after._truth(CASE).words.splitlines()[2:]

    assert len(rows) == len(book.of("distress_began"))
    heard = {entry.facts["case"] for entry in book.of("alert_received")}
    silent = [e for e in book.of("distress_began") if e.facts["case"] not in heard]
    assert sum("nobody heard" in row for row in rows) == len(silent)


def test_each_case_of_the_night_has_its_line_with_people_added_up(monkeypatch):
    monkeypatch.setattr(after, "committed", lambda: COMMITTED)
    told = until(CASE, given(COMMITTED), END_H).picture("Alder").told

    rows = [row.split(" | ") for row in after._cases(CASE).words.splitlines()[2:]]

    people = sum(e.facts["persons"] for e in told if e.kind == "persons_recovered")
    assert sum(int(row[6]) for row in rows) == people
    assert {row[0] for row in rows} == {f"{e.facts['case']:.0f}" for e in told if "case" in e.facts}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_comes_in_is_the_scenarios_own_list(number):
    words = page._came_in(CASE, number).words

    assert f"Comes in: J{number}" in words
    assert "minutes" in words
