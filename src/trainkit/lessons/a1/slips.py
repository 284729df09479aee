"""Typical slips of A1, seen from the trainee's own case; their hints never hold the answer."""

from collections.abc import Callable
from datetime import UTC, datetime

from trainkit.lessons.a1.case import Situation
from trainkit.lessons.a1.signing import first_instant, other_readings
from trainkit.lessons.task import Answer, Slip


def moment(answer: Answer, field: str) -> datetime:
    """Return an instant of an answer; raises ValueError for what is none."""
    return datetime.fromisoformat(str(answer[field]))


def _reads(name: str) -> Callable[[Situation, Answer], bool]:
    """Return whether the first instant is that of an excluded reading."""

    def shows(case: Situation, answer: Answer) -> bool:
        return moment(answer, "first") == other_readings(case.signing)[name]

    return shows


def _swapped(case: Situation, answer: Answer) -> bool:
    right, given = first_instant(case.signing), moment(answer, "first")
    return (given.day, given.month) == (right.month, right.day)


def _relabelled(_case: Situation, answer: Answer) -> bool:
    first, other = moment(answer, "first"), moment(answer, "other")
    return first.replace(tzinfo=None) == other.replace(tzinfo=None) and first != other


def _backwards(case: Situation, answer: Answer) -> bool:
    first, other = moment(answer, "first"), moment(answer, "other")
    zone = case.signing.clock(case.signing.other)
    apart = zone.utcoffset(None) - case.signing.clock(case.signing.host).utcoffset(None)
    return other.utcoffset() == zone.utcoffset(None) and other - first == -2 * apart


def _strange_clock(case: Situation, answer: Answer) -> bool:
    zone = case.signing.clock(case.signing.host)
    right = moment(answer, "first") == first_instant(case.signing)
    return right and moment(answer, "first").utcoffset() != zone.utcoffset(None)


def _as_written(case: Situation, answer: Answer) -> bool:
    """Return whether acts on other clocks are judged by the date as it is written."""
    first = first_instant(case.signing)
    by_date, by_clock = [], []
    for number, act in enumerate(case.acts, start=1):
        seems = act.at.replace(tzinfo=first.tzinfo) >= first
        if act.clock != case.signing.host and seems != (act.at >= first):
            by_date.append("in" if seems else "early")
            by_clock.append(answer[f"act_{number}"])
    return bool(by_date) and by_date == by_clock


def _by_basis(words: str, wrong: str) -> Callable[[Situation, Answer], bool]:
    """Return whether an act whose basis begins or ends with *words* is judged *wrong*."""

    def shows(case: Situation, answer: Answer) -> bool:
        return any(
            answer[f"act_{number}"] == wrong
            for number, act in enumerate(case.acts, start=1)
            if _speaks_of(act.basis, words)
        )

    return shows


def _speaks_of(basis: str, words: str) -> bool:
    return basis.endswith(words) if words == "alone" else not basis.startswith("the paper")


def _first_verb(case: Situation, answer: Answer) -> bool:
    """Return whether a later clause of point 14 is given the verb that begins the point."""
    later = {"customs", "liberalisation", "visas", "procedures"}
    return any(
        answer[f"clause_{number}"] == "keep"
        for number, clause in enumerate(case.clauses, start=1)
        if clause.id in later
    )


def _considered_is_agreed(case: Situation, answer: Answer) -> bool:
    """Return whether all points 4 and 6 to 9 are read as agreed."""
    given = [
        answer[f"clause_{number}"]
        for number, clause in enumerate(case.clauses, start=1)
        if clause.point in {4, 6, 7, 8, 9}
    ]
    return bool(given) and set(given) == {"agree"}


def _never_adds(case: Situation, answer: Answer) -> bool:
    return "adds" not in {answer[f"sentence_{n}"] for n in range(1, len(case.sentences) + 1)}


def _never_weaker(case: Situation, answer: Answer) -> bool:
    return "weaker" not in {answer[f"sentence_{n}"] for n in range(1, len(case.sentences) + 1)}


def _earliest_written(case: Situation, answer: Answer) -> bool:
    """Return whether the joint act that is written earliest was taken, clocks unread."""
    from trainkit.lessons.a1.daylog import NAMES

    legs = [
        (entry.at.replace(tzinfo=UTC), name)
        for name, entry in zip(NAMES, case.log.entries, strict=True)
        if entry.basis.startswith("the plan")
    ]
    return bool(answer["unplanned"] == min(legs)[1])


def _counts_talks(case: Situation, answer: Answer) -> bool:
    """Return whether activities under the paper were counted as standing without it."""
    own = [entry for entry in case.log.entries if not entry.basis.startswith("the p")]
    return bool(answer["own"] > len(own))


DATE = (
    Slip("signature day counted", _reads("the day of signature counted"),
         "It looks as if the day of signature was counted. See what the covering note says of it."),
    Slip("one day more", _reads("one day more"),
         "It looks like a full day too many. See at which hour of the last day the paper begins."),
    Slip("hour by hour", _reads("hour by hour from the signature"),
         "It looks counted from the hour of the signature. The rule counts days, not hours."),
    Slip("other State's clock", _reads("midnight on the other State's clock"),
         "It looks like midnight on the other State's clock. See whose clock the rule names."),
    Slip("UTC", _reads("midnight in UTC"),
         "It looks like midnight in UTC. See whose clock the rule names."),
    Slip("day and month swapped", _swapped,
         "It looks as if day and month changed places: year, month, day is the order here."),
    Slip("clock not converted", _relabelled,
         "Both fields show the same hour with different offsets. Those are two instants; move the "
         "hour when you change the clock."),
    Slip("converted backwards", _backwards,
         "The hour was moved the wrong way. Further east, the same instant shows a later hour."),
    Slip("right instant, another clock", _strange_clock,
         "The first field asks for the clock of the place of signature: see its offset."),
)  # fmt: skip
ACTS = (
    Slip("dates as written", _as_written,
         "It looks as if dates were compared as they are written. Bring every act to one clock "
         "first."),
    Slip("own basis made to wait", _by_basis("own", "early"),
         "An act was made to wait for the paper although its noted basis is another. Read the "
         "last column again."),
    Slip("power taken for activity", _by_basis("alone", "in"),
         "One act would need a power. Ask whether any point gives one, then read its basis again."),
)  # fmt: skip
VERBS = (
    Slip("first verb of the point", _first_verb,
         "It looks as if the first verb of a long point was taken for all of it. Look for the "
         "verb nearest to the clause."),
    Slip("considered read as agreed", _considered_is_agreed,
         "Some points say less than they seem to at first reading. Read the very first word of "
         "each again."),
)  # fmt: skip
SENTENCES = (
    Slip("additions overlooked", _never_adds,
         "You compared verbs. Compare the subjects too: is everything named there in the point?"),
    Slip("understatement overlooked", _never_weaker,
         "A draft may also take something back. Look for a verb that became softer."),
)  # fmt: skip
LOG = (
    Slip("clocks unread", _earliest_written,
         "It looks as if the times were compared as they are written. Bring approvals and joint "
         "acts to one clock."),
    Slip("activities under the paper counted", _counts_talks,
         "The count looks high. Whatever names the paper or its plan as its basis falls away with "
         "it."),
)  # fmt: skip


def _boards_on_paper(_case: Situation, answer: Answer) -> bool:
    return bool(answer["boarding"] == "paper")


def _sends_on_paper(_case: Situation, answer: Answer) -> bool:
    return bool(answer["data"] == "all")


NIGHT = (
    Slip("paper as a power", _boards_on_paper,
         "For the motor vessel, ask which treaty or law the order would stand on if somebody asked "
         "you for it in court."),
    Slip("point as a basis for data", _sends_on_paper,
         "For the list, ask which fields are needed, for what, and on which basis."),
)  # fmt: skip
