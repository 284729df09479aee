"""What an import does to the files that are there: all of the new ones, or all of the old."""

import errno
from pathlib import Path

import pytest

from trainkit.grading.importing import import_submissions
from trainkit.grading.intake import graded


def failing(method, name):
    """Return a method of Path that finds the disk full at files of one name, and only there."""
    usual = getattr(Path, method)

    def fail(self, *given):
        if self.name.strip(".").removesuffix(".part") == name and "submitted" in self.parts:
            raise OSError(errno.ENOSPC, "No space left on device")
        return usual(self, *given)

    return fail


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("method", ["write_bytes", "replace"])
@pytest.mark.parametrize("name", ["T1.ipynb", "answers.jsonl"])
def test_what_cannot_be_written_leaves_the_old_and_is_taken_in_the_next_time(
    built, inbox, handed, monkeypatch, method, name
):
    import_submissions(built, "T1", handed(inbox / "monday" / "ada", a=5).parent)
    new = handed(inbox / "tuesday" / "ada", a=10)
    (new / "T1.ipynb").write_bytes((new / "T1.ipynb").read_bytes() + b"\n")
    folder = built.of("submitted", "ada", "T1")
    before = content(folder)

    with monkeypatch.context() as patch:
        patch.setattr(Path, method, failing(method, name))
        (refused,) = import_submissions(built, "T1", new.parent)
    between = content(folder)
    (taken,) = import_submissions(built, "T1", new.parent)

    assert (refused.state, between) == ("refused", before)
    assert "what was there is still there" in refused.notes[0]
    assert taken.state == "replaced"
    placed = content(folder)
    assert placed.pop("timestamp.txt")
    assert placed == content(new)


def test_a_first_submission_that_cannot_be_written_leaves_no_empty_folder(
    built, inbox, handed, monkeypatch
):
    handed(inbox / "ada")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing("write_bytes", "answers.jsonl"))
        import_submissions(built, "T1", inbox)
    left = list((built.folder / "submitted").iterdir())
    (taken,) = import_submissions(built, "T1", inbox)

    assert left == []
    assert taken.state == "imported"


def test_what_belongs_to_nbgrader_stays_beside_the_new_files(built, submit, inbox, handed):
    secret = submit("ada") / "submission_secret.txt"
    secret.write_text("abc", encoding="utf-8")
    handed(inbox / "ada")

    import_submissions(built, "T1", inbox)

    ours = {"T1.ipynb", "answers.jsonl", "timestamp.txt"}
    assert set(content(secret.parent)) == {*ours, "submission_secret.txt"}


def test_notes_of_an_import_reach_the_row_of_a_folder_in_another_spelling(
    built, submit, inbox, handed
):
    submit("Ada")
    (handed(inbox / "ada") / "holiday.txt").write_text("x", encoding="utf-8")

    (row,) = graded(built, "T1", inbox).rows

    assert row.trainee == "Ada"
    assert any("holiday.txt" in note for note in row.notes)
