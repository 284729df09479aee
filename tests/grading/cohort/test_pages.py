"""The report as an instructor sees it: nothing is lost, nothing runs, and nothing is nan."""

import re
from dataclasses import replace

import pytest

from trainkit.grading.appealing import appeal, decide
from trainkit.grading.appeals import Wanted
from trainkit.grading.enrolment import enrol
from trainkit.grading.moderation.comments import add_comment
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.result import read_result, write_result
from trainkit.grading.roster import Person, Roster
from trainkit.lessons.answers import append

SCRIPT = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
NO_NUMBER = re.compile(r"\b(nan|inf|Undefined)\b|>None<|: None\b")


def graded(academy):
    grade(academy, "T1", feedback=False, progress=False)


@pytest.fixture
def crossed(built, submit, reference):
    """An academy in which cem crossed one red line."""
    answers = reference("cem")
    submit("cem", {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "We went.")
    graded(built)
    return built


def none(built, submit, reference):
    """Nobody handed in."""


def one(built, submit, reference):
    submit("ada", reference("ada"))
    graded(built)


def uncommitted(built, submit, reference):
    submit("ada", {})
    graded(built)


def manual_only(built, submit, reference):
    submit("ada", {}, "We went to the west.")
    graded(built)


def all_failed(built, submit, reference):
    for name in ("ada", "ben"):
        (submit(name) / "T1.ipynb").write_bytes(b"\x00 no notebook")
        (built.of("submitted", name, "T1") / "answers.jsonl").write_bytes(b"\x00 no answers\n")
    graded(built)


def without_criteria(built, submit, reference):
    one(built, submit, reference)
    with gradebook(built) as book:
        found = read_result(book, "T1", "ada")
        tasks = {
            name: {key: part for key, part in task.items() if key != "criteria"}
            for name, task in found.tasks.items()
        }
        write_result(book, "T1", "ada", replace(found, tasks=tasks))
        book.db.commit()


@pytest.mark.parametrize(
    "case", [none, one, uncommitted, manual_only, all_failed, without_criteria]
)
def test_a_cohort_with_little_in_it_has_pages_and_text_without_a_number_that_is_none(
    built, submit, reference, told, pages, case
):
    case(built, submit, reference)

    texts = [told("T1"), *pages().values()]

    assert len(texts) > 1
    assert [found[0] for text in texts for found in NO_NUMBER.finditer(text)] == []


def test_a_result_of_an_older_version_says_so(built, submit, reference, pages):
    without_criteria(built, submit, reference)

    assert "it comes from an older version" in pages()["ada.html"]


def test_one_is_told_in_the_singular(crossed, told, pages):
    text, page = told("T1"), pages()["index.html"]

    assert "1 trainee: " in text
    assert "1 red line stands." in text
    assert "1 of them is provisional" in text
    assert "<li>1 red line stands.</li>" in page
    assert "<li>1 waits for a marker.</li>" in page


def test_two_are_told_in_the_plural(built, submit, reference, told):
    for name in ("cem", "dan"):
        answers = reference(name)
        submit(name, {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "Memo.")
    graded(built)

    text = told("T1")

    assert "2 trainees: " in text
    assert "2 red lines stand." in text
    assert "2 of them are provisional" in text


@pytest.mark.parametrize("decision", ["", "upheld", "lifted"])
def test_an_appeal_and_its_decision_stand_beside_the_red_line(crossed, told, pages, decision):
    before = pages()["cem.html"]
    with gradebook(crossed) as book:
        appeal(book, "T1", "cem", Wanted("R1"), "The only boat.", "cem")
        if decision:
            about = (Wanted("R1"), decision, "Seen on the tape.", "M. Oak")
            decide(book, "T1", "cem", *about)
        book.db.commit()

    page, text = pages()["cem.html"], told("T1")

    assert ">none</span>" in before
    assert f">{decision or 'appealed'}</span>" in page
    assert "The only boat." in page
    assert ("Seen on the tape." in page) is bool(decision)
    assert ("1 appeal waits for a decision" in text) is not bool(decision)
    assert ("No red line stands; 1 lifted on appeal" in text) is (decision == "lifted")


def test_a_mark_entered_by_hand_is_shown_with_its_comment_written_out(
    built, submit, reference, mark_memo, pages
):
    submit("ada", reference("ada"), "We went to the west.")
    graded(built)
    add_comment(built, "own1", "Say when.")
    mark_memo("ada", 20.5, "#own1 Well begun. #levels 3 2")

    page = pages()["ada.html"]

    assert "Marked: 20.5 of 30." in page
    assert "Marker: Say when. Well begun.</p>" in page


def test_a_script_that_anybody_planted_is_text(built, submit, reference, mark_memo, pages):
    folder = submit("ada", reference("ada"), f"We went. {SCRIPT}")
    append(folder / "answers.jsonl", "t1_speed", "saved", {"boat": SCRIPT}, SCRIPT)
    graded(built)
    mark_memo("ada", 20, SCRIPT)
    with gradebook(built) as book:
        enrol(book, Roster((Person("ada", SCRIPT, SCRIPT, ""),)), "M. Oak")
        book.db.commit()

    found = pages()

    assert found["ada.html"].count("&lt;script&gt;") >= 2  # the reason and the comment
    for page in found.values():
        assert "<script" not in page
        assert "<img" not in page
        assert "default-src 'none'" in page
        assert "http://" not in page.replace("http://www.w3.org/", "")
        assert "https://" not in page


def test_who_is_enrolled_and_handed_in_nothing_is_missing_and_a_stranger_has_a_note(
    built, submit, reference, told, pages
):
    submit("cem", reference("cem"))
    graded(built)
    with gradebook(built) as book:
        enrol(book, Roster((Person("ada", "Strong", "Ada", ""),)), "M. Oak")
        book.db.commit()

    page, text = pages()["index.html"], told("T1")

    assert "Nothing came in from: ada." in page
    assert "<li>1 has not handed in.</li>" in page
    assert "1 not handed in" in text
    assert "cem: Nobody enrolled this trainee" in text
