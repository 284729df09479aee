"""E1 with the overlay of the how-to page: points, text, due date and a task of one's own."""

import re
from pathlib import Path

import nbformat
import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.grading.overlay import keys_of, lesson_of
from trainkit.grading.overlay.beginning import begin_overlay
from trainkit.grading.overlay.reading import overlay_of
from trainkit.grading.seeds import hidden_luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "change-a-notebook.md"
KEY = bytes(range(32))


@pytest.fixture
def academy(tmp_path, monkeypatch):
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    init_academy(tmp_path / "académie", tmp_path / "a.key")
    return open_academy(tmp_path / "académie")


def page_text():
    return "\n".join(re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))


def test_a_new_overlay_changes_nothing_and_all_that_it_shows_fits(academy):
    path = begin_overlay(academy, "E1")
    assert overlay_of(academy, "E1").lesson.tasks == lesson("E1").tasks

    lines = path.read_text(encoding="utf-8").splitlines()
    shown = [line.removeprefix("# ") for line in lines if _is_toml(line)]
    path.write_text("\n".join(shown), encoding="utf-8")

    found = overlay_of(academy, "E1")
    assert [own.task.id for own in found.changes.own] == ["e1_own_channel", "e1_own_note"]
    assert found.due is not None
    assert found.inserts.top


def _is_toml(line):
    return bool(re.match(r"(# )?(\[[\w.\[\]]+\]|\w+ = )", line))


def test_e1_of_the_page_is_built_and_every_reference_earns_all_points(academy):
    path = begin_overlay(academy, "E1")
    path.write_text(page_text(), encoding="utf-8")

    cells = nbformat.read(build(academy, "E1"), as_version=4).cells

    points = {c.id: c.metadata.nbgrader.points for c in cells if "nbgrader" in c.metadata}
    assert points["e1_phase"] == 20
    assert points["e1_own_channel"] == 6
    found = lesson_of(academy, "E1")
    keys = keys_of(academy, found)
    situation = found.situation(visible_luck(found.course, "ada", "E1"))
    best = keys.player("reference")(situation)["e1_phase"]
    luck = hidden_luck(KEY, found.course, "ada", "E1")
    phase = keys.scoring["e1_phase"](situation, best, luck)
    assert phase.points == pytest.approx(20)
    assert [one.points for one in phase.criteria if one.life] == [pytest.approx(8 * 20 / 14)]
    assert keys.scoring["e1_own_channel"](situation, {"channel": "vhf72"}, luck).points == 6
    assert keys.scoring["e1_own_channel"](situation, {"channel": "vhf16"}, luck).points == 1.5
