"""Who may need help, by a rule that the page states: facts of the log, no judgement of anybody."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from trainkit.grading.cohort.gathering import Cohort, Member
from trainkit.grading.cohort.hints import hints_taken
from trainkit.lessons.records import Answers
from trainkit.lessons.task import Task
from trainkit.lessons.timing import clock

QUIET_DAYS = 3
RULE = (
    "Named here is who saved or checked an answer, or took a hint, and did not commit it; who made "
    f"no entry for {QUIET_DAYS} days or more while others went on, with a task open that others "
    "committed; and whose work was refused, or could not be read or graded as a whole. The log is "
    "the trainee's own."
)
_TROUBLE = {
    "refused": "the hand-in was refused",
    "failed": "the hand-in could not be graded",
    "partly": "the hand-in could be read in part only",
}

_AGAIN = "a later hand-in was refused; what came before it is graded"


def stuck(cohort: Cohort) -> dict[str, list[str]]:
    """Return the facts of those to whom `RULE` applies, by trainee, a sentence's end each."""
    last = max(
        filter(None, (_last(one.answers, "committed") for one in cohort.members)), default=None
    )
    common = {task.id for task in cohort.lesson.tasks if _committed_by_any(cohort, task)}
    found = {
        one.trainee: [
            *_refused(one),
            *_uncommitted(cohort, one),
            *_quiet(cohort, one, last, common),
        ]
        for one in cohort.members
    }
    return {name: facts for name, facts in found.items() if facts}


def _committed_by_any(cohort: Cohort, task: Task) -> bool:
    return any(one.answers.committed(task.id) for one in cohort.members)


def _refused(member: Member) -> list[str]:
    words = _TROUBLE.get(member.row.state)
    if words:
        return [f"{words}: {' '.join(member.row.notes)}".rstrip(".: ")]
    last = member.hand_ins[-1:]
    return [_AGAIN] if last and last[0].state == "refused" else []


def _uncommitted(cohort: Cohort, member: Member) -> Iterator[str]:
    for task in cohort.lesson.tasks:
        events = member.answers.of(task.id, "saved", "checked", "hint")
        if events and not member.answers.committed(task.id):
            yield f"{task.title}: {_tried(member, task)}; not committed"


def _tried(member: Member, task: Task) -> str:
    saved, checked = (len(member.answers.of(task.id, event)) for event in ("saved", "checked"))
    parts = (
        (saved, f"saved {times(saved)}"),
        (checked, f"checked {times(checked)}"),
        (taken := hints_taken(member, task), f"{taken} hint{'s' * (taken != 1)} taken"),
    )
    return ", ".join(words for number, words in parts if number)


def times(number: int) -> str:
    """Return how often in words.

    Examples:
        >>> times(1), times(3)
        ('once', '3 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _quiet(
    cohort: Cohort, member: Member, last: datetime | None, common: set[str]
) -> Iterator[str]:
    own = _last(member.answers)
    if own is None or last is None or last - own < timedelta(days=QUIET_DAYS):
        return
    titles = [
        task.title
        for task in cohort.lesson.tasks
        if task.id in common and not member.answers.committed(task.id)
    ]
    if titles:
        days = (last - own).days
        yield f"no entry for the {days} days in which others went on; open: {', '.join(titles)}"


def _last(answers: Answers, *events: str) -> datetime | None:
    """Return the time of the last entry of these kinds, or of all; clocks may be ahead of ours."""
    known = [clock(one.at) for one in answers.records if not events or one.event in events]
    now = datetime.now(UTC)
    return max((one for one in known if one and one <= now), default=None)
