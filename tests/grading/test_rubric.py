"""Scales for markers: whole or refused; beside the answer, and with trainees after marking."""

from pathlib import Path

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.moderation.samples import load_samples
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.rubric import load_rubric, scale_names
from trainkit.lessons.catalogue import lesson, lesson_names

RUBRICS = Path(__file__).parents[2] / "grading" / "rubrics"
WITH_SAMPLES = [
    "situation_report",
    "decision_justification",
    "legal_reasoning",
    "decision_log",
    "source_of_duty",
    "use_of_force",
    "information_sharing",
    "victim_sensitivity",
    "c5_proposal",
]
WHOLE = """title = "A scale"
[[criteria]]
name = "Facts"
share = 1.0
levels = ["none", "few", "some", "most", "all"]
"""


def test_every_task_that_a_person_marks_has_its_scale():
    wanted = {task.rubric for name in lesson_names() for task in lesson(name).tasks if task.manual}

    found = {name: load_rubric(RUBRICS, name) for name in wanted}

    assert wanted >= {"legal_reasoning"}
    assert all(rubric.criteria for rubric in found.values())


def test_all_eight_scales_of_the_curriculum_are_there():
    assert set(scale_names(RUBRICS)) >= {
        "rescue_first",
        "legal_reasoning",
        "victim_sensitivity",
        "risk_reasoning",
        "information_sharing",
        "decision_log",
        "operation_plan",
        "after_action_review",
    }


@pytest.mark.parametrize("name", scale_names(RUBRICS))
def test_the_top_of_a_scale_gives_all_points_and_its_bottom_none(name):
    rubric = load_rubric(RUBRICS, name)

    assert sum(one.points(4, 30) for one in rubric.criteria) == pytest.approx(30)
    assert sum(one.points(0, 30) for one in rubric.criteria) == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("share = 1.0", "share = 0.5", "sum to 0.5"),
        ("share = 1.0", "share = true", "no number"),
        ("share = 1.0", "", "lacks 'share'"),
        (', "all"]', "]", "each of the levels 0 to 4"),
        ('"none"', '" "', "empty text"),
        ("title", "titel", "lacks 'title'"),
        ("title = ", "title = = ", "cannot be read"),
    ],
)
def test_a_scale_that_is_not_whole_is_refused_with_the_reason(tmp_path, old, new, told):
    (tmp_path / "own.toml").write_text(WHOLE.replace(old, new), encoding="utf-8")

    with pytest.raises(TrainkitError, match=told):
        load_rubric(tmp_path, "own")


def test_an_unknown_scale_is_answered_with_the_nearest_name():
    with pytest.raises(TrainkitError, match="Did you mean 'legal_reasoning'"):
        load_rubric(RUBRICS, "legal_reasonin")


def test_the_marker_sees_the_scale_and_the_trainee_sees_it_after_marking(built, submit):
    submit("ada", memo="To the west.")

    grade(built, "T1")
    graded = (built.of("autograded", "ada", "T1") / "T1.ipynb").read_text(encoding="utf-8")
    before = feedback(built)
    with gradebook(built) as book:
        found = book.find_grade("t1_memo", "T1", "T1", "ada")
        found.manual_score, found.needs_manual_grade = 18.0, False
        book.db.commit()
    grade(built, "T1")
    after = feedback(built)

    assert "7.2 points: Options, choice and reason" not in graded
    assert "13.5 points: Options, choice and reason" in graded
    assert "How this answer is marked: Decision log" in graded
    assert "How this answer is marked" not in before
    assert "How this answer is marked: Decision log" in after


@pytest.mark.parametrize("name", WITH_SAMPLES)
def test_a_scale_in_use_has_two_short_synthetic_answers_for_each_level(name):
    samples = load_samples(RUBRICS, name)

    assert [one.level for one in samples] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert all(40 <= len(one.text.split()) <= 90 for one in samples)


@pytest.mark.parametrize(
    "text", ["[[samples]]\nlevel = 1\ntext = 'a'", "synthetic = 1\nsamples=[]"]
)
def test_sample_answers_that_do_not_say_that_they_are_synthetic_are_refused(tmp_path, text):
    (tmp_path / "own.samples.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError, match="synthetic = true"):
        load_samples(tmp_path, "own")


@pytest.mark.parametrize("level", ["5", "-1", "true", '"2"'])
def test_a_sample_of_no_level_is_refused(tmp_path, level):
    text = f"synthetic = true\n[[samples]]\nlevel = {level}\ntext = 'a'"
    (tmp_path / "own.samples.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError, match="a level from 0 to 4"):
        load_samples(tmp_path, "own")


def test_no_scale_is_in_a_release(built):
    assert "Options, choice and reason" not in built.release("T1").read_text(encoding="utf-8")


def test_a_missing_scale_is_told_and_stops_nothing(built, submit, tmp_path, monkeypatch):
    monkeypatch.setattr(type(built), "rubrics", tmp_path)
    submit("ada", memo="To the west.")

    (row,) = grade(built, "T1").rows

    assert row.state == "waiting"


def feedback(academy):
    return (academy.of("feedback", "ada", "T1") / "T1.html").read_text(encoding="utf-8")
