"""What every authored notebook keeps to: built, released, scored and told, whoever plays it."""

import json
import re

import nbformat
import numpy as np
import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.build import BANNER
from trainkit.grading.building import build
from trainkit.lessons.field import problems

VARIANTS = [f"variant-{number}" for number in range(30)]
SOME = VARIANTS[:6]
SPLITS = {
    "A1": (70, 30),
    "A2": (60, 40),
    "A3": (60, 40),
    "A4": (60, 40),
    "C1": (50, 50),
    "C2": (60, 40),
    "C3": (70, 30),
    "C4": (40, 60),
    "C5": (60, 40),
    "D1": (70, 30),
    "E1": (70, 30),
    "E2": (60, 40),
    "E3": (50, 50),
    "E4": (60, 40),
    "E5": (60, 40),
    "E6": (50, 50),
}
"""Automatic and manual points, as the curriculum has them."""


def cells(played, kind=None):
    found = nbformat.reads(played.built(), as_version=4).cells
    return [cell for cell in found if kind in {None, cell.cell_type}]


def test_a_notebook_is_built_to_the_same_bytes_twice(played):
    first, second = played.built(), played.built()

    assert first.encode() == second.encode()
    nbformat.validate(nbformat.reads(first, as_version=4))


def test_ids_of_cells_are_unique_and_derived_from_tasks_and_places(played):
    tasks = {task.id for task in played.lesson.tasks}

    ids = [cell.id for cell in cells(played)]

    assert len(set(ids)) == len(ids)
    derived = re.compile(rf"{played.name}-(banner|text-\d{{3}}|code-\d{{3}})")
    asked = re.compile(rf"({'|'.join(tasks)})(-question|-decide|-reveal)?")
    assert [one for one in ids if not derived.fullmatch(one) and not asked.fullmatch(one)] == []


def test_points_add_up_to_a_hundred_as_the_graded_cells_have_them(played):
    graded = [c.metadata.nbgrader for c in cells(played) if "nbgrader" in c.metadata]

    assert sum(one.points for one in graded) == 100
    assert played.automatic + played.manual == 100
    assert (played.automatic, played.manual) == SPLITS[played.name]
    assert sum(one.points for one in graded if one.solution) == played.manual


@pytest.mark.slow
def test_a_release_has_no_outputs_no_solutions_and_no_reference(played, folder):
    init_academy(folder / "academy", folder / "course.key")
    path = build(open_academy(folder / "academy"), played.name)

    text = path.read_text(encoding="utf-8")

    found = nbformat.reads(text, as_version=4)
    code = [cell for cell in found.cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert not any("SOLUTION" in c.source or "HIDDEN" in c.source for c in code)
    for trainee in SOME:
        for task, value in played.answers("reference", trainee).items():
            assert json.dumps(value) not in text, task


def test_the_reference_has_good_form_and_earns_every_automatic_point(played, folder):
    for trainee in SOME:
        answers = played.answers("reference", trainee)
        wrong = {t.id: problems(t.fields, answers[t.id]) for t in played.asked}

        scored = played.scored(trainee, answers, folder)

        assert not any(wrong.values()), wrong
        short = [(o.task.id, o.points, o.told) for o in scored if o.points < o.task.points]
        assert [one for one in short if not played.lesson.task(one[0]).manual] == []
        assert all(not one.score.red_lines for one in scored)


def test_an_empty_submission_earns_nothing_and_the_baseline_less_than_half(played, folder):
    for trainee in SOME:
        nothing = played.scored(trainee, {}, folder)
        standing, _ = played.percent("baseline", trainee, folder)

        assert sum(one.points for one in nothing) == 0
        assert {one.state for one in nothing} <= {"unanswered", "manual"}
        assert standing < 50


@pytest.mark.slow
def test_a_notebook_tells_strong_competent_and_novice_apart(played, folder):
    played.cohort(VARIANTS, folder)
    table = {
        player: np.array([played.percent(player, one, folder)[0] for one in VARIANTS])
        for player in ("strong", "competent", "novice")
    }

    means = {player: float(found.mean()) for player, found in table.items()}
    assert means["strong"] >= 85, means
    assert 60 <= means["competent"] <= 85, means
    assert table["competent"].std(ddof=1) < 6, table["competent"]
    assert means["novice"] <= 50, means
    assert (table["strong"] > table["competent"]).all()
    assert (table["competent"] > table["novice"]).all()


@pytest.mark.slow
def test_a_red_line_caps_the_final_mark_whatever_the_manual_points(played, folder):
    played.cohort(VARIANTS, folder)
    for trainee in VARIANTS:
        earned = played.earned("careless", trainee, folder)

        assert earned[1], trainee
        for manual in (0, played.manual / 2, played.manual):
            assert played.final(earned, manual) <= 40


@pytest.mark.slow
def test_only_the_careless_cross_a_red_line(played, folder):
    played.cohort(VARIANTS, folder)
    for player in ("strong", "competent", "novice"):
        for trainee in VARIANTS:
            assert played.percent(player, trainee, folder)[1] == [], (player, trainee)


def test_every_outcome_is_assessed_and_every_task_assesses_one(played):
    assessed = {code for task in played.lesson.tasks for code in task.outcomes}

    assert assessed == set(played.lesson.outcomes)
    assert all(task.outcomes for task in played.lesson.tasks)
    assert all(task.rubric for task in played.lesson.tasks if task.manual)


def test_the_banner_comes_first_and_start_is_the_first_code(played):
    all_cells, code = cells(played), cells(played, "code")

    assert all_cells[0].source == BANNER
    assert f'start("{played.name}")' in code[0].source


def test_code_that_a_reader_sees_is_at_most_six_lines(played):
    shown = [c for c in cells(played, "code") if "show-source" in c.metadata.get("tags", [])]
    hidden = [c for c in cells(played, "code") if c not in shown]

    assert all(len(cell.source.splitlines()) <= 6 for cell in shown)
    assert all(cell.metadata.jupyter.source_hidden for cell in hidden)
