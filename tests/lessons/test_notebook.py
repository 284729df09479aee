"""What cells say, in words alone: from Start to the decision log, in and out of order."""

import json

import pytest

from trainkit.errors import TrainkitError
from trainkit.lessons import (
    answer,
    check,
    commit,
    decide,
    hint,
    log,
    reflect,
    reveal,
    situation,
    start,
)
from trainkit.lessons.session import NotAnsweredError

GOOD = {"speed_kn": 12, "boat": "rhib"}


@pytest.fixture
def said(capsys):
    """Return what was printed since it was asked last."""
    return lambda: capsys.readouterr().out


@pytest.fixture
def started(words, said):
    start("T1", "ada")
    said()
    return words


def events(folder):
    lines = (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines]


def test_start_without_an_id_says_how_to_give_one(words, said):
    start("T1")

    assert 'start("T1", trainee="...")' in said()
    assert not (words / "answers.jsonl").exists()


def test_start_says_who_and_how_far(words, said):
    start("t/T1", "Ada")

    assert said().startswith("T1 A tiny lesson. Trainee: ada. 0 of 2 decisions are committed;")


def test_start_takes_the_id_that_the_machine_announces(words, said, monkeypatch):
    monkeypatch.setenv("TRAINKIT_TRAINEE", "ben")

    start("T1")

    assert "Trainee: ben." in said()


def test_start_goes_on_with_the_trainee_whose_answers_lie_here(started, said):
    start("T1")

    assert "Trainee: ada." in said()
    assert events(started) == ["started"]


def test_start_in_a_folder_of_another_is_refused(started):
    with pytest.raises(TrainkitError, match="answers of 'ada', and you are 'ben'"):
        start("T1", "ben")


def test_start_points_out_a_file_that_was_changed_by_hand(started, said):
    with (started / "answers.jsonl").open("a", encoding="utf-8") as file:
        file.write("{}\n")

    start("T1")

    assert "Note: line 2 has no number in its 'sequence'." in said()


@pytest.mark.parametrize(
    "cell",
    [
        situation,
        log,
        lambda: check("t1_speed"),
        lambda: commit("t1_speed"),
        lambda: answer("t1_speed", GOOD),
        lambda: hint("t1_speed"),
        lambda: reflect("t1_speed", "x"),
    ],
)
def test_a_cell_before_start_says_what_to_press_and_to_run_it_again(words, cell):
    with pytest.raises(NotAnsweredError, match="press Start at the top, then run this cell again"):
        cell()


def test_controls_and_reveals_before_start_wait_and_do_not_fail(words, said):
    decide("t1_speed")
    reveal("t1_speed")

    told = said()
    assert "Press Start at the top" in told
    assert "shown here after you commit it" in told


def test_decide_says_how_each_field_is_typed_and_no_value(started, said):
    decide("t1_speed")

    told = said()
    assert "Speed: a number from 0 to 80 kn" in told
    assert "rhib (Inflatable) | cutter (Cutter <40 m>)" in told
    assert 'answer("t1_speed", {"speed_kn": ..., "boat": "..."}, reason="why")' in told


def test_what_decide_prints_can_be_typed_as_it_stands(started, said):
    decide("t1_hours")
    typed = next(line for line in said().splitlines() if "answer(" in line)

    exec(typed.strip().replace("...", "5"), {"answer": answer})  # noqa: S102

    assert said() == "Saved. Set now: Hours: A 5, B 5 (10 of 10 h).\n"


def test_an_answer_is_saved_with_what_is_still_to_do(started, said):
    answer("t1_speed", {"speed_kn": 90})

    assert said() == (
        "Saved. Set now: Speed: 90 kn; Boat: not set. Speed: 0 to 80 kn is possible. "
        "Boat: not answered yet.\n"
    )


def test_check_before_an_answer_raises_one_plain_sentence(started):
    with pytest.raises(NotAnsweredError) as raised:
        check("t1_speed")

    assert str(raised.value) == "Speed: no answer saved yet."


def test_check_speaks_of_form_and_returns_nothing(started, said, capsys):
    answer("t1_speed", GOOD)
    said()

    assert check("t1_speed") is None

    printed = capsys.readouterr()
    assert "Ready to commit." in printed.out
    assert printed.err == ""


def test_check_speaks_to_a_known_slip_and_never_gives_the_answer(started, said):
    needed = situation().distance_nm / situation().time_h
    answer("t1_speed", {"speed_kn": needed * 1.852, "boat": "rhib"})
    said()

    check("t1_speed")

    told = said()
    assert "look    It looks like kilometres an hour." in told
    assert f"{needed:.1f}" not in told


def test_under_plain_nbgrader_a_check_gives_no_mark_and_says_why(started, monkeypatch):
    answer("t1_speed", GOOD)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")

    with pytest.raises(TrainkitError, match="No mark is given here"):
        check("t1_speed")


def test_validate_takes_no_answer_for_done_before_it_is_committed(started, monkeypatch):
    answer("t1_speed", GOOD)
    check("t1_speed")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")

    with pytest.raises(NotAnsweredError, match=r"Speed: saved, not committed\. Only a committed"):
        check("t1_speed")
    commit("t1_speed")

    assert check("t1_speed") is None


def test_commit_reveals_and_the_first_one_counts(started, said):
    answer("t1_speed", GOOD)
    commit("t1_speed")
    reveal("t1_speed")
    first = said()
    answer("t1_speed", {"speed_kn": 30, "boat": "cutter"})
    commit("t1_speed")
    check("t1_speed")
    reveal("t1_speed")

    second = said()
    assert "this counts: Speed: 12 kn; Boat: Inflatable." in first
    assert "you cover" in first
    assert "this counts: Speed: 12 kn; Boat: Inflatable." in second
    assert "Your first committed answer counts; this is practice." in second
    assert "'rhib'" in second


def test_hints_come_in_order_are_logged_and_hold_no_answer(started, said):
    for _ in range(4):
        hint("t1_speed")
    hint("t1_speed", level=1)

    told = said().splitlines()
    assert told[0] == "Hint 1, where to look: Look at the distance."
    assert told[1] == "Hint 2, which principle: Speed is distance by time."
    assert told[2] == told[3] == "Hint 3, a like case, solved: 20 NM in 2 h are 10 kn."
    assert told[4] == told[0]
    assert events(started).count("hint") == 5


@pytest.mark.parametrize(
    ("task", "level", "told"),
    [("t1_speed", 4, "hints 1 to 3, not 4"), ("t1_speed", 0, "not 0"), ("t1_hours", 1, "no hints")],
)
def test_a_hint_that_is_not_there_is_said(started, task, level, told):
    with pytest.raises(TrainkitError, match=told):
        hint(task, level)


def test_a_line_of_ones_own_stands_in_the_log(started, said):
    answer("t1_speed", GOOD, "Near enough.")
    reflect("t1_speed", "Ask for the wind first.")
    said()

    log()

    caption, *lines = said().splitlines()
    rows = [line.split(" | ") for line in lines]
    assert caption == "Your decision log"
    assert rows[0] == ["time", "task", "event", "what", "reason"]
    assert rows[2][1:] == ["Speed", "saved", "Speed: 12 kn; Boat: Inflatable.", "Near enough."]
    assert rows[3][1:] == ["Speed", "reflected", "", "Ask for the wind first."]


@pytest.mark.parametrize("cell", [decide, check, commit, reveal, hint])
def test_an_unknown_task_is_named_with_the_nearest(started, cell):
    with pytest.raises(TrainkitError, match="Did you mean 't1_speed'"):
        cell("t1_sped")


def test_every_cell_runs_twice(started, said):
    for _ in range(2):
        start("T1", "ada")
        decide("t1_speed")
        answer("t1_speed", GOOD)
        check("t1_speed")
        commit("t1_speed")
        reveal("t1_speed")
        log()

    assert said().count("you cover") == 2
    assert events(started).count("committed") == 1
