"""Released notebooks: found in a folder or a ZIP file, and copied without ever overwriting work."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from trainkit.errors import TrainkitError
from trainkit.lab.handout import hand_out
from trainkit.lab.release import released


@pytest.fixture
def folder(tmp_path):
    """A release folder with two notebooks, and what is none."""
    for path in ("E1/E1.ipynb", "A1/A1.ipynb", "E1/other.ipynb", "E1/notes.txt", "logs/x/y.ipynb"):
        file = tmp_path / "release" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())
    return tmp_path / "release"


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_folder_gives_its_notebooks_and_nothing_else(folder):
    assert dict(released(folder).notebooks) == {"A1": b"A1/A1.ipynb", "E1": b"E1/E1.ipynb"}


def test_a_zip_gives_its_notebooks_wherever_they_lie_in_it(tmp_path):
    members = {
        "release/E1/E1.ipynb": b"e",
        "A1.ipynb": b"a",
        "E1/.ipynb_checkpoints/E1-checkpoint.ipynb": b"old",
        "release/E1/answers.jsonl": b"answers",
    }

    assert dict(released(zipped(tmp_path / "r.zip", members)).notebooks) == {"A1": b"a", "E1": b"e"}


def test_names_in_a_zip_that_lead_out_of_it_lead_nowhere(tmp_path):
    members = {"../../E1/E1.ipynb": b"e", "/etc/..ipynb": b"x", "C:\\x\\..\\con.ipynb": b"y"}

    found = released(zipped(tmp_path / "r.zip", members))

    new = hand_out(found.notebooks, tmp_path / "own")
    assert new == {"E1": True}
    assert [
        p.relative_to(tmp_path / "own").as_posix() for p in (tmp_path / "own").rglob("*.*")
    ] == ["E1/E1.ipynb"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no zip at all", "cannot be read: File is not a zip file"),
        (b"", "cannot be read"),
    ],
)
def test_a_file_that_is_no_zip_is_said(tmp_path, content, told):
    (tmp_path / "r.zip").write_bytes(content)

    with pytest.raises(TrainkitError, match=told):
        released(tmp_path / "r.zip")


def test_a_zip_that_was_damaged_on_its_way_is_said(tmp_path):
    path = zipped(tmp_path / "r.zip", {"E1.ipynb": os.urandom(5000)})
    content = bytearray(path.read_bytes())
    content[2000] ^= 255
    path.write_bytes(content)

    with pytest.raises(TrainkitError, match="fetch it anew if it was cut off on its way"):
        released(path)


def test_a_zip_that_would_fill_the_memory_is_refused(tmp_path):
    path = zipped(tmp_path / "r.zip", {"E1.ipynb": b"\0" * 20_000_001})

    with pytest.raises(TrainkitError, match="more than 20,000,000 bytes"):
        released(path)


def test_a_place_that_is_not_there_and_one_without_notebooks_are_told_apart(tmp_path):
    with pytest.raises(TrainkitError, match="there is no such folder or file"):
        released(tmp_path / "nowhere")
    with pytest.raises(TrainkitError, match=r"No released notebook is in .*trainkit build"):
        released(tmp_path)


@pytest.mark.parametrize("name", ["E1", "e1", "e_coast_guards/E1", "e\\E1", "E1.ipynb", "E1/"])
def test_a_notebook_is_chosen_in_any_way_of_writing_its_id(folder, name):
    assert list(released(folder).chosen([name])) == ["E1"]


def test_all_are_chosen_when_none_is_named(folder):
    assert list(released(folder).chosen([])) == ["A1", "E1"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("X", "It holds A1, E1"), ("EE1", "Did you mean 'E1'"), ("", "It holds A1, E1")],
)
def test_an_unknown_notebook_is_said_with_what_there_is(folder, name, told):
    with pytest.raises(TrainkitError, match=told):
        released(folder).chosen([name])


def test_each_notebook_gets_a_folder_of_its_own_and_work_is_never_overwritten(tmp_path):
    own = tmp_path / "mes cahiers é"
    first = hand_out({"E1": b"released"}, own)
    (own / "E1" / "E1.ipynb").write_bytes(b"my work")

    second = hand_out({"E1": b"released anew", "A1": b"a"}, own)

    assert (first, second) == ({"E1": True}, {"E1": False, "A1": True})
    assert (own / "E1" / "E1.ipynb").read_bytes() == b"my work"
    assert (own / "A1" / "A1.ipynb").read_bytes() == b"a"


def test_a_full_disk_leaves_no_half_of_a_notebook(tmp_path, monkeypatch):
    write = Path.write_bytes

    def half(path, content):
        write(path, content[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(TrainkitError, match="No space left on device"):
        hand_out({"E1": b"released"}, tmp_path / "own")

    assert [path for path in (tmp_path / "own").rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(TrainkitError, match="Choose a folder that you may write, with --folder"):
        hand_out({"E1": b"released"}, tmp_path / "file" / "own")


def test_a_read_only_copy_is_said_before_anything_is_answered(tmp_path, monkeypatch):
    hand_out({"E1": b"released"}, tmp_path)

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TrainkitError, match="Permission denied"):
        hand_out({"E1": b"released"}, tmp_path)


def test_an_academy_is_no_place_for_a_trainee(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("", encoding="utf-8")

    with pytest.raises(TrainkitError, match="its gradebook is no place for a trainee"):
        hand_out({"E1": b"released"}, tmp_path)


def test_the_folder_is_made_where_nothing_is_to_be_copied_yet(tmp_path):
    new = hand_out({}, tmp_path / "notebooks" / "ada")

    assert new == {}
    assert (tmp_path / "notebooks" / "ada").is_dir()
