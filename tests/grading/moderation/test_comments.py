"""The comment bank: codes become texts in feedback, unknown ones are pointed out."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grading.moderation.conftest import COHORT

from trainkit.errors import TrainkitError, printable
from trainkit.grading.moderation.comments import (
    Comment,
    add_comment,
    bank,
    expanded,
    own_file,
    toml_of,
    unknown_codes,
)
from trainkit.grading.moderation.status import status_of
from trainkit.grading.pipeline import grade
from trainkit.grading.rubric import load_rubric, scale_names

KNOWN = {"lr2": Comment("lr2", "Name the verb.")}


def feedback(academy, trainee="ada"):
    grade(academy, "T1", [trainee])
    return (academy.of("feedback", trainee, "T1") / "T1.html").read_text(encoding="utf-8")


def test_the_bank_that_comes_with_the_keys_names_scales_and_criteria_that_there_are(cohort, repo):
    comments = bank(repo).values()

    assert len(comments) > 10
    for one in (one for one in comments if one.scale):
        assert one.scale in scale_names(repo.rubrics)
        assert one.criterion in {
            criterion.name for criterion in load_rubric(repo.rubrics, one.scale).criteria
        }


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("#lr2", "Name the verb."),
        ("Well. #LR2 Go on.", "Well. Name the verb. Go on."),
        ("#lr2, #lr2", "Name the verb., Name the verb."),
        ("#lr22 and a#lr2 and &#36; and ##lr2", "#lr22 and a#lr2 and &#36; and ##lr2"),
        ("# A title", "# A title"),
        ("issue #3", "issue #3"),
    ],
)
def test_a_code_becomes_its_text_and_other_signs_stay(typed, read):
    assert expanded(typed, KNOWN) == read


def test_an_unknown_code_is_pointed_out_once_with_the_nearest_code():
    assert unknown_codes("#lr3 #lr3 #lr2", KNOWN) == [
        "No comment has the code #lr3; it stands as it was typed. Did you mean 'lr2'?"
    ]


def test_an_academy_adds_its_own_comment(cohort):
    add_comment(cohort, "#Own1", 'Say "when",\nand \\ where.')

    assert bank(cohort)["own1"].text == 'Say "when", and \\ where.'


def test_a_code_that_is_taken_is_told_with_its_text(cohort):
    add_comment(cohort, "own1", "Say when.")

    with pytest.raises(TrainkitError, match="#own1 is taken"):
        add_comment(cohort, "own1", "Say where.")


@pytest.mark.parametrize(("code", "text"), [("", "a"), ("1a", "a"), ("a b", "a"), ("a", " ")])
def test_a_comment_without_a_usable_code_or_text_is_refused(cohort, code, text):
    with pytest.raises(TrainkitError, match="A comment needs a code"):
        add_comment(cohort, code, text)


@pytest.mark.parametrize("text", ["x = = 1", "[[comments]]\ntext = 'a'", "comments = 3"])
def test_a_bank_that_cannot_be_read_says_what_a_comment_is(cohort, text):
    own_file(cohort).write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError, match="has a code and a text"):
        bank(cohort)


@given(text=st.text(min_size=1).filter(str.strip))
def test_whatever_text_is_added_the_file_stays_toml(text):
    shown = printable(text)

    (kept,) = tomllib.loads(toml_of(Comment("a", shown)))["comments"]

    assert kept == {"code": "a", "text": shown}


def test_feedback_writes_codes_out_and_cleans_what_a_marker_typed(cohort, mark):
    add_comment(cohort, "own1", "Say <when>.")
    mark("ada", 18.0, "#own1 #nothing <script>alert(1)</script> [x](javascript:alert(2))")

    page = feedback(cohort)

    assert "Say &lt;when&gt;." in page
    assert "#nothing" in page
    assert "<script>alert(1)" not in page
    assert "javascript:alert" not in page.replace("(javascript:alert(2))", "")


def test_feedback_marks_the_levels_of_the_mark_that_stands(cohort, give):
    give("anna", "first", "34", "#dl2")
    give("bruno", "second", "31")
    give("carla", "third", "23", "So it is.")

    page = feedback(cohort)

    assert "GIVEN: 6 points: Times and main facts" in page
    assert "GIVEN: 13.5 points: Options, choice and reason" in page
    assert page.count("GIVEN:") == 2


def test_levels_typed_in_formgrader_are_marked_and_not_shown_as_a_comment(cohort, mark):
    mark("ada", 27.0, "Well done. #levels 3 4")

    page = feedback(cohort)

    assert page.count("GIVEN:") == 2
    assert "#levels" not in page
    assert "Well done." in page


@pytest.mark.parametrize("said", ["#levels 3", "#levels 3 4 2", "#levels 3 7", "levels 3 4"])
def test_levels_that_do_not_fit_the_scale_are_left_as_they_are(cohort, mark, said):
    mark("ada", 27.0, said)

    assert "GIVEN:" not in feedback(cohort)


def test_before_the_third_mark_feedback_shows_no_level(cohort, give):
    give("anna", "first", "34")
    give("bruno", "second", "31")

    page = feedback(cohort)

    assert "GIVEN:" not in page
    assert "1 answers wait for a marker" in page


def test_status_points_out_unknown_codes(cohort, mark):
    add_comment(cohort, "own1", "Say when.")
    mark("ada", 18.0, "#own2")

    told = " ".join(status_of(cohort, "T1").told)

    assert "t1_memo of ada: No comment has the code #own2" in told
    assert "Did you mean 'own1'" in told


def test_an_import_points_out_unknown_codes(cohort, give):
    found = give("anna", "first", "34", "#own2")

    assert len(found.taken) == len(COHORT)
    assert any("No comment has the code #own2" in remark for remark in found.remarks)
    assert found.problems == []
