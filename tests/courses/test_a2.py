"""A2 against rows of the fact sheet of law, slot by slot, and what its page must say."""

import re
from importlib import import_module

import pytest
from tests.courses.conftest import KEYS, NOTEBOOKS

from trainkit.grading.keys import load_keys
from trainkit.lessons.a2.engine import RANK, duty
from trainkit.lessons.a2.instruments import every_instrument
from trainkit.lessons.a2.tables import table
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A2")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"a2-{n}", "A2")) for n in range(60)]
KEY = load_keys(KEYS, LESSON)

BY_SLOT = {
    "no_call": ("go", {"solas"}),
    "not_ours": ("hold", {"sar"}),
    "not_able": ("relay", {"solas", "unclos"}),
    "forbidden": ("go", {"solas", "unclos"}),
    "sound": ("none", {"other"}),
    "late": ("ask", {"sar"}),
}
"""What each slot of the six sightings asks, written without the engine."""

COLUMNS = {
    "L0.1": ("soft", "soft"),
    "L1.1": ("yes", "no"),
    "L1.2": ("yes", "yes"),
    "L1.3": ("yes", "yes"),
    "L1.4": ("yes", "yes"),
    "L1.5": ("soft", "soft"),
    "L1.8": ("yes", "yes"),
    "L1.10": ("yes", "-"),
    "L1.12": ("-", "yes"),
    "L1.13": ("yes", "yes"),
    "L2.1": ("yes", "yes"),
    "L2.7": ("yes", "yes"),
    "L2.8": ("yes", "yes"),
    "L2.12": ("yes", "-"),
    "L2.14": ("EU", "no"),
    "L2.16": ("-", "yes"),
    "L3.1": ("yes", "yes"),
    "L3.2": ("-", "yes"),
    "L3.4": ("yes", "yes"),
    "L3.7": ("persuasive", "persuasive"),
    "L4.9": ("soft", "soft"),
}
"""Columns IT and TR of the fact sheet, for the rows that are asked."""

PAGE = NOTEBOOKS["A2"].path.read_text(encoding="utf-8")
REAL = re.compile("Ital[yi]|Türkiye|Turk|Ankara|Rome")


@pytest.fixture(scope="module")
def truth():
    package = KEY.scoring["a2_binding"].__module__.rpartition(".")[0]
    return import_module(f"{package}.truth")


def reach(italy, turkiye):
    binds = (italy in {"yes", "EU"}, turkiye in {"yes", "EU"})
    return {
        (True, True): "both",
        (True, False): "italy",
        (False, True): "turkiye",
        (False, False): "neither",
    }[binds]


def test_every_instrument_binds_as_its_row_of_the_fact_sheet_says(truth):
    every = [one for several in every_instrument().values() for one in several]

    assert {one.id: truth.BINDS[one.id] for one in every} == {
        one.id: reach(*COLUMNS[one.row]) for one in every
    }


def test_facts_of_every_sighting_lead_to_what_its_slot_asks(truth):
    for row in table("sightings")["sighting"]:
        found = duty(truth.SIGHTINGS[row["id"]])
        assert (found.due, set(found.sources)) == BY_SLOT[row["slot"]], row["id"]


def test_rows_named_for_a_sighting_are_among_those_of_the_rule_or_beside_them(truth):
    for row in table("sightings")["sighting"]:
        assert set(row["rows"]) & set(duty(truth.SIGHTINGS[row["id"]]).rows), row["id"]


def test_facts_of_places_are_those_of_their_kind(truth):
    for note in table("places")["note"]:
        facts = truth.NOTES[note["id"]]
        wanted = {
            "needs": {"needs": False},
            "onward": {"onward": False},
            "threat": {"threat": True},
            "ship": {"ship": True},
        }.get(note["kind"], {})
        assert facts == wanted, note["id"]


def test_the_keys_know_every_name_of_the_tables_and_no_other(truth):
    orders = table("orders")

    assert set(truth.SIGHTINGS) == {one["id"] for one in table("sightings")["sighting"]}
    assert set(truth.NOTES) == {one["id"] for one in table("places")["note"]}
    assert set(truth.ACTS) == set(orders["acts"])
    assert set(truth.REPLIES) == {one["id"] for one in orders["night"]}
    assert set(truth.ACTS.values()) == set(RANK)


def test_every_night_has_each_duty_and_something_that_waits(truth):
    for case in CASES:
        for night in case.nights:
            ranks = sorted(RANK[truth.ACTS[act.id]] for act in night.acts)
            assert ranks in ([0, 0, 1, 2, 3], [0, 1, 2, 3, 3]), night.id


def test_no_night_has_another_night_s_answer(truth):
    for case in CASES:
        assert {truth.REPLIES[night.id] for night in case.nights} == {
            "flag", "screening", "no_gate"
        }  # fmt: skip


def test_the_law_box_quotes_the_two_national_texts_with_their_standing():
    assert "Decree of 14 July 2003, Art 2" in PAGE
    assert "rescue is taken up promptly and first" in PAGE
    assert "Communiqué 2002/4, Art 2" in PAGE
    assert "için bir engel olarak yorumlanmayacak" in PAGE
    assert "to be checked before print" in PAGE
    assert "Not signed by a lawyer" in PAGE


def test_real_states_stand_in_the_law_box_and_nowhere_else():
    before, _, rest = PAGE.partition("## The law box")
    box, _, after = rest.partition("## Two States and a third")
    played = after.replace("| English | Italian | Turkish |", "")

    assert REAL.search(box)
    assert REAL.findall(before) == []
    assert REAL.findall(played) == []


def test_rows_that_are_cited_after_commit_stand_in_the_law_box_or_in_the_table():
    shown = set(re.findall(r"L\d\.\d+", PAGE)) | {
        one.row for several in every_instrument().values() for one in several
    }
    named = {row for one in table("sightings")["sighting"] for row in one["rows"]}
    named |= {row for one in table("orders")["night"] for row in one["rows"]}

    assert named <= shown


@pytest.mark.parametrize(
    "sentence",
    [
        "the limitation allows",
        "signed form proves",
        "Rescue can wait",
        "must consider",
        "may board any",
    ],
)
def test_no_statement_that_must_fail_review_is_made(sentence):
    assert sentence.lower() not in PAGE.lower()
