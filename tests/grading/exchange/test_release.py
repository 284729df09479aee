"""A release on a trainee's machine: whole and from the known academy, or refused."""

import json
import zipfile

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.dates import parse_due
from trainkit.grading.exchange.deadline import set_due
from trainkit.grading.exchange.fetching import checked_release
from trainkit.grading.exchange.handing_out import release_zip
from trainkit.grading.exchange.keypair import (
    academy_key,
    academy_key_file,
    fingerprint,
    key_in,
    public_part,
)
from trainkit.grading.exchange.signing import signed
from trainkit.grading.nbgrader_use import gradebook
from trainkit.lab.release import released


@pytest.fixture
def path(built, tmp_path):
    """The release of the tiny notebook, due on a day in Rome."""
    with gradebook(built) as book:
        set_due(book, "T1", parse_due("2026-12-01 18:00 Europe/Rome"))
        book.db.commit()
    return release_zip(built, "T1", tmp_path / "T1.zip")


@pytest.fixture
def ada(machine):
    """A trainee's machine that knows no academy yet."""
    machine("ada")


def checked(path, academy=""):
    return checked_release("T1", released(path).files("T1"), academy)


def figures(academy):
    return fingerprint(public_part(academy_key(academy)))


def test_the_first_release_is_taken_and_the_academy_remembered(built, path, ada):
    first, second = checked(path), checked(path)

    assert f"signed by the academy {figures(built)}" in first.told[0]
    assert "compare these figures with your instructor" in first.told[0]
    assert first.told[1].startswith("T1 is due on 1 December 2026 18:00 Europe/Rome (UTC+01:00)")
    assert second.told == first.told[1:]


def test_a_release_says_its_rules_and_hashes_its_files(built, path):
    with zipfile.ZipFile(path) as archive:
        names, manifest = archive.namelist(), json.loads(archive.read("T1/release.json"))

    assert sorted(names) == ["T1/README.txt", "T1/T1.ipynb", "T1/release.json"]
    assert sorted(manifest["files"]) == ["README.txt", "T1.ipynb"]
    assert manifest["due"]["at"] == "2026-12-01T17:00:00+00:00"
    assert manifest["late"] == {
        "penalty_per_day": 0.0,
        "grace_minutes": 0.0,
        "refuse_after_days": None,
    }
    assert manifest["resubmission"] == {"allowed": "latest", "until": "always"}


def test_the_key_that_signs_is_in_no_release(built, path):
    secret = academy_key_file(built).read_text(encoding="ascii").strip()

    with zipfile.ZipFile(path) as archive:
        assert not any(secret.encode() in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("name", ["T1.ipynb", "README.txt"])
def test_a_file_changed_under_an_honest_manifest_is_refused(path, ada, rewritten, name):
    changed = rewritten(path, name, lambda raw: raw + b" ")

    with pytest.raises(TrainkitError, match=f"{name} was changed after the academy had signed"):
        checked(changed)


def test_a_file_that_was_taken_out_is_missed(path, ada, rewritten):
    with pytest.raises(TrainkitError, match=r"lacks README\.txt"):
        checked(rewritten(path, "README.txt", lambda _: None))


@pytest.mark.parametrize(
    "change",
    [
        {"due": None},
        {"due": {"at": "2027-12-01T17:00:00+00:00", "zone": "UTC"}},
        {"files": {}},
        {"course": "e"},
    ],
)
def test_a_manifest_that_was_changed_is_refused(path, ada, rewritten, edited, change):
    changed = rewritten(path, "release.json", edited(**change))

    with pytest.raises(TrainkitError, match="changed after the academy had signed it"):
        checked(changed)


def test_the_manifest_of_another_release_is_refused(built, path, ada, rewritten):
    other = json.loads(signed("release", {"files": {}, "due": None}, academy_key(built)))
    content = {"notebook": "E1", "course": "e", "files": {"E1.ipynb": "00"}, "due": None}
    swapped = signed("release", content, academy_key(built))

    with pytest.raises(TrainkitError, match=r"holds the release\.json of E1"):
        checked(rewritten(path, "release.json", lambda _: swapped))
    with pytest.raises(TrainkitError, match="that is none"):
        checked(rewritten(path, "release.json", lambda _: json.dumps(other).encode()))


def test_a_manifest_that_leaves_the_notebook_out_covers_nothing(built, path, ada, rewritten):
    content = {"notebook": "T1", "course": "t", "files": {}, "due": None}
    hollow = signed("release", content, academy_key(built))

    with pytest.raises(TrainkitError, match="does not cover its notebook"):
        checked(rewritten(path, "release.json", lambda _: hollow))


@pytest.fixture
def foreign(path, rewritten, tmp_path):
    """The same files, signed by another academy."""
    key = key_in(tmp_path / "elsewhere" / "other.signing")

    def again(raw):
        content = json.loads(raw)
        kept = ("notebook", "course", "files", "due")
        return signed("release", {name: content[name] for name in kept}, key)

    return rewritten(path, "release.json", again), fingerprint(public_part(key))


def test_another_academy_is_refused_until_a_person_says_that_it_is_right(path, ada, foreign):
    other, own = foreign
    checked(path)

    with pytest.raises(TrainkitError, match=f"--academy {own}") as caught:
        checked(other)
    accepted = checked(other, own.upper().replace("-", " "))

    assert "\n" not in str(caught.value)
    assert f"signed by the academy {own}" in accepted.told[0]
    with pytest.raises(TrainkitError, match="Your academy has a new key, or somebody else"):
        checked(path)


def test_figures_that_are_not_those_told_are_refused_at_first_use_too(built, path, ada, foreign):
    with pytest.raises(TrainkitError, match="and you were told"):
        checked(foreign[0], figures(built))

    assert checked(path, figures(built)).manifest


@pytest.mark.parametrize("how", ["no manifest", "no signature"])
def test_a_signature_that_was_taken_away_is_missed_once_the_academy_is_known(
    path, ada, rewritten, how
):
    def bare(raw):
        content = json.loads(raw)
        del content["signature"], content["public_key"]
        return json.dumps(content).encode()

    stripped = rewritten(path, "release.json", bare if how == "no signature" else lambda _: None)

    before = checked(stripped)
    checked(path)

    assert before.manifest is None
    assert "is not signed: nobody can say whose it is" in before.told[0]
    with pytest.raises(TrainkitError, match="is not signed, and your academy"):
        checked(stripped)


def test_a_trainee_who_was_told_the_figures_takes_nothing_unsigned(built, path, ada, rewritten):
    with pytest.raises(TrainkitError, match="is not signed"):
        checked(rewritten(path, "release.json", lambda _: None), figures(built))


def test_a_huge_manifest_is_not_read(path, ada, rewritten):
    huge = rewritten(path, "release.json", lambda raw: raw + b" " * 200_000)

    with pytest.raises(TrainkitError, match="more than 100,000 bytes"):
        checked(huge)


def test_a_zone_that_this_machine_does_not_know_is_shown_in_utc(built, path, ada, rewritten):
    def moved(raw):
        content = json.loads(raw)
        due = {"at": "2026-12-01T17:00:00+00:00", "zone": "Mars/Olympus"}
        kept = {name: content[name] for name in ("notebook", "course", "files")}
        return signed("release", {**kept, "due": due}, academy_key(built))

    found = checked(rewritten(path, "release.json", moved))

    assert str(found.manifest.due) == "1 December 2026 17:00 UTC"


def test_a_damaged_list_of_academies_is_said_and_not_written_over(path, ada):
    checked(path)
    from trainkit.grading.exchange.known import known_file

    known_file().write_text("no json", encoding="utf-8")

    with pytest.raises(TrainkitError, match="move it away and compare fingerprints"):
        checked(path)

    assert known_file().read_text(encoding="utf-8") == "no json"


def test_two_courses_may_come_from_two_academies(built, path, ada, tmp_path):
    from trainkit.grading.exchange.known import require_known

    other = public_part(key_in(tmp_path / "other.signing"))
    checked(path)

    assert "for course e" in require_known("e", other, "The release of E1")
    assert checked(path).told[0].startswith("T1 is due")
