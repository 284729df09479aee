"""A notebook goes out and comes back by the buttons of nbgrader's pages, over a plain folder."""

import os
from pathlib import Path

import pytest

from trainkit.grading.exchange.folders import Folders
from trainkit.lessons.answers import append

pytestmark = [pytest.mark.browser, pytest.mark.slow]


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


def test_a_notebook_is_released_fetched_handed_in_and_collected_by_buttons(
    formgrader, assignments, tiny_academy, tmp_path
):
    own, exchange = tmp_path / "stagiaire é", Folders(tiny_academy / "exchange")

    released = press(formgrader, "release")
    page = assignments(own, exchange.root)
    page.locator("#released_assignments_list").get_by_text("Fetch", exact=True).click()
    fetched = page.locator("#fetched_assignments_list")
    fetched.get_by_text("Submit", exact=True).wait_for()
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
