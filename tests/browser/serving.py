"""Our own `trainkit lab`, started for a folder and ended with Ctrl-C."""

import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lab.home import home_of
from trainkit.lab.profile import Profile

TESTS = Path(__file__).parent.parent
TINY_LESSON, TINY_COURSE = TESTS / "lessons" / "tiny", TESTS / "grading" / "tiny"


@dataclass(frozen=True)
class Served:
    """A running `trainkit lab`: its first address and its folder."""

    url: str
    folder: Path
    process: subprocess.Popen

    def address(self, path):
        """Return the address of a notebook, by its path from the folder."""
        root, _, token = self.url.partition("?")
        return f"{root.partition('/doc')[0]}/doc/tree/{path}?{token}"

    def end(self):
        """End it as a user does."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=90)


def start(folder, *arguments, settings, cwd, instructor=False, env=None):
    """Start `trainkit lab` with these arguments and settings, and wait for its address."""
    told = {"TRAINKIT_CONFIG": str(settings), "PYTHONPATH": str(TINY_LESSON)}
    _expose(Profile(folder.resolve(), "", instructor=instructor), settings)
    where = ["--instructor"] if instructor else ["--folder", str(folder)]
    command = [sys.executable, "-m", "trainkit", "lab", *arguments, *where, "--no-browser"]
    process = subprocess.Popen(
        [*command, "--port", str(_own_port())],
        cwd=cwd,
        env={**_clean(os.environ), **told, **(env or {})},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return Served(process.stdout.readline().split()[-1], folder, process)


def _own_port():
    """Return a port that the system gives to nobody else for now: test runs may be side by side."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _clean(environment):
    names = ("TRAINKIT_", "JUPYTER", "PLAYWRIGHT")
    return {name: value for name, value in environment.items() if not name.startswith(names)}


def _expose(profile, settings):
    """Let the page show its application to this test; a user's page does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(settings))
        path = home_of(profile).folder / "config" / "jupyter_lab_config.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"LabApp": {"expose_app_in_browser": True}}), encoding="utf-8")


def tiny_in(parent):
    """Make an academy with the tiny notebook released, in a folder of which nothing is known."""
    folder = parent / "académie"
    init_academy(folder, parent / "a.key", TINY_COURSE / "keys", TINY_COURSE / "courses")
    build(open_academy(folder), "T1")
    return folder
