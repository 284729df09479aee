"""What a marker reads beside a written answer, and what of it no trainee ever sees."""

import base64
import json
import re
from xml.etree import ElementTree as ET

import pytest

from trainkit.grading.moderation.figure import Outcome, figure_html, outcomes, svg
from trainkit.grading.moderation.samples import load_samples
from trainkit.grading.pipeline import grade
from trainkit.grading.scoring import Scored
from trainkit.lessons.score import Criterion, Measure, Score
from trainkit.lessons.task import Task

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = Outcome("Kestrel's <square>", "people recovered alive", 6.0, 8.0, 4.0, 8.0)
READING = Outcome("The log", "points", 4.0, 10.0)
SAMPLE = """synthetic = true
[[samples]]
level = 4
text = "At 20:05 nobody had vests; looked at again at 20:45."
"""


def drawn(*found):
    return ET.fromstring(svg(found))  # noqa: S314  (our own)


def bars(picture, colour):
    return [one for one in picture.iter(f"{SVG}rect") if one.get("fill") == colour]


def test_bars_are_as_long_as_their_values_are_of_the_scale():
    picture = drawn(SQUARE, READING)

    whole, own = bars(picture, "#d9d9d9"), bars(picture, "#0072b2")

    shares = [
        float(a.get("width")) / float(b.get("width")) for a, b in zip(own, whole, strict=True)
    ]
    assert shares == pytest.approx([0.75, 0.4], abs=1e-3)


def test_the_standing_order_and_the_reference_lie_where_they_are():
    picture = drawn(SQUARE)

    (whole,) = bars(picture, "#d9d9d9")
    (line,) = bars(picture, "#009e73")
    (ring,) = picture.iter(f"{SVG}circle")

    left, long = float(whole.get("x")), float(whole.get("width"))
    assert (float(ring.get("cx")) - left) / long == pytest.approx(0.5, abs=1e-3)
    assert (float(line.get("x")) + 1.5 - left) / long == pytest.approx(1.0, abs=1e-3)


def test_the_figure_says_the_same_in_words_and_holds_nothing_active():
    told = figure_html([SQUARE, READING])

    assert (
        "Kestrel&#x27;s &lt;square&gt;: 6.0 people recovered alive; the standing order 4.0" in told
    )
    assert "The log: 4.0 of 10 points." in told
    inside = base64.b64decode(re.search(r"base64,([^\"]+)", told)[1]).decode()
    assert "&lt;square&gt;" in inside
    assert not re.search(r"<script|href|on\w+=|<foreignObject", inside)


def test_outcomes_are_measures_where_there_are_any_and_points_elsewhere():
    task = Task(id="x", title="X", question="?", points=10)
    measured = Score((Criterion("Lives", 0.5, 10, "", measure=Measure(6, 4, 8, "people")),))
    plain = Score((Criterion("Reading", 0.4, 10, ""),))

    found = outcomes(
        [
            Scored(task, "scored", 5, measured),
            Scored(task, "scored", 4, plain),
            Scored(task, "held"),
        ]
    )

    assert found == [Outcome("X", "people", 6, 8, 4, 8), Outcome("X", "points", 4, 10)]


@pytest.mark.parametrize("value", [-5.0, 0.0, 1e300])
def test_no_value_draws_outside_of_its_row(value):
    picture = drawn(Outcome("X", "people", value, 8.0))

    (own,), (whole,) = bars(picture, "#0072b2"), bars(picture, "#d9d9d9")
    assert 0 <= float(own.get("width")) <= float(whole.get("width"))


def test_without_outcomes_there_is_no_figure():
    assert figure_html([]) == ""


@pytest.fixture
def sampled(built, tmp_path, monkeypatch):
    """An academy whose scale has a sample answer."""
    folder = tmp_path / "rubrics"
    folder.mkdir()
    for path in built.rubrics.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "decision_log.samples.toml").write_text(SAMPLE, encoding="utf-8")
    monkeypatch.setattr(type(built), "rubrics", folder)
    return built


def graded(academy, trainee="ada"):
    path = academy.of("autograded", trainee, "T1") / "T1.ipynb"
    return {one["id"]: one for one in json.loads(path.read_text(encoding="utf-8"))["cells"]}


def test_above_the_answer_stand_case_figure_scale_and_samples_in_this_order(
    sampled, submit, reference
):
    submit("ada", reference("ada"), memo="To the west.")

    grade(sampled, "T1", feedback=False)

    found = list(graded(sampled))
    place = found.index("t1_memo")
    assert found[place - 4 : place] == [
        "t1_memo-context",
        "t1_memo-figure",
        "t1_memo-rubric",
        "t1_memo-samples",
    ]


def test_the_marker_reads_in_words_where_the_original_lies(sampled, submit, reference):
    submit("ada", reference("ada"), memo="To the west.")

    grade(sampled, "T1", feedback=False)

    figure = "".join(graded(sampled)["t1_memo-figure"]["source"])
    assert "submitted/ada/T1/T1.ipynb" in figure
    assert "<a " not in figure


def test_no_trainee_sees_samples_or_the_figure_with_its_references(sampled, submit, reference):
    submit("ada", reference("ada"), memo="To the west.")
    grade(sampled, "T1")
    from_grader = "".join("".join(one["source"]) for one in graded(sampled).values())

    page = (sampled.of("feedback", "ada", "T1") / "T1.html").read_text(encoding="utf-8")

    (sample,) = load_samples(sampled.rubrics, "decision_log")
    for hidden in (sample.text, "Sample answers by level", "The same in words", "as it was handed"):
        assert hidden in from_grader
        assert hidden not in page


def test_a_task_with_samples_of_its_own_shows_these_and_not_those_of_its_scale(
    sampled, submit, reference
):
    own = SAMPLE.replace('text = "', 'text = "Her own. ')
    (sampled.rubrics / "t1_memo.samples.toml").write_text(own, encoding="utf-8")
    (kept,) = load_samples(sampled.rubrics, "decision_log")
    submit("ada", reference("ada"), memo="To the west.")

    grade(sampled, "T1", feedback=False)

    shown = "".join(graded(sampled)["t1_memo-samples"]["source"])
    assert f"Her own. {kept.text}" in shown
    assert shown.count("Level") == 1


def test_no_sample_is_in_a_release(sampled):
    released = "".join(
        path.read_text(encoding="utf-8") for path in (sampled.folder / "release").rglob("*.ipynb")
    )

    assert released
    assert "20:45" not in released


def test_a_file_of_samples_that_is_not_whole_is_told_and_stops_nothing(sampled, submit, reference):
    (sampled.rubrics / "decision_log.samples.toml").write_text("x = = 1", encoding="utf-8")
    submit("ada", reference("ada"), memo="To the west.")

    (row,) = grade(sampled, "T1", feedback=False).rows

    assert row.state == "waiting"
    assert "sample answers" in "".join(graded(sampled)["trainkit-notes"]["source"])
