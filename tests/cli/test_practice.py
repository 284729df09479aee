"""What `trainkit practice` says of due dates, and that it needs nothing of nbgrader or Jupyter."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import nbformat
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nbformat import v4

from trainkit.cli import app
from trainkit.grading.course import Rules
from trainkit.grading.exchange.dates import Due, parse_due
from trainkit.grading.exchange.manifest import manifest_bytes
from trainkit.grading.exchange.terms import away_words, late_words
from trainkit.grading.late import is_too_late, late_penalty
from trainkit.lessons.answers import append

STRICT = Rules(penalty_per_day=10, grace_minutes=30, refuse_after_days=7)
FREE = "Being late takes off no points."
FIXED = {"deletable": False, "editable": False}
WITHOUT = """
import importlib, sys
from importlib.abc import MetaPathFinder

BLOCKED = ("nbgrader", "sqlalchemy", "jupyter")

class Blocking(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0].startswith(BLOCKED):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocking())
for name in ("nbgrader", "sqlalchemy", "jupyter_core", "jupyter_server", "jupyterlab"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        continue
    sys.exit(f"{name} was not blocked")
from trainkit.cli import app
app.main(sys.argv[1:])
"""
WITH = "import sys; from trainkit.cli import app; app.main(sys.argv[1:])"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Ada's own copy of E1, begun, in the folder that commands run in."""
    cells = [
        v4.new_markdown_cell("banner", id="E1-banner", metadata=FIXED),
        v4.new_code_cell('start("E1")', id="E1-code-001", metadata=FIXED),
    ]
    folder = tmp_path / "dossier é"
    folder.mkdir()
    nbformat.write(v4.new_notebook(cells=cells), folder / "E1.ipynb")
    append(folder / "answers.jsonl", "", "started", {"trainee": "ada", "notebook": "E1"})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def release(own):
    """Put what an academy signed beside the copy."""

    def release(due, rules=STRICT):
        files = {"E1.ipynb": (own / "E1.ipynb").read_bytes()}
        key = Ed25519PrivateKey.generate()
        document = manifest_bytes("E1", "e", files, due, rules, key)
        (own / "release.json").write_bytes(document)
        return own / "release.json"

    return release


@pytest.fixture
def ask(own, capsys):
    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(["practice", *arguments])
        out, err = capsys.readouterr()
        assert (caught.value.code, err) == (0, "")
        return " ".join(out.split())

    return ask


def from_now(**apart):
    return Due(datetime.now(UTC) + timedelta(**apart), "Europe/Rome")


def test_the_due_date_is_shown_with_its_zone_and_what_being_late_costs(ask, release):
    release(parse_due("2126-12-01 18:00 Europe/Rome"))

    shown = ask("E1")

    assert "Due on 1 December 2126 18:00 Europe/Rome (UTC+01:00)" in shown
    assert "Up to 30 minutes late is in time." in shown
    assert "Each day late that has begun takes off 10 of 100 points." in shown
    assert "More than 7 days late: no mark." in shown
    assert "Where an extension was granted to you, that counts instead." in shown


def test_scripts_get_the_due_date_as_a_moment_and_its_zone(ask, release):
    release(parse_due("2126-12-01 18:00 Europe/Rome"))

    due = json.loads(ask("E1", "--json"))["due"]

    assert (due["at"], due["zone"]) == ("2126-12-01T17:00:00+00:00", "Europe/Rome")
    assert due["passed"] is False


def test_a_due_date_that_has_passed_is_said_to_have_passed(ask, release):
    release(from_now(days=-3, hours=-1))

    assert "that was 3 days ago." in ask("E1")
    assert json.loads(ask("E1", "--json"))["due"]["passed"] is True


def test_a_due_date_ahead_is_said_to_be_ahead(ask, release):
    release(from_now(hours=5, minutes=5))

    assert "that is in 5 hours." in ask("E1")


def test_without_a_due_date_nothing_is_said_of_one(ask, release):
    before = json.loads(ask("E1", "--json"))
    release(None)

    assert before["due"] is None
    assert json.loads(ask("E1", "--json"))["due"] is None
    assert "Due on" not in ask("E1")


def test_a_due_date_that_was_changed_is_not_shown_and_that_is_said(ask, release):
    path = release(parse_due("2126-12-01 18:00 Europe/Rome"))
    path.write_bytes(path.read_bytes().replace(b"2126-12-01", b"2129-12-01"))

    shown = ask("E1")

    assert "Due on" not in shown
    assert "release.json beside the notebook was changed after the academy had signed" in shown


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[1]", b'{"kind": "release"}'])
def test_a_release_that_says_nothing_stops_nothing(ask, own, content):
    (own / "release.json").write_bytes(content)

    assert "Still open" in ask("E1")


@pytest.mark.parametrize(
    ("apart", "told"),
    [
        (timedelta(days=2), "that is in 2 days"),
        (timedelta(hours=47, minutes=59), "that is in 47 hours"),
        (timedelta(minutes=119), "that is in 119 minutes"),
        (timedelta(seconds=61), "that is in 1 minute"),
        (timedelta(0), "that is in 0 minutes"),
        (timedelta(days=-4), "that was 4 days ago"),
    ],
)
def test_how_far_away_is_said_in_one_unit(apart, told):
    at = datetime(2026, 12, 1, 17, tzinfo=UTC)

    assert away_words(at + apart, at) == told


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (Rules(), FREE),
        (Rules(refuse_after_days=1), f"{FREE} More than 1 day late: no mark."),
        (Rules(refuse_after_days=0, penalty_per_day=5), "Late work brings no mark."),
        (Rules(grace_minutes=1), f"Up to 1 minute late is in time. {FREE}"),
    ],
)
def test_what_being_late_costs_is_said_as_the_course_has_it(rules, told):
    assert late_words(rules) == told


def test_the_words_on_being_late_are_what_the_grader_does():
    within, day, week = 30 * 60, 86_400, 7 * 86_400

    assert late_penalty(STRICT, within, 100) == 0
    assert late_penalty(STRICT, within + 1, 100) == 10
    assert late_penalty(STRICT, day + 1, 100) == 20
    assert not is_too_late(STRICT, week)
    assert is_too_late(STRICT, week + 1)


def run(code, own, *arguments):
    told = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    said = {"capture_output": True, "encoding": "utf-8", "cwd": own, "env": told, "timeout": 120}
    return subprocess.run([sys.executable, "-c", code, *arguments], check=False, **said)


def test_history_and_practice_need_neither_nbgrader_nor_sqlalchemy_nor_jupyter(own, release):
    release(parse_due("2126-12-01 18:00 Europe/Rome"))
    whole = [run(WITH, own, "practice", "E1", *more) for more in ((), ("--json",))]

    alone = [run(WITHOUT, own, "practice", "E1", *more) for more in ((), ("--json",))]
    new = run(WITHOUT, own, "practice", "E1", "--new")

    assert [one.stderr for one in (*whole, *alone, new)] == [""] * 5
    assert [one.stdout for one in alone] == [one.stdout for one in whole]
    assert "Due on 1 December 2126 18:00 Europe/Rome" in alone[0].stdout
    assert "PRACTICE, try 2 of E1" in new.stdout
    assert (own / "practice" / "E1-2" / "E1.ipynb").is_file()
