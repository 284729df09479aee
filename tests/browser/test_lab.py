"""A trainee's first hour in JupyterLab, on the tiny notebook; and an instructor's first look."""

import json
from dataclasses import dataclass

import pytest
from tests.browser.pages import Desk

from trainkit.lessons.answers import append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPEED, REVEAL, HOURS = "t1_speed-decide", "t1_speed-reveal", "t1_hours-decide"


@dataclass(frozen=True)
class Lab:
    """A folder with the tiny notebook at a desk."""

    desk: Desk
    place: str

    @property
    def folder(self):
        return self.desk.served.folder / self.place

    @property
    def path(self):
        return f"{self.place}/T1/T1.ipynb"

    @property
    def url(self):
        return self.desk.served.address(self.path)


@pytest.fixture
def lab(desk, copies):
    nameless = desk("")
    return Lab(nameless, copies(nameless))


@pytest.fixture
def begun(lab):
    """The tiny notebook, run from the top, after Start by keyboard."""
    begun = lab.desk.open(lab.path)
    begun.run_all()
    begun.focus(begun.page.get_by_label("Your trainee id"))
    begun.page.keyboard.type("Ada-Strong")
    begun.page.keyboard.press("Tab")
    begun.page.keyboard.press("Enter")
    begun.says("Trainee: ada-strong.", "T1-code-002")
    return begun


def records(lab, *names):
    lines = (lab.folder / "T1" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    return [tuple(json.loads(line)[name] for name in names) for line in lines]


def test_before_start_no_error_is_shown_and_no_code(tiny_academy, serve, notebook, tmp_path):
    lab = serve(tmp_path / "stagiaire é", "T1", "--workspace", str(tiny_academy))
    opened = notebook(lab.url)

    opened.run_all()

    text = opened.page.locator(".jp-Notebook").inner_text()
    assert "Press Start at the top" in text
    assert "Error" not in text
    assert "Nobody has started" not in opened.cell("t1_speed").inner_text()
    assert "decide(" not in text
    assert "print(situation().distance_nm)" in text


def test_a_decision_is_made_saved_checked_committed_and_revealed(begun, lab):
    form = begun.cell(SPEED)
    form.get_by_label("Speed (kn)").fill("12,5")
    form.get_by_label("Inflatable").check()
    begun.says("Set now: Speed: 12.5 kn; Boat: Inflatable.", SPEED)

    begun.press("Save", SPEED)
    begun.says("Saved. It is not committed yet.", SPEED)
    begun.press("Check", SPEED)
    begun.says("Ready to commit.", SPEED)
    begun.press("Commit ...", SPEED)
    begun.says("Do you commit this?", SPEED)
    begun.shot("sure")
    begun.press("Not yet", SPEED)
    begun.says("Nothing is committed", SPEED)
    assert ("committed",) not in records(lab, "event")
    assert "is shown here after you commit it" in begun.cell(REVEAL).inner_text()
    begun.press("Commit ...", SPEED)
    begun.press("Yes, commit this answer", SPEED)

    begun.says("It is committed and counts.", SPEED)
    begun.says("you cover", REVEAL)
    begun.says("This decision is committed and counts.", "t1_speed")
    form.get_by_label("Your own line for the log").fill("Ask for the wind first.")
    begun.press("Keep", SPEED)
    begun.says("Your line is kept", SPEED)
    begun.shot("committed")
    value = {"speed_kn": 12.5, "boat": "rhib"}
    assert ("t1_speed", "committed", value, "") in records(lab, "task", "event", "value", "reason")
    assert ("reflected", "Ask for the wind first.") in records(lab, "event", "reason")


def test_a_reopened_notebook_shows_the_saved_answer_and_takes_no_second_commit(
    begun, lab, notebook
):
    begun.cell(SPEED).get_by_label("Speed (kn)").fill("9")
    begun.cell(SPEED).get_by_label("Cutter <40 m>").check()
    begun.cell(SPEED).get_by_label("Your reason").fill("Fuel.")
    begun.press("Commit ...", SPEED)
    begun.press("Yes, commit this answer", SPEED)
    begun.says("It is committed and counts.", SPEED)
    begun.cell(HOURS).get_by_label("A (h)").fill("6.5")
    begun.press("Save", HOURS)
    begun.says("Saved.", HOURS)

    again = notebook(lab.url)
    again.run_all()

    again.says("Set now: Speed: 9 kn; Boat: Cutter <40 m>.", SPEED)
    assert again.cell(SPEED).get_by_label("Your reason").input_value() == "Fuel."
    assert again.cell(SPEED).get_by_role("button", name="Committed").is_disabled()
    assert again.cell(HOURS).get_by_label("A (h)").input_value() == "6.5"
    assert "6.5 of 10 h given out, 3.5 left" in again.cell(HOURS).inner_text()


def test_the_sum_grows_while_hours_are_typed_and_too_many_cannot_be_committed(begun, lab):
    form = begun.cell(HOURS)

    form.get_by_label("A (h)").press_sequentially("7")
    begun.page.keyboard.press("Tab")
    begun.says("7 of 10 h given out, 3 left", HOURS)
    begun.page.keyboard.type("4")
    begun.page.keyboard.press("Tab")
    begun.says("1 too many: take some back", HOURS)
    begun.press("Commit ...", HOURS)

    begun.says("This cannot be committed yet.", HOURS)
    assert form.get_by_role("button", name="Yes, commit this answer").count() == 0
    assert ("committed",) not in records(lab, "event")


def test_another_trainee_is_told_that_the_folder_is_not_theirs(desk, copies):
    own = desk("ada-strong")
    lab = Lab(own, copies(own))
    answers = lab.folder / "T1" / "answers.jsonl"
    append(answers, "", "started", {"trainee": "ben", "notebook": "T1"})

    opened = own.open(lab.path)
    opened.run_all()

    assert "holds the answers of 'ben'" in opened.cell("T1-code-002").inner_text()
    assert {event for (event,) in records(lab, "event")} == {"started"}


def test_a_page_at_150_percent_fits_its_width(lab, notebook):
    opened = notebook(lab.url, zoom=1.5)
    opened.run_all()
    opened.page.get_by_label("Your trainee id").fill("ada")
    opened.press("Start", "T1-code-002")
    opened.says("Trainee: ada.", "T1-code-002")
    opened.cell(HOURS).scroll_into_view_if_needed()
    opened.shot("zoomed")

    wide = opened.page.locator(".jp-WindowedPanel-outer").evaluate(
        "panel => panel.scrollWidth - panel.clientWidth"
    )
    assert wide <= 0


def test_formgrader_lists_the_assignment_for_the_instructor(tiny_academy, serve, open_page):
    lab = serve(tiny_academy, "--workspace", str(tiny_academy), instructor=True)

    page = open_page(lab.url)

    page.get_by_role("link", name="T1").first.wait_for()
    assert "T1" in page.locator("#main_container, table").first.inner_text()
