"""What doctor says of a gradebook on a server, asked of a real one; and of SQLite, no more."""

import json
import socket
import sys

import pytest

from trainkit.cli import app
from trainkit.doctor import gradebook, place
from trainkit.grading.academy import init_academy
from trainkit.grading.database import database_url, line_of


@pytest.fixture
def academy(tmp_path):
    """Make an academy whose configuration names a database, and nothing else."""

    def academy(line):
        folder = tmp_path / "académie"
        folder.mkdir(exist_ok=True)
        text = f"c = get_config()\n{line}\n"
        (folder / "nbgrader_config.py").write_text(text, encoding="utf-8")
        return folder

    return academy


@pytest.fixture
def on_server(academy, tmp_path):
    """Make an academy whose configuration names a database on a server, as trainkit writes it."""

    def on_server(url):
        return academy(line_of(database_url(url, tmp_path)))

    return on_server


@pytest.fixture
def ask(capsys, postgresql):
    """Ask doctor for its findings by subject, and see that the password is in none."""

    def ask(folder):
        shown = []
        for more in ((), ("--json",)):
            with pytest.raises(SystemExit) as caught:
                app.main(["doctor", "--workspace", str(folder), *more])
            out, err = capsys.readouterr()
            assert postgresql.password not in out + err
            shown.append(out)
        found = {one["subject"]: one for one in json.loads(shown[1])["findings"]}
        return caught.value.code, found

    return ask


def looked_at(folder, environment=()):
    return list(gradebook.gradebook(folder, dict(environment)))


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_a_server_that_answers_and_holds_the_gradebook_is_well(ask, new_database, tmp_path):
    url = new_database()
    init_academy(tmp_path / "académie", tmp_path / "a.key", database=url)

    code, found = ask(tmp_path / "académie")

    database = url.rpartition("/")[2]
    assert code == 0
    assert found["driver"]["status"] == found["gradebook"]["status"] == "ok"
    assert f"the database {database} on 127.0.0.1:" in found["gradebook"]["found"]
    assert "answers (PostgreSQL " in found["gradebook"]["found"]
    assert found["gradebook"]["found"].endswith("and holds a gradebook")


def test_a_database_that_is_empty_is_a_warning_that_says_how_a_gradebook_is_made(
    ask, on_server, new_database
):
    code, found = ask(on_server(new_database()))

    assert (code, found["gradebook"]["status"]) == (0, "warn")
    assert "holds no gradebook yet" in found["gradebook"]["found"]
    assert "trainkit academy init" in found["gradebook"]["advice"]


def test_a_database_that_holds_something_else_stops(ask, on_server, new_database, postgresql):
    url = new_database()
    postgresql.ask("CREATE TABLE boats (name text)", url.rpartition("/")[2])

    code, found = ask(on_server(url))

    assert (code, found["gradebook"]["status"]) == (1, "fail")
    assert found["gradebook"]["found"].endswith("holds something else: boats")


def test_a_wrong_password_stops_and_is_not_shown(ask, on_server, postgresql):
    wrong = "not-this-one-7431"

    code, found = ask(on_server(postgresql.url("postgres", password=wrong)))

    assert (code, found["gradebook"]["status"]) == (1, "fail")
    assert "password authentication failed" in found["gradebook"]["found"]
    assert "~/.pgpass" in found["gradebook"]["advice"]
    assert wrong not in json.dumps(found)


def test_a_password_of_the_environment_is_used_and_not_shown(
    ask, on_server, new_database, postgresql, monkeypatch
):
    monkeypatch.setenv("PGPASSWORD", postgresql.password)
    url = new_database().replace(f":{postgresql.password}@", "@")

    code, found = ask(on_server(url))

    assert (code, found["gradebook"]["status"]) == (0, "warn")


def test_a_database_that_is_not_there_stops_with_who_can_make_it(ask, on_server, postgresql):
    code, found = ask(on_server(postgresql.url("nowhere")))

    assert (code, found["gradebook"]["status"]) == (1, "fail")
    assert "createdb" in found["gradebook"]["advice"]


def test_a_server_that_does_not_answer_stops_with_what_to_look_at(on_server):
    port = free_port()

    driver, server = looked_at(on_server(f"postgresql://sam:secret-1946@127.0.0.1:{port}/grades"))

    assert (driver.status, server.status) == ("ok", "fail")
    assert f"the database grades on 127.0.0.1:{port}" in server.found
    assert "Check that the server runs" in server.advice
    assert "secret-1946" not in server.found + server.advice


def test_without_psycopg_nobody_is_asked_and_how_to_install_it_is_told(on_server, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    driver, server = looked_at(on_server("postgresql://sam:secret-1946@db.example/grades"))

    assert driver.status == server.status == "fail"
    assert "psycopg does not load" in driver.found
    assert 'pip install "trainkit[postgresql]"' in driver.advice
    assert server.found == "the database grades on db.example was not asked, for want of the driver"
    assert "secret-1946" not in driver.found + server.found


def test_another_driver_than_trainkits_is_told(academy):
    line = "c.CourseDirectory.db_url = 'postgresql://sam:secret-1946@db.example/grades'"

    driver, server = looked_at(academy(line))

    assert driver.status == server.status == "fail"
    assert "begin with postgresql+psycopg://" in driver.advice
    assert "secret-1946" not in driver.found + server.found


@pytest.mark.parametrize("line", ["", "c.CourseDirectory.db_url = 'sqlite:///gradebook.db'"])
def test_of_sqlite_nothing_is_said_but_where_it_lies(academy, line):
    folder = academy(line)

    assert looked_at(folder) == [place.place(folder, place.file_system(folder), {})]


def test_where_no_academy_is_the_folder_alone_is_judged(tmp_path):
    folder = tmp_path / "none"

    assert looked_at(folder) == [place.place(folder, place.file_system(folder), {})]


def test_a_file_of_sqlite_elsewhere_is_judged_where_it_lies(academy, tmp_path):
    drive = tmp_path / "Dropbox"
    folder = academy(f"c.CourseDirectory.db_url = {f'sqlite:///{drive}/marks.db'!r}")

    (finding,) = looked_at(folder)

    assert finding.status == "warn"
    assert f"{drive} is kept in step with other machines by Dropbox" in finding.found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("raise RuntimeError('a slip')", "fails: a slip"),
        ("c.CourseDirectory.db_url = 'sam:secret-1946@db'", "is not the address of a database"),
    ],
)
def test_a_configuration_that_cannot_be_read_stops_doctor_does_not(academy, line, said):
    (finding,) = looked_at(academy(line))

    assert finding.status == "fail"
    assert said in finding.found
    assert finding.advice
    assert "secret-1946" not in finding.found
