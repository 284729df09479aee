"""Practice: a trainee's own history, and fresh tries that can never be taken for the graded one."""

import json
from datetime import UTC, datetime, timedelta

import nbformat
import pytest
from nbformat import v4

from trainkit.cli import app
from trainkit.errors import TrainkitError
from trainkit.lessons.answers import append
from trainkit.lessons.changes import telling
from trainkit.lessons.history import histories, visible_criteria
from trainkit.lessons.notebook import answer, commit, start
from trainkit.lessons.practice import begin_practice, practice_number, practice_tries
from trainkit.lessons.reading import read
from trainkit.lessons.session import opened

FIXED = {"deletable": False, "editable": False}
BEGAN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def place(tiny, folder):
    """Ada's own copy of the tiny notebook, worked in: outputs, a memo, cells of her own."""
    cells = [
        v4.new_markdown_cell("banner", id="T1-banner", metadata=FIXED),
        v4.new_code_cell('start("T1")', id="T1-code-001", metadata=FIXED, execution_count=3,
                         outputs=[v4.new_output("stream", text="begun")]),
        v4.new_code_cell('check("t1_speed")', id="t1_speed",
                         metadata={**FIXED, "nbgrader": {"grade": True, "points": 30}}),
        v4.new_markdown_cell("my memo", id="t1_memo", metadata={"deletable": False}),
        v4.new_code_cell('answer("t1_speed", {"speed_kn": 9})', id="own"),
        v4.new_code_cell('commit("t1_hours")', id="tried", metadata={"deletable": False}),
    ]  # fmt: skip
    own = folder / "notebooks" / "ada" / "T1"
    own.mkdir(parents=True)
    nbformat.write(v4.new_notebook(cells=cells), own / "T1.ipynb")
    return own


@pytest.fixture
def worked(place):
    """Ada's decisions: two speeds saved, the second committed and then another; one hint."""
    entries = [
        ("", "started", {"trainee": "ada", "notebook": "T1"}, ""),
        ("t1_speed", "saved", {"speed_kn": 10, "boat": "rhib"}, ""),
        ("t1_speed", "hint", {"level": 1}, ""),
        ("t1_speed", "hint", {"level": 1}, ""),
        ("t1_speed", "committed", {"speed_kn": 12, "boat": "rhib"}, "wind rises"),
        ("t1_speed", "saved", {"speed_kn": 14, "boat": "cutter"}, ""),
        ("t1_hours", "saved", {"hours": {"A": 9, "B": 9}}, ""),
    ]
    for minute, (task, event, value, reason) in enumerate(entries):
        at = BEGAN + timedelta(minutes=minute)
        append(place / "answers.jsonl", task, event, value, reason, clock=lambda at=at: at)
    return place


@pytest.fixture
def ask(tiny, folder, capsys, monkeypatch):
    for name in ("TRAINKIT_TRAINEE", "JUPYTERHUB_USER"):
        monkeypatch.delenv(name, raising=False)

    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(arguments)
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return ask


def test_a_try_lies_beside_the_graded_work_and_tries_are_counted_from_the_second(tiny, worked):
    made = [begin_practice(worked, tiny, "ada") for _ in range(2)]

    home = worked.parent / "practice"
    assert [one.folder for one in made] == [home / "T1-2", home / "T1-3"]
    assert practice_tries(worked, "T1") == made
    assert practice_tries(home / "T1-2", "T1") == made


def test_a_try_has_an_empty_copy_of_the_notebook_that_says_it_is_practice(tiny, worked):
    made = begin_practice(worked, tiny, "ada")

    found = nbformat.read(made.folder / "T1.ipynb", as_version=4)
    nbformat.validate(found)
    sources = {cell.id: cell.source for cell in found.cells}
    assert list(sources) == ["T1-banner", "T1-practice", "T1-code-001", "t1_speed", "t1_memo"]
    assert "PRACTICE, try 2 of T1" in sources["T1-practice"]
    assert sources["T1-code-001"] == 'start("T1", practice=2)'
    assert sources["t1_memo"] == "YOUR ANSWER HERE"
    code = [cell for cell in found.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert not any("nbgrader" in cell.metadata for cell in found.cells)


def test_a_try_changes_nothing_of_the_graded_work(tiny, worked):
    before = {path.name: path.read_bytes() for path in worked.iterdir()}

    begin_practice(worked, tiny, "ada")

    assert {path.name: path.read_bytes() for path in worked.iterdir()} == before


def test_every_try_has_a_variant_of_its_own_and_the_same_again_when_reopened(tiny, worked):
    tries = [begin_practice(worked, tiny, "ada") for _ in range(5)]

    graded = opened(tiny, "ada", worked).situation
    drawn = [opened(tiny, "ada", one.folder, one.number).situation for one in tries]

    assert len({graded, *drawn}) == 6
    assert [opened(tiny, "ada", one.folder, one.number).situation for one in tries] == drawn


def test_practice_and_graded_work_do_not_open_in_each_other_s_folder(tiny, worked):
    made = begin_practice(worked, tiny, "ada")

    with pytest.raises(TrainkitError, match=r"practice 2 on T1.*your graded work"):
        opened(tiny, "ada", made.folder)
    with pytest.raises(TrainkitError, match=r"your graded work on T1.*practice 2"):
        opened(tiny, "ada", worked, 2)


def test_a_try_whose_answers_were_deleted_begins_as_practice_again(tiny, worked):
    made = begin_practice(worked, tiny, "ada")
    (made.folder / "answers.jsonl").unlink()

    opened(tiny, "ada", made.folder, made.number)

    assert practice_number(read(made.folder / "answers.jsonl")) == 2


def test_cells_say_that_a_commit_in_practice_counts_for_nothing(
    tiny, worked, words, monkeypatch, capsys
):
    made = begin_practice(worked, tiny, "ada")
    monkeypatch.chdir(made.folder)

    start("T1", practice=2)
    answer("t1_speed", {"speed_kn": 12, "boat": "rhib"})
    commit("t1_speed")

    told = capsys.readouterr().out
    assert "PRACTICE, try 2: it counts for nothing." in told
    assert "this is practice, which counts for nothing: Speed: 12 kn" in told
    assert "this counts" not in told


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[1]", b'{"cells": 3, "nbformat": 4}'])
def test_a_copy_that_is_no_notebook_any_more_is_told_in_one_paragraph(tiny, place, content):
    (place / "T1.ipynb").write_bytes(content)

    with pytest.raises(TrainkitError, match=r"cannot be copied for practice.*fresh copy"):
        begin_practice(place, tiny, "ada")

    assert not (place.parent / "practice" / "T1-2").exists()


def test_a_history_has_versions_hints_and_what_is_still_open(tiny, worked):
    speed, hours, memo = histories(tiny, read(worked / "answers.jsonl"))

    assert [one.state for one in (speed, hours, memo)] == ["committed", "saved only",
                                                           "in the notebook"]  # fmt: skip
    assert speed.committed.value["speed_kn"] == 12
    assert [one.value["speed_kn"] for one in speed.versions] == [10, 12, 14]
    assert (speed.hints, hours.hints) == (1, 0)
    assert hours.to_do == ("Hours: 18 of 10 h are given out; take some back.",)
    assert [one.is_open for one in (speed, hours, memo)] == [False, True, False]


def test_visible_criteria_give_bounds_units_and_sums_and_never_the_name_of_a_slip(tiny):
    told = {task.id: " ".join(visible_criteria(task)) for task in tiny.tasks}

    assert "a number from 0 to 80 kn" in told["t1_speed"]
    assert "1 typical slips" not in told["t1_speed"]
    assert "one typical slip" in told["t1_speed"]
    assert "kilometres" not in told["t1_speed"]
    assert "10 in all, in steps of 0.5" in told["t1_hours"]
    assert "decision_log" in told["t1_memo"]


def test_the_command_shows_the_history_task_by_task(ask, worked):
    code, shown, err = ask("practice", "T1")

    out = " ".join(shown.split())
    assert (code, err) == (0, "")
    assert "Started by ada" in out
    assert "Speed (t1_speed, 30 points): committed" in out
    assert "2026-03-02 08:04:00+00:00 committed first: Speed: 12 kn; Boat: Inflatable." in out
    assert "Your reason: wind rises" in out
    assert "hints 1 of 3, 5 minutes by your own clock" in out
    assert "Still to do: Hours: 18 of 10 h" in out
    assert "Still open: Hours." in out


def test_the_command_gives_the_same_as_json_with_all_tries(ask, tiny, worked):
    made = json.loads(ask("practice", "T1", "--new", "--json")[1])
    append(worked.parent / "practice" / "T1-2" / "answers.jsonl", "t1_speed", "committed",
           {"speed_kn": 20, "boat": "rhib"})  # fmt: skip

    found = json.loads(ask("practice", "--json")[1])

    assert made["try"] == 2
    assert [(one["try"], one["counts"], one["committed"]) for one in found["tries"]] == [
        (1, "yes", "1 of 2"),
        (2, "no", "1 of 2"),
    ]
    assert found["open"] == ["Hours"]
    assert found["tasks"][0]["versions"][1]["reason"] == "wind rises"
    assert "points" in found["tasks"][0]
    assert "earned" not in json.dumps(found)


def test_a_notebook_that_was_never_started_is_shown_and_asks_for_an_id_to_practise(ask, place):
    code, out, _ = ask("practice", "T1")
    refused = ask("practice", "T1", "--new")
    made = ask("practice", "T1", "--new", "--trainee", "Ada")

    assert code == 0
    assert "it was never started" in out
    assert "Still open: Speed, Hours." in out
    assert (refused[0], refused[1]) == (2, "")
    assert "--trainee" in refused[2]
    assert made[0] == 0
    assert read(place.parent / "practice" / "T1-2" / "answers.jsonl").trainee == "ada"


def test_a_broken_answers_file_is_told_kindly_and_the_rest_is_shown(ask, worked):
    path = worked / "answers.jsonl"
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines[:3], b'{"cut', *lines[4:]]) + b"\n")

    code, out, _ = ask("practice", "T1")

    assert code == 0
    assert "line 4 is cut off" in out
    assert "costs no points by itself" in out
    assert "Speed (t1_speed, 30 points): committed" in out


def test_words_of_a_reason_do_not_steer_the_terminal(ask, place):
    path = place / "answers.jsonl"
    append(path, "t1_speed", "saved", {"speed_kn": 1, "boat": "x\x1b[2J"}, "because\x1b[31m")

    _, out, _ = ask("practice", "T1")

    assert "\x1b" not in out


def test_there_is_no_practice_without_a_notebook(ask, folder):
    code, _, err = ask("practice", "T1")

    assert code == 2
    assert "There is no T1.ipynb" in err


OWN_TASK = {
    "id": "t1_why", "title": "Why so fast", "question": "Say why.", "points": 5,
    "after": "t1_speed", "outcomes": [], "manual": True, "rubric": "A reason is given.",
}  # fmt: skip


@pytest.fixture
def changed(worked):
    """Ada's copy of a release to which her academy has added a written task, answered."""
    path = worked / "T1.ipynb"
    found = nbformat.read(path, as_version=4)
    found.cells[1].source = telling("T1", json.dumps({"task": [OWN_TASK]})) + 'start("T1")'
    found.cells.append(v4.new_markdown_cell("my own reason", id="t1_why", metadata=FIXED))
    nbformat.write(found, path)
    return worked


def test_a_task_of_the_academy_s_own_is_in_the_history_after_the_task_it_follows(ask, changed):
    found = json.loads(ask("practice", "T1", "--json")[1])

    assert [one["task"] for one in found["tasks"]] == ["t1_speed", "t1_why", "t1_hours", "t1_memo"]
    assert found["tasks"][1]["points"] == 5


def test_a_practice_copy_empties_the_answer_to_a_task_of_the_academy_s_own(ask, changed):
    made = json.loads(ask("practice", "T1", "--new", "--json")[1])

    cells = nbformat.read(made["notebook"], as_version=4).cells
    sources = {cell.id: cell.source for cell in cells}
    assert sources["t1_why"] == "YOUR ANSWER HERE"
    assert sources["T1-code-001"].endswith('start("T1", practice=2)')


def test_a_copy_that_cannot_be_read_still_has_the_history_of_the_authored_tasks(ask, worked):
    (worked / "T1.ipynb").write_bytes(b"no notebook")

    found = json.loads(ask("practice", "T1", "--json")[1])

    assert [one["task"] for one in found["tasks"]] == ["t1_speed", "t1_hours", "t1_memo"]
