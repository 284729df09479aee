"""Hidden luck, the course key, the keys of a notebook, and the hashes of what gave a mark."""

import hashlib
import hmac
import json

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy, init_academy, open_academy
from trainkit.grading.digest import bytes_digest, submission_digest
from trainkit.grading.keys import load_keys
from trainkit.grading.seeds import hidden_luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

KEY = bytes(range(32))


def test_hidden_luck_is_the_hmac_of_course_trainee_and_notebook_under_the_key():
    name = json.dumps(["e", "ada", "E1"], separators=(",", ":")).encode()
    drawn = hmac.digest(KEY, name, hashlib.sha256)[:8]

    assert hidden_luck(KEY, "e", " Ada ", "E1").seed == int.from_bytes(drawn, "big")


@pytest.mark.parametrize(
    "other",
    [
        (KEY[::-1], "e", "ada", "E1"),
        (KEY, "a", "ada", "E1"),
        (KEY, "e", "ben", "E1"),
        (KEY, "e", "ada", "A1"),
        (KEY, "e1", "ada", "1"),
    ],
)
def test_any_other_key_course_trainee_or_notebook_has_other_luck(other):
    assert hidden_luck(*other) != hidden_luck(KEY, "e", "ada", "E1")


def test_what_is_seen_tells_nothing_of_what_is_scored():
    assert hidden_luck(KEY, "e", "ada", "E1") != visible_luck("e", "ada", "E1")


def test_an_academy_without_its_course_key_scores_nothing_and_says_why(built):
    path = built.folder / "gone.key"
    with (built.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.course_key_file = {str(path)!r}\n")

    with pytest.raises(TrainkitError, match="Bring the file back"):
        _ = open_academy(built.folder).course_key


@pytest.mark.parametrize("content", ["", "abcd", "no hex at all", "00" * 31])
def test_a_course_key_that_is_none_is_refused(built, content):
    path = built.folder / "short.key"
    path.write_text(content, encoding="utf-8")
    with (built.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.ScoreAnswers.course_key_file = {str(path)!r}\n")

    with pytest.raises(TrainkitError, match=r"cannot be read|too short"):
        _ = open_academy(built.folder).course_key


@pytest.mark.parametrize("place", ["release", "source"])
def test_a_course_key_is_never_made_where_it_would_be_released(tiny, tmp_path, place):
    key = tmp_path / "academy" / place / "T1" / "course.key"

    with pytest.raises(TrainkitError, match="would be released"):
        init_academy(tmp_path / "academy", key, tiny / "keys", tiny / "courses")

    assert not key.exists()


def test_a_configuration_that_fails_names_its_error(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("1/0", encoding="utf-8")

    with pytest.raises(TrainkitError, match="division by zero"):
        _ = Academy(tmp_path).config


def test_keys_import_their_neighbours_and_offer_players(tmp_path, tiny_installed):
    place = tmp_path / "T1"
    place.mkdir()
    (place / "rules.py").write_text("POINTS = {'t1_speed': 1, 't1_hours': 2}", encoding="utf-8")
    (place / "scoring.py").write_text(
        "from .rules import POINTS\nSCORING = POINTS\n", encoding="utf-8"
    )
    (place / "players.py").write_text("def strong(situation):\n    return {}\n", encoding="utf-8")

    keys = load_keys(tmp_path, lesson("T1"))

    assert keys.scoring == {"t1_speed": 1, "t1_hours": 2}
    assert keys.player("strong")(None) == {}
    with pytest.raises(TrainkitError, match="no player 'weak'"):
        keys.player("weak")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "are not in"),
        ("SCORING = {'t1_speed': 1}", "differ in t1_hours"),
        ("SCORING = {'t1_speed': 1, 't1_hours': 2, 't1_memo': 3}", "differ in t1_memo"),
        ("", "differ in t1_hours, t1_speed"),
        ("1/0", "division by zero"),
    ],
)
def test_keys_that_are_missing_or_not_whole_are_refused(tmp_path, tiny_installed, text, told):
    (tmp_path / "T1").mkdir()
    if text is not None:
        (tmp_path / "T1" / "scoring.py").write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError, match=told):
        load_keys(tmp_path, lesson("T1"))


def test_another_line_in_any_file_of_the_keys_is_another_digest(tmp_path, tiny_installed):
    place = tmp_path / "T1"
    place.mkdir()
    (place / "scoring.py").write_text("SCORING = {'t1_speed': 1, 't1_hours': 2}", encoding="utf-8")
    first = load_keys(tmp_path, lesson("T1")).digest
    (place / "table.csv").write_text("a,b\n", encoding="utf-8")

    assert load_keys(tmp_path, lesson("T1")).digest != first


def test_the_hash_of_a_submission_is_that_of_its_two_files(tmp_path):
    (tmp_path / "T1.ipynb").write_bytes(b"{}")
    (tmp_path / "answers.jsonl").write_bytes(b"[]")
    expected = hashlib.sha256(b"T1.ipynb\0{}\0answers.jsonl\0[]\0").hexdigest()

    assert submission_digest(tmp_path, "T1") == expected
    (tmp_path / "other.py").write_bytes(b"x")
    assert submission_digest(tmp_path, "T1") == expected
    assert bytes_digest({"T1.ipynb": b"{}", "answers.jsonl": b"[]"}, "T1") == expected
    (tmp_path / "answers.jsonl").unlink()
    assert submission_digest(tmp_path, "T1") == bytes_digest({"T1.ipynb": b"{}"}, "T1")
