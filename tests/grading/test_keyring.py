"""The course key can be rotated: older keys stay beside it, marks stay, pseudonyms stay."""

import os
import stat
import subprocess
import sys

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.coursekey import fingerprint
from trainkit.grading.journal import broken, entries
from trainkit.grading.keyring import fingerprints, first_key, key_of, rotate
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.result import read_results

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and links of files are POSIX's")


@pytest.fixture
def academy(built, tmp_path):
    """An academy with a course key of its own; that of the others is shared."""
    path = tmp_path / "keys" / "our course.key"
    path.parent.mkdir()
    path.write_bytes(built.course_key_file.read_bytes())
    path.chmod(0o600)
    with (built.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.course_key_file = {str(path)!r}\n")
    return open_academy(built.folder)


def rotated(academy, reason="a laptop was lost"):
    with gradebook(academy) as book:
        found = rotate(academy, book, reason, "sam")
        book.db.commit()
    return found


def test_a_key_that_was_never_rotated_is_the_whole_ring(academy):
    key = academy.course_key

    assert fingerprints(academy) == (fingerprint(key),)
    assert key_of(academy, fingerprint(key)) == first_key(academy) == key


def test_older_keys_stay_beside_the_current_one_by_fingerprint(academy):
    keys = [academy.course_key]
    for _ in range(11):
        rotated(academy)
        keys.append(academy.course_key)

    assert len(set(keys)) == 12
    assert fingerprints(academy) == tuple(fingerprint(key) for key in reversed(keys))
    assert [key_of(academy, fingerprint(key)) for key in keys] == keys
    assert first_key(academy) == keys[0]


def test_marks_outlast_a_rotation_and_what_changed_is_graded_under_the_new_key(
    academy, submit, reference
):
    for trainee in ("ada", "ben"):
        folder = submit(trainee, reference(trainee))
    before = grade(academy, "T1", feedback=False)

    old, new = rotated(academy)
    after = grade(academy, "T1", feedback=False)
    (folder / "answers.jsonl").unlink()
    submit("ben", {"t1_hours": {"hours": {"A": 5, "B": 5}}})
    changed = grade(academy, "T1", feedback=False)

    assert (before.graded_now, after.graded_now, changed.graded_now) == (2, 0, 1)
    assert after.rows == before.rows
    assert changed.rows[0] == before.rows[0]
    with gradebook(academy) as book:
        keys = {name: one.made_by["course_key"] for name, one in read_results(book, "T1").items()}
    assert keys == {"ada": old, "ben": new}


@POSIX
def test_only_the_owner_may_read_any_key_of_the_ring(academy):
    rotated(academy)

    found = list(academy.course_key_file.parent.glob("*.key"))

    assert len(found) == 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}


@pytest.mark.sqlite
def test_the_journal_has_both_fingerprints_the_reason_and_no_key(academy):
    before = academy.course_key

    names = rotated(academy)

    with gradebook(academy) as book:
        (entry,) = entries(book, "")
        assert broken(book) == []
    assert (entry.kind, entry.who) == ("key_rotated", "sam")
    assert entry.content == {"from": names[0], "to": names[1], "reason": "a laptop was lost"}
    assert names == (fingerprint(before), fingerprint(academy.course_key))
    stored = (academy.folder / "gradebook.db").read_bytes()
    assert before.hex().encode() not in stored
    assert academy.course_key.hex().encode() not in stored


def test_a_rotation_that_stopped_before_the_new_key_is_given_again(academy):
    path, key = academy.course_key_file, academy.course_key
    kept = path.with_name(f"our course.1.{fingerprint(key)}.key")
    kept.write_bytes(path.read_bytes())
    kept.chmod(0o600)
    path.with_name("our course.key.part").write_text("half", encoding="ascii")

    assert fingerprints(academy) == (fingerprint(key),)
    rotated(academy)

    assert fingerprints(academy) == (fingerprint(academy.course_key), fingerprint(key))
    assert sorted(one.name for one in path.parent.glob("*.key*")) == [
        kept.name,
        "our course.key",
        "our course.key.lock",
    ]


def test_two_rotations_at_once_are_one(academy):
    path = academy.course_key_file
    command = (
        "import sys, filelock\n"
        "with filelock.FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", command, str(path) + ".lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        other.stdout.readline()
        with pytest.raises(TrainkitError, match="Another command makes a new course key"):
            rotated(academy)
        other.communicate()

    with gradebook(academy) as book:
        assert entries(book) == []
    assert len(fingerprints(academy)) == 1


def test_an_older_key_that_is_gone_or_another_is_named(academy):
    first, _ = rotated(academy)
    second, _ = rotated(academy)
    (gone,) = academy.course_key_file.parent.glob(f"*.1.{first}.key")
    (wrong,) = academy.course_key_file.parent.glob(f"*.2.{second}.key")
    gone.unlink()
    wrong.write_text("00" * 32, encoding="ascii")

    with pytest.raises(TrainkitError, match=rf"\*\.{first}\.key back from your copy"):
        key_of(academy, first)
    with pytest.raises(TrainkitError, match="pseudonyms come from it"):
        first_key(academy)
    with pytest.raises(TrainkitError, match="does not hold the course key that its name says"):
        key_of(academy, second)


def test_keys_of_other_academies_in_the_same_folder_are_not_of_the_ring(academy):
    path = academy.course_key_file
    for name in ("other.1.0123456789abcdef.key", "our course.x.key", "our course.1.key"):
        path.with_name(name).write_text("00" * 32, encoding="ascii")

    assert fingerprints(academy) == (fingerprint(academy.course_key),)


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o604, 0o606, 0o602])
def test_a_key_that_everybody_may_use_is_refused_with_the_command_that_mends_it(academy, mode):
    academy.course_key_file.chmod(mode)

    with pytest.raises(TrainkitError, match=r"chmod 600 '.*our course\.key'"):
        _ = academy.course_key


@POSIX
def test_an_older_key_that_everybody_may_read_is_refused(academy):
    first, _ = rotated(academy)
    (path,) = academy.course_key_file.parent.glob(f"*{first}.key")
    path.chmod(0o644)

    with pytest.raises(TrainkitError, match="chmod 600"):
        key_of(academy, first)


@POSIX
def test_init_refuses_a_key_that_everybody_may_read(tiny, tmp_path):
    key = tmp_path / "open.key"
    key.write_text("5a" * 32, encoding="ascii")
    key.chmod(0o644)

    with pytest.raises(TrainkitError, match="chmod 600"):
        init_academy(tmp_path / "academy", key, tiny / "keys", tiny / "courses")


@pytest.mark.parametrize("mark", ["folder", "file"])
def test_a_key_is_never_made_nor_read_in_a_checkout(tiny, academy, tmp_path, mark):
    key = tmp_path / "keys" / "deep" / "course.key"
    if mark == "folder":
        (tmp_path / "keys" / ".git").mkdir()
    else:
        (tmp_path / "keys" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")

    with pytest.raises(TrainkitError, match="checkout of git"):
        init_academy(tmp_path / "academy", key, tiny / "keys", tiny / "courses")
    with pytest.raises(TrainkitError, match="Move it, with the older keys"):
        _ = academy.course_key

    assert not key.exists()


@POSIX
def test_a_link_does_not_hide_where_a_key_lies(tiny, tmp_path):
    released = tmp_path / "academy" / "release" / "T1"
    released.mkdir(parents=True)
    (tmp_path / "safe").symlink_to(released, target_is_directory=True)

    with pytest.raises(TrainkitError, match="would be released"):
        init_academy(tmp_path / "academy", tmp_path / "safe" / "a.key", tiny / "keys")
