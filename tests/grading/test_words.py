"""What is shown of a submission: points and reasons, written answers, never anything active."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.grading import cells
from trainkit.grading.lenient import read_leniently
from trainkit.grading.report import Row
from trainkit.grading.scoring import Scored
from trainkit.grading.setaside import strange_files
from trainkit.grading.wording import mark_html, notes_html, safe, scored_html, scored_text
from trainkit.grading.written import UNTYPESET, safe_html, written_answers
from trainkit.lessons.score import Criterion, RedLine, Score
from trainkit.lessons.task import Task

HARMLESS = frozenset(
    [
        "blockquote",
        "br",
        "code",
        "del",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
    ]
)
WRAPPER = '<div class="tex2jax_ignore mathjax_ignore">'
"""MathJax skips what is in these: tex2jax_ignore is the class of its version 2, the other of 3."""
TASK = Task(id="x", title="X", question="?", points=30)
BREACH = Score(
    (Criterion("Lives", 0.5, 20, "Half of them.", life=True), Criterion("Order", 1, 10, "Done.")),
    (RedLine("R1", 3, "Boarded <first>."),),
    "They were found.",
)


def test_points_are_told_behind_the_gate_of_life():
    told = scored_text(Scored(TASK, "scored", 15, BREACH))

    assert "Lives (life): 10.0 of 20. Half of them." in told
    assert "Order: 5.0 of 10. Done." in told
    assert "Red line R1 (rescue delayed for enforcement), entry 3 of the log" in told


def test_html_and_text_say_the_same_and_html_escapes():
    told = scored_html(Scored(TASK, "scored", 15, BREACH))

    assert "10.0 of 20" in told
    assert "Boarded &lt;first&gt;." in told
    assert "Life comes first" in told


@pytest.mark.parametrize("state", ["unanswered", "refused", "held"])
def test_what_has_no_score_says_why(state):
    one = Scored(TASK, state, told="Because <of> it.")

    assert scored_html(one) == "<p>Because &lt;of&gt; it.</p>"
    assert scored_text(one) == "Because <of> it."


@given(st.text())
def test_a_name_from_outside_is_one_line_without_markup(text):
    found = safe(text)

    assert not set(found) & set("<>\"'$\n\r\u202e\x1b")


@given(
    st.text(alphabet="<>/=\"'()[]!`*_#-\n\r\t &;:$\\abcdefghijklmnoprstuvx\u202e\x1b", max_size=80)
)
def test_a_written_answer_is_one_block_without_attributes_links_or_formulas(text):
    found = safe_html(text)

    assert found.startswith(WRAPPER)
    assert found.endswith("</div>")
    assert not set(found) & set("\n\r$\u202e\x1b")
    tags = {part.partition(">")[0].strip("/ ") for part in found[len(WRAPPER) :].split("<")[1:]}
    assert tags <= HARMLESS


def test_marks_of_an_author_stay_where_they_are_harmless():
    found = safe_html("**Now**\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |")

    for tag in ("<strong>Now</strong>", "<li>one</li>", "<td>1</td>"):
        assert tag in found


def test_no_formula_is_made_of_what_a_trainee_caused_to_be_shown():
    score = Score((Criterion("\\(a\\)", 1, 30, "\\[b\\]"),))
    row = Row("T1", "ada", "failed", notes=("$$c$$",))

    shown = [
        safe_html("\\(\\href{javascript:a()}{x}\\)"),
        scored_html(Scored(TASK, "scored", 30, score)),
        notes_html(["$$c$$"]),
        mark_html(row, 60),
    ]

    assert f"<div {UNTYPESET}>" == WRAPPER
    assert all(UNTYPESET in html.partition(">")[0] for html in shown)


def test_deeply_nested_marks_are_shown_as_they_are():
    assert "<div" in safe_html(">" * 20_000 + "a")


def taken(*pairs):
    made = [
        cells.markdown(f"taken-{place}", text, {"names": list(names)})
        for place, (names, text) in enumerate(pairs)
    ]
    return cells.notebook(made)


def test_the_first_text_of_a_doubled_cell_counts_and_is_told():
    texts, flaws = written_answers(taken((["m"], "one"), (["m"], "two")), {"m": "*Write*"})

    assert texts == {"m": "one"}
    assert "2 times" in flaws[0]


def test_what_stood_there_before_is_no_answer():
    assert written_answers(taken((["m"], "*Write* \n")), {"m": "*Write*"}) == ({}, [])


def test_a_text_is_found_by_the_cells_own_id_when_its_grade_id_was_changed():
    assert written_answers(taken((["mine", "m"], "one")), {"m": ""}) == ({"m": "one"}, [])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_as_a_notebook_or_told(content):
    found = read_leniently(content)

    assert found.cells == []
    assert found.metadata.flaws


NAMES = ["cells", "metadata", "nbgrader", "grade_id", "id", "source", "kernelspec", "name"]
LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
JSON = st.deferred(
    lambda: (
        LEAF
        | st.lists(JSON, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES), JSON, max_size=5)
    )
)


@given(st.dictionaries(st.sampled_from(["cells", "metadata", "nbformat"]), JSON))
def test_any_json_is_read_as_a_notebook(content):
    found = read_leniently(json.dumps(content).encode())

    texts, _ = written_answers(found, {"t1_memo": ""})
    assert all(cell.cell_type == "markdown" for cell in found.cells)
    assert set(texts) <= {"t1_memo"}


def test_only_what_belongs_stays_and_nothing_is_deleted(tmp_path):
    folder = tmp_path / "submitted" / "ada" / "T1"
    folder.mkdir(parents=True)
    for name in ("T1.ipynb", "answers.jsonl", "submission_secret.txt", "a.py", "E1.ipynb"):
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "timestamp.txt").write_text("2030-01-01 00:00:00 UTC", encoding="utf-8")
    (folder / "sub").mkdir()

    moved = strange_files(folder, tmp_path / "aside")

    assert moved == ["E1.ipynb", "a.py", "sub"]
    assert {path.name for path in folder.iterdir()} == {
        "T1.ipynb",
        "answers.jsonl",
        "submission_secret.txt",
        "timestamp.txt",
    }
    (place,) = (tmp_path / "aside").iterdir()
    assert (place / "a.py").read_text(encoding="utf-8") == "a.py"


@pytest.mark.parametrize("text", ["soon", "x" * 2_000, ""])
def test_a_stamp_that_would_stop_nbgrader_is_set_aside(tmp_path, text):
    folder = tmp_path / "submitted" / "ada" / "T1"
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text(text, encoding="utf-8")

    assert strange_files(folder, tmp_path / "aside") == ["timestamp.txt"]
