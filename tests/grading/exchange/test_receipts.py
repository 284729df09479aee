"""Which of several submissions counts, and when it was handed in: what receipts say."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.grading.importing import import_submissions

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def zip_at(handed, inbox, tmp_path):
    """Hand in as ada, with *a* boats in A, at a time of her clock; the ZIP has a name."""

    def zip_at(name, a, at):
        work = handed(tmp_path / "work" / name, a=a)
        return submit_zip(work, "T1", out=inbox / name, clock=lambda: at).path

    return zip_at


def answer(academy):
    line = (academy.of("submitted", "ada", "T1") / "answers.jsonl").read_bytes().splitlines()[-1]
    return json.loads(line)["value"]["hours"]["A"]


def stamp(academy):
    return academy.of("submitted", "ada", "T1") / "timestamp.txt"


def is_now(path):
    text = path.read_text(encoding="utf-8").strip().replace(" UTC", "+00:00")
    return abs(datetime.now(UTC) - datetime.fromisoformat(text)) < timedelta(minutes=2)


def test_the_newest_of_several_zips_counts_whatever_their_names(built, inbox, zip_at):
    zip_at("a.zip", 10, NOON + timedelta(hours=2))
    zip_at("b.zip", 5, NOON)

    import_submissions(built, "T1", inbox)

    assert answer(built) == 10
    assert stamp(built).read_text(encoding="utf-8").startswith("2026-03-02 14:00:00")


def test_an_older_one_that_comes_later_is_kept_and_does_not_count(built, zip_at):
    newer, older = zip_at("a.zip", 10, NOON + timedelta(hours=2)), zip_at("b.zip", 5, NOON)

    (first,) = import_submissions(built, "T1", newer)
    (second,) = import_submissions(built, "T1", older)

    assert first.notes == ()
    assert second.state == "kept"
    assert any("is older than that of 2 March 2026 14:00 UTC" in note for note in second.notes)
    assert answer(built) == 10
    kept = built.folder / "inbox" / "originals" / "T1" / "ada" / second.digest[:16]
    assert (kept / "answers.jsonl").is_file()


def test_a_newer_one_that_comes_later_is_not_called_older(built, zip_at):
    older, newer = zip_at("a.zip", 5, NOON), zip_at("b.zip", 10, NOON + timedelta(hours=2))

    import_submissions(built, "T1", older)
    (second,) = import_submissions(built, "T1", newer)

    assert second.state == "replaced"
    assert not any("older" in note for note in second.notes)


def test_a_receipt_of_other_files_sets_no_time(built, inbox, handed, zip_at):
    shutil.unpack_archive(zip_at("a.zip", 5, NOON), inbox / "unpacked")
    handed(inbox / "unpacked" / "ada" / "T1", a=10)

    (one,) = import_submissions(built, "T1", inbox / "unpacked")

    assert one.state == "imported"
    assert is_now(stamp(built))
    assert "belongs to other files" in one.notes[0]


def test_a_receipt_from_the_future_sets_no_time_and_is_told(built, zip_at):
    (one,) = import_submissions(built, "T1", zip_at("a.zip", 5, NOON.replace(year=2199)))

    assert one.state == "imported"
    assert is_now(stamp(built))
    assert "in the future" in one.notes[0]


def test_without_a_receipt_the_time_of_the_import_counts(built, inbox, handed):
    handed(inbox / "ada")

    import_submissions(built, "T1", inbox)

    assert is_now(stamp(built))


def test_the_same_files_again_keep_their_time(built, zip_at):
    path = zip_at("a.zip", 5, NOON)
    import_submissions(built, "T1", path)
    before = stamp(built).read_bytes()

    (again,) = import_submissions(built, "T1", path)

    assert (again.state, again.notes) == ("unchanged", ())
    assert stamp(built).read_bytes() == before
