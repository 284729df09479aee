"""The whole way of an overlay: build, release, a trainee's session, grade, feedback, report."""

import json
import zipfile

import nbformat
import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.building import build
from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.grading.exchange.handing_out import release_zip
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.overlay import overlay_digest
from trainkit.grading.overlay.reading import overlay_of
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports
from trainkit.grading.result import read_result

RIGHT = {"channel": "vhf72", "wait_min": 3}
SECRETS = ("Secretly", "vhf72 =", '"best"', '"shares"', '"score"', '"red_line"', '"bands"', "0.25")


def cells_of(academy):
    return nbformat.read(academy.release("T1"), as_version=4).cells


def task_of(academy, trainee, task):
    with gradebook(academy) as book:
        return read_result(book, "T1", trainee).tasks[task]


def test_a_built_notebook_has_the_points_texts_paragraphs_and_tasks_of_the_overlay(changed):
    cells = cells_of(changed)

    points = {c.metadata.nbgrader.grade_id: c.metadata.nbgrader.points for c in cells
              if "nbgrader" in c.metadata}  # fmt: skip
    sources = [cell.source for cell in cells]
    assert points == {"t1_speed": 60, "t1_hours": 40, "t1_own_channel": 10, "t1_memo": 30}
    assert list(points) == ["t1_speed", "t1_hours", "t1_own_channel", "t1_memo"]
    assert sources[1] == "Room 3, *Monday*."
    assert "**Hours of the boats** (40 points)\n\nWhere do ten hours go?" in sources
    assert sources.index("Read the chart first.") + 1 == sources.index(
        "**Speed** (60 points)\n\nHow fast do you go?"
    )
    assert sources.index("Then go on.") == sources.index('reveal("t1_own_channel")') + 1


def test_release_and_zip_hold_no_score_of_an_own_task(changed, tmp_path):
    path = release_zip(changed, "T1", tmp_path / "T1.zip")

    with zipfile.ZipFile(path) as archive:
        zipped = "".join(archive.read(name).decode() for name in archive.namelist())
    released = "".join(
        one.read_text(encoding="utf-8")
        for one in changed.release("T1").parent.rglob("*")
        if one.is_file()
    )
    assert "t1_own_channel" in zipped
    assert "t1_own_channel" in released
    assert [word for word in SECRETS if word in zipped + released] == []


def test_a_trainee_answers_the_own_task_on_the_released_data_alone(work, capsys):
    work("ada", {"t1_own_channel": {"channel": "vhf16", "wait_min": 25}})

    said = capsys.readouterr().out
    assert "0 of 3 decisions are committed" in said
    assert "look    Somebody waits for you." in said
    assert "Channel: Channel 16; Wait: 25 min" in said
    assert "Look at your own plan." in said


def test_the_best_answer_earns_all_and_the_gradebook_feedback_and_report_have_it(
    changed, work, reference
):
    work("ada", {**reference("ada"), "t1_own_channel": RIGHT})

    graded = grade(changed, "T1")

    page = graded.feedback["ada"].read_text(encoding="utf-8")
    with gradebook(changed) as book:
        grades = book.find_submission_notebook("T1", "T1", "ada").grades
        points = {one.name: (one.auto_score, one.max_score) for one in grades}
    assert points == {
        "t1_speed": (60.0, 60.0),
        "t1_hours": (40.0, 40.0),
        "t1_own_channel": (10.0, 10.0),
        "t1_memo": (0.0, 30.0),  # nothing was written
    }
    assert "Secretly right." in page
    assert "Decided: Channel: Channel 72; Wait: 3 min." in page
    row = reports(changed, "T1")[0]
    assert (row.raw, row.out_of) == (110.0, 140.0)


def test_partial_credit_and_a_red_line_are_as_declared(changed, work, reference):
    work("ada", {**reference("ada"), "t1_own_channel": {"channel": "vhf16", "wait_min": 8}})
    work("ben", {**reference("ben"), "t1_own_channel": {"channel": "none", "wait_min": 9}})

    rows = {row.trainee: row for row in grade(changed, "T1").rows}

    ada, ben = (task_of(changed, name, "t1_own_channel") for name in ("ada", "ben"))
    assert ada["points"] == 6 * 0.25 + 4 * 0.5
    assert [one["message"] for one in ada["criteria"]] == [
        "Secretly half.",
        "This is right in part.",
    ]
    assert ben["points"] == 0
    assert rows["ada"].red_lines == ()
    assert rows["ben"].red_lines == ("R1",)
    assert rows["ben"].final == 40.0


def test_no_answer_of_an_own_task_earns_nothing_and_says_so(changed, work):
    work("ada", {})

    grade(changed, "T1")

    found = task_of(changed, "ada", "t1_own_channel")
    assert (found["state"], found["points"]) == ("unanswered", 0.0)
    assert found["told"] == "No answer was committed."


def test_changed_points_scale_every_criterion_and_leave_the_share_of_lives(changed, work):
    work("ada", {"t1_speed": {"speed_kn": 0, "boat": "rhib"}})
    work("ben", {"t1_speed": {"speed_kn": 0, "boat": "cutter"}})

    rows = {row.trainee: row for row in grade(changed, "T1").rows}

    found = task_of(changed, "ada", "t1_speed")
    assert [(one["points"], one["life"]) for one in found["criteria"]] == [(40, True), (20, False)]
    assert found["points"] == 0  # nobody was reached in time: the boat cannot make up for it
    assert rows["ben"].red_lines == ("R1",)


def test_the_due_date_is_in_the_gradebook_in_utc(changed):
    with gradebook(changed) as book:
        assert book.find_assignment("T1").duedate.isoformat() == "2026-12-01T17:00:00"


def test_a_rebuild_keeps_the_overlay_and_applies_it_again(changed, overlay, changes):
    before = changed.release("T1").read_bytes()

    build(changed, "T1")

    assert changed.release("T1").read_bytes() == before
    assert (changed.folder / "overlay" / "T1.toml").read_text(encoding="utf-8") == changes


@pytest.mark.parametrize("emptied", [None, "", "# nothing\n", "synthetic = true\n"])
def test_without_the_overlay_the_release_has_its_original_bytes_again(
    built, overlay, changes, emptied
):
    before = built.release("T1").read_bytes()
    path = overlay(changes)
    build(built, "T1")
    assert built.release("T1").read_bytes() != before

    path.unlink() if emptied is None else path.write_text(emptied, encoding="utf-8")
    build(built, "T1")

    assert built.release("T1").read_bytes() == before


def test_comments_and_order_change_no_digest_and_a_score_does(built, overlay, changes):
    assert overlay_digest(built, "T1") == ""
    overlay(changes)
    before = overlay_digest(built, "T1")

    overlay(f"# a comment\n{changes}")
    assert overlay_digest(built, "T1") == before
    overlay(changes.replace("shares = { vhf16 = 0.25 }", "shares = { vhf16 = 0.5 }"))
    assert overlay_digest(built, "T1") != before


def test_another_score_grades_again_without_a_build_and_touches_no_other_task(
    changed, work, reference, overlay, changes
):
    work("ada", {**reference("ada"), "t1_own_channel": {"channel": "vhf16", "wait_min": 3}})
    assert grade(changed, "T1").graded_now == 1
    before = {
        name: task_of(changed, "ada", name)["rests_on"] for name in ("t1_speed", "t1_own_channel")
    }

    overlay(changes.replace("shares = { vhf16 = 0.25 }", "shares = { vhf16 = 0.5 }"))
    again = grade(changed, "T1")

    assert again.graded_now == 1
    assert task_of(changed, "ada", "t1_own_channel")["points"] == 7.0
    assert task_of(changed, "ada", "t1_speed")["rests_on"] == before["t1_speed"]
    assert task_of(changed, "ada", "t1_own_channel")["rests_on"] != before["t1_own_channel"]
    assert grade(changed, "T1").graded_now == 0


def test_what_came_with_a_submission_never_changes_how_it_is_scored(changed, work, reference):
    folder = work(
        "ada", {**reference("ada"), "t1_own_channel": {"channel": "vhf16", "wait_min": 3}}
    )
    path = folder / "T1.ipynb"
    text = path.read_text(encoding="utf-8").replace('\\"points\\": 10', '\\"points\\": 1000')
    path.write_text(text, encoding="utf-8")

    grade(changed, "T1")

    assert task_of(changed, "ada", "t1_own_channel")["points"] == 6 * 0.25 + 4


def test_a_first_cell_that_was_tampered_with_says_so(changed, monkeypatch, tmp_path):
    from trainkit.lessons import overlay as tell

    with pytest.raises(TrainkitError, match=r"first cell of this notebook was changed.*t1_spead"):
        tell("T1", json.dumps({"points": {"t1_spead": 3}}))


def test_the_reference_of_the_sheet_earns_all_points(built, overlay, changes):
    overlay(changes)

    sheet = overlay_of(built, "T1").sheets["t1_own_channel"]

    assert sheet.reference() == RIGHT
    assert sheet.score(sheet.reference()).points == 10


def test_a_task_that_the_handed_in_notebook_does_not_hold_waits_for_the_instructor(
    built, submit, reference, overlay, changes
):
    submit("ada", reference("ada"))  # with the release of the day before
    overlay(changes)
    build(built, "T1")
    submit("ben", reference("ben"))

    rows = {row.trainee: row for row in grade(built, "T1").rows}

    found = task_of(built, "ada", "t1_own_channel")
    assert (found["state"], found["points"]) == ("held", 0.0)
    assert rows["ada"].state == "waiting"
    assert any("does not hold this task" in note for note in rows["ada"].notes)
    assert task_of(built, "ben", "t1_own_channel")["state"] == "unanswered"
    assert rows["ben"].state == "graded"


def test_points_that_were_changed_after_the_build_are_built_before_anybody_is_graded(
    changed, work, overlay, changes
):
    work("ada", {})
    overlay(changes.replace("t1_speed = 60", "t1_speed = 61"))

    with pytest.raises(TrainkitError, match=r"other tasks or points \(t1_speed\).*trainkit build"):
        grade(changed, "T1")

    build(changed, "T1")
    assert task_of_out_of(changed, grade(changed, "T1")) == 61


def task_of_out_of(academy, graded):
    return task_of(academy, graded.rows[0].trainee, "t1_speed")["out_of"]


def test_tasks_neither_come_nor_go_once_somebody_was_graded(changed, work, overlay, changes):
    work("ada", {})
    grade(changed, "T1")
    before = changed.release("T1").read_bytes()

    for text, told in (
        ("", r"takes away t1_own_channel"),
        (changes + changes[changes.index("[[task]]") :].replace("t1_own", "t1_new"), "adds t1_new"),
    ):
        overlay(text)
        with pytest.raises(TrainkitError, match=told):
            build(changed, "T1")

    assert changed.release("T1").read_bytes() == before


def test_points_below_a_mark_that_a_person_gave_are_refused(changed, work, overlay, changes):
    folder = work("ada", {})
    write_memo(folder / "T1.ipynb")
    grade(changed, "T1")
    with gradebook(changed) as book:
        book.find_grade("t1_memo", "T1", "T1", "ada").manual_score = 25
        book.db.commit()

    overlay(changes.replace("t1_speed = 60", "t1_memo = 20"))
    with pytest.raises(TrainkitError, match="ada has 25 of 20 in t1_memo"):
        build(changed, "T1")
    overlay(changes.replace("t1_speed = 60", "t1_memo = 50"))
    build(changed, "T1")

    grade(changed, "T1")
    with gradebook(changed) as book:
        found = book.find_grade("t1_memo", "T1", "T1", "ada")
        assert (found.score, found.max_score) == (25, 50)


def write_memo(path):
    notebook = nbformat.read(path, as_version=4)
    next(cell for cell in notebook.cells if cell.get("id") == "t1_memo").source = "We went."
    nbformat.write(notebook, path)


def test_handing_in_points_out_an_own_task_that_is_still_open(work):
    folder = work("ada", {})

    notes = submit_zip(folder, "T1").notes

    assert "The working channel: no answer is committed" in notes
