"""Copied and swapped answers are pointed out as facts; honest work is not."""

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from math import log2
from pathlib import Path

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.copies import copies
from trainkit.grading.keys import load_keys
from trainkit.grading.telling import bits_apart
from trainkit.kernel.luck import Luck
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

KEYS = Path(__file__).parents[2] / "grading" / "keys"
PLAYERS = ("strong", "competent", "novice", "careless")


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An academy without submissions."""
    folder = tmp_path_factory.mktemp("copies")
    init_academy(folder / "academy", folder / "course.key", KEYS)
    return folder / "academy"


@pytest.fixture
def academy(empty, tmp_path):
    return open_academy(shutil.copytree(empty, tmp_path / "academy"))


@cache
def keys(notebook):
    return load_keys(KEYS, lesson(notebook))


@cache
def played(notebook, player, trainee, number=1):
    found = lesson(notebook)
    case = found.situation(visible_luck(found.course, trainee, notebook))
    return keys(notebook).player(player)(case, Luck(number))


def honest(number):
    """Return who plays honestly: a name, how well, and with which luck."""
    return PLAYERS[number % 4], f"honest-{number:03d}", number


def hand_in(academy, notebook, trainee, answers, named=None, apart_s=0, seconds=0):
    path = academy.of("submitted", trainee, notebook) / "answers.jsonl"
    path.parent.mkdir(parents=True)
    began = datetime(2026, 3, 2, 8, tzinfo=UTC) + timedelta(seconds=seconds)
    lines = [("", "started", {"trainee": named or trainee, "notebook": notebook})]
    lines += [(task, "committed", value) for task, value in answers.items()]
    for place, line in enumerate(lines):
        at = began + timedelta(seconds=apart_s * place)
        append(path, *line, clock=lambda at=at: at)


@pytest.mark.slow
@pytest.mark.parametrize("notebook", ["E1", "A1"])
def test_two_hundred_honest_submissions_raise_no_alarm(academy, notebook):
    for player in map(honest, range(200)):
        hand_in(academy, notebook, player[1], played(notebook, *player))

    assert copies(academy, notebook) == []


@pytest.mark.parametrize("notebook", ["E1", "A1"])
def test_the_same_decisions_on_another_variant_are_named_with_both_trainees(academy, notebook):
    answers = played(notebook, "strong", "ada")
    for name in ("ada", "ben"):
        hand_in(academy, notebook, name, answers)
    hand_in(academy, notebook, "cem", played(notebook, "strong", "cem"))

    (found,) = copies(academy, notebook)

    assert (found.trainees, found.kind) == (("ada", "ben"), "decisions")
    assert len(found.tasks) > 1
    assert "their variants differ" in found.sentence


@pytest.mark.parametrize(
    ("notebook", "task"),
    [("E1", "e1_reading"), ("A1", "a1_date"), ("A1", "a1_verbs")],
)
def test_one_copied_decision_is_named_with_how_many_of_the_cohort_committed_it(
    academy, notebook, task
):
    for player in map(honest, range(38)):
        hand_in(academy, notebook, player[1], played(notebook, *player))
    own = played(notebook, "strong", "ada")
    hand_in(academy, notebook, "ada", own)
    copied = {**played(notebook, "strong", "eve"), task: own[task]}
    hand_in(academy, notebook, "eve", copied)

    (found,) = copies(academy, notebook)

    assert (found.trainees, found.kind, found.tasks) == (("ada", "eve"), "decisions", (task,))
    assert "; 2 of 40 committed it)" in found.sentence


def test_an_answer_tells_nothing_in_parts_whose_right_answers_are_the_same_or_near():
    task = lesson("E1").task("e1_datum")
    answer = {"datum": {"x_nm": 12.3, "y_nm": -4.5}, "radius_nm": 6.7}
    near = {"datum": {"x_nm": 12.9, "y_nm": -4.5}, "radius_nm": 6.5}
    west = {"datum": {"x_nm": -8.1, "y_nm": -4.5}, "radius_nm": 6.5}

    assert bits_apart(task, answer, answer, near) == 0
    assert bits_apart(task, answer, answer, west) == pytest.approx(3 * log2(10))  # 12.3


def test_a_swapped_file_and_one_file_under_two_names_are_recognised(academy):
    hand_in(academy, "E1", "ada", played("E1", "novice", "ada"), apart_s=60)
    hand_in(academy, "E1", "ben", played("E1", "novice", "ben"), named="ada", apart_s=60)

    found = {one.kind: one.trainees for one in copies(academy, "E1")}

    assert found["owner"] == ("ben", "ada")
    assert found["times"] == ("ada", "ben")


def test_tasks_have_the_titles_that_the_academy_gave_them(academy):
    folder = academy.folder / "overlay"
    folder.mkdir(exist_ok=True)
    text = 'synthetic = true\n\n[texts.e1_allocation]\ntitle = "As we call it here"\n'
    (folder / "E1.toml").write_text(text, encoding="utf-8")
    answers = played("E1", "strong", "ada")
    for name in ("ada", "ben"):
        hand_in(academy, "E1", name, answers)

    (found,) = copies(academy, "E1")

    assert "As we call it here (" in found.sentence
