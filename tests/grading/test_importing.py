"""Submissions that come by file: folders and ZIPs, good and bad; nothing lost, nothing run."""

import json
import os
import stat
import unicodedata
import zipfile

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.importing import import_submissions
from trainkit.grading.intake import graded


def zipped(folder, path, prefix=""):
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, prefix + file.relative_to(folder).as_posix())
    return path


def states(found):
    return {one.trainee: one.state for one in found}


@pytest.mark.parametrize("place", ["ada/T1", "ada", "monday/class 2/ada/t1"])
def test_a_folder_named_after_the_trainee_is_taken_in(built, inbox, handed, place):
    source = handed(inbox / place)

    (one,) = import_submissions(built, "t/T1", inbox)

    assert (one.trainee, one.state, one.notes) == ("ada", "imported", ())
    for name in ("T1.ipynb", "answers.jsonl"):
        taken = built.of("submitted", "ada", "T1") / name
        assert taken.read_bytes() == (source / name).read_bytes()


def test_a_zip_of_many_and_zips_of_one_are_taken_in(built, inbox, handed, tmp_path):
    for name in ("ada", "ben"):
        handed(tmp_path / "many" / name / "T1", name)
    zipped(tmp_path / "many", inbox / "many.zip")
    zipped(handed(tmp_path / "cem", "cem"), inbox / "cem.zip")

    found = import_submissions(built, "T1", inbox)

    assert states(found) == {"ada": "imported", "ben": "imported", "cem": "imported"}
    assert states(import_submissions(built, "T1", inbox / "many.zip")) == {
        "ada": "unchanged",
        "ben": "unchanged",
    }


def test_zips_inside_a_zip_are_taken_in(built, inbox, handed, tmp_path):
    zipped(handed(tmp_path / "cem", "cem"), inbox / "cem.zip")
    outer = zipped(inbox, tmp_path / "download.zip")

    assert states(import_submissions(built, "T1", outer)) == {"cem": "imported"}


def test_the_folder_of_another_notebook_is_no_trainee(built, inbox, handed):
    handed(inbox / "ada" / "T1")
    (inbox / "ada" / "E1").mkdir()
    (inbox / "ada" / "E1" / "E1.ipynb").write_text("{}", encoding="utf-8")

    assert states(import_submissions(built, "T1", inbox)) == {"ada": "imported"}


def test_the_same_bytes_again_change_nothing(built, inbox, handed):
    handed(inbox / "ada")
    import_submissions(built, "T1", inbox)
    file = built.of("submitted", "ada", "T1") / "answers.jsonl"
    before = file.stat().st_mtime_ns

    (again,) = import_submissions(built, "T1", inbox)

    assert (again.state, file.stat().st_mtime_ns) == ("unchanged", before)


def test_other_bytes_replace_and_the_old_are_kept_with_their_hash(built, inbox, handed):
    old = handed(inbox / "monday" / "ada", a=5) / "answers.jsonl"
    new = handed(inbox / "tuesday" / "ada", a=10) / "answers.jsonl"
    first = import_submissions(built, "T1", inbox / "monday")[0]

    second = import_submissions(built, "T1", inbox / "tuesday")[0]
    third = import_submissions(built, "T1", inbox / "monday")[0]

    kept = built.folder / "inbox" / "originals" / "T1" / "ada"
    assert (second.state, third.state) == ("replaced", "unchanged")
    assert (kept / first.digest[:16] / "answers.jsonl").read_bytes() == old.read_bytes()
    assert (kept / second.digest[:16] / "answers.jsonl").read_bytes() == new.read_bytes()
    assert json.loads((kept / first.digest[:16] / "origin.json").read_text())["sha256"] == (
        first.digest
    )
    submitted = built.of("submitted", "ada", "T1") / "answers.jsonl"
    assert submitted.read_bytes() == new.read_bytes()
    assert "others count" in third.notes[0]


def test_what_nbgrader_collected_is_kept_when_an_import_replaces_it(built, submit, inbox, handed):
    collected = (submit("ada") / "T1.ipynb").read_bytes()
    handed(inbox / "ada")

    (one,) = import_submissions(built, "T1", inbox)

    kept = built.folder / "inbox" / "originals" / "T1" / "ada"
    assert one.state == "replaced"
    assert collected in [path.read_bytes() for path in kept.rglob("T1.ipynb")]


def test_one_trainee_in_two_spellings_is_refused_and_the_rest_is_taken_in(built, inbox, handed):
    handed(inbox / "Ada", a=5)
    handed(inbox / "ada", a=10)
    handed(inbox / unicodedata.normalize("NFC", "zoé"), "zoé")
    handed(inbox / unicodedata.normalize("NFD", "zoé"), "zoé", a=4)
    handed(inbox / "ben", "ben")

    found = import_submissions(built, "T1", inbox)

    assert [(one.trainee, one.state) for one in found] == [
        ("ada", "refused"),
        ("ada", "refused"),
        ("ben", "imported"),
        (unicodedata.normalize("NFC", "zoé"), "refused"),
        (unicodedata.normalize("NFC", "zoé"), "refused"),
    ]
    assert "one and the same trainee" in found[0].notes[0]
    assert not built.of("submitted", "ada", "T1").exists()


def test_a_folder_of_the_academy_in_another_spelling_is_used(built, submit, inbox, handed):
    submit("Ada")
    handed(inbox / "ada")

    import_submissions(built, "T1", inbox)

    assert [path.name for path in (built.folder / "submitted").iterdir()] == ["Ada"]


@pytest.mark.parametrize("name", ["con", "a b", "-x", "x" * 65])
def test_a_folder_that_is_no_trainee_id_is_refused(built, inbox, handed, name):
    handed(inbox / name)
    handed(inbox / "ben", "ben")

    found = states(import_submissions(built, "T1", inbox))

    assert found == {name: "refused", "ben": "imported"}


def test_links_are_refused_and_never_read(built, inbox, handed, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the course key", encoding="utf-8")
    handed(inbox / "ben", "ben")
    (handed(inbox / "eve", "eve") / "answers.jsonl").unlink()
    (inbox / "eve" / "answers.jsonl").symlink_to(secret)
    (inbox / "linked").symlink_to(handed(tmp_path / "elsewhere"), target_is_directory=True)

    found = import_submissions(built, "T1", inbox)

    assert states(found) == {"ben": "imported", "eve": "refused", "linked": "refused"}
    assert "link" in next(one for one in found if one.trainee == "eve").notes[0]
    assert not built.of("submitted", "eve", "T1").exists()


def test_a_zip_whose_names_lead_out_writes_nothing_outside(built, inbox, handed, tmp_path):
    source = handed(tmp_path / "source")
    with zipfile.ZipFile(inbox / "evil.zip", "w") as archive:
        for name in ("../../evil/T1.ipynb", "/abs/T1.ipynb", "C:\\win\\T1.ipynb", "ben/T1.ipynb"):
            archive.writestr(name, (source / "T1.ipynb").read_bytes())
    before = {path for path in tmp_path.rglob("*") if built.folder not in path.parents}

    found = import_submissions(built, "T1", inbox / "evil.zip")

    assert states(found) == {
        "abs": "refused",
        "ben": "imported",
        "evil": "refused",
        "win": "refused",
    }
    assert "leads out of the ZIP" in found[0].notes[0]
    assert {path for path in tmp_path.rglob("*") if built.folder not in path.parents} == before


def test_links_and_locked_members_and_doubles_of_a_zip_are_refused(built, inbox, handed, tmp_path):
    source = handed(tmp_path / "source")
    with zipfile.ZipFile(inbox / "all.zip", "w") as archive:
        link = zipfile.ZipInfo("eve/T1.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.write(source / "T1.ipynb", "ben/T1.ipynb")
        archive.write(source / "T1.ipynb", "two/T1.ipynb")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.write(source / "answers.jsonl", "two/T1.ipynb")

    found = {one.trainee: one for one in import_submissions(built, "T1", inbox / "all.zip")}

    assert {name: one.state for name, one in found.items()} == {
        "ben": "imported",
        "eve": "refused",
        "two": "refused",
    }
    assert "link" in found["eve"].notes[0]
    assert "2 times" in found["two"].notes[0]


def test_a_zip_bomb_is_refused_unpacked(built, inbox, handed, tmp_path):
    source = handed(tmp_path / "source")
    with zipfile.ZipFile(inbox / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eve/T1.ipynb", b"0" * 50_000_000)
        archive.write(source / "T1.ipynb", "ben/T1.ipynb")

    found = {one.trainee: one for one in import_submissions(built, "T1", inbox / "all.zip")}

    assert (found["eve"].state, found["ben"].state) == ("refused", "imported")
    assert "times its size" in found["eve"].notes[0]


def test_a_file_that_is_too_large_is_refused(built, inbox, handed):
    folder = handed(inbox / "eve", "eve")
    with (folder / "T1.ipynb").open("wb") as file:
        os.truncate(file.fileno(), 20_000_001)

    (one,) = import_submissions(built, "T1", inbox)

    assert one.state == "refused"
    assert "20,000,001 bytes" in one.notes[0]


def test_a_zip_that_is_cut_off_is_refused_and_the_rest_is_taken_in(built, inbox, handed, tmp_path):
    whole = zipped(handed(tmp_path / "eve", "eve"), tmp_path / "eve.zip").read_bytes()
    (inbox / "eve.zip").write_bytes(whole[: len(whole) // 2])
    handed(inbox / "ben", "ben")

    found = import_submissions(built, "T1", inbox)

    assert states(found) == {"ben": "imported", "eve": "refused"}
    assert "no ZIP that can be read" in found[1].notes[0]


def test_bytes_damaged_inside_a_zip_are_refused(built, inbox, handed, tmp_path):
    path = zipped(handed(tmp_path / "eve", "eve"), inbox / "eve.zip")
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(content)

    (one,) = import_submissions(built, "T1", inbox)

    assert one.state == "refused"
    assert "cannot be unpacked" in one.notes[0]


def test_a_notebook_under_another_name_is_taken_when_it_says_what_it_is(built, inbox, handed):
    handed(inbox / "ada", name="my work.ipynb")

    (one,) = import_submissions(built, "T1", inbox)

    assert one.state == "imported"
    assert "my work.ipynb" in one.notes[0]
    assert (built.of("submitted", "ada", "T1") / "T1.ipynb").is_file()


def test_decisions_without_a_notebook_are_graded_and_the_gap_is_told(built, inbox, handed):
    (handed(inbox / "ada") / "T1.ipynb").unlink()

    (row,) = graded(built, "T1", inbox).rows

    assert (row.state, row.raw) == ("partly", 40)
    assert any("no T1.ipynb" in note and "hand it in again" in note for note in row.notes)


def test_a_strange_notebook_without_answers_is_refused(built, inbox, handed):
    folder = handed(inbox / "ada", name="mine.ipynb")
    (folder / "mine.ipynb").write_text("{}", encoding="utf-8")
    (folder / "answers.jsonl").unlink()

    found = graded(built, "T1", inbox)

    assert [row.state for row in found.rows] == ["refused"]
    assert "There is no T1.ipynb" in found.rows[0].notes[0]
    assert not found.clean


def test_other_files_are_left_out_and_named(built, inbox, handed):
    folder = handed(inbox / "ada")
    (folder / "simpy.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "T1.ipynb").write_text("{}", encoding="utf-8")

    (one,) = import_submissions(built, "T1", inbox)

    assert one.state == "imported"
    assert "simpy.py" in one.notes[0]
    assert "sub/T1.ipynb" in one.notes[0]
    assert {path.name for path in built.of("submitted", "ada", "T1").iterdir()} == {
        "T1.ipynb",
        "answers.jsonl",
        "timestamp.txt",
    }


@pytest.mark.parametrize("what", ["nothing", "empty folder", "text"])
def test_what_holds_no_submission_says_what_one_is(built, inbox, what):
    path = {"nothing": inbox / "gone", "empty folder": inbox, "text": inbox / "a.txt"}[what]
    if what == "text":
        path.write_text("hello", encoding="utf-8")

    with pytest.raises(TrainkitError, match=r"neither a folder|named after|no ZIP"):
        import_submissions(built, "T1", path)


def test_the_academy_does_not_import_itself(built, submit):
    submit("ada")

    with pytest.raises(TrainkitError, match="the academy itself"):
        import_submissions(built, "T1", built.folder.parent)


@pytest.mark.parametrize("outer", ["folder", "zip"])
def test_a_zip_that_lies_too_deep_is_refused_and_the_rest_is_taken_in(
    built, inbox, handed, tmp_path, outer
):
    class_zip = tmp_path / "class.zip"
    zipped(handed(tmp_path / "cem", "cem"), tmp_path / "cem.zip")
    zipped(handed(tmp_path / "eve", "eve"), tmp_path / "eve.zip")
    with zipfile.ZipFile(class_zip, "w") as archive:
        archive.write(tmp_path / "cem.zip", "cem.zip")
        archive.write(tmp_path / "eve.zip", "group/eve/sent.zip")
        archive.write(tmp_path / "cem" / "T1.ipynb", "ben/T1.ipynb")
    class_zip.rename(inbox / "class.zip")
    path = inbox if outer == "folder" else zipped(inbox, tmp_path / "download.zip")

    found = {one.trainee: one for one in import_submissions(built, "T1", path)}

    assert {name: one.state for name, one in found.items()} == {
        "ben": "imported",
        "cem": "refused",
        "eve": "refused",
    }
    assert "a ZIP inside a ZIP: unpack it once" in found["eve"].notes[0]
    assert found["eve"].source.endswith("class.zip/group/eve/sent.zip")


@pytest.mark.parametrize("above", ["class", "."])
@pytest.mark.parametrize("stray", ["T1.ipynb", "E1.ipynb", "plan.ipynb"])
def test_a_notebook_that_lies_about_swallows_no_class(built, inbox, handed, above, stray):
    for name in ("dan", "eve"):
        handed(inbox / above / name / "T1", name)
    (inbox / above / stray).write_bytes(built.release("T1").read_bytes())

    found = import_submissions(built, "T1", inbox)

    assert states(found) == {"dan": "imported", "eve": "imported"}
    assert [stray in "".join(one.notes) for one in found] == [True, False]


def test_a_notebook_without_answers_is_kept_beside_the_folder_of_another(built, inbox, handed):
    (handed(inbox / "ada") / "answers.jsonl").unlink()
    handed(inbox / "ada" / "E1", name="E1.ipynb")

    assert states(import_submissions(built, "T1", inbox)) == {"ada": "imported"}


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("at", range(0, 60, 4))
def test_damage_under_any_packing_is_refused_and_the_rest_is_taken_in(
    built, inbox, handed, tmp_path, method, at
):
    source = handed(tmp_path / "source")
    path = inbox / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(source / "T1.ipynb", "eve/T1.ipynb", method)
        archive.write(source / "T1.ipynb", "ben/T1.ipynb", method)
    content = bytearray(path.read_bytes())
    begins = 30 + len("eve/T1.ipynb") + at
    content[begins : begins + 4] = bytes(one ^ 0xFF for one in content[begins : begins + 4])
    path.write_bytes(content)

    found = import_submissions(built, "T1", path)

    assert states(found) == {"ben": "imported", "eve": "refused"}
