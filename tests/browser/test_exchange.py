"""A notebook goes out and comes back by the buttons of nbgrader's pages, over a plain folder."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.browser.notebook import PATIENCE_S

from trainkit.grading.exchange.folders import Folders
from trainkit.lessons.answers import append
from trainkit.lessons.reading import read

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("mathjax_aside")]

WORKED = {"started", "saved", "committed"}


@pytest.fixture(scope="module")
def formgrader(module_pages, serve_module):
    """Open the instructor's page of an academy."""

    def formgrader(academy):
        lab = serve_module(academy, "--workspace", str(academy), instructor=True)
        return module_pages.open(lab.url)

    return formgrader


@pytest.fixture(scope="module")
def assignments(module_pages, serve_module):
    """Open the Assignment List of a trainee who has nothing but the folder of an exchange."""

    def assignments(folder, exchange):
        lab = serve_module(folder, "--exchange", str(exchange), "--trainee", "ada")
        page = module_pages.open(lab.url)
        look_at_list(page)
        return page

    return assignments


def look_at_list(page):
    """Open the Assignment List, or come back to it."""
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").click()


def press(page, column):
    """Press a button in formgrader's only row; return what its dialog says."""
    page.locator(f"td.{column} a").click()
    page.get_by_role("button", name="OK").wait_for()
    said = page.locator(".modal.in .modal-body").inner_text()
    page.get_by_role("button", name="OK").click()
    page.locator(".modal.in").wait_for(state="detached")
    return said


def work(folder):
    """Do part of the work, as the notebook's forms keep it."""
    answers = folder / "answers.jsonl"
    append(answers, "", "started", {"trainee": "ada", "notebook": "T1"})
    append(answers, "t1_hours", "committed", {"hours": {"A": 10, "B": 0}})


@pytest.fixture(scope="module")
def picture(shots):
    """Keep a picture of a page, where somebody wants pictures."""

    def picture(page, name):
        if "TRAINKIT_SCREENSHOTS" in os.environ:
            page.screenshot(path=shots / f"{name}.png")

    return picture


def fetch(page):
    """Press Fetch for the only notebook, and return the part of the page that lists the copy."""
    page.locator("#released_assignments_list").get_by_text("Fetch", exact=True).click()
    fetched = page.locator("#fetched_assignments_list")
    fetched.get_by_text("Submit", exact=True).wait_for()
    return fetched


def validate(page):
    """Press Validate for the only notebook, and return what its dialog says."""
    page.locator("#fetched_assignments_list").get_by_role("button", name="Validate").click()
    page.locator(".jp-Dialog").wait_for(timeout=PATIENCE_S * 1000)
    said = page.locator(".jp-Dialog").inner_text()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-Dialog").wait_for(state="detached")
    return said


def contents(folder):
    """Return the bytes of every file below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Round:
    """A notebook that went out and came back: where, in which pages, and what was said."""

    academy: Path
    own: Path
    instructor: Any
    trainee: Any
    released: str
    collected: str
    counted: str
    fetched: bytes
    handed_in: bytes

    @property
    def exchange(self):
        return Folders(self.academy / "exchange")

    @property
    def submitted(self):
        return self.trainee.locator("#submitted_assignments_list")


@pytest.fixture(scope="module")
def came_back(formgrader, assignments, make_tiny, tmp_path_factory, picture):
    """The tiny notebook, released, fetched, worked on, handed in and collected by buttons."""
    academy, own = make_tiny(), tmp_path_factory.mktemp("own") / "stagiaire é"
    instructor = formgrader(academy)
    released = press(instructor, "release")
    page = assignments(own, academy / "exchange")
    lists = fetch(page)
    fetched = (own / "T1" / "T1.ipynb").read_bytes()
    work(own / "T1")
    lists.get_by_text("Submit", exact=True).click()
    page.locator("#submitted_assignments_list").get_by_text("T1").first.wait_for()
    picture(page, "assignments")
    collected = press(instructor, "collect")
    picture(instructor, "collected")
    counted = instructor.locator("td.num-submissions").inner_text()
    answers = (own / "T1" / "answers.jsonl").read_bytes()
    return Round(academy, own, instructor, page, released, collected, counted, fetched, answers)


def test_a_notebook_is_released_fetched_handed_in_and_collected_by_buttons(came_back):
    own, academy = came_back.own, came_back.academy

    assert "Successfully released 'T1'" in came_back.released
    assert came_back.fetched == (academy / "release" / "T1" / "T1.ipynb").read_bytes()
    (handed,) = came_back.exchange.inbox.glob("T1-*.zip")
    (kept,) = (own / "handed-in").glob("*.zip")
    assert handed.read_bytes() == kept.read_bytes()
    assert "Successfully collected submissions of 'T1'" in came_back.collected
    taken = academy / "submitted" / "ada" / "T1"
    assert (taken / "answers.jsonl").read_bytes() == came_back.handed_in
    assert came_back.counted == "1"


def test_validate_says_which_decisions_are_open_and_decides_nothing(came_back, picture):
    own, page = came_back.own, came_back.trainee
    notebook, answers = own / "T1" / "T1.ipynb", own / "T1" / "answers.jsonl"
    look_at_list(page)
    page.locator("#fetched_assignments_list").get_by_text("T1", exact=True).first.click()
    append(answers, "t1_speed", "saved", {"speed_kn": 12, "boat": "rhib"})
    before = contents(own)

    half = validate(page)
    after = contents(own)
    append(answers, "t1_speed", "committed", {"speed_kn": 12, "boat": "rhib"})
    text = notebook.read_text(encoding="utf-8")
    assert "*Write your answer here.*" in text
    notebook.write_text(text.replace("*Write your answer here.*", "We go."), encoding="utf-8")
    whole = validate(page)
    picture(page, "validated")

    assert "Speed: saved, not committed. Only a committed answer counts." in half
    assert "You did not provide a response." in half
    assert "t1_hours" not in half
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == [answers]
    assert after[answers].startswith(before[answers])
    assert {record.event for record in read(answers).records} == WORKED | {"checked"}
    assert "Success! Your notebook passes all the tests." in whole


def test_feedback_goes_back_by_buttons_and_opens_in_the_trainees_browser(came_back, picture):
    own, exchange, submitted = came_back.own, came_back.exchange, came_back.submitted
    formgrader, page = came_back.instructor, came_back.trainee
    look_at_list(page)

    formgrader.locator("td.num-submissions a").click()
    graded = press(formgrader, "autograde")
    formgrader.get_by_role("link", name="Manage Assignments").click()
    made = press(formgrader, "generate-feedback")
    released = press(formgrader, "release-feedback")
    page.locator("#refresh_assignments_list").click()
    submitted.get_by_text("(feedback available to fetch)").wait_for()
    submitted.get_by_role("button", name="Fetch Feedback").click()
    submitted.get_by_text("(view feedback)").click()
    page.locator(".jp-DirListing-item", has_text="T1.html").dblclick()
    shown = page.frame_locator("iframe").locator("body")
    shown.get_by_text("Final mark").first.wait_for()
    picture(page, "viewed")

    assert "Successfully autograded 'T1' for student 'ada'" in graded
    assert "Successfully generated feedback of 'T1'" in made
    assert "WARNING" not in graded + made + released
    assert "Successfully released feedback of 'T1'" in released
    assert exchange.feedback("T1", "ada").is_file()
    assert "Points: 40 of 100" in shown.inner_text()
    assert "Final mark: 40 of 100; 60 are needed to pass." in shown.inner_text()
    (fetched,) = (own / "T1" / "feedback").glob("*/T1.html")
    made_here = came_back.academy / "feedback" / "ada" / "T1" / "T1.html"
    assert fetched.read_bytes() == made_here.read_bytes()
