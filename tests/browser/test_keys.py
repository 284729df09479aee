"""By keyboard alone: controls keep their keys from the shortcuts of JupyterLab."""

import json

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPEED = "t1_speed-decide"
FLEET = """
from ipywidgets import HTML, VBox
from trainkit.lessons.controls import control
from trainkit.lessons.field import Choice
from trainkit.views import front
fleet = control(Choice("unit", "Unit", tuple((f"u{n}", f"Unit {n}") for n in range(1, 13))))
said = HTML("Nothing is set.")
fleet.observe(lambda: setattr(said, "value", f"Set: {fleet.read()}."))
front.show(VBox([fleet.widget, said]), "Unit")
"""
LEVERS = """
from dataclasses import replace
from trainkit import load
from trainkit.views.explore import explore
day = replace(load("trainkit/joint-season"), horizon_h=24.0)
explore(day, ["sharing", "most_units"], "person_hours_in_distress_h", n=40)
"""
INSERT = """([id, source]) => jupyterapp.shell.currentWidget.content.model.sharedModel.addCell(
    {cell_type: "code", id, source})"""


@pytest.fixture(scope="module")
def place(desks, copies):
    """The folder of the tiny notebook at a trainee's desk."""
    return copies(desks("ada-strong"))


@pytest.fixture
def opened(desk, place):
    """The tiny notebook of a trainee who has started, with more controls below, all of it run.

    It is opened once for all tests here: each looks at controls of its own.
    """
    own, path = desk("ada-strong"), f"{place}/T1/T1.ipynb"
    fresh = own.path != path
    one = own.open(path)
    if fresh:
        for added in (("fleet", FLEET), ("levers", LEVERS)):
            one.page.evaluate(INSERT, added)
        one.run_all()
    return one


def press(opened, *keys):
    for key in keys:
        opened.page.keyboard.press(key)


def focused(opened):
    return opened.page.evaluate("document.activeElement.closest('label, button').innerText.trim()")


def test_the_third_option_is_chosen_and_saved_with_tab_and_arrow_keys(opened, desk, place):
    opened.focus(opened.cell(SPEED).get_by_label("Speed (kn)"))

    press(opened, "Tab", "ArrowDown", "ArrowDown")
    opened.says("Boat: Launch.", SPEED)
    assert focused(opened) == "Launch"
    press(opened, "Tab", "Tab")
    assert focused(opened) == "Save"
    press(opened, "Space")
    opened.says("Saved.", SPEED)

    answers = desk("ada-strong").served.folder / place / "T1" / "answers.jsonl"
    lines = answers.read_text(encoding="utf-8").splitlines()
    saved = [one for one in map(json.loads, lines) if one["event"] == "saved"]
    assert [one["value"] for one in saved] == [{"boat": "launch"}]


def test_the_third_of_many_in_a_list_is_chosen_with_arrow_keys(opened):
    opened.focus(opened.cell("fleet").get_by_label("Unit"))

    press(opened, "ArrowDown", "ArrowDown", "ArrowDown")

    opened.says("Set: u3.", "fleet")


def test_letters_that_delete_a_cell_elsewhere_do_nothing_on_a_radio_button(opened):
    cells = opened.page.locator(".jp-Notebook .jp-Cell").count()
    opened.focus(opened.cell(SPEED).get_by_label("Inflatable"))

    press(opened, "d", "d", "x")

    assert opened.page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_levers_of_the_joint_model_answer_their_keys_in_jupyterlab(opened):
    levers = opened.cell("levers")
    sharing = levers.get_by_label("What the partner's rescue centre is given")
    opened.focus(sharing)

    press(opened, "ArrowDown", "ArrowDown")
    opened.says("is given: alone), run by run", "levers")
    opened.says("40 runs, in the same luck", "levers")
    assert sharing.evaluate("one => one.selectedOptions[0].textContent") == "picture"
    press(opened, "Tab", "ArrowLeft")

    opened.says("sent to one case 4), run by run", "levers")
    opened.shot("levers")
