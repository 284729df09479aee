"""What scoring found in one submission, kept beside the gradebook for report and export."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.grading.scoring import Scored
from trainkit.lessons.version import version


@dataclass(frozen=True)
class Result:
    """What scoring found.

    Attributes:
        tasks: By task id: state, points, most points, outcome.
        red_lines: Red lines: task, rule, event, text.
        notes: What an instructor should know.
        made_by: Versions and hashes: what gave these marks.
    """

    tasks: Mapping[str, Mapping[str, Any]]
    red_lines: tuple[Mapping[str, Any], ...]
    notes: tuple[str, ...]
    made_by: Mapping[str, str]

    @property
    def held(self) -> list[str]:
        """Tasks that could not be scored, by an error of ours."""
        return [name for name, task in self.tasks.items() if task["state"] == "held"]


def result_of(scored: Sequence[Scored], notes: Sequence[str], made_by: Mapping[str, str]) -> Result:
    """Return the result of a submission."""
    tasks = {
        one.task.id: {
            "state": one.state,
            "points": one.points,
            "out_of": one.task.points,
            "outcome": one.score.outcome,
            "told": one.told,
        }
        for one in scored
    }
    lines = tuple(
        {"task": one.task.id, "rule": line.rule, "event": line.event, "text": line.text}
        for one in scored
        for line in one.score.red_lines
    )
    return Result(tasks, lines, tuple(notes), {"trainkit": version(), **made_by})


def write_result(path: Path, result: Result) -> None:
    """Write a result in one step: a reader sees the old one or the new one."""
    content = {
        "tasks": result.tasks,
        "red_lines": result.red_lines,
        "notes": result.notes,
        "made_by": result.made_by,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(content, file, indent=1, ensure_ascii=True)
    draft.replace(path)


def read_result(path: Path) -> Result | None:
    """Return a result, or None where none was written."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Result(
            content["tasks"],
            tuple(content["red_lines"]),
            tuple(content["notes"]),
            content["made_by"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
