"""What a centre knows: what reached it, and never the truth."""

import pytest

from trainkit.exercise import Exercise, line
from trainkit.exercise.joint.outcome import unsafe_hours
from trainkit.kernel.logbook import Logbooks
from trainkit.scenarios import load

NIGHT = load("trainkit/joint-night")
TRUTH = {"boat_departed", "boat_in_doubt", "distress_began", "boat_swamped", "people_in_water",
         "person_lost", "boat_landed"}  # fmt: skip
SEEDS = range(12)


def at_end(seed, word="alone"):
    exercise = Exercise(NIGHT, seed)
    exercise.to(1.0)
    exercise.order(order="sharing", word=word)
    exercise.to(48.0)
    return exercise


@pytest.mark.parametrize("word", ["alone", "alerts", "picture", "tasking"])
def test_no_picture_holds_what_happens_unseen(word):
    for seed in SEEDS:
        exercise = at_end(seed, word)
        assert TRUTH & {entry.kind for entry in exercise.logbook}

        told = exercise.picture("Alder").told

        assert not TRUTH & {entry.kind for entry in told}


def test_a_case_is_in_the_picture_when_somebody_has_told_of_it():
    for seed in SEEDS:
        exercise = at_end(seed, "tasking")
        heard = {e.facts["case"] for e in exercise.logbook if e.subject.startswith("RCC")
                 and "case" in e.facts}  # fmt: skip

        assert {case.number for case in exercise.picture("Alder").cases} <= heard


def test_more_is_shared_more_is_known_of_the_partner():
    names = {
        word: {post.name for post in at_end(3, word).picture("Alder").posts}
        for word in ("alone", "picture")
    }

    assert names["picture"] - names["alone"] == {"Petrel", "Tern"}


def test_a_false_report_reads_like_any_other_of_people_ashore():
    told = [line(entry) for seed in SEEDS for entry in at_end(seed).picture("Alder").told]

    assert any("people ashore" in words for words in told)
    assert not any("from false" in words for words in told)


def test_every_line_can_be_read():
    for seed in SEEDS:
        for entry in at_end(seed, "tasking").picture("Borea").told:
            assert line(entry)
            assert "{" not in line(entry)


def test_hours_in_distress_are_those_of_every_person_added_up_one_by_one():
    for seed in SEEDS:
        book = at_end(seed).logbook
        hours = 0.0
        for entry in book:
            persons = float(entry.facts.get("persons", 0.0))
            if entry.kind == "distress_began":
                hours += persons * (48.0 - entry.time_h)
            waited = float(entry.facts.get("person_hours", 0.0)) > 0.0
            if waited and entry.kind in {"persons_recovered", "boat_landed"}:
                hours -= persons * (48.0 - entry.time_h)

        assert unsafe_hours(Logbooks.of([book]), 48.0)[0] == pytest.approx(hours)


def test_hours_are_at_least_those_of_people_whose_wait_is_over():
    for seed in SEEDS:
        book = at_end(seed).logbook
        over = sum(
            float(entry.facts["person_hours"])
            for kind in ("persons_recovered", "boat_landed", "person_lost")
            for entry in book.of(kind)
            if "person_hours" in entry.facts
        )

        assert unsafe_hours(Logbooks.of([book]), 48.0)[0] >= over - 1e-6


def test_a_life_that_ends_early_spares_no_hours():
    book = next(b for b in (at_end(seed).logbook for seed in range(60)) if b.of("person_lost"))
    lost = book.of("person_lost")
    kept = book.entries[[e.sequence for e in book if e.kind != "person_lost"]]

    without = type(book)(book.kinds, book.subjects, kept)

    assert lost
    assert unsafe_hours(Logbooks.of([book]), 48.0) == unsafe_hours(Logbooks.of([without]), 48.0)
