"""An academy with a tiny lesson, and submissions for it; its gradebook on SQLite and PostgreSQL."""

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from trainkit.cli import app
from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.grading.database import database_url, line_of, url_of
from trainkit.grading.keys import load_keys
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

TINY = Path(__file__).parent / "tiny"
_ALWAYS_ON_BOTH = {"test_loop", "test_pipeline", "test_appeals", "test_report"}
"""Modules whose tests run on PostgreSQL in the short run too; the others with --full."""


def pytest_generate_tests(metafunc):
    """Run each test of an academy on SQLite and, unless it is about SQLite's file, PostgreSQL."""
    if "engine" not in metafunc.fixturenames:
        return
    name = metafunc.module.__name__.rpartition(".")[2]
    marks = [] if name in _ALWAYS_ON_BOTH else [pytest.mark.long]
    other = [] if metafunc.definition.get_closest_marker("sqlite") else ["postgresql"]
    metafunc.parametrize("engine", ["sqlite", *(pytest.param(one, marks=marks) for one in other)])


@pytest.fixture(scope="session", autouse=True)
def _gradebooks_of_the_run():
    """Let SQLite not wait for the disk, as the PostgreSQL of the tests does not either."""

    def connected(connection, _):
        if isinstance(connection, sqlite3.Connection):
            with suppress(sqlite3.Error):  # it may be no database at all
                connection.execute("PRAGMA synchronous = OFF")

    event.listen(Engine, "connect", connected)
    yield
    event.remove(Engine, "connect", connected)


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
def made(tiny_installed, tmp_path_factory):
    """Make an academy with the tiny notebook released."""

    def made(database=""):
        folder = tmp_path_factory.mktemp("master")
        place = (folder / "academy", folder / "course.key")
        init_academy(*place, tiny_installed / "keys", tiny_installed / "courses", database)
        build(open_academy(folder / "academy"), "T1")
        return folder / "academy"

    return made


@pytest.fixture(scope="session")
def master(made):
    """An academy with the tiny notebook released, made once and copied by each test."""
    return made()


@pytest.fixture(scope="session")
def master_on_server(made, postgresql):
    """The same with its gradebook in a database called master."""
    return made(postgresql.make("master"))


@pytest.fixture
def copied(engine, request):
    """Copy an academy to a folder, with a gradebook of its own on either engine."""

    def copied(folder, to):
        academy = open_academy(shutil.copytree(folder, to))
        if engine == "postgresql":
            before = url_of(academy)
            new = request.getfixturevalue("new_database")(before.database)
            config = academy.folder / "nbgrader_config.py"
            text = config.read_text(encoding="utf-8")
            text = text.replace(line_of(before), line_of(database_url(new, academy.folder)))
            config.write_text(text, encoding="utf-8", newline="\n")
        return open_academy(academy.folder)

    return copied


@pytest.fixture
def built(tiny, engine, copied, request, tmp_path):
    """An academy of this test alone, in a folder with a space and an accent."""
    master = "master" if engine == "sqlite" else "master_on_server"
    return copied(request.getfixturevalue(master), tmp_path / "académie d'été")


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


@pytest.fixture
def tell(built, capsys, monkeypatch):
    """Give one command line to the academy; return exit code, output and errors."""
    monkeypatch.setenv("TRAINKIT_WORKSPACE", str(built.folder))

    def tell(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return tell
