"""The commands of moderation: what they print, for readers and scripts, and their exit codes."""

import json

import pytest
from tests.grading.moderation.conftest import COHORT, filled

from trainkit.cli import app


@pytest.fixture
def ask(cohort, monkeypatch, capsys):
    """Run one command of moderation on the cohort's academy."""
    monkeypatch.setenv("TRAINKIT_WORKSPACE", str(cohort.folder))

    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(["moderate", *map(str, arguments)])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return ask


def form(academy, marker, role):
    return academy.folder / "moderation" / "T1" / f"{marker}-{role}" / f"to-mark-{marker}.csv"


def test_a_notebook_is_moderated_by_commands_alone(ask, cohort):
    ask("allocate", "T1", "--markers", "anna,dora", "--role", "first")
    for marker in ("anna", "dora"):
        ask("import", filled(form(cohort, marker, "first"), "3410"))
    ask("allocate", "T1", "--markers", "bruno", "--share", "1")
    code, told, _ = ask("import", filled(form(cohort, "bruno", "second"), "3412"))
    ask("allocate", "T1", "--markers", "carla", "--role", "third")
    third = ask("import", filled(form(cohort, "carla", "third"), "33", "Looked at both."))
    _, status, _ = ask("status", "T1")

    assert code == 0
    assert "Marks taken: 8" in told
    assert "Waiting for a third marker" in told
    assert third[0] == 0
    assert "Weighted kappa" in status
    assert "95 % interval" in status
    assert "the target 0.7 is" in status
    assert "waits for a third marker" not in status


def test_status_says_what_waits_and_with_whom(ask, give, cohort):
    give("anna", "first", "34")
    give("bruno", "second", "31")
    ask("allocate", "T1", "--markers", "carla", "--role", "third")

    _, told, _ = ask("status", "T1")

    assert "t1_memo of ada waits for a third marker (Options, choice and reason: 4 and 1)." in told
    assert "It is with carla." in told


def test_status_for_a_script_has_numbers_and_none_where_there_are_none(ask):
    code, told, _ = ask("status", "T1", "--json")

    found = json.loads(told)
    assert (code, found["answers"], found["unmarked"]) == (0, len(COHORT), len(COHORT))
    assert found["agreement"]["kappa"] is None
    assert found["target"] == 0.7


def test_a_bad_row_ends_an_import_with_exit_code_1(ask, cohort):
    ask("allocate", "T1", "--markers", "anna", "--role", "first")

    code, told, _ = ask("import", filled(form(cohort, "anna", "first"), "37"))

    assert code == 1
    assert "Marks taken: 0" in told
    assert "is '7'; it is a whole number from 0 to 4" in told


def test_first_marks_of_formgrader_are_given_their_marker(ask, mark):
    mark("ada", 18.0)

    code, told, _ = ask("first", "T1", "--marker", "anna")

    assert (code, told) == (0, "First marks that are anna's now: 1.\n")


def test_a_marker_needs_a_name_that_a_folder_can_have(ask):
    code, _, told = ask("allocate", "T1", "--markers", "../x", "--role", "first")

    assert code == 2
    assert "A marker's name is written as a trainee's id" in told


def test_a_comment_is_added_and_listed(ask):
    added = ask("comments", "--add", "own1", "Say when.")
    _, told, _ = ask("comments", "--json")

    assert added[1] == "#own1 added: Say when.\n"
    assert {"code": "#own1", "scale": "", "criterion": "", "text": "Say when."} in json.loads(told)[
        "comments"
    ]


@pytest.mark.parametrize("arguments", [("--add", "own1"), ("Say when.",)])
def test_a_comment_needs_its_code_and_its_text(ask, arguments):
    code, _, told = ask("comments", *arguments)

    assert code == 2
    assert "needs its code and its text" in told
