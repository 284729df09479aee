"""Forgetting one trainee: no file, no ZIP and no page of the database tells of them any more."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from tests.grading.privacy.conftest import GONE, STAYS

from trainkit.grading.journal import broken, entries
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.privacy import forgetting, retention
from trainkit.grading.privacy.retention import outdated
from trainkit.grading.report import reports


def every_byte(folder):
    """Give the bytes of every file with its path, and of what is packed in it."""
    for path in sorted(folder.rglob("*")):
        yield str(path.relative_to(folder)), b""
        if path.is_file():
            yield from unpacked(str(path.relative_to(folder)), path.read_bytes())


def unpacked(name, content):
    yield name, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from unpacked(f"{name}/{member}", archive.read(member))


def telling(folder, words):
    """Return which files hold a word, in any case, in UTF-8 or UTF-16, or in their name."""
    needles = [word.lower().encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    return [
        name
        for name, content in every_byte(folder)
        if any(one in content.lower() or one in name.lower().encode() for one in needles)
    ]


def rows_of(academy, trainee):
    return [row for row in reports(academy) if row.trainee == trainee]


@pytest.mark.sqlite
def test_the_academy_held_the_marks_in_every_place_that_is_searched(full):
    found = " ".join(telling(full.folder, GONE.values()))

    for place in ("submitted", "autograded", "feedback", "originals", "all of them.zip"):
        assert place in found
    for place in ("gradebook.db", "exports", "report", "to-read.html", "to-mark-anna.csv"):
        assert place in found
    for word in GONE.values():
        assert telling(full.folder, [word]), word


def test_nothing_tells_of_a_forgotten_trainee_and_the_other_is_as_before(full, tell):
    before = rows_of(full, STAYS)
    files = {
        name: content
        for name, content in every_byte(full.folder)
        if f"/{STAYS}/" in name and not name.startswith("report")
    }

    code, out, err = tell("forget", GONE["id"].upper(), "--yes", "--by", "oak")

    assert telling(full.folder, GONE.values()) == []
    assert (code, err) == (0, ""), out
    assert tell("holds", GONE["id"])[0] == 1
    assert rows_of(full, STAYS) == before
    after = dict(every_byte(full.folder))
    assert files
    assert all(after[name] == content for name, content in files.items())
    with gradebook(full) as book:
        noted = entries(book)
        assert broken(book) == []
    assert {one.trainee for one in noted} <= {"", STAYS}
    (deleted,) = [one for one in noted if one.kind == "person_deleted"]
    assert deleted.who == "oak"
    assert [one.content["text"] for one in noted if one.kind == "appealed"] == [
        "The boat was under way."
    ]
    form = full.folder / "moderation" / "T1" / "anna-second" / "to-mark-anna.csv"
    assert form.read_bytes() == b"\xef\xbb\xbfid,level,comment\r\nc0ffee0002,2,fine\r\n"


@pytest.mark.sqlite
@pytest.mark.parametrize("step", ["remove", "_delete_rows", "_note", "_make_anew"])
def test_what_was_stopped_midway_is_finished_by_the_second_call(full, tell, monkeypatch, step):
    real, calls = getattr(forgetting, step), []

    def stopped(*arguments):
        calls.append(step)
        if step != "remove" or len(calls) == 3:
            raise KeyboardInterrupt
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(forgetting, step, stopped)
        assert tell("forget", GONE["id"], "--yes")[0] == 130

    tell("forget", GONE["id"], "--yes")

    assert telling(full.folder, GONE.values()) == []
    with gradebook(full) as book:
        assert "person_deleted" in {one.kind for one in entries(book, "")}
    code, out, _ = tell("forget", GONE["id"], "--yes")
    assert code == 1
    assert "Nothing is held" in out


def test_an_unknown_id_gets_a_hint_and_changes_nothing(full, tell):
    before = dict(every_byte(full.folder / "submitted"))

    code, out, _ = tell("forget", "qzida-add", "--yes")

    assert code == 1
    assert f"Did you mean '{GONE['id']}'?" in out
    assert dict(every_byte(full.folder / "submitted")) == before


def test_nothing_is_deleted_before_somebody_says_yes(full, tell, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))

    code, out, _ = tell("forget", GONE["id"])

    assert code == 130
    assert "all of them.zip: packed again" in out
    assert rows_of(full, GONE["id"])


def test_another_who_wrote_the_name_keeps_the_work_and_it_is_said(full, tell):
    path = full.of("submitted", STAYS, "T1") / "T1.ipynb"
    text = path.read_text(encoding="utf-8").replace("East.", f"With {GONE['last']}.")
    path.write_text(text, encoding="utf-8")

    code, out, _ = tell("forget", GONE["id"], "--yes")

    assert code == 1
    assert "stays, it is another trainee's" in out
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("days_later", "who"), [(29, []), (31, [GONE["id"], STAYS])])
def test_who_was_last_heard_of_longer_ago_than_the_days_is_outdated(full, days_later, who):
    later = datetime.now(UTC) + timedelta(days=days_later)

    assert outdated(full, 30, later) == who


def test_retention_deletes_the_outdated_alone(full, tell, monkeypatch):
    monkeypatch.setattr(
        retention, "last_heard", lambda _: {GONE["id"]: datetime(2020, 1, 1, tzinfo=UTC)}
    )

    code, out, _ = tell("retention", "--older-than-days", "365", "--yes")

    assert code == 0, out
    assert telling(full.folder, [GONE["last"]]) == []
    assert rows_of(full, STAYS)
