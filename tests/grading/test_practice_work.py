"""Practice work is never taken for graded work: not by submit, not by import, not by the grader."""

import shutil

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.grading.importing import import_submissions
from trainkit.grading.intake import graded
from trainkit.grading.pipeline import grade
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.practice import begin_practice


@pytest.fixture
def tried(built, handed, tmp_path):
    """Ada's folder with graded work and one practice try, each with a committed answer."""
    place = handed(tmp_path / "mine" / "ada" / "T1")
    made = begin_practice(place, lesson("T1"), "ada")
    answer = {"hours": {"A": 10, "B": 0}}
    append(made.folder / "answers.jsonl", "t1_hours", "committed", answer)
    return place, made.folder


def test_a_release_of_nbgrader_makes_a_practice_copy_with_every_cell(tried):
    place, try_folder = tried

    released, copied = (
        (one / "T1.ipynb").read_text(encoding="utf-8") for one in (place, try_folder)
    )

    assert 'start(\\"T1\\", practice=2)' in copied
    assert '"nbgrader"' in released
    assert '"nbgrader"' not in copied


def test_submit_refuses_practice_and_finds_the_graded_work_beside_it(tried, tmp_path):
    place, try_folder = tried

    with pytest.raises(TrainkitError, match=r"practice work \(try 2 of T1\).*counts for nothing"):
        submit_zip(try_folder, "T1")
    made = submit_zip(tmp_path / "mine" / "ada", "T1")

    assert made.folder == place.resolve()
    assert not list(try_folder.glob("*.zip"))


def test_an_import_takes_the_graded_work_and_says_which_is_practice(built, tried, tmp_path):
    rows = {one.trainee: one for one in import_submissions(built, "T1", tmp_path / "mine")}

    assert rows["ada"].state == "imported"
    (practice,) = [one for one in rows.values() if one.state == "refused"]
    assert "practice work (try 2 of T1)" in practice.notes[0]


def test_practice_that_is_sent_as_graded_work_gets_a_row_that_says_so(built, tried, inbox):
    shutil.copytree(tried[1], inbox / "ada" / "T1")

    (row,) = graded(built, "T1", inbox).rows

    assert row.state == "refused"
    assert "practice work (try 2 of T1)" in row.notes[0]


@pytest.mark.slow
def test_the_grader_gives_no_mark_for_practice_that_was_put_in_by_hand(built, tried, submit):
    shutil.copytree(tried[1], built.of("submitted", "ada", "T1"))
    submit("ben", {"t1_hours": {"hours": {"A": 10, "B": 0}}})

    rows = {row.trainee: row for row in grade(built, "T1").rows}

    assert (rows["ada"].state, rows["ada"].raw) == ("failed", None)
    assert "practice work (try 2 of T1)" in rows["ada"].notes[0]
    assert rows["ben"].raw == 40
