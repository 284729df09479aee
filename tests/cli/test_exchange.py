"""Due dates, extensions and receipts on the command line."""

import json
import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lessons.answers import append

TESTS = Path(__file__).parents[1]
TINY, TINY_LESSON = TESTS / "grading" / "tiny", TESTS / "lessons" / "tiny"
DUE = "2026-12-01 18:00 Europe/Rome"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An academy with the tiny notebook built, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("made") / "academy"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TINY_LESSON))
        patch.setenv("TRAINKIT_CONFIG", str(folder.parent / "settings"))
        init_academy(folder, folder.parent / "course.key", TINY / "keys", TINY / "courses")
        build(open_academy(folder), "T1")
    return folder


@pytest.fixture
def ask(ask, monkeypatch, tmp_path, made):
    """Run one command line beside a new academy; return exit code, output and errors."""
    monkeypatch.syspath_prepend(str(TINY_LESSON))
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    for name in ("TRAINKIT_WORKSPACE", "TRAINKIT_TRAINEE", "JUPYTERHUB_USER"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(made, tmp_path / "academy")
    monkeypatch.chdir(tmp_path)
    return ask


@pytest.fixture
def handed_in(ask, tmp_path):
    """What `submit` told ada, whose work the academy has taken in."""
    folder = tmp_path / "own" / "T1"
    folder.mkdir(parents=True)
    shutil.copy(tmp_path / "academy" / "release" / "T1" / "T1.ipynb", folder)
    append(folder / "answers.jsonl", "", "started", {"trainee": "ada", "notebook": "T1"})
    append(folder / "answers.jsonl", "t1_hours", "committed", {"hours": {"A": 10, "B": 0}})
    made = json.loads(ask("submit", "--zip", "--folder", "own", "--json")[1])
    ask("grade", "T1", "--import", made["zip"])
    return made


@pytest.fixture
def due(ask):
    """T1 with a due date."""
    return ask("release", "T1", "--zip", "--due", DUE)


RECEIPT = "academy/exchange/outbox/receipts/T1/ada.json"


def test_release_says_and_signs_until_when_it_is_due(due):
    code, out, _ = due

    with zipfile.ZipFile("T1.zip") as archive:
        signed = archive.read("T1/release.json").decode()
    assert code == 0
    assert "It is due on 1 December 2026 18:00 Europe/Rome" in out
    assert "2026-12-01T17:00:00+00:00" in signed


def test_a_due_date_stays_when_a_notebook_is_released_again(due, ask):
    _, out, _ = ask("release", "T1", "--zip")

    assert "It is due on 1 December 2026 18:00 Europe/Rome" in out


def test_days_are_counted_from_the_due_date_and_the_list_says_who_and_why(due, handed_in, ask):
    code, out, _ = ask("extend", "Ada", "T1", "--days", "2", "--reason", "at sea", "--by", "bruno")
    table = ask("extend", "--list")[1]
    (listed,) = json.loads(ask("extend", "--list", "--json")[1])["extensions"]

    assert code == 0
    assert "ada has until 3 December 2026 18:00 Europe/Rome" in out
    assert "trainkit grade T1" in out
    assert "at sea" in table
    assert (listed["trainee"], listed["notebook"], listed["by"]) == ("ada", "T1", "bruno")
    assert listed["until"].startswith("3 December 2026 18:00 Europe/Rome")
    assert listed["reason"] == "at sea"


def test_an_extension_may_end_at_a_moment_in_another_zone(due, handed_in, ask):
    code, out, _ = ask(
        "extend", "ada", "T1", "--until", "2026-12-05 12:00 Europe/Athens", "--reason", "ill"
    )

    assert code == 0
    assert "ada has until 5 December 2026 12:00 Europe/Athens" in out


def test_where_nothing_was_granted_the_list_says_so(ask):
    assert ask("extend", "--list")[:2] == (0, "No extension was granted.\n")
    assert json.loads(ask("extend", "--list", "--json")[1]) == {"extensions": []}


def test_the_academys_receipt_is_of_the_files_that_were_handed_in(handed_in, ask):
    code, out, _ = ask("receipt", RECEIPT)
    found = json.loads(ask("receipt", RECEIPT, "--json")[1])

    assert code == 0
    assert f"Hash {handed_in['sha256']}. It is of the files of your own receipt" in out
    assert (found["notebook"], found["trainee"]) == ("T1", "ada")
    assert found["sha256"] == handed_in["sha256"]
    assert datetime.fromisoformat(found["handed_in"]) == datetime.fromisoformat(handed_in["at"])
    received = datetime.now(UTC) - datetime.fromisoformat(found["received"])
    assert timedelta(0) <= received < timedelta(minutes=2)
    assert Path(found["own_receipt"]).resolve() == Path(handed_in["receipt"])


def test_a_receipt_that_was_changed_is_refused(handed_in, ask):
    content = json.loads(Path(RECEIPT).read_bytes())
    changed = {**content, "handed_in": "2020-01-01T00:00:00+00:00"}
    Path("changed.json").write_text(json.dumps(changed), encoding="utf-8")

    code, out, err = ask("receipt", "changed.json")

    assert (code, out) == (2, "")
    assert "was changed after the academy had signed it" in err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("extend",), "Say who, which notebook"),
        (("extend", "ada", "T1", "--reason", "ill"), "either --until or --days"),
        (("extend", "ada", "T1", "--days", "1", "--until", DUE), "either --until or --days"),
        (("extend", "ada", "T1", "--days", "1"), "needs a reason"),
        (("extend", "adda", "T1", "--days", "1", "--reason", "ill"), "Did you mean 'ada'"),
        (("extend", "ada", "T9", "--days", "1", "--reason", "ill"), "no notebook called 'T9'"),
        (("extend", "ada", "T1", "--until", DUE, "--reason", "ill"), "is no extension"),
        (("extend", "ada", "T1", "--until", "Friday", "--reason", "ill"), "is no date"),
        (("release", "T1", "--zip", "--due", "2026-12-01 18:00"), "has no zone"),
        (("release", "T1", "--zip", "--due", "2026-12-01 18:00 Europe/Rom"), "Europe/Rome"),
        (("release", "T1", "--zip", "--due", "2026-02-30 18:00 UTC"), "2026-02-30"),
        (("receipt", "gone.json"), "cannot be read"),
        (("receipt", "T1.zip"), "no receipt that an academy signed"),
        (("receipt", RECEIPT, "--academy", "0000-0000-0000-0000-0000"), "you were told"),
    ],
)
def test_a_mistake_is_one_paragraph_that_says_what_to_do(due, handed_in, ask, command, told):
    code, out, err = ask(*command)

    assert (code, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_without_a_due_date_there_is_nothing_to_extend(handed_in, ask):
    code, _, err = ask("extend", "ada", "T1", "--days", "1", "--reason", "ill")

    assert code == 2
    assert "T1 has no due date" in err
