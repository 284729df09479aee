"""What a duty officer sees first: what is good, who may need help, what was hard."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from trainkit.grading.cohort.competence import Outcome
from trainkit.grading.cohort.gathering import Cohort
from trainkit.grading.cohort.items import FEWEST, Item
from trainkit.grading.cohort.summary import Summary
from trainkit.grading.cohort.wording import counted, mark, percent

_HARD, _BLUNT = 0.5, 0.15


@dataclass(frozen=True)
class Glance:
    """Three short lists of sentences.

    Attributes:
        good: What went well.
        people: What concerns trainees, without their names.
        hard: Tasks that were hard, or that told nobody apart.
    """

    good: tuple[str, ...]
    people: tuple[str, ...]
    hard: tuple[str, ...]


def glance(cohort: Cohort, found: Summary, outcomes: list[Outcome], items: list[Item]) -> Glance:
    """Return what should be seen first."""
    return Glance(
        tuple(_good(cohort, found, outcomes)),
        tuple(_people(cohort, found)),
        tuple(_hard(items)),
    )


def _good(cohort: Cohort, found: Summary, outcomes: list[Outcome]) -> Iterator[str]:
    if found.quartiles:
        yield f"The median mark is {mark(found.quartiles[1])}; {_pass(cohort):g} are needed."
    if found.passed:
        yield f"{found.passed} passed."
    known = [one for one in outcomes if math.isfinite(one.mean.estimate)]
    best = max(known, key=lambda one: one.mean.estimate, default=None)
    if best and best.mean.estimate > 0:
        yield f"Best outcome: {best.code}, {best.text} ({percent(best.mean.estimate)})."


def _pass(cohort: Cohort) -> float:
    return cohort.rules.pass_mark


def _people(cohort: Cohort, found: Summary) -> Iterator[str]:
    states, needed = found.states, f"{_pass(cohort):g}"
    troubled = states.get("failed", 0) + states.get("refused", 0)
    below = sum(
        one.row.final is not None and one.row.final < _pass(cohort) for one in cohort.scored
    )
    told = (
        (len(found.stuck), *2 * ("may need help; see below",)),
        (troubled, *2 * ("handed in what could not be graded",)),
        (found.appeals, "appeal waits for your decision", "appeals wait for your decision"),
        (found.red_lines[0], "red line stands", "red lines stand"),
        (below, f"stands below {needed} now", f"stand below {needed} now"),
        (found.provisional, "waits for a marker", "wait for a marker"),
        (states.get("missing", 0), "has not handed in", "have not handed in"),
    )
    yield from (f"{counted(*one)}." for one in told if one[0])


def _hard(items: list[Item]) -> Iterator[str]:
    told = [one for one in items if one.share.n >= FEWEST]
    for one in sorted(told, key=lambda item: item.share.estimate):
        if one.share.estimate < _HARD:
            yield f"{one.task.title}: {percent(one.share.estimate)} of the points on average."
    for one in told:
        if one.rest is not None and one.rest < _BLUNT:
            yield f"{one.task.title} did not tell the stronger from the weaker."
