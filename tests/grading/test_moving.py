"""Moving a gradebook between SQLite and PostgreSQL: every row arrives, or nothing has changed."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from trainkit.cli import app
from trainkit.errors import TrainkitError
from trainkit.grading import moving
from trainkit.grading.academy import CONFIG, open_academy
from trainkit.grading.appealing import appeal, decide
from trainkit.grading.appeals import Wanted
from trainkit.grading.database import url_of
from trainkit.grading.exchange.dates import Due
from trainkit.grading.exchange.deadline import set_due
from trainkit.grading.exchange.extending import grant
from trainkit.grading.handins import hand_in, record_hand_ins
from trainkit.grading.journal import broken, entries, note
from trainkit.grading.moderation.marks import Mark, write_mark
from trainkit.grading.moving import move
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports

pytestmark = pytest.mark.sqlite  # they begin in a file and go to a server themselves
NOON, NEXT_NOON = (Due(datetime(2026, 3, day, 12, tzinfo=UTC), "Europe/Rome") for day in (2, 3))


@pytest.fixture
def rich(built, submit, reference, tmp_path):
    """An academy whose gradebook has something in every table that grading fills."""
    _penalty_of_ten_a_day(built, tmp_path)
    academy = open_academy(built.folder)
    with gradebook(academy) as book:
        set_due(book, "T1", NOON)
        book.update_or_create_student("ada", first_name="Zoë", email="ada@example.org")
        grant(book, NOON, "ada", "T1", NEXT_NOON, "at sea", "M. Oak")
        book.db.commit()
    first = {**reference("cem"), "t1_speed": {**reference("cem")["t1_speed"], "boat": "cutter"}}
    for trainee, answers in (("ada", reference("ada")), ("cem", first)):
        stamp = submit(trainee, answers, memo="To the west. Ça va: 北") / "timestamp.txt"
        stamp.write_text("2026-03-03 11:00:00 UTC", encoding="utf-8")
    grade(academy, "T1")
    with gradebook(academy) as book:
        _mark(book)
        book.db.commit()
    return academy


def _penalty_of_ten_a_day(academy, tmp_path):
    folder = tmp_path / "own courses" / "t"
    (folder / "T1").mkdir(parents=True)
    (folder / "T1" / "T1.md").write_text("# T1", encoding="utf-8")
    rules = 'title = "A course"\nnotebooks = ["T1"]\n[late]\npenalty_per_day = 10\n'
    (folder / "course.toml").write_text(rules, encoding="utf-8")
    with (academy.folder / CONFIG).open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.courses = {str(folder.parent)!r}\n")


def _mark(book):
    found = book.find_grade("t1_memo", "T1", "T1", "cem")
    found.manual_score, found.extra_credit, found.needs_manual_grade = 20.1, 1.5, False
    book.find_comment("t1_memo", "T1", "T1", "cem").manual_comment = "Say who was told — 北."
    record_hand_ins(book, "T1", [hand_in("cem", "refused", ["it held — 北"], "cem.zip")])
    write_mark(book, Mark("T1", "cem", "t1_memo", "oak", "second", "5a", points=19.7))
    line = Wanted("R1")
    appeal(book, "T1", "cem", line, "It was dark.", "cem")
    decide(book, "T1", "cem", line, "lifted", "It was.", "M. Oak")


def stored(path):
    """Return what a file of SQLite holds, read without trainkit: sorted rows by table."""
    with closing(sqlite3.connect(path)) as base:
        asked = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = [name for (name,) in base.execute(asked) if not name.startswith("sqlite_")]
        return {name: _rows(base, name) for name in names}


def _rows(base, name):
    found = base.execute(f'SELECT * FROM "{name}"')  # noqa: S608  (names of the file itself)
    keys = [column[0] for column in found.description]
    return sorted(str(sorted(zip(keys, row, strict=True))) for row in found)


def test_there_and_back_every_row_is_the_same_and_nothing_is_graded_again(
    rich, new_database, postgresql
):
    old = rich.folder / "gradebook.db"
    rows, before, server = stored(old), reports(rich, "T1"), new_database()

    there = move(rich, server)
    on_server = open_academy(rich.folder)
    with gradebook(on_server) as book:
        assert book.db.get_bind().dialect.name == "postgresql"
        assert broken(book) == []
    shown, again = reports(on_server, "T1"), grade(on_server, "T1", feedback=False)
    back = move(on_server, "sqlite:///back.db")
    home = open_academy(rich.folder)

    assert {name for name, found in rows.items() if found} >= {
        *("grade", "comment", "student", "submitted_assignment", "alembic_version"),
        *("trainkit_results", "trainkit_marks", "trainkit_journal", "trainkit_zones"),
        "trainkit_hand_ins",
    }
    name = server.rpartition("/")[2]
    counted = {
        one: postgresql.ask(f'SELECT count(*) FROM "{one}"', name)[0][0]  # noqa: S608
        for one in rows
    }
    assert counted == {one: len(found) for one, found in rows.items()}
    assert there.rows == back.rows == sum(counted.values())
    assert (again.graded_now, shown) == (0, before)
    assert stored(rich.folder / "back.db") == stored(old) == rows
    assert url_of(home).database == str(rich.folder / "back.db")
    assert (reports(home, "T1"), grade(home, "T1", feedback=False).graded_now) == (before, 0)
    ada, cem = before
    assert (ada.out_of, ada.percent, cem.percent) == (100, ada.raw, cem.raw - 10)


def test_the_journal_goes_on_behind_the_last_entry_that_was_moved(rich, new_database):
    with gradebook(rich) as book:
        before = entries(book)

    move(rich, new_database())

    with gradebook(open_academy(rich.folder)) as book:
        note(book, "exported", "sam", "cem", "T1", {"format": "csv"})
        book.db.commit()
        assert broken(book) == []
        assert entries(book)[:-1] == before


def test_a_move_that_stopped_before_the_configuration_is_finished_by_the_same_command(
    rich, new_database, monkeypatch
):
    server = new_database()
    with monkeypatch.context() as patch:
        patch.setattr(moving, "switch", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            move(rich, server)
    assert url_of(open_academy(rich.folder)) == url_of(rich)

    found = move(rich, server)

    assert found.rows == 0
    assert url_of(open_academy(rich.folder)).get_backend_name() == "postgresql"


def test_a_database_with_an_older_state_is_refused_and_nothing_changes(rich, new_database):
    server = new_database()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moving, "switch", lambda *_: None)
        move(rich, server)
    with gradebook(rich) as book:
        book.find_grade("t1_memo", "T1", "T1", "cem").manual_score = 7
        book.db.commit()
    config = (rich.folder / CONFIG).read_bytes()

    with pytest.raises(TrainkitError, match="older state of this one"):
        move(rich, server)

    assert (rich.folder / CONFIG).read_bytes() == config


def test_a_row_that_differs_stops_the_move_and_leaves_the_other_database_empty(
    rich, new_database, postgresql, monkeypatch
):
    server, copy = new_database(), moving.copy_rows

    def spoiled(source, target):
        rows = copy(source, target)
        target.exec_driver_sql("UPDATE grade SET extra_credit = 2 WHERE extra_credit = 1.5")
        return rows

    monkeypatch.setattr(moving, "copy_rows", spoiled)
    with pytest.raises(TrainkitError, match="Nothing was moved"):
        move(rich, server)
    with pytest.raises(TrainkitError, match="Nothing was moved"):
        move(rich, "sqlite:///other.db")

    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
    assert postgresql.ask(tables, server.rpartition("/")[2]) == [(0,)]
    assert not list(rich.folder.glob("other.db*"))
    assert url_of(open_academy(rich.folder)) == url_of(rich)


def test_a_row_that_postgresql_does_not_take_is_named(rich, new_database):
    with gradebook(rich) as book:
        book.find_comment("t1_memo", "T1", "T1", "cem").manual_comment = "a\x00b"
        book.db.commit()

    with pytest.raises(TrainkitError, match=r"does not take a row of the table comment"):
        move(rich, new_database())


@pytest.mark.parametrize(
    "line",
    [
        "import os; c.CourseDirectory.db_url = os.environ.get('OURS', '')",
        "c.CourseDirectory.db_url = 'sqlite:///' + str(_here / 'gradebook.db')",
    ],
)
def test_a_configuration_of_ones_own_stays_and_the_line_to_write_is_said(
    rich, new_database, postgresql, line
):
    with (rich.folder / CONFIG).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    config = (rich.folder / CONFIG).read_bytes()

    with pytest.raises(TrainkitError, match=r"Let it say c\.CourseDirectory\.db_url") as caught:
        move(open_academy(rich.folder), new_database())

    assert postgresql.password not in str(caught.value)
    assert (rich.folder / CONFIG).read_bytes() == config


def test_where_the_gradebook_lies_already_is_said(built):
    with pytest.raises(TrainkitError, match=r"gradebook\.db already"):
        move(built, "sqlite:///gradebook.db")


def test_an_academy_without_a_gradebook_has_nothing_to_move(built):
    (built.folder / "gradebook.db").unlink()

    with pytest.raises(TrainkitError, match="nothing can be moved"):
        move(built, "sqlite:///other.db")

    assert not list(built.folder.glob("*.db"))


def test_the_command_says_where_it_lies_now_and_never_the_password(
    rich, new_database, postgresql, capsys
):
    words = ["academy", "move", "--database-url", new_database(), "--workspace", str(rich.folder)]

    with pytest.raises(SystemExit) as caught:
        app.main([*words, "--json"])

    out, err = capsys.readouterr()
    found = json.loads(out)
    assert caught.value.code == 0
    assert found["before"] == str(rich.folder / "gradebook.db")
    assert found["now"].startswith("the database test_")
    assert found["rows"] > 0
    assert postgresql.password not in out + err
