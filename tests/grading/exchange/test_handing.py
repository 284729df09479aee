"""The ZIPs that go out and come in: which copy is packed, and what is never overwritten."""

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.grading.exchange.handing_out import release_zip

TUTORIAL = Path(__file__).parents[3] / "docs" / "tutorial" / "trainee.md"


@pytest.mark.parametrize("place", [".", "T1", "notebooks/T1", "notebooks/ada/T1"])
def test_a_copy_is_found_where_the_lab_puts_it(built, handed, tmp_path, place):
    work = handed(tmp_path / "mine" / place)

    made = submit_zip(tmp_path / "mine", "T1")

    assert made.folder == work.resolve()
    assert made.trainee == "ada"


@pytest.mark.parametrize(
    "places", [("T1", "notebooks/T1"), (".", "T1"), ("notebooks/ada/T1", "notebooks/ben/T1")]
)
def test_two_copies_are_refused_by_name_and_nothing_is_packed(built, handed, tmp_path, places):
    folders = [handed(tmp_path / "mine" / place).resolve() for place in places]

    with pytest.raises(TrainkitError, match="--folder") as caught:
        submit_zip(tmp_path / "mine")

    assert all(str(folder) in str(caught.value) for folder in folders)
    assert not list((tmp_path / "mine").rglob("*.zip"))


def test_the_folder_that_is_named_is_the_one_that_is_packed(built, handed, tmp_path):
    for trainee in ("ada", "ben"):
        handed(tmp_path / "mine" / "notebooks" / trainee / "T1", trainee)

    made = submit_zip(tmp_path / "mine" / "notebooks" / "ben", "T1")

    assert made.trainee == "ben"


def test_the_readme_and_the_tutorial_give_the_same_commands(built, tmp_path):
    with zipfile.ZipFile(release_zip(built, "T1", tmp_path / "T1.zip")) as archive:
        readme = archive.read("T1/README.txt").decode()
    tutorial = TUTORIAL.read_text(encoding="utf-8").replace("E1", "T1")

    told = re.findall(r"^ +trainkit (.+)$", readme, re.MULTILINE)
    taught = re.findall(r"^python3 start\.py ((?:lab|submit) .+)$", tutorial, re.MULTILINE)

    assert told == [line.replace("ada-strong", "YOUR-ID") for line in taught]
    assert "notebooks/YOUR-ID/T1" in readme


def test_a_release_is_written_over_a_release_and_over_nothing_else(built, tmp_path):
    target = release_zip(built, "T1", tmp_path / "T1.zip")
    first = target.read_bytes()
    target.write_bytes(first)
    release_zip(built, "T1", target)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("ada/T1/answers.jsonl", b"work of a term")
    kept = target.read_bytes()

    with pytest.raises(TrainkitError, match="--out") as caught:
        release_zip(built, "T1", target)

    assert "\n" not in str(caught.value)
    assert target.read_bytes() == kept


@pytest.mark.parametrize("what", ["text", "folder"])
def test_what_is_no_release_is_not_overwritten_by_one(built, tmp_path, what):
    target = tmp_path / "T1.zip"
    if what == "text":
        target.write_text("my notes", encoding="utf-8")
    else:
        target.mkdir()

    with pytest.raises(TrainkitError, match="--out"):
        release_zip(built, "T1", target)

    assert target.is_dir() or target.read_text(encoding="utf-8") == "my notes"


@pytest.mark.parametrize(("year", "kept"), [(1970, 1980), (2026, 2026), (2150, 2107)])
def test_a_clock_that_is_wrong_by_decades_stops_nobody(built, handed, tmp_path, year, kept):
    work = handed(tmp_path / "mine")

    made = submit_zip(work, "T1", clock=lambda: datetime(year, 5, 6, 7, 8, 10, tzinfo=UTC))

    with zipfile.ZipFile(made.path) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {kept}
