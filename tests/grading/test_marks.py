"""Marks, passes, courses' rules and what being late costs."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.course import USUAL, Rules, load_course
from trainkit.grading.mark import final_mark, passed
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade

COURSE = 'title = "A course"\nnotebooks = ["T1"]\n'


@pytest.mark.parametrize(
    ("raw", "lines", "final", "capped"),
    [
        (100, [], 100, False),
        (100, ["R1"], 40, True),
        (40, ["R1"], 40, False),
        (39, ["R1", "R2"], 39, False),
        (0, [], 0, False),
    ],
)
def test_a_red_line_takes_away_what_is_above_the_cap_and_nothing_else(raw, lines, final, capped):
    mark = final_mark(raw, 100, lines)

    assert (mark.final, mark.capped, mark.percent) == (final, capped, raw)


def test_a_mark_is_of_100_whatever_the_points_are():
    assert final_mark(30, 40, []).percent == 75
    assert final_mark(1, 3, []).percent == 33.33


def test_a_notebook_without_points_has_no_mark():
    with pytest.raises(TrainkitError, match="build it again"):
        final_mark(0, 0, [])


@pytest.mark.parametrize(
    ("raw", "manual", "lines", "told"),
    [
        (60, 15, [], True),
        (59.99, 15, [], False),
        (85, 14.9, [], False),
        (100, 30, ["R1"], False),
    ],
)
def test_a_pass_needs_the_mark_half_of_the_manual_points_and_no_red_line(raw, manual, lines, told):
    assert passed(final_mark(raw, 100, lines), manual, 30, lines, USUAL) is told


def test_a_notebook_without_manual_points_passes_by_its_mark():
    assert passed(final_mark(60, 100, []), 0, 0, [], USUAL)


def test_a_cap_below_the_pass_mark_is_the_courses_own():
    assert final_mark(90, 100, ["R1"], Rules(red_line_cap=25)).final == 25


def test_a_course_says_its_rules(tmp_path):
    marks = "[marks]\npass = 50\nred_line_cap = 30\n[late]\npenalty_per_day = 5\n"
    (tmp_path / "course.toml").write_text(COURSE + marks, encoding="utf-8")

    course = load_course(tmp_path)

    assert (course.title, course.notebooks) == ("A course", ("T1",))
    assert course.rules == Rules(50, 0.5, 30, 5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = 1\nnotebooks = ['T1']", "needs a title"),
        ("title = 'A'\nnotebooks = []", "needs a title"),
        ("title = 'A'", "needs a title"),
        (COURSE + "[marks]\npas = 60", "Did you mean 'pass'"),
        (COURSE + "[marks]\npass = 101", "number from 0 to 100"),
        (COURSE + "[marks]\npass = true", "number from 0 to 100"),
        (COURSE + "[marks]\npass = nan", "number from 0 to 100"),
        (COURSE + "marks = 3", "has no 'marks'"),
        ("title", "cannot be read"),
    ],
)
def test_a_course_file_that_is_wrong_says_where(tmp_path, text, told):
    (tmp_path / "course.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError, match=told):
        load_course(tmp_path)


@pytest.mark.parametrize(("hours", "raw_off"), [(-1, 0), (0, 0), (1, 10), (24, 10), (25, 20)])
def test_each_late_day_that_has_begun_costs_what_the_course_says(
    built, submit, reference, tmp_path, hours, raw_off
):
    course = tmp_path / "courses" / "t"
    (course / "T1").mkdir(parents=True)
    (course / "T1" / "T1.md").write_text("# T1", encoding="utf-8")
    (course / "course.toml").write_text(COURSE + "[late]\npenalty_per_day = 10\n", encoding="utf-8")
    with (built.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.courses = {str(course.parent)!r}\n")
    folder = submit("ada", reference("ada"))
    stamp = f"2030-05-{1 + (12 + hours) // 24:02} {(12 + hours) % 24:02}:00:00 UTC"
    (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
    with gradebook(built) as book:
        book.update_or_create_assignment("T1", duedate="2030-05-01 12:00:00 UTC")

    (row,) = grade(built, "T1").rows

    assert (row.raw, row.final) == (70, 70 - raw_off)
