"""Submissions that cannot be read, or change between the look and the reading, at import."""

import os
import shutil

import pytest
from tests.grading.hostile.case import Ground, write_answers
from tests.grading.hostile.modes import modes_obeyed

from trainkit.grading import walking
from trainkit.grading.academy import open_academy
from trainkit.grading.intake import graded
from trainkit.grading.keys import load_keys
from trainkit.lessons.catalogue import lesson


@pytest.fixture
def ground(tiny, master, tmp_path):
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    here = Ground(academy, load_keys(tiny / "keys", lesson("T1")), tmp_path / "in box")
    here.honest(here.inbox / "ben", "ben")
    return here


def rows_of(ground):
    """Import all and return rows by trainee, of which each has one."""
    rows = graded(ground.academy, "T1", ground.inbox).rows
    assert len({row.trainee for row in rows}) == len(rows)
    return {row.trainee: row for row in rows}


UNREADABLE = {
    "answers": "answers.jsonl",
    "notebook": "T1.ipynb",
    "folder": ".",
}


@pytest.mark.skipif(os.name == "nt", reason="modes of files are POSIX's")
def test_what_may_not_be_read_is_refused_and_the_neighbour_has_a_mark(ground):
    places = {name: ground.inbox / f"eve-{name}" / what for name, what in UNREADABLE.items()}
    for name, place in places.items():
        ground.honest(ground.inbox / f"eve-{name}", f"eve-{name}")
        place.chmod(0)
    try:
        with modes_obeyed():
            with pytest.raises(PermissionError):
                places["answers"].read_bytes()
            rows = rows_of(ground)
    finally:
        for place in places.values():
            place.chmod(0o700)

    found = {name: rows[f"eve-{name}"] for name in UNREADABLE}
    assert {(one.state, one.raw) for one in found.values()} == {("refused", None)}
    assert all("ermission denied" in "".join(one.notes) for one in found.values())
    assert (rows["ben"].state, rows["ben"].raw, rows["ben"].notes) == ("waiting", 70, ())


def _answers_to_link(folder):
    (folder / "answers.jsonl").unlink()
    (folder / "answers.jsonl").symlink_to(folder.parent / "ben" / "answers.jsonl")


def _folder_to_link(folder):
    shutil.rmtree(folder)
    folder.symlink_to(folder.parent / "ben", target_is_directory=True)


def _answers_to_pipe(folder):
    (folder / "answers.jsonl").unlink()
    os.mkfifo(folder / "answers.jsonl")


def _answers_grow(folder):
    write_answers(folder, [b"x" * 4_100_000])


def _answers_to_folder(folder):
    (folder / "answers.jsonl").unlink()
    (folder / "answers.jsonl").mkdir()


CHANGES = {
    "answers-to-link": (_answers_to_link, "link"),
    "folder-to-link": (_folder_to_link, "exchanged for a link"),
    "folder-gone": (shutil.rmtree, "No such file"),
    "answers-gone": (lambda folder: (folder / "answers.jsonl").unlink(), "No such file"),
    "answers-to-pipe": (_answers_to_pipe, "no regular file"),
    "answers-to-folder": (_answers_to_folder, "Is a directory"),
    "answers-grow": (_answers_grow, "4,000,000 are allowed"),
}
"""What is done to a folder as the first file of it is opened, and words of its note."""


@pytest.mark.skipif(os.name == "nt", reason="open files are not exchanged on Windows")
def test_a_folder_that_changes_while_it_is_imported_is_refused_and_takes_nothing(
    ground, monkeypatch
):
    due = {ground.inbox / f"eve-{name}": change for name, (change, _) in CHANGES.items()}
    for folder in due:
        ground.honest(folder, folder.name)
    read = walking.regular_bytes

    def changed_first(path, largest):
        change = due.pop(path.parent, None)
        if change:
            change(path.parent)
        return read(path, largest)

    monkeypatch.setattr(walking, "regular_bytes", changed_first)

    rows = rows_of(ground)

    assert due == {}
    for name, (_, words) in CHANGES.items():
        row = rows[f"eve-{name}"]
        assert (name, row.state, row.raw) == (name, "refused", None)
        assert words in "".join(row.notes)
    assert (rows["ben"].state, rows["ben"].raw, rows["ben"].notes) == ("waiting", 70, ())
