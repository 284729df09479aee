"""What the cells of a notebook call; each says in words what it did, and returns nothing.

One notebook is open in one process. Cells run from top to bottom before anything is answered; the
check alone raises, a plain sentence, so that nbgrader's Validate shows what is still open.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trainkit.lessons import page, showing
from trainkit.lessons.answers import append
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.changes import told_lesson
from trainkit.lessons.checks import check_text, hint_text, is_validating, refuse_plain_nbgrader
from trainkit.lessons.desk import DESK
from trainkit.lessons.plain import log_table, set_now
from trainkit.lessons.session import NotAnsweredError, Session, opened
from trainkit.lessons.task import Lesson, Reveal, Situation
from trainkit.lessons.trainee import announced_id

_PRESS_START = "Nobody has started yet: press Start at the top, then run this cell again."


def start(notebook: str, trainee: str | None = None, practice: int = 0) -> None:
    """Begin a notebook, or go on with it; asks for the trainee's id where nobody says it.

    Args:
        notebook: Its id, such as ``E1``.
        trainee: Id of the trainee. When left out: that of the environment (TRAINKIT_TRAINEE) or
            the hub, of the answers that lie here already, or of the Start button.
        practice: Number of the practice try, as `trainkit practice` writes it; 0 for graded work.

    Raises:
        TrainkitError: no such notebook; an unusable id; a folder that holds others' answers.
    """
    found = _as_told(lesson(notebook))
    name = trainee or announced_id() or _named_here()
    DESK.clear()
    if name:
        print(_begin(found, name, practice))
    else:
        showing.start_form(found, lambda typed: _begin(found, typed, practice))


def overlay(notebook: str, changes: str) -> None:
    """Take what an academy changes in a notebook; stands in its first cell, before `start`.

    Args:
        notebook: Its id.
        changes: Points, texts and tasks as JSON, without any score.

    Raises:
        TrainkitError: they do not fit this version of the lesson.
    """
    found = lesson(notebook)
    told_lesson(found, changes)
    DESK.overlays[found.id] = changes


def _as_told(found: Lesson) -> Lesson:
    return told_lesson(found, DESK.overlays.get(found.id, ""))


def _named_here() -> str:
    from trainkit.lessons.reading import read
    from trainkit.lessons.records import FILE

    return read(Path.cwd() / FILE).trainee


def _begin(found: Lesson, trainee: str, practice: int) -> str:
    session = opened(found, trainee, Path.cwd(), practice)
    DESK.session = session
    waiting, DESK.starting = DESK.starting, []
    for show in waiting:
        show()
    done = sum(session.answers.committed(task.id) is not None for task in found.tasks)
    asked = sum(not task.manual for task in found.tasks)
    flaws = "".join(f" Note: {flaw}." for flaw in session.answers.flaws[:3])
    kind = f"PRACTICE, try {practice}: it counts for nothing. " if practice else ""
    return (
        f"{kind}{found.id} {found.title}. Trainee: {session.trainee}. {done} of {asked} decisions "
        f"are committed; answers are kept in {session.path.name} beside this notebook.{flaws}"
    )


def _session() -> Session:
    if DESK.session is None:
        raise NotAnsweredError(_PRESS_START)
    return DESK.session


def situation() -> Situation:
    """Return this trainee's own variant.

    Raises:
        TrainkitError: nobody has started yet.
    """
    return _session().situation


def decide(task_id: str) -> None:
    """Show the control of a task; in words where there are no widgets."""
    if DESK.session is not None:
        DESK.session.lesson.task(task_id)
    showing.decision(task_id, lambda: DESK.session, DESK.starting, _committed)


def _committed(task_id: str) -> None:
    for show in DESK.committing.get(task_id, []):
        show()


def answer(task_id: str, value: Mapping[str, Any], reason: str = "") -> None:
    """Save a typed answer, and say what is wrong with its form.

    Raises:
        TrainkitError: nobody has started; there is no such task; it cannot be saved.
    """
    session = _session()
    task = session.lesson.task(task_id)
    left = session.save(task_id, value, reason)
    print(" ".join([f"Saved. {set_now(task, value)}", *left]))


def check(task_id: str) -> None:
    """Print what can be checked of the saved answer: its form and known slips, not the decision.

    Raises:
        NotAnsweredError: no answer is saved yet; or nbgrader's Validate asks, which would call the
            task a success, and the answer is not committed.
        TrainkitError: plain nbgrader runs the cell: without the academy's configuration a graded
            cell gives no mark.
    """
    refuse_plain_nbgrader()
    if DESK.session is None or DESK.session.answers.latest(task_id) is None:
        showing.standing(DESK.committing.setdefault(task_id, []))
    session = _session()
    saved = session.latest(task_id)
    print(check_text(session, session.lesson.task(task_id), saved.value))
    if is_validating():
        session.require_committed(task_id)


def commit(task_id: str) -> None:
    """Commit the saved answer: deliberate, and the first one counts.

    Raises:
        NotAnsweredError: no answer is saved yet.
        TrainkitError: the form is not complete.
    """
    session = _session()
    done = session.commit(task_id)
    told = set_now(session.lesson.task(task_id), done.value).removeprefix("Set now: ")
    print(f"Committed at {done.at.replace('T', ' ')}, and this {session.worth}: {told}")
    _committed(task_id)


def reveal(task_id: str) -> None:
    """Show what the committed decision did and why; before commit it says so."""
    if DESK.session is not None:
        DESK.session.lesson.task(task_id)
    showing.revealed(lambda: _revealed(task_id), DESK.committing.setdefault(task_id, []))


def _revealed(task_id: str) -> Reveal | None:
    return DESK.session.reveal(task_id) if DESK.session else None


def hint(task_id: str, level: int | None = None) -> None:
    """Print a hint: where to look, which principle, a like case; taking one is logged.

    Raises:
        TrainkitError: there is no such task or hint.
    """
    session = _session()
    print(hint_text(session, session.lesson.task(task_id), level))


def reflect(task_id: str, line: str) -> None:
    """Keep a line of the trainee's own in the decision log.

    Raises:
        TrainkitError: there is no such task, or it cannot be saved.
    """
    session = _session()
    session.lesson.task(task_id)
    append(session.path, task_id, "reflected", None, str(line))
    print("Kept in your decision log.")


def log() -> None:
    """Show the decision log as a table."""
    session = _session()
    tasks = {task.id: task for task in session.lesson.tasks}
    head = ("time", "task", "event", "what", "reason")
    page.show(page.table("Your decision log", head, log_table(session.answers, tasks)))
    for flaw in session.answers.flaws:
        print(f"Note: {flaw}.")
