"""Playing a notebook as the grader sees it: variants, players, marks."""

import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from trainkit.grading.authored import all_authored, installed_courses
from trainkit.grading.build import build_notebook
from trainkit.grading.keys import load_keys
from trainkit.grading.mark import final_mark
from trainkit.grading.scoring import score_answers
from trainkit.kernel.luck import Luck
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.reading import read
from trainkit.lessons.score import RedLine
from trainkit.lessons.seeds import visible_luck

KEYS = Path(__file__).parents[2] / "grading" / "keys"
COURSE_KEY = bytes(range(32))
NOTEBOOKS = all_authored(installed_courses())
SCRIPTED = ("strong", "competent", "novice", "careless")
_EARNED, _SHARED = {}, []


def pytest_generate_tests(metafunc):
    if "played" in metafunc.fixturenames:
        everyone = [Played(name) for name in NOTEBOOKS]
        metafunc.parametrize("played", everyone, ids=list(NOTEBOOKS), scope="module")


@dataclass(frozen=True)
class Played:
    """An authored notebook with its lesson and keys."""

    name: str

    @cached_property
    def lesson(self):
        return lesson(self.name)

    @cached_property
    def keys(self):
        return load_keys(KEYS, self.lesson)

    def built(self):
        return build_notebook(NOTEBOOKS[self.name], self.lesson)

    @property
    def asked(self):
        """The tasks that are scored by the keys."""
        return [task for task in self.lesson.tasks if not task.manual]

    @property
    def automatic(self):
        return sum(task.points for task in self.asked)

    @property
    def manual(self):
        return sum(task.points for task in self.lesson.tasks if task.manual)

    def case(self, trainee):
        return self.lesson.situation(visible_luck(self.lesson.course, trainee, self.name))

    def answers(self, player, trainee):
        """Return what a player answers in a trainee's own variant."""
        found = self.keys.player(player)
        if player in {"reference", "baseline"}:
            return found(self.case(trainee))
        number = int.from_bytes(f"{player} {trainee}".encode()[-8:], "big")
        return found(self.case(trainee), Luck(number))

    def scored(self, trainee, answers, folder):
        """Return what committed answers earn, by the grader's own path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{trainee}.jsonl"
        path.unlink(missing_ok=True)
        append(path, "", "started", {"trainee": trainee, "notebook": self.name})
        for task, value in answers.items():
            append(path, task, "committed", value)
        return score_answers(self.lesson, self.keys, COURSE_KEY, trainee, read(path))

    def earned(self, player, trainee, folder):
        """Return the automatic points of a player's answers and the red lines that they cross.

        They are scored once, however many tests of a run ask, and whichever process runs them: the
        same answers in the same luck.
        """
        asked = (self.name, player, trainee)
        if asked not in _EARNED:
            kept = _SHARED[0] / "-".join(asked)
            if not kept.exists():
                self._score_for_all(player, trainee, folder, kept)
            points, lines = json.loads(kept.read_text(encoding="utf-8"))
            _EARNED[asked] = points, [RedLine(*line) for line in lines]
        return _EARNED[asked]

    def _score_for_all(self, player, trainee, folder, kept):
        scored = self.scored(trainee, self.answers(player, trainee), folder)
        lines = [line for one in scored for line in one.score.red_lines]
        own = kept.with_name(f"{kept.name} of {os.getpid()}")
        told = sum(one.points for one in scored), [(x.rule, x.event, x.text) for x in lines]
        own.write_text(json.dumps(told), encoding="utf-8")
        own.replace(kept)

    def cohort(self, trainees, folder):
        """Let every scripted player work in every variant, all in one before the next.

        What a variant costs but once, its reference and its hidden luck, is at hand for the second
        player.
        """
        for trainee in trainees:
            for player in SCRIPTED:
                self.earned(player, trainee, folder)

    def percent(self, player, trainee, folder):
        """Return a player's share of the automatic points, in percent, and the red lines."""
        points, lines = self.earned(player, trainee, folder)
        return 100.0 * points / self.automatic, lines

    def final(self, earned, manual):
        """Return the final mark of what was earned with so many manual points."""
        points, lines = earned
        return final_mark(points + manual, self.automatic + self.manual, lines).final


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory):
    """Make a folder that all processes of a run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    _SHARED[:] = [run / "earned by players"]
    _SHARED[0].mkdir(exist_ok=True)


@pytest.fixture
def folder(tmp_path):
    """A folder of the test with a space and an accent in its path."""
    made = tmp_path / "carnet d'été"
    made.mkdir()
    return made
