"""The whole loop on a tiny lesson: build, release, rebuild, score, gradebook, feedback."""

from trainkit.grading.nbgrader_use import gradebook, nbgrader_api
from trainkit.grading.result import read_result


def points(academy, trainee):
    with gradebook(academy) as book:
        grades = book.find_submission_notebook("T1", "T1", trainee).grades
        return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in grades}


def test_a_reference_earns_every_automatic_point_and_the_memo_waits(built, submit, reference):
    submit("ada", reference("ada"), memo="We go **first**. <script>alert(1)</script>")

    with nbgrader_api(built) as api:
        graded = api.autograde("T1", "ada")
        told = api.generate_feedback("T1", "ada")

    assert graded["success"], graded
    assert told["success"], told
    assert points(built, "ada") == {
        "t1_speed": (30.0, False),
        "t1_hours": (40.0, False),
        "t1_memo": (None, True),
    }
    page = (built.of("feedback", "ada", "T1") / "T1.html").read_text(encoding="utf-8")
    assert "The raft is reached." in page
    assert "They were found after 2 hours." in page
    assert "<strong>first</strong>" in page
    assert "<script>alert(1)" not in page
    with gradebook(built) as book:
        assert read_result(book, "T1", "ada").notes == ()
