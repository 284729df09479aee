"""An academy that changes the tiny notebook, and a trainee who works with its release."""

import json
import shutil
from pathlib import Path

import pytest

from trainkit.grading.building import build
from trainkit.grading.overlay.reading import overlay_of
from trainkit.lessons import answer, check, commit, reveal
from trainkit.lessons.desk import DESK

CHANNEL = """\
synthetic = true

[points]
t1_speed = 60

[due]
at = "2026-12-01 18:00 Europe/Rome"

[texts.t1_hours]
title = "Hours of the boats"
question = "Where do ten hours go?"

[insert]
top = "Room 3, *Monday*."
[insert.before]
t1_speed = "Read the chart first."
[insert.after]
t1_own_channel = "Then go on."

[[task]]
id = "t1_own_channel"
after = "t1_hours"
title = "The working channel"
question = "On which channel do you work?"
points = 10
outcomes = ["T1.1"]
hints = ["Distress traffic has its own."]
reveal = "Look at your own plan."

[[task.field]]
kind = "choice"
name = "channel"
label = "Channel"
options = { vhf16 = "Channel 16", vhf72 = "Channel 72", none = "By telephone" }

[[task.field]]
kind = "number"
name = "wait_min"
label = "Wait"
unit = "min"
low = 0
high = 30

[[task.slip]]
field = "wait_min"
low = 20
high = 30
hint = "Somebody waits for you."

[[task.score]]
field = "channel"
points = 6
best = "vhf72"
shares = { vhf16 = 0.25 }
right = "Secretly right."
wrong = "Secretly wrong."
says = { vhf16 = "Secretly half." }

[[task.score]]
field = "wait_min"
points = 4
best = 3
within = 1
bands = [{ within = 5, share = 0.5 }]

[[task.red_line]]
field = "channel"
choice = "none"
rule = "R1"
text = "Secretly too late."
"""


@pytest.fixture(autouse=True)
def no_overlay_is_left():
    yield
    DESK.clear()
    DESK.overlays.clear()


@pytest.fixture
def changes():
    """The text of an overlay of the tiny notebook."""
    return CHANNEL


@pytest.fixture
def overlay(built):
    """Write an overlay of the tiny notebook, and return its file."""

    def overlay(text):
        path = built.folder / "overlay" / "T1.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return overlay


@pytest.fixture
def changed(built, overlay, changes):
    """The academy with its overlay, built anew."""
    overlay(changes)
    build(built, "T1")
    return built


@pytest.fixture
def refused(built, overlay):
    """Return what is said of an overlay that is refused."""

    def refused(text):
        from trainkit.errors import TrainkitError

        overlay(text)
        with pytest.raises(TrainkitError) as error:
            overlay_of(built, "T1")
        return str(error.value)

    return refused


@pytest.fixture
def work(changed, monkeypatch):
    """Work as a trainee in a copy of the release: its first cell, then decisions as typed."""
    monkeypatch.setenv("TRAINKIT_PLAIN", "1")

    def work(trainee, answers):
        folder = changed.of("submitted", trainee, "T1")
        shutil.copytree(changed.release("T1").parent, folder)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("TRAINKIT_TRAINEE", trainee)
        exec(start_cell(folder / "T1.ipynb"), {})  # noqa: S102 - the cell that we built
        for task, value in answers.items():
            answer(task, value)
            check(task)
            commit(task)
            reveal(task)
        return folder

    return work


def start_cell(notebook: Path) -> str:
    """Return the source of the cell that starts a notebook."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return next(source for source in sources if 'start("' in source)
