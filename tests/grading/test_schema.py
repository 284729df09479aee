"""The tables of a new gradebook are those that nbgrader itself would make."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from trainkit.grading.academy import init_academy
from trainkit.grading.schema import ensure_schema

pytestmark = pytest.mark.sqlite  # nbgrader's own way is compared in a file


def told(file):
    """Return what a file of SQLite declares, and the version that it says it is of."""
    with closing(sqlite3.connect(file)) as book:
        declared = set(book.execute("SELECT type, name, tbl_name FROM sqlite_master"))
        columns = {
            (table, column)
            for kind, table, _ in declared
            if kind == "table"
            for column in book.execute(f'PRAGMA table_info("{table}")')
        }
        return declared, columns, list(book.execute("SELECT version_num FROM alembic_version"))


def test_a_new_gradebook_is_declared_as_nbgrader_declares_it(tmp_path, monkeypatch):
    from nbgrader.api import Gradebook

    beside = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([beside, os.environ.get("PATH", "")]))
    ensure_schema(make_url(f"sqlite:///{tmp_path / 'ours.db'}"))
    Gradebook(f"sqlite:///{tmp_path / 'theirs.db'}").close()

    assert told(tmp_path / "ours.db") == told(tmp_path / "theirs.db")


def test_a_database_that_holds_something_stays_as_it_is(tmp_path):
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as book:
        book.execute("CREATE TABLE notes (line TEXT)")

    ensure_schema(make_url(f"sqlite:///{file}"))

    with closing(sqlite3.connect(file)) as book:
        assert list(book.execute("SELECT name FROM sqlite_master")) == [("notes",)]


def test_an_academy_is_made_where_no_program_can_be_started(tiny, tmp_path, monkeypatch):
    def blocked(*_given, **_named):
        raise PermissionError("blocked by policy")

    monkeypatch.setattr("subprocess.Popen", blocked)

    done = init_academy(tmp_path / "a", tmp_path / "a.key", tiny / "keys", tiny / "courses")

    assert any("gradebook" in line and "made" in line for line in done)
