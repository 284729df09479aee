"""The whole loop through nbgrader: released, fetched, submitted, collected, marked, exported."""

import csv
import sys

import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import get_username
from traitlets.config import Config

from trainkit.errors import TrainkitError
from trainkit.grading.building import build
from trainkit.grading.exchange.handing_out import release_to_exchange
from trainkit.grading.exporting.plugins import FinalMarkExport
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api
from trainkit.grading.pipeline import grade
from trainkit.lessons.answers import append

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nbgrader's exchange is for POSIX")


@pytest.fixture
def exchange(built):
    """The academy's exchange, as an instructor makes it: writable by everybody."""
    folder = built.folder / "exchange"
    folder.mkdir()
    folder.chmod(0o777)
    return folder


@pytest.fixture
def trainee(exchange, tmp_path, monkeypatch):
    """Run one of nbgrader's steps in the trainee's own folder, as the current user."""
    home = tmp_path / "home"
    home.mkdir()
    config = Config()
    config.CourseDirectory.course_id = "trainkit"
    config.Exchange.root = str(exchange)
    config.Exchange.cache = str(tmp_path / "cache")

    def step(name):
        monkeypatch.chdir(home)
        directory = CourseDirectory(config=config, assignment_id="T1")
        kind = getattr(ExchangeFactory(config=config), name)
        kind(coursedir=directory, authenticator=Authenticator(config=config), config=config).start()
        return home / "T1"

    return step


def test_a_trainee_fetches_submits_is_marked_and_finds_feedback(
    built, trainee, reference, tmp_path, monkeypatch
):
    user = get_username()
    build(built, "T1")

    release_to_exchange(built, "T1")
    work = trainee("FetchAssignment")
    append(work / "answers.jsonl", "", "started", {"trainee": user, "notebook": "T1"})
    for task, value in reference(user).items():
        append(work / "answers.jsonl", task, "committed", value)
    text = (work / "T1.ipynb").read_text(encoding="utf-8")
    written = text.replace("*Write your answer here.*", "We go **west** at once.")
    (work / "T1.ipynb").write_text(written, encoding="utf-8")
    trainee("Submit")
    with nbgrader_api(built) as api:
        collected = api.collect("T1")
    first = grade(built, "T1").rows[0]
    with gradebook(built) as book:
        memo = book.find_grade("t1_memo", "T1", "T1", user)
        memo.manual_score, memo.needs_manual_grade = 24.0, False
        comment = book.find_comment("t1_memo", "T1", "T1", user)
        comment.manual_comment = "Say who told you."
        book.db.commit()
    last = grade(built, "T1")
    with nbgrader_api(built) as api:
        released = api.release_feedback("T1")
    trainee("FetchFeedback")
    monkeypatch.chdir(built.folder)
    with gradebook(built) as book:
        FinalMarkExport(to=str(tmp_path / "marks.csv")).export(book)

    assert written != text
    assert collected["success"], collected
    assert released["success"], released
    assert (first.trainee, first.state, first.raw) == (user, "waiting", 70)
    assert (last.rows[0].state, last.rows[0].final, last.rows[0].passed) == ("graded", 94, True)
    (page,) = (work / "feedback").rglob("T1.html")
    told = page.read_text(encoding="utf-8")
    assert "Final mark: 94 of 100" in told
    assert "Say who told you." in told
    assert "We go <strong>west</strong> at once." in told
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["trainee"], line["final"], line["passed"]) == (user, "94.0", "yes")
    assert line["submitted_at"]


def test_an_exchange_that_cannot_be_used_is_told_in_one_sentence(built):
    (built.folder / "exchange").write_text("a file", encoding="utf-8")

    with pytest.raises(TrainkitError, match="Putting T1 into the exchange failed") as caught:
        release_to_exchange(built, "T1")

    assert "Traceback" not in str(caught.value)
