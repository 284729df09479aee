"""Hostile and broken submissions: nothing is run, nothing is lost, and the neighbour has a mark."""

import sys

import pytest
from tests.grading.hostile import stock

from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade

DRAWN = [
    pytest.param(name, marks=() if name in stock.SAMPLE else pytest.mark.long)
    for name in stock.CASES
]


@pytest.mark.parametrize("name", DRAWN)
def test_a_submission_is_data_whatever_it_holds(built, submit, reference, tmp_path, name):
    change, raw, memo, words = stock.CASES[name]
    canary = tmp_path / "canary"
    submit("ben", reference("ben"), memo="To the east.")
    change(submit("eve", reference("eve"), memo="We go west."), canary)
    before = _gradebook(built)

    ben, eve = grade(built, "T1").rows

    assert not canary.exists()
    assert (ben.state, ben.raw, ben.notes) == ("waiting", 70, ())
    assert (eve.raw, eve.out_of) == (raw, 100)
    assert eve.state == _state(memo, words)
    assert any(words in note for note in eve.notes) or not words
    assert _gradebook(built) == before
    assert {path.name for path in (built.folder / "submitted").iterdir()} == {"ben", "eve"}


def _gradebook(academy):
    """Return which file the gradebook is; one on a server has none, and must not get one."""
    path = academy.folder / "gradebook.db"
    return path.stat().st_ino if path.exists() else None


def _state(memo, words):
    """Return the state of a submission that is whole, lacks the memo, or is unreadable."""
    unread = ("no JSON", "no text in UTF-8", "cannot be read", "it is empty", "today's format")
    return "waiting" if memo else "partly" if words in unread else "graded"


def test_what_does_not_belong_never_reaches_the_graded_folder(built, submit, reference, tmp_path):
    for name in ("own modules", "links"):
        stock.CASES[name][0](submit(name.replace(" ", "-"), reference("eve")), tmp_path / "no")

    grade(built, "T1")

    graded = {path.name for path in (built.folder / "autograded").rglob("*") if path.is_file()}
    aside = {path.name for path in (built.folder / "inbox" / "set-aside").rglob("*")}
    assert graded == {"T1.ipynb", "answers.jsonl"}
    assert {"simpy.py", "gradebook.db", "loop"} <= aside
    assert "scoring" not in sys.modules


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](https://example.org/a.png)",
        "<iframe src='https://example.org'></iframe>",
        "</div></body><script>alert(1)</script>",
        "$\\href{javascript:alert(1)}{x}$",
        "<svg/onload=alert(1)>",
    ],
)
def test_what_was_written_is_shown_and_never_active(built, submit, text):
    submit("eve", memo=f"We go west. {text}")

    grade(built, "T1")

    page = (built.of("feedback", "eve", "T1") / "T1.html").read_text(encoding="utf-8")
    shown = page[page.index("We go west.") :]
    assert "<script>alert" not in page
    assert "onerror=alert" not in page.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert not any(
        tag in shown
        for tag in ("<img", "<iframe", "<svg", 'href="javascript', 'example.org/a.png"')
    )


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", "<img src=x onerror=alert(1)>"],
)
def test_what_a_marker_typed_is_shown_and_never_active(built, submit, text):
    submit("eve", memo="We go west.")
    grade(built, "T1")
    with gradebook(built) as book:
        book.find_comment("t1_memo", "T1", "T1", "eve").manual_comment = f"Say **who**. {text}"
        book.db.commit()

    grade(built, "T1", again=True)

    page = (built.of("feedback", "eve", "T1") / "T1.html").read_text(encoding="utf-8")
    assert "Say <strong>who</strong>." in page
    assert not any(tag in page for tag in ("<script>alert", "<img src=x", 'href="javascript'))
