"""A notebook goes out and comes back by the buttons of nbgrader's pages, over a plain folder."""

import os
from pathlib import Path

import pytest
from tests.browser.conftest import PATIENCE_S

from trainkit.grading.academy import open_academy
from trainkit.grading.exchange.folders import Folders
from trainkit.grading.exchange.handing_out import release_to_exchange
from trainkit.lessons.answers import append
from trainkit.lessons.reading import read

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORKED = {"started", "saved", "committed"}


@pytest.fixture
def formgrader(open_page, serve, tiny_academy, outside):
    """The instructor's page of the academy."""
    lab = serve(tiny_academy, "--workspace", str(tiny_academy), instructor=True)
    yield open_page(lab.url)
    # nbgrader's own page asks for MathJax and does without; nothing of ours asks for anything
    outside[:] = [address for address in outside if "/mathjax/" not in address]


@pytest.fixture
def assignments(open_page, serve, tmp_path):
    """Open the Assignment List of a trainee who has nothing but the folder of an exchange."""

    def assignments(folder, exchange):
        lab = serve(folder, "--exchange", str(exchange), "--trainee", "ada")
        page = open_page(lab.url)
        page.get_by_role("menuitem", name="Nbgrader").click()
        page.get_by_role("menuitem", name="Assignment List").click()
        return page

    return assignments


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


def picture(page, name, tmp_path):
    """Keep a picture of a page where pictures are asked for."""
    shots = Path(os.environ.get("TRAINKIT_SCREENSHOTS") or tmp_path / "screenshots")
    shots.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=shots / f"{name}.png")


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


def test_a_notebook_is_released_fetched_handed_in_and_collected_by_buttons(
    formgrader, assignments, tiny_academy, tmp_path
):
    own, exchange = tmp_path / "stagiaire é", Folders(tiny_academy / "exchange")

    released = press(formgrader, "release")
    page = assignments(own, exchange.root)
    fetched = fetch(page)
    work(own / "T1")
    fetched.get_by_text("Submit", exact=True).click()
    page.locator("#submitted_assignments_list").get_by_text("T1").first.wait_for()
    picture(page, "assignments", tmp_path)
    collected = press(formgrader, "collect")
    picture(formgrader, "collected", tmp_path)

    assert "Successfully released 'T1'" in released
    assert (own / "T1" / "T1.ipynb").read_bytes() == (
        tiny_academy / "release" / "T1" / "T1.ipynb"
    ).read_bytes()
    (handed,) = exchange.inbox.glob("T1-*.zip")
    (kept,) = (own / "handed-in").glob("*.zip")
    assert handed.read_bytes() == kept.read_bytes()
    assert "Successfully collected submissions of 'T1'" in collected
    taken = tiny_academy / "submitted" / "ada" / "T1"
    assert (taken / "answers.jsonl").read_bytes() == (own / "T1" / "answers.jsonl").read_bytes()
    assert formgrader.locator("td.num-submissions").inner_text() == "1"


def test_validate_says_which_decisions_are_open_and_decides_nothing(
    assignments, tiny_academy, tmp_path
):
    own = tmp_path / "stagiaire é"
    notebook, answers = own / "T1" / "T1.ipynb", own / "T1" / "answers.jsonl"
    release_to_exchange(open_academy(tiny_academy), "T1")
    page = assignments(own, tiny_academy / "exchange")
    fetch(page).get_by_text("T1", exact=True).first.click()
    work(own / "T1")
    append(answers, "t1_speed", "saved", {"speed_kn": 12, "boat": "rhib"})
    before = contents(own)

    half = validate(page)
    after = contents(own)
    append(answers, "t1_speed", "committed", {"speed_kn": 12, "boat": "rhib"})
    text = notebook.read_text(encoding="utf-8")
    assert "*Write your answer here.*" in text
    notebook.write_text(text.replace("*Write your answer here.*", "We go."), encoding="utf-8")
    whole = validate(page)
    picture(page, "validated", tmp_path)

    assert "Speed: saved, not committed. Only a committed answer counts." in half
    assert "You did not provide a response." in half
    assert "t1_hours" not in half
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == [answers]
    assert after[answers].startswith(before[answers])
    assert {record.event for record in read(answers).records} == WORKED | {"checked"}
    assert "Success! Your notebook passes all the tests." in whole


def handed_in(formgrader, page, own):
    """Release, fetch, work, hand in and collect T1."""
    press(formgrader, "release")
    fetched = fetch(page())
    work(own / "T1")
    fetched.get_by_text("Submit", exact=True).click()
    submitted = fetched.page.locator("#submitted_assignments_list")
    submitted.get_by_text("T1").first.wait_for()
    press(formgrader, "collect")
    return submitted


def test_feedback_goes_back_by_buttons_and_opens_in_the_trainees_browser(
    formgrader, assignments, tiny_academy, tmp_path
):
    own, exchange = tmp_path / "stagiaire é", Folders(tiny_academy / "exchange")
    submitted = handed_in(formgrader, lambda: assignments(own, exchange.root), own)
    page = submitted.page

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
    picture(page, "viewed", tmp_path)

    assert "Successfully autograded 'T1' for student 'ada'" in graded
    assert "Successfully generated feedback of 'T1'" in made
    assert "WARNING" not in graded + made + released
    assert "Successfully released feedback of 'T1'" in released
    assert exchange.feedback("T1", "ada").is_file()
    assert "Points: 40 of 100" in shown.inner_text()
    assert "Final mark: 40 of 100; 60 are needed to pass." in shown.inner_text()
    (fetched,) = (own / "T1" / "feedback").glob("*/T1.html")
    made_here = tiny_academy / "feedback" / "ada" / "T1" / "T1.html"
    assert fetched.read_bytes() == made_here.read_bytes()
