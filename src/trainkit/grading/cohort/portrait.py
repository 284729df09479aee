"""One trainee in one notebook, as the trainee's page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from trainkit.grading.academy import Academy
from trainkit.grading.cohort.competence import reached
from trainkit.grading.cohort.gathering import Member
from trainkit.grading.cohort.hints import hints_taken
from trainkit.grading.cohort.items import Item
from trainkit.grading.cohort.texts import written_texts
from trainkit.grading.cohort.timeline import Timeline, timeline
from trainkit.grading.cohort.view import View
from trainkit.grading.moderation.comments import bank, expanded
from trainkit.grading.moderation.desk import LEVELS_SAID
from trainkit.lessons.plain import log_table
from trainkit.lessons.task import Lesson, Task
from trainkit.lessons.timing import minutes_on

_MOST_ENTRIES = 500


@dataclass(frozen=True)
class Reached:
    """A learning outcome of one trainee, beside the cohort's mean."""

    code: str
    text: str
    share: float
    cohort: float


@dataclass(frozen=True)
class Done:
    """What one trainee did in one task.

    Attributes:
        task: The task.
        state: Whether it was scored, in a word.
        points: Points; nan while it waits for a marker.
        out_of: The most that can be reached.
        cohort: The cohort's mean share.
        hints: Hints taken.
        minutes: Time on it, self-reported.
        found: What scoring found.
        text: The written answer as harmless HTML; empty where nothing was written.
        comment: What the marker wrote.
    """

    task: Task
    state: str
    points: float
    out_of: float
    cohort: float
    hints: int
    minutes: float
    found: Mapping[str, Any]
    text: str = ""
    comment: str = ""

    @property
    def criteria(self) -> Sequence[Mapping[str, Any]]:
        """Points by criterion; none in results of an older version."""
        return self.found.get("criteria") or ()


@dataclass(frozen=True)
class Portrait:
    """One trainee in one notebook.

    Attributes:
        lesson: The lesson.
        member: The trainee.
        submitted: When it was handed in, in UTC; empty when nobody knows.
        stuck: Facts by which the trainee may need help.
        outcomes: Learning outcomes.
        tasks: Task by task.
        line: Work over time.
        log: The first entries of the decision log, as rows of text.
        more: How many entries are not among them.
        titles: Titles of the tasks by id.
    """

    lesson: Lesson
    member: Member
    submitted: str
    stuck: Sequence[str]
    outcomes: tuple[Reached, ...]
    tasks: tuple[Done, ...]
    line: Timeline
    log: list[list[str]]
    more: int
    titles: Mapping[str, str]


def portrait(academy: Academy, view: View, member: Member) -> Portrait:
    """Return what a trainee's page shows of one notebook."""
    lesson = view.cohort.lesson
    at = member.booked.timestamp if member.booked else None
    log = log_table(member.answers, {task.id: task for task in lesson.tasks})
    return Portrait(
        lesson=lesson,
        member=member,
        submitted=f"{at:%Y-%m-%d %H:%M}" if at else "",
        stuck=_facts(view, member),
        outcomes=_outcomes(view, member),
        tasks=_tasks(academy, view, member),
        line=timeline(lesson, member),
        log=log[:_MOST_ENTRIES],
        more=max(0, len(log) - _MOST_ENTRIES),
        titles=view.titles,
    )


def _facts(view: View, member: Member) -> list[str]:
    """Return the facts that do not say again what a note of the row says."""
    said = [note.rstrip(".") for note in member.row.notes]
    return [one for one in view.stuck.get(member.trainee, ()) if not any(n in one for n in said)]


def _outcomes(view: View, member: Member) -> tuple[Reached, ...]:
    return tuple(
        Reached(one.code, one.text, reached(member, one.tasks), one.mean.estimate)
        for one in view.outcomes
    )


def _tasks(academy: Academy, view: View, member: Member) -> tuple[Done, ...]:
    notebook = view.cohort.lesson.id
    path = academy.of("autograded", member.trainee, notebook) / f"{notebook}.ipynb"
    texts, minutes = written_texts(path, view.cohort.lesson), minutes_on(member.answers)
    comments = _comments(academy, member)
    done = [_done(member, one, minutes) for one in view.items]
    return tuple(
        replace(one, text=texts.get(one.task.id, ""), comment=comments.get(one.task.id, ""))
        for one in done
    )


def _comments(academy: Academy, member: Member) -> dict[str, str]:
    """Return what a marker wrote, by task, with its codes written out."""
    given = member.booked.comments if member.booked else {}
    known = bank(academy) if given else {}
    return {
        name: expanded(LEVELS_SAID.sub("", text), known).strip() for name, text in given.items()
    }


def _done(member: Member, item: Item, minutes: Mapping[str, float]) -> Done:
    task, points = item.task, member.points(item.task)
    found = member.found(task)
    state = str(found.get("state", "-"))
    if state == "manual":
        state = "waits for a marker" if np.isnan(points) else "marked by hand"
    return Done(
        task=task,
        state=state,
        points=points,
        out_of=member.out_of(task),
        cohort=item.share.estimate,
        hints=hints_taken(member, task),
        minutes=minutes.get(task.id, 0.0),
        found=found,
    )
