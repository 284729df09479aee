"""Lessons are found by their id: ours and those of installed partners."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.lessons.catalogue import lesson, lesson_names


@pytest.mark.parametrize("name", ["T1", "t1", "t/T1", "t\\T1", " T1", "T1/"])
def test_a_partners_lesson_is_found_in_any_way_of_writing_its_id(tiny, name):
    assert lesson(name) is tiny


def test_ours_are_there_without_being_declared_again():
    assert {"A1", "E1"} <= set(lesson_names())


def test_every_lesson_has_the_id_by_which_it_is_found(tiny):
    for name in lesson_names():
        assert lesson(name).id == name


def test_an_unknown_lesson_is_named_with_those_that_there_are():
    with pytest.raises(TrainkitError, match=r"no notebook called 'X9'.*A1, .*E1"):
        lesson("X9")


def _published(tmp_path, monkeypatch, value, code):
    (tmp_path / "broken_lesson.py").write_text(code, encoding="utf-8")
    info = tmp_path / "broken_lessons-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-lessons\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[trainkit.lessons]\nB1 = {value}\n")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise RuntimeError('no licence')", "fails: RuntimeError"),
        ("LESSON = 3", "is no Lesson but 3"),
        ("x = 1", "fails: AttributeError"),
    ],
)
def test_a_partners_lesson_that_fails_is_said_and_the_others_work(
    tmp_path, monkeypatch, code, told
):
    import sys

    _published(tmp_path, monkeypatch, "broken_lesson:LESSON", code)
    sys.modules.pop("broken_lesson", None)

    with pytest.raises(TrainkitError, match=told):
        lesson("B1")

    assert lesson("E1").id == "E1"


def test_a_partner_cannot_take_the_place_of_a_lesson_of_ours(tmp_path, monkeypatch):
    ours = lesson("E1")
    _published(tmp_path, monkeypatch, "broken_lesson:LESSON", "LESSON = 3")
    path = tmp_path / "broken_lessons-1.0.dist-info" / "entry_points.txt"
    path.write_text("[trainkit.lessons]\nE1 = broken_lesson:LESSON\n", encoding="utf-8")

    assert lesson("E1") is ours


def test_a_task_is_found_by_its_id_or_named_with_the_nearest(tiny):
    assert tiny.task("t1_hours").title == "Hours"
    with pytest.raises(TrainkitError, match=r"T1 has no task 't1_hour'. Did you mean 't1_hours'"):
        tiny.task("t1_hour")
