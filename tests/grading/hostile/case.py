"""One attack, and what its row must say; what an honest trainee's files look like."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trainkit.grading.academy import Academy
from trainkit.grading.keys import Keys
from trainkit.kernel.chain import canonical, link
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.records import FIRST
from trainkit.lessons.seeds import visible_luck


@dataclass(frozen=True)
class Ground:
    """Where submissions are made.

    Attributes:
        academy: The academy, with its notebook released.
        keys: Its keys: they know the reference answers.
        inbox: Where submissions arrive.
    """

    academy: Academy
    keys: Keys
    inbox: Path

    def records(self, trainee):
        """Return what an honest trainee decided: 70 points."""
        situation = lesson("T1").situation(visible_luck("t", trainee, "T1"))
        answers = self.keys.player("reference")(situation)
        started = {"trainee": trainee, "notebook": "T1"}
        decided = [("", "started", started)]
        for task, value in answers.items():
            decided += [(task, "saved", value), (task, "committed", value)]
        return [
            record(place, task, event, value) for place, (task, event, value) in enumerate(decided)
        ]

    def notebook(self, memo="We go **west**."):
        """Return an honest trainee's notebook."""
        content = json.loads(self.academy.release("T1").read_text(encoding="utf-8"))
        cell(content, "t1_memo")["source"] = memo
        return content

    def honest(self, folder, trainee):
        """Write an honest submission into a folder."""
        folder.mkdir(parents=True)
        write_notebook(folder, self.notebook())
        write_answers(folder, chained(self.records(trainee)))


@dataclass(frozen=True)
class Made:
    """A submission that an attack changes: where it lies, whose it is, and the neighbour's id."""

    ground: Ground
    folder: Path
    trainee: str
    neighbour: str = "ben"

    @property
    def records(self):
        """Return what its owner decided."""
        return self.ground.records(self.trainee)


@dataclass(frozen=True)
class Case:
    """An attack.

    Attributes:
        attack: Changes an honest submission.
        state: Of its row.
        raw: Points; None where it was refused.
        words: Of a note of its row; without any there may be no note.
    """

    attack: Callable[[Made], None] = field(repr=False)
    state: str = "waiting"
    raw: float | None = 70
    words: str = ""


def record(sequence, task, event, value, reason="", at="2026-03-02T10:00:00+01:00"):
    return {
        "sequence": sequence,
        "task": task,
        "event": event,
        "value": value,
        "reason": reason,
        "at": at,
    }


def chained(records):
    """Return records as lines, each with the hash of the one before."""
    lines, previous = [], FIRST
    for one in records:
        line = link(one, previous)
        previous = line["hash"]
        lines.append(canonical(line).encode())
    return lines


def write_answers(folder, lines, name="answers.jsonl"):
    (folder / name).write_bytes(b"\n".join([*lines, b""]))


def write_notebook(folder, content, name="T1.ipynb"):
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def cell(content, name):
    cells = content["cells"]
    return next(one for one in cells if one["metadata"].get("nbgrader", {}).get("grade_id") == name)
