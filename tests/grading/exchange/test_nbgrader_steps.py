"""The whole loop through nbgrader's own API and the handlers of its pages, over plain folders."""

import csv
import sys
import zipfile

import pytest
from nbgrader.apps import api as nbgrader_api_module
from nbgrader.server_extensions.assignment_list.handlers import AssignmentList

from trainkit.errors import TrainkitError
from trainkit.grading.academy import open_academy
from trainkit.grading.building import build
from trainkit.grading.exchange.handing_out import release_to_exchange
from trainkit.grading.export import FinalMarkExport
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api
from trainkit.grading.pipeline import grade
from trainkit.lab.home import furnished
from trainkit.lab.profile import Profile


@pytest.fixture(params=["linux", "win32"])
def platform(request, monkeypatch):
    """The system that nbgrader believes to run on, as it asks itself."""
    monkeypatch.setattr(nbgrader_api_module, "sys", sys)
    monkeypatch.setattr(sys, "platform", request.param)
    return request.param


@pytest.fixture
def academy(built, platform):
    """The academy, opened on that system."""
    return open_academy(built.folder)


@pytest.fixture
def pages(built, machine, tmp_path, monkeypatch):
    """The handlers behind the Assignment List, as `trainkit lab` sets them up for a trainee."""

    def pages(trainee):
        own = tmp_path / f"home of {trainee}"
        own.mkdir(exist_ok=True)
        machine(trainee)
        monkeypatch.setenv("TRAINKIT_TRAINEE", trainee)
        home = furnished(Profile(own, "/lab", exchange=built.folder / "exchange"), 8901)
        for name, value in home.environment().items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(own)
        manager = AssignmentList()
        manager.root_dir = str(own)
        return manager, own

    return pages


def done(result):
    assert result["success"], result
    return result.get("value")


def test_a_trainee_fetches_submits_is_marked_and_finds_feedback(
    academy, pages, machine, work, tmp_path, monkeypatch
):
    build(academy, "T1")
    with nbgrader_api(academy) as api:
        before = api.get_assignment("T1")
        done(api.release_assignment("T1"))
        after = api.get_assignment("T1")

    manager, own = pages("ada")
    (released,) = done(manager.list_assignments("trainkit"))
    done(manager.fetch_assignment("trainkit", "T1"))
    work(own / "T1", "ada")
    text = (own / "T1" / "T1.ipynb").read_text(encoding="utf-8")
    written = text.replace("*Write your answer here.*", "We go **west** at once.")
    (own / "T1" / "T1.ipynb").write_text(written, encoding="utf-8")
    done(manager.submit_assignment("trainkit", "T1"))
    fetched, submitted = done(manager.list_assignments("trainkit"))

    machine("academy")
    with nbgrader_api(academy) as api:
        done(api.collect("T1"))
    first = grade(academy, "T1").rows[0]
    with gradebook(academy) as book:
        memo = book.find_grade("t1_memo", "T1", "T1", "ada")
        memo.manual_score, memo.needs_manual_grade = 24.0, False
        comment = book.find_comment("t1_memo", "T1", "T1", "ada")
        comment.manual_comment = "Say who told you."
        book.db.commit()
    last = grade(academy, "T1").rows[0]
    with nbgrader_api(academy) as api:
        done(api.release_feedback("T1"))

    manager, own = pages("ada")
    ready = done(manager.list_assignments("trainkit"))[1]["submissions"][0]
    done(manager.fetch_feedback("trainkit", "T1"))
    have = done(manager.list_assignments("trainkit"))[1]["submissions"][0]
    monkeypatch.chdir(academy.folder)
    with gradebook(academy) as book:
        FinalMarkExport(to=str(tmp_path / "marks.csv")).export(book)

    assert (before["releaseable"], before["status"], after["status"]) == (True, "draft", "released")
    assert (released["status"], fetched["status"]) == ("released", "fetched")
    assert (submitted["status"], submitted["student_id"]) == ("submitted", "ada")
    assert (first.trainee, first.state, first.raw) == ("ada", "waiting", 70)
    assert (last.state, last.final, last.passed) == ("graded", 94, True)
    assert (ready["has_exchange_feedback"], ready["has_local_feedback"]) == (True, False)
    assert (have["has_local_feedback"], have["feedback_updated"]) == (True, False)
    told = (own / have["local_feedback_path"] / "T1.html").read_text(encoding="utf-8")
    assert "Final mark: 94 of 100" in told
    assert "Say who told you." in told
    assert "We go <strong>west</strong> at once." in told
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["trainee"], line["final"], line["passed"]) == ("ada", "94.0", "yes")
    assert line["submitted_at"]


def test_a_second_fetch_leaves_the_work_that_is_there(built, pages, work):
    release_to_exchange(built, "T1")
    manager, own = pages("ada")
    done(manager.fetch_assignment("trainkit", "T1"))
    (own / "T1" / "T1.ipynb").write_bytes(b"work of a day")

    again = manager.fetch_assignment("trainkit", "T1")

    assert not again["success"]
    assert "You have T1 already" in again["value"]
    assert (own / "T1" / "T1.ipynb").read_bytes() == b"work of a day"


def test_feedback_holds_a_trainees_own_page_alone(built, pages, machine, work):
    release_to_exchange(built, "T1")
    for trainee in ("ada", "ben"):
        manager, own = pages(trainee)
        done(manager.fetch_assignment("trainkit", "T1"))
        work(own / "T1", trainee)
        done(manager.submit_assignment("trainkit", "T1"))
    machine("academy")
    with nbgrader_api(built) as api:
        done(api.collect("T1"))
        grade(built, "T1")
        done(api.release_feedback("T1"))

    pages_out = sorted((built.folder / "exchange" / "outbox" / "feedback").iterdir())
    manager, own = pages("ben")
    done(manager.fetch_feedback("trainkit", "T1"))

    assert [path.name for path in pages_out] == ["T1-ada.zip", "T1-ben.zip"]
    with zipfile.ZipFile(pages_out[0]) as archive:
        assert sorted(archive.namelist()) == ["T1/T1.html", "T1/feedback.json"]
        content = archive.read("T1/T1.html") + archive.read("T1/feedback.json")
    assert b"ben" not in content
    (page,) = (own / "T1" / "feedback").rglob("*.html")
    assert page.read_bytes() == built.of("feedback", "ben", "T1").joinpath("T1.html").read_bytes()


def test_a_stick_that_is_unplugged_loses_nothing_and_is_said(built, pages, work):
    release_to_exchange(built, "T1")
    manager, own = pages("ada")
    done(manager.fetch_assignment("trainkit", "T1"))
    work(own / "T1", "ada")
    (built.folder / "exchange").rename(built.folder / "unplugged")

    refused = manager.submit_assignment("trainkit", "T1")

    assert "plug it in" in refused["value"]
    assert len(list((own / "handed-in").glob("T1-ada-*.zip"))) == 1


def test_collecting_takes_the_good_in_and_says_what_was_refused(built, pages, machine, work):
    release_to_exchange(built, "T1")
    manager, own = pages("ada")
    done(manager.fetch_assignment("trainkit", "T1"))
    work(own / "T1", "ada")
    done(manager.submit_assignment("trainkit", "T1"))
    (built.folder / "exchange" / "inbox" / "T1-ben-20260101T120000Z.zip").write_bytes(b"PK no zip")
    machine("academy")

    with nbgrader_api(built) as api:
        result = api.collect("T1")

    assert not result["success"]
    assert "1 submissions were taken in, and 1 refused" in result["log"]
    assert built.of("submitted", "ada", "T1").is_dir()


def test_unreleasing_takes_the_zip_out_and_keeps_what_was_handed_in(built, pages, machine, work):
    release_to_exchange(built, "T1")
    manager, own = pages("ada")
    done(manager.fetch_assignment("trainkit", "T1"))
    work(own / "T1", "ada")
    done(manager.submit_assignment("trainkit", "T1"))
    machine("academy")

    with nbgrader_api(built) as api:
        done(api.unrelease("T1"))
        released = api.get_released_assignments()

    assert released == set()
    assert len(list((built.folder / "exchange" / "inbox").glob("*.zip"))) == 1


def test_an_exchange_that_cannot_be_used_is_told_in_one_sentence(built):
    (built.folder / "exchange").write_text("a file", encoding="utf-8")

    with pytest.raises(TrainkitError, match="Putting T1 into the exchange failed") as caught:
        release_to_exchange(built, "T1")

    assert "Traceback" not in str(caught.value)
