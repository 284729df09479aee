"""An academy with a tiny lesson, and submissions for it."""

import shutil
from pathlib import Path

import nbformat
import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.grading.keys import load_keys
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(scope="session")
def tiny_installed():
    """The tiny lesson, installed as a partner's is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TINY.parent.parent / "lessons" / "tiny"))
        yield TINY


@pytest.fixture
def tiny(tiny_installed, monkeypatch, tmp_path):
    """The folder of the tiny lesson's keys and course; settings go to a folder of the test."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    return tiny_installed


@pytest.fixture(scope="session")
def master(tiny_installed, tmp_path_factory):
    """An academy with the tiny notebook released, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("master")
    secret = folder / "course.key"
    init_academy(folder / "academy", secret, tiny_installed / "keys", tiny_installed / "courses")
    build(open_academy(folder / "academy"), "T1")
    return folder / "academy"


@pytest.fixture
def built(tiny, master, tmp_path):
    """An academy of this test alone, in a folder with a space and an accent."""
    return open_academy(shutil.copytree(master, tmp_path / "académie d'été"))


@pytest.fixture
def submit(built):
    """Put a submission into the academy: committed answers by task, and the memo's text."""

    def submit(trainee, answers=None, memo="", notebook="T1"):
        folder = built.of("submitted", trainee, notebook)
        folder.mkdir(parents=True, exist_ok=True)
        copy = nbformat.read(built.release(notebook), as_version=4)
        for cell in copy.cells:
            if cell.get("id") == "t1_memo" and memo:
                cell.source = memo
        nbformat.write(copy, folder / f"{notebook}.ipynb")
        path = folder / "answers.jsonl"
        if answers is not None:
            append(path, "", "started", {"trainee": trainee, "notebook": notebook})
        for task, value in (answers or {}).items():
            append(path, task, "saved", value)
            append(path, task, "committed", value)
        return folder

    return submit


@pytest.fixture
def reference(tiny):
    """The reference answers in a trainee's own variant."""

    def reference(trainee):
        situation = lesson("T1").situation(visible_luck("t", trainee, "T1"))
        return load_keys(tiny / "keys", lesson("T1")).player("reference")(situation)

    return reference


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "in box"
    folder.mkdir()
    return folder


@pytest.fixture
def handed(built):
    """Write a submission into a folder: the released notebook, and committed answers."""

    def handed(folder, trainee="ada", name="T1.ipynb", a=10):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(built.release("T1").read_bytes())
        append(folder / "answers.jsonl", "", "started", {"trainee": trainee, "notebook": "T1"})
        answer = {"hours": {"A": a, "B": 10 - a}}
        append(folder / "answers.jsonl", "t1_hours", "committed", answer)
        return folder

    return handed
