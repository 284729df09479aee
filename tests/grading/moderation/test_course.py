"""What a course file may say of second and third markers."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.course import Moderation, load_course

COURSE = 'title = "T"\nnotebooks = ["T1"]\n[moderation]\n'


def test_a_course_says_how_much_is_marked_twice(tmp_path):
    text = "share = 0.3\nfewest = 8\nkappa = 0.6\nthird_above = 2\n"
    (tmp_path / "course.toml").write_text(COURSE + text, encoding="utf-8")

    assert load_course(tmp_path).rules.moderation == Moderation(0.3, 8, 0.6, 2)


def test_without_a_word_a_fifth_is_marked_twice_and_a_third_decides_above_one_level(tmp_path):
    (tmp_path / "course.toml").write_text(COURSE, encoding="utf-8")

    assert load_course(tmp_path).rules.moderation == Moderation(0.2, 5, 0.7, 1)


@pytest.mark.parametrize("line", ["share = 20", "kappa = 2", "third_above = 5", "shares = 0.2"])
def test_what_cannot_be_is_refused(tmp_path, line):
    (tmp_path / "course.toml").write_text(COURSE + line, encoding="utf-8")

    with pytest.raises(TrainkitError, match="moderation"):
        load_course(tmp_path)
