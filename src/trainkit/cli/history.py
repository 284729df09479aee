"""A trainee's own history as commands show it: as content for scripts, and in words."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from trainkit.cli.due import due_of, notes_on, show_due
from trainkit.cli.output import show_table
from trainkit.errors import printable

_WIDTH = 100


def history_of(place: Path, lesson: Any) -> dict[str, Any]:
    """Return a trainee's history of a notebook.

    Args:
        place: Folder of the trainee's own copy.
        lesson: The lesson.
    """
    from trainkit.lessons.practice import Try, practice_number, practice_tries
    from trainkit.lessons.reading import read
    from trainkit.lessons.records import FILE

    answers = read(place / FILE)
    own = Try(practice_number(answers) or 1, place)
    tries = [one for one in practice_tries(place, lesson.id) if one.number != own.number]
    tasks = _tasks(lesson, answers)
    return {
        "notebook": lesson.id,
        "title": lesson.title,
        "trainee": answers.trainee,
        "folder": str(place),
        "due": due_of(place),
        "practice": practice_number(answers),
        "tasks": tasks,
        "open": [task["title"] for task in tasks if task["open"]],
        "flaws": [str(flaw) for flaw in answers.flaws],
        "notes": notes_on(place),
        "tries": [_try(one, lesson) for one in sorted([own, *tries], key=lambda one: one.number)],
    }


def _tasks(lesson: Any, answers: Any) -> list[dict[str, Any]]:
    from trainkit.lessons.history import histories
    from trainkit.lessons.timing import minutes_on

    minutes = minutes_on(answers)
    return [_task(one, minutes.get(one.task.id, 0.0)) for one in histories(lesson, answers)]


def _task(one: Any, minutes: float) -> dict[str, Any]:
    from trainkit.lessons.history import told, visible_criteria

    return {
        "task": one.task.id,
        "title": one.task.title,
        "question": one.task.question,
        "points": one.task.points,
        "looks_at": visible_criteria(one.task),
        "state": one.state,
        "open": one.is_open,
        "counts": told(one.task, one.committed) if one.committed else None,
        "to_do": list(one.to_do),
        "versions": [_version(one, record) for record in one.versions],
        "checks": one.checks,
        "hints": one.hints,
        "hints_there": len(one.task.hints),
        "minutes": round(minutes, 1),
    }


def _version(one: Any, record: Any) -> dict[str, Any]:
    from trainkit.lessons.history import told

    which = "committed first" if record == one.committed else record.event
    return {
        "time": record.at.replace("T", " "),
        "event": which,
        "answer": told(one.task, record),
        "reason": record.reason,
    }


def _try(one: Any, lesson: Any) -> dict[str, Any]:
    from trainkit.lessons.reading import read
    from trainkit.lessons.records import FILE

    answers = read(one.folder / FILE)
    tasks = [task for task in _tasks(lesson, answers) if task["state"] != "in the notebook"]
    times = [record.at.replace("T", " ") for record in answers.records]
    return {
        "try": one.number,
        "counts": "no" if one.number > 1 else "yes",
        "began": times[0] if times else None,
        "last": times[-1] if times else None,
        "committed": f"{sum(not task['open'] for task in tasks)} of {len(tasks)}",
        "versions": sum(len(task["versions"]) for task in tasks),
        "hints": sum(task["hints"] for task in tasks),
        "minutes": round(sum(task["minutes"] for task in tasks), 1),
        "folder": str(one.folder),
    }


def show_history(found: Mapping[str, Any]) -> None:
    """Print a trainee's history."""
    who = found["trainee"] or "nobody: it was never started"
    print(f"{found['notebook']} {found['title']}. Started by {who}. Folder: {found['folder']}")
    if found["practice"]:
        print(f"PRACTICE, try {found['practice']}: it counts for nothing.")
    if found["due"]:
        show_due(found["due"])
    for note in found["notes"]:
        print(fill(note, _WIDTH))
    for flaw in found["flaws"]:
        print(f"Note: {flaw}. It costs no points by itself; your instructor sees it as well.")
    for task in found["tasks"]:
        _show_task(task)
    print("\nYour tries; minutes are from your own clock, breaks left out")
    show_table(found["tries"])
    print(f"\nStill open: {', '.join(found['open']) or 'nothing'}.")
    _show_next(found)


def _show_task(task: Mapping[str, Any]) -> None:
    print(f"\n{task['title']} ({task['task']}, {task['points']} points): {task['state']}")
    _say(task["question"])
    print("  What a check looks at")
    _list(task["looks_at"])
    if task["open"] and task["to_do"]:
        _say(f"Still to do: {' '.join(task['to_do'])}")
    if task["versions"]:
        print("  Your answers")
        _list([_line(one) for one in task["versions"]])
    if task["state"] != "in the notebook":
        _say(
            f"Checks {task['checks']}, hints {task['hints']} of {task['hints_there']}, "
            f"{task['minutes']:g} minutes by your own clock"
        )


def _line(version: Mapping[str, Any]) -> str:
    reason = f" Your reason: {version['reason']}" if version["reason"] else ""
    return f"{version['time']}  {version['event']}: {version['answer']}{reason}"


def _say(text: str) -> None:
    print(fill(printable(text), _WIDTH, initial_indent="  ", subsequent_indent="  "))


def _list(lines: Sequence[str]) -> None:
    for line in lines:
        print(fill(printable(line), _WIDTH, initial_indent="    ", subsequent_indent="      "))


def _show_next(found: Mapping[str, Any]) -> None:
    name = found["notebook"]
    if found["trainee"]:
        print(f"Practise on a fresh variant with `trainkit practice {name} --new`.")
    else:
        print(f"Open {name}.ipynb and press Start to begin.")
