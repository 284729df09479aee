"""Second and third marks: blind, by form, and what stands in nbgrader's gradebook at the end."""

import re

import pytest
from tests.grading.moderation.conftest import COHORT, filled, hand_in, rows_of, save

from trainkit.errors import TrainkitError
from trainkit.grading.journal import broken, entries
from trainkit.grading.moderation.allocating import Plan, allocate
from trainkit.grading.moderation.importing import import_marks
from trainkit.grading.moderation.marks import read_marks
from trainkit.grading.moderation.naming import name_first_marker
from trainkit.grading.moderation.status import status_of
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade


def form_of(academy, marker, role="second", share=1.0):
    found = allocate(academy, "T1", Plan([marker], role, share))
    return found.folders[marker] / f"to-mark-{marker}.csv"


def test_first_marks_by_form_stand_in_formgrader_with_the_points_of_the_scale(give, stands):
    found = give("anna", "first", "34", "#dl2")

    assert len(found.taken) == len(COHORT)
    assert found.problems == []
    # 30 points: 0.4 * 3/4 and 0.6 * 4/4 of them
    assert {stands(name) for name in COHORT} == {(27.0, False)}


def test_a_blank_answer_is_handed_to_nobody(cohort):
    rows = rows_of(form_of(cohort, "anna", "first"))

    assert len({row["id"] for row in rows}) == len(COHORT)


def test_the_second_markers_folder_says_neither_whose_answer_it_is_nor_the_first_mark(give, cohort):
    give("anna", "first", "34", "A very good log.")

    form = form_of(cohort, "bruno")

    told = "".join(path.read_text(encoding="utf-8") for path in form.parent.iterdir()).casefold()
    assert "[name]" in told
    assert "we went to the west" in told
    assert "i am sure" in told
    for hidden in (*COHORT, "oakley", "anna", "very good log", "27.0"):
        assert not re.search(rf"\b{hidden}\b", told)
    assert all(row["level"] == row["comment"] == "" for row in rows_of(form))


def test_where_two_are_at_most_a_level_apart_the_first_mark_stands(give, stands, cohort):
    give("anna", "first", "34")
    give("bruno", "second", "23")

    assert {stands(name) for name in COHORT} == {(27.0, False)}
    assert status_of(cohort, "T1").waiting == []


def test_more_than_a_level_apart_waits_for_a_third_also_in_formgrader(give, stands, cohort):
    give("anna", "first", "34")
    found = give("bruno", "second", "31")

    status = status_of(cohort, "T1")
    assert len(found.waiting) == len(COHORT)
    assert {stands(name) for name in COHORT} == {(27.0, True)}
    assert status.waiting[0].apart == {"Options, choice and reason": (4, 1)}
    assert grade(cohort, "T1", ["ada"]).rows[0].state == "waiting"


def test_the_third_mark_decides_and_its_reason_is_in_the_journal(give, stands, cohort):
    give("anna", "first", "34")
    give("bruno", "second", "31")
    give("carla", "third", "22", "Choice and reason only.")

    with gradebook(cohort) as book:
        (entry,) = entries(book, "ada")
        assert broken(book) == []
    assert {stands(name) for name in COHORT} == {(15.0, False)}
    assert (entry.kind, entry.who) == ("third_mark_decided", "carla")
    assert entry.content["reason"] == "Choice and reason only."
    assert entry.content["first"]["points"] == 27.0
    assert entry.content["second"]["marker"] == "bruno"


def test_three_markers_who_all_differ_are_settled_by_the_third(give, stands):
    give("anna", "first", "44")
    give("bruno", "second", "00")
    give("carla", "third", "22", "Between the two.")

    assert stands("ada") == (15.0, False)


def test_the_third_marker_sees_both_levels_and_no_name(give, cohort):
    give("anna", "first", "34")
    give("bruno", "second", "31")

    page = (form_of(cohort, "carla", "third").parent / "to-read.html").read_text(encoding="utf-8")

    assert "one marker" in page
    assert "level 4" in page
    assert "anna" not in page
    assert "bruno" not in page


def test_marks_survive_a_grading_anew(give, stands, cohort):
    give("anna", "first", "34")
    give("bruno", "second", "31")
    give("carla", "third", "22", "Choice and reason only.")

    grade(cohort, "T1", again=True, feedback=False)

    assert stands("ada") == (15.0, False)


def test_first_marks_come_from_formgrader_and_are_nobodys_until_it_is_said(cohort, mark):
    for name in COHORT[:4]:
        mark(name, 18.0)

    found = allocate(cohort, "T1", Plan(["bruno"], share=1.0, fewest=0))

    assert found.new == {"bruno": 4}
    assert "4 first marks are from formgrader, and nobody said whose" in found.told[0]
    named = name_first_marker(cohort, "T1", "anna", ["ada"])
    assert [one.trainee for one in named.marks] == ["ada"]
    assert {one.marker for one in status_of(cohort, "T1").work if one.role == "first"} == {
        "anna",
        "unknown",
    }


def test_points_alone_are_compared_as_a_level_of_the_whole_answer(cohort, mark, give):
    mark("ada", 30.0)
    give("bruno", "second", "11")

    (waiting,) = status_of(cohort, "T1").waiting

    # 30 of 30 is level 4; level 1 on both criteria is 7.5 of 30
    assert waiting.apart == {"the whole answer": (4, 1)}


def test_levels_typed_into_formgraders_comment_are_compared_by_criterion(cohort, mark, give):
    mark("ada", 27.0, "Good. #levels 3 4")
    give("bruno", "second", "31")

    (waiting,) = status_of(cohort, "T1").waiting

    assert waiting.apart == {"Options, choice and reason": (4, 1)}


def test_a_mark_that_formgrader_changes_before_a_third_decides_is_the_first_mark(
    cohort, mark, give
):
    mark("ada", 30.0)
    give("bruno", "second", "11")

    mark("ada", 9.0)

    assert status_of(cohort, "T1").waiting == []


def test_answers_go_to_no_marker_who_gave_the_first_mark(cohort, give):
    give("anna", "first", "34")

    with pytest.raises(TrainkitError, match="marked already by everybody in --markers"):
        allocate(cohort, "T1", Plan(["anna"]))


def test_the_share_is_drawn_anew_by_a_seed_and_the_same_again(cohort, give):
    give("anna", "first", "34")
    plan = Plan(["bruno"], share=0.25, fewest=0, seed=7)

    allocate(cohort, "T1", plan)
    again = allocate(cohort, "T1", plan)

    assert again.new == {}
    assert again.open == {"bruno": 2}
    assert "Nothing new" in again.told[-1]


def test_before_any_first_mark_there_is_nothing_to_mark_twice(cohort):
    with pytest.raises(TrainkitError, match="No written answer of T1 has a first mark yet"):
        allocate(cohort, "T1", Plan(["bruno"]))


def test_a_changed_answer_takes_its_marks_out_and_is_told(cohort, give):
    give("anna", "first", "34")
    give("bruno", "second", "34")

    hand_in(cohort, "ada", "Something else altogether.")
    grade(cohort, "T1", ["ada"], feedback=False)

    status = status_of(cohort, "T1")
    assert (status.unmarked, status.agreement.answers) == (1, len(COHORT) - 1)
    assert "t1_memo of ada" in status.told[0]


def test_a_form_of_an_answer_that_has_changed_is_not_taken(cohort, give):
    give("anna", "first", "34")
    form = filled(form_of(cohort, "bruno"), "34")

    hand_in(cohort, "ada", "Something else altogether.")
    grade(cohort, "T1", ["ada"], feedback=False)
    found = import_marks(cohort, form)

    assert len(found.taken) == len(COHORT) - 1
    assert "have changed since the form was written" in found.problems[0]


def test_status_tells_agreement_and_its_target(cohort, give):
    give("anna", "first", "3410")
    give("bruno", "second", "3411")

    found = status_of(cohort, "T1")

    assert (found.agreement.n, found.agreement.answers, found.target) == (16, 8, 0.7)
    assert found.agreement.low < found.agreement.kappa <= found.agreement.high


def test_the_same_form_again_changes_nothing(cohort, give):
    give("anna", "first", "34")
    form = filled(form_of(cohort, "bruno"), "34")
    import_marks(cohort, form)

    again = import_marks(cohort, form)

    assert (again.taken, again.problems) == ([], [])
    assert len(again.unchanged) == len(COHORT)


def test_other_levels_of_the_same_marker_need_a_word(cohort, give):
    give("anna", "first", "34")
    form = filled(form_of(cohort, "bruno"), "34")
    import_marks(cohort, form)

    refused = import_marks(cohort, filled(form, "33"))
    replaced = import_marks(cohort, form, replacing=True)

    assert refused.taken == []
    assert "Say --replace" in refused.problems[0]
    assert len(replaced.taken) == len(COHORT)


def test_nothing_before_a_third_mark_changes_behind_it(cohort, give):
    give("anna", "first", "34")
    form = filled(form_of(cohort, "bruno"), "31")
    import_marks(cohort, form)
    give("carla", "third", "22", "Choice and reason only.")

    found = import_marks(cohort, filled(form, "34"), replacing=True)

    assert found.taken == []
    assert "a third marker has decided" in found.problems[0]


def test_a_third_mark_without_a_reason_is_not_taken(give):
    give("anna", "first", "34")
    give("bruno", "second", "31")

    found = give("carla", "third", "22")

    assert found.taken == []
    assert "gives the reason" in found.problems[0]


def test_who_turns_out_to_be_the_first_marker_is_not_the_second_as_well(cohort, mark):
    mark("ada", 18.0)
    form = filled(form_of(cohort, "bruno"), "22")

    name_first_marker(cohort, "T1", "bruno")
    found = import_marks(cohort, form)

    assert found.taken == []
    with gradebook(cohort) as book:
        assert [one.role for one in read_marks(book, "T1")] == ["first"]


def test_who_gave_the_second_mark_cannot_be_named_the_first_marker(cohort, mark, give):
    mark("ada", 18.0)
    give("bruno", "second", "22")

    found = name_first_marker(cohort, "T1", "bruno")

    assert found.marks == []
    assert "bruno gave the second mark, and cannot have given the first" in found.problems[0]


def test_a_trainee_who_wrote_nothing_is_answered_with_the_nearest_name(cohort):
    with pytest.raises(
        TrainkitError, match=r"'adaa' has written no answer here. Did you mean 'ada'"
    ):
        name_first_marker(cohort, "T1", "anna", ["adaa"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"level": "7"}, "line 2: the level of 'What was known and when' is '7'"),
        ({"level": "good"}, "is 'good'; it is a whole number from 0 to 4"),
        ({"level": ""}, "line 2: the level of 'What was known and when' is empty"),
        ({"level": "2.5"}, "is '2.5'"),
        ({"id": "0000000000"}, "line 2: no form was handed out with the id '0000000000'"),
        ({"notebook": "A1"}, "is an answer to T1, and the row says 'A1'"),
        ({"criterion": "What was known"}, "the scale has no 'What was known'"),
        ({"criterion": "Options, choice and reason"}, "stands there twice"),
    ],
)
def test_a_row_that_was_edited_is_named_and_the_others_are_taken(cohort, change, told):
    form = filled(form_of(cohort, "anna", "first"), "34")
    rows = rows_of(form)
    rows[0] |= change

    found = import_marks(cohort, save(form, rows))

    assert any(told in problem for problem in found.problems)
    assert len(found.taken) == len(COHORT) - 1


def test_a_missing_row_is_named(cohort):
    form = filled(form_of(cohort, "anna", "first"), "34")

    found = import_marks(cohort, save(form, rows_of(form)[1:]))

    assert "the row of 'What was known and when' is missing" in found.problems[0]
    assert len(found.taken) == len(COHORT) - 1


def test_answers_without_a_level_stay_open(cohort):
    form = form_of(cohort, "anna", "first")
    rows = rows_of(form)
    rows[0]["level"], rows[1]["level"] = "3", "4,0"

    found = import_marks(cohort, save(form, rows, between=";"))

    assert (len(found.taken), len(found.open)) == (1, len(COHORT) - 1)
    assert found.problems == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id;criterion\n1;2\n", "has no column 'level'"),
        (b"id,criterion,levels\n", "Did you mean 'levels'"),
        ("id,criterion,level\né".encode("cp1252"), "CSV UTF-8"),
        (b"", "has no column 'id'"),
        (b"id,criterion,level\n" + b"x" * 200_000, "is no row of CSV"),
        (b"x" * 200_000, "is no row of CSV"),
        (b"id,criterion,level\n" * 600_000, "no form of ours"),
    ],
)
def test_a_file_that_is_no_form_is_told_so(cohort, tmp_path, content, told):
    path = tmp_path / "a.csv"
    path.write_bytes(content)

    with pytest.raises(TrainkitError, match=told):
        import_marks(cohort, path)


def test_a_form_that_is_not_there_is_told_so(cohort, tmp_path):
    with pytest.raises(TrainkitError, match="cannot be read"):
        import_marks(cohort, tmp_path / "none.csv")


def test_a_comment_of_a_marker_never_steers_a_terminal(cohort):
    form = filled(form_of(cohort, "anna", "first"), "34", "a\x1b[31mb\u202ec")

    found = import_marks(cohort, form)

    assert found.taken[0].comment == "a?[31mb?c"


@pytest.mark.parametrize("names", [[""], [" ", ""]])
def test_somebody_has_to_mark(cohort, names):
    with pytest.raises(TrainkitError, match="Say who marks"):
        allocate(cohort, "T1", Plan(names))


def test_a_share_is_a_part_of_one(cohort, give):
    give("anna", "first", "34")

    with pytest.raises(TrainkitError, match="--share is a part of 1"):
        allocate(cohort, "T1", Plan(["bruno"], share=20.0))
