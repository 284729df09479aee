"""A release is one ZIP that holds every file of the version and nothing else."""

import os
import shutil
import zipfile

import pytest
from starting.failure import SetupError
from starting.house import ROOT, House
from starting.release import release, shipped


@pytest.fixture
def checkout(tmp_path):
    """A copy of what is shipped, as an unpacked release is; with what comes about by use."""
    root = tmp_path / "unpacked"
    for path in shipped(House()):
        (root / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / path.relative_to(ROOT))
    for made in (
        ".venv/bin/python",
        "build/lib/x.py",
        "wheelhouse/a.whl",
        "src/x.egg-info/PKG-INFO",
    ):
        (root / made).parent.mkdir(parents=True)
        (root / made).touch()
    return root


def test_an_unpacked_release_knows_its_files_without_git(checkout):
    with_git = {path.relative_to(ROOT) for path in shipped(House())}

    assert {path.relative_to(checkout) for path in shipped(House(checkout))} == with_git


def test_the_zip_holds_each_file_with_its_bytes_under_one_folder(checkout, tmp_path):
    (checkout / ".git").mkdir()  # a checkout, on a machine whose git is not on the path
    target = tmp_path / "folder" / "release.zip"

    release(House(checkout, say=len, environ={"PATH": ""}), ["--to", str(target)])

    with zipfile.ZipFile(target) as archive:
        inside = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
        assert {name.split("/")[0] for name in archive.namelist()} == {"trainkit-0.1.0"}
        run = archive.getinfo("trainkit-0.1.0/.ci/run")
    there = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in shipped(House())}
    assert inside == there
    assert run.external_attr >> 16 & 0o111
    assert "src/trainkit/views/static/chart.js" in inside


def test_the_same_version_gives_the_same_zip(checkout, tmp_path):
    (checkout / ".git").mkdir()
    house = House(checkout, say=len, environ={"PATH": ""})
    release(house, ["--to", str(tmp_path / "one.zip")])
    for path in shipped(house):
        os.utime(path, (1_700_000_000, 1_700_000_000))

    release(house, ["--to", str(tmp_path / "two.zip")])

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_unpacked_release_is_not_released_again(checkout):
    with pytest.raises(SetupError, match="from a checkout with git"):
        release(House(checkout), [])
