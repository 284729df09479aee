"""The pictures of a cohort page, each with the sentence that says the same."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from trainkit.analysis.intervals import Interval
from trainkit.grading.cohort.competence import Outcome
from trainkit.grading.cohort.gathering import Cohort
from trainkit.grading.cohort.items import Item
from trainkit.grading.cohort.pictures import Strand, strip
from trainkit.grading.cohort.positions import Spread
from trainkit.grading.cohort.timing import Duration
from trainkit.grading.cohort.wording import counted, index, mark, percent

_SHARE = (0.0, 100.0)
_POSITION = (-1.0, 2.0)


def marks_picture(cohort: Cohort) -> str:
    """Return the final marks; empty without any."""
    marks = [one.row.final for one in cohort.members if one.row.final is not None]
    if not marks:
        return ""
    quartiles = _quartiles(marks)
    whose = counted(len(marks), "trainee", "trainees")
    words = f"Final marks of {whose}; the median is {mark(quartiles[1])} of 100."
    needed = cohort.rules.pass_mark
    return strip(
        [Strand("Final mark", marks, quartiles)],
        "Final mark of 100; a dot for each trainee, the bar is the middle half",
        words,
        _SHARE,
        ((needed, f"pass: {needed:g}"),),
    )


def outcomes_picture(outcomes: Sequence[Outcome]) -> str:
    """Return the shares of the points by learning outcome; empty where nothing is marked."""
    known = [one for one in outcomes if one.mean.n]
    strands = [Strand(one.code, 100 * one.shares, _mean(one.mean)) for one in known]
    words = _list(f"{one.code} {percent(one.mean.estimate)}" for one in known)
    label = "Share of the points (%); the bar is the mean with its 95 % interval"
    return strip(strands, label, f"Mean share of the points: {words}.", _SHARE) if known else ""


def items_picture(cohort: Cohort, items: Sequence[Item]) -> str:
    """Return the shares of the points by task; empty where nothing is marked."""
    known = [(place, one) for place, one in enumerate(items) if one.share.n]
    strands = [
        Strand(one.task.title, 100 * cohort.shares[:, place], _mean(one.share))
        for place, one in known
    ]
    words = _list(f"{one.task.title} {percent(one.share.estimate)}" for _, one in known)
    label = "Share of the points (%); the bar is the mean with its 95 % interval"
    return strip(strands, label, f"Mean share of the points: {words}.", _SHARE) if known else ""


def positions_picture(spreads: Sequence[Spread]) -> str:
    """Return where outcomes lie between standing order and reference; empty without any."""
    if not spreads:
        return ""
    strands = [Strand(one.task.title, one.positions, _quartiles(one.positions)) for one in spreads]
    words = _list(f"{one.task.title} {index(one.middle)}" for one in spreads)
    return strip(
        strands,
        "From the standing order (0) to the written reference (1); the bar is the middle half",
        f"Median place between standing order (0) and written reference (1): {words}.",
        _POSITION,
        ((0.0, "standing order"), (1.0, "written reference")),
    )


def times_picture(durations: Sequence[Duration]) -> str:
    """Return the self-reported minutes by task; empty without any."""
    if not durations:
        return ""
    longest = max(one.minutes[-1] for one in durations)
    strands = [Strand(one.task.title, one.minutes, _quartiles(one.minutes)) for one in durations]
    words = _list(f"{one.task.title} {one.middle:.0f} minutes" for one in durations)
    label = "Minutes by the trainee's own clock; the bar is the middle half"
    return strip(strands, label, f"Median time: {words}.", (0.0, max(10.0, longest)))


def _quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, (0.25, 0.5, 0.75))
    return float(low), float(middle), float(high)


def _mean(found: Interval) -> tuple[float, float, float]:
    ends = [end if math.isfinite(end) else found.estimate for end in found]
    return 100 * ends[0], 100 * found.estimate, 100 * ends[1]


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)
