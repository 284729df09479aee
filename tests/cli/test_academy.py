"""The commands of an academy: what they print, for readers and scripts, and their exit codes."""

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from trainkit.cli import app
from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lessons.answers import append

TESTS = Path(__file__).parents[1]
TINY, TINY_LESSON = TESTS / "grading" / "tiny", TESTS / "lessons" / "tiny"

FIGURES = re.compile(r"[0-9a-f]{4}(?:-[0-9a-f]{4}){4}")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An academy with the tiny notebook built, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("made") / "academy"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TINY_LESSON))
        init_academy(folder, folder.parent / "course.key", TINY / "keys", TINY / "courses")
        build(open_academy(folder), "T1")
    return folder


@pytest.fixture
def ask(monkeypatch, tmp_path, capsys):
    """Run one command line in a folder of this test; return exit code, output and errors."""
    monkeypatch.syspath_prepend(str(TINY_LESSON))
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    monkeypatch.delenv("TRAINKIT_WORKSPACE", raising=False)
    monkeypatch.delenv("TRAINKIT_TRAINEE", raising=False)
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    (tmp_path / "à moi").mkdir()
    monkeypatch.chdir(tmp_path / "à moi")

    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(arguments)
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return ask


@pytest.fixture
def academy(ask, made, tmp_path):
    """An academy with the tiny notebook built, where the commands look for it."""
    return shutil.copytree(made, tmp_path / "à moi" / "academy")


@pytest.fixture
def worked(academy, tmp_path):
    """A trainee's folder with answers, one of two committed."""
    folder = tmp_path / "à moi" / "notebooks" / "T1"
    folder.mkdir(parents=True)
    (folder / "T1.ipynb").write_bytes((academy / "release" / "T1" / "T1.ipynb").read_bytes())
    append(folder / "answers.jsonl", "", "started", {"trainee": "ada", "notebook": "T1"})
    append(folder / "answers.jsonl", "t1_hours", "committed", {"hours": {"A": 10, "B": 0}})
    return folder


def test_init_says_what_it_made_and_overwrites_nothing(ask, tmp_path):
    given = ("--keys", str(TINY / "keys"), "--courses", str(TINY / "courses"))
    first = ask("academy", "init", *given)[1]
    keys = sorted((tmp_path / "settings" / "course-keys").iterdir())
    config = tmp_path / "à moi" / "academy" / "nbgrader_config.py"
    before = [path.read_bytes() for path in (*keys, config)]

    code, out, _ = ask("academy", "init")

    assert code == 0
    assert first.count(" made") == 5
    assert out.count("stays as it is") == 5
    assert [path.read_bytes() for path in (*keys, config)] == before
    assert [path.suffix for path in keys] == [".key", ".signing"]
    assert [path.stat().st_mode & 0o077 for path in keys] == [0, 0]


def test_init_and_release_tell_the_same_figures_of_the_academy(ask):
    given = ("--keys", str(TINY / "keys"), "--courses", str(TINY / "courses"))
    made = ask("academy", "init", *given)[1]
    ask("build", "T1")

    _, released, _ = ask("release", "T1", "--zip")

    (told,) = set(FIGURES.findall(made))
    with zipfile.ZipFile("T1.zip") as archive:
        assert f"academy {told}:" in archive.read("T1/README.txt").decode()
    assert f"Signed by your academy {told}" in released


def test_build_names_what_it_released(ask, academy):
    code, out, _ = ask("build", "t/t1", "--json")

    built = json.loads(out)["built"]
    assert code == 0
    assert [row["notebook"] for row in built] == ["T1"]
    assert built[0]["release"].endswith("T1.ipynb")


def test_a_released_zip_holds_the_notebook_and_how_to_begin(ask, academy):
    code, out, _ = ask("release", "T1", "--zip")
    again, _, _ = ask("release", "T1", "--zip")

    with zipfile.ZipFile(academy.parent / "T1.zip") as archive:
        names, readme = archive.namelist(), archive.read("T1/README.txt").decode()
        notebook = archive.read("T1/T1.ipynb")
    assert (code, again) == (0, 0)
    assert "T1.zip made" in out
    assert "It has no due date. Signed by your academy " in out
    assert names == ["T1/README.txt", "T1/T1.ipynb", "T1/release.json"]
    assert "trainkit submit T1 --zip" in readme
    assert notebook == (academy / "release" / "T1" / "T1.ipynb").read_bytes()


def test_the_whole_exchange_by_file_ends_in_a_mark(ask, academy, worked):
    made = json.loads(ask("submit", "--zip", "--json")[1])
    code, out, _ = ask("grade", "e/T1", "--import", made["zip"], "--json")

    told = json.loads(out)
    row = told["rows"][0]
    assert code == 0
    assert made["notes"] == ["Speed: no answer is committed"]
    assert (row["trainee"], row["raw"], row["final"], row["passed"]) == ("ada", 40, 40, "no")
    assert row["notes"] == []
    assert told["feedback"]["ada"].endswith("T1.html")


def test_the_receipt_is_the_hash_under_which_the_original_is_kept(ask, academy, worked):
    made = json.loads(ask("submit", "T1", "--zip", "--json")[1])
    ask("grade", "T1", "--import", made["zip"])

    kept = academy / "inbox" / "originals" / "T1" / "ada" / made["sha256"][:16]
    receipt = json.loads((academy.parent / made["receipt"]).read_text(encoding="utf-8"))
    assert kept.is_dir()
    assert receipt["sha256"] == made["sha256"]
    assert receipt["at"] == made["at"]


def test_a_receipt_that_belongs_to_other_files_is_pointed_out(ask, academy, worked, tmp_path):
    made = json.loads(ask("submit", "--zip", "--json")[1])
    with zipfile.ZipFile(made["zip"]) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    append(worked / "answers.jsonl", "t1_hours", "saved", {"hours": {"A": 1, "B": 0}})
    files["ada/T1/answers.jsonl"] = (worked / "answers.jsonl").read_bytes()
    with zipfile.ZipFile(tmp_path / "later.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)

    _, out, _ = ask("grade", "T1", "--import", str(tmp_path / "later.zip"))

    assert "receipt belongs to other files" in out


def test_report_shows_the_gradebook(ask, academy, worked):
    made = json.loads(ask("submit", "--zip", "--json")[1])
    ask("grade", "T1", "--import", made["zip"])

    code, out, _ = ask("report")
    rows = json.loads(ask("report", "T1", "--json")[1])["rows"]

    assert code == 0
    assert out.splitlines()[0].split()[:5] == ["notebook", "trainee", "state", "raw", "out_of"]
    assert out.splitlines()[1].split()[:4] == ["T1", "ada", "graded", "40"]
    assert [(row["trainee"], row["final"]) for row in rows] == [("ada", 40)]


def test_a_refused_submission_gives_exit_code_1_and_the_rest_a_mark(ask, academy, worked):
    inbox = academy.parent / "inbox"
    worked.parent.rename(inbox)
    (inbox / "eve").mkdir()
    (inbox / "eve" / "T1.ipynb").symlink_to(inbox / "T1" / "T1.ipynb")
    (inbox / "T1").rename(inbox / "ada")

    code, out, err = ask("grade", "T1", "--import", str(inbox))

    assert code == 1
    assert "ada      graded" in out
    assert "eve      refused" in out
    assert "link to another file" in out
    assert "Traceback" not in out + err


def test_the_workspace_may_come_from_the_environment(ask, academy, monkeypatch, tmp_path):
    monkeypatch.setenv("TRAINKIT_WORKSPACE", str(academy))
    monkeypatch.chdir(tmp_path)

    code, out, _ = ask("report")

    assert code == 0
    assert "Nobody has submitted yet" in out


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("report",), "There is no academy in"),
        (("academy", "init", "--keys", "gone"), "gone"),
        (("submit",), "Say --zip"),
        (("submit", "--zip"), "no notebook of a lesson"),
        (("submit", "T1", "--zip"), "no T1.ipynb"),
        (("build", "--workspace", "gone"), "academy init"),
    ],
)
def test_a_mistake_is_one_paragraph_and_exit_code_2(ask, command, told):
    code, _, err = ask(*command)

    assert code == 2
    assert told in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("build", "T2"), "T1"),
        (("grade", "T1"), "Nobody has submitted"),
        (("grade", "E9"), "no notebook called 'E9'"),
        (("grade", "T1", "--import", "gone"), "neither a folder nor a ZIP"),
        (("report", "A1"), "Build it first"),
        (("release", "A1", "--zip"), "Build it first"),
    ],
)
def test_a_mistake_in_an_academy_says_what_to_do(ask, academy, command, told):
    code, _, err = ask(*command)

    assert code == 2
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_a_submission_of_somebody_else_is_not_handed_in(ask, academy, worked):
    code, _, err = ask("submit", "--zip", "--trainee", "ben")

    assert code == 2
    assert "begun by 'ada'" in err


@pytest.mark.parametrize("command", ["academy", "build", "release", "submit", "grade", "report"])
def test_help_shows_an_example(ask, command):
    code, out, _ = ask(command, *(["init"] if command == "academy" else []), "--help")

    assert code == 0
    assert f"trainkit {command}" in out.replace("Usage: trainkit", "")
