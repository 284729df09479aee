"""How C3 is scored: by what two courts rule, by what chains and clocks show, and by a played plan.

The plan is placed between the standing order (0) and the reference (1), all three in the same
hidden luck, so that a variant's own difficulty cancels. The days until people in danger could be
looked for are the criterion that gates the others.

Red lines: R1 where an exhibit that may lead to people was passed over, read on logbooks that the
grader simulates; R5 where a protected place, a source or a stranger's private life goes out whole;
R8 where a missing hand-over is written in with an hour that nobody noted.
"""

from trainkit.lessons.c3 import chains, findings, plan
from trainkit.lessons.c3.plan import key
from trainkit.lessons.c3.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_RUNS = 64
_FILLED = "A missing hand-over was written in with an hour that nobody noted"


def baseline(case):
    """Return the standing order's answers; nobody reads chains and clocks."""
    return {**standing_order(case), "c3_custody": {}, "c3_clocks": {}}


def items(case, answer, _luck):
    """One and a half points for each item, three for the sources."""
    right = reference(case)["c3_items"]
    found = [answer[name] == right[name] for name in right if name != "sources"]
    sources = answer["sources"] == right["sources"]
    return Score(
        (
            Criterion(
                "which court may use it",
                sum(found) / len(found),
                9,
                f"{sum(found)} of {len(found)} items go where a court may use them, or nowhere.",
            ),
            Criterion(
                "independent sources",
                float(sources),
                3,
                "One source that is told twice is one, and what nobody trusts supports nothing.",
            ),
        ),
        outcome=f"{sum(found)} of {len(found)} items are told as the courts rule.",
    )


def custody(case, answer, _luck):
    """Eight points for the four chains, two each for line, hours, and what is done."""
    right = reference(case)["c3_custody"]
    flaws = [f"flaw_{key(one)}" for one in chains.EXHIBITS]
    found = sum(answer[name] == right[name] for name in flaws)
    near = abs(answer["gap_h"] - right["gap_h"]) <= 0.051
    crossed = (RedLine("R8", right["altered_line"], _FILLED),) if answer["after"] == "fill" else ()
    return Score(
        (
            Criterion("what is wrong", found / 4, 8, f"{found} of 4 chains are read as they are."),
            _same("altered_line", answer, right, "It is the line whose figures differ."),
            Criterion("hours without a holder", float(near), 2, "From one signature to the next."),
            _same("after", answer, right, "A gap is noted today, with what nobody knows."),
        ),
        crossed,
        f"{found} of 4 chains are read as they are.",
    )


def _same(name, answer, right, text):
    said = name.replace("_", " ")
    return Criterion(said, float(answer[name] == right[name]), 2, text)


_CLOCKS = {
    "last_day": (3, "last day of the order"),
    "calls_lost": (3, "calls that are lost"),
    "suspension_day": (2, "last day of the suspension"),
    "arrest_left": (2, "days of arrest left"),
    "disclosure_left": (2, "days of disclosure left"),
}


def clocks(case, answer, _luck):
    """Three points each for the order and its calls, two each for the other clocks."""
    right = reference(case)["c3_clocks"]
    found = tuple(
        Criterion(said, float(answer[name] == right[name]), points, f"It is {right[name]}.")
        for name, (points, said) in _CLOCKS.items()
    )
    met = sum(one.fraction for one in found)
    return Score(found, outcome=f"{met:.0f} of {len(found)} clocks are read as the law sets them.")


def disclosure(case, answer, _luck):
    """Two points each; a protected part that goes out whole is a red line."""
    right = reference(case)["c3_disclosure"]
    found = [answer[name] == right[name] for name in right]
    speaks = [name for name in right if right[name] != "file"]
    told = sum(answer[name] == right[name] for name in speaks)
    kept = sum(found) - told
    crossed = findings.crossing(case.findings, answer)
    return Score(
        (
            Criterion(
                "what speaks for an accused",
                told / len(speaks),
                6,
                f"{told} of {len(speaks)} findings reach the defence, and nobody is put at risk.",
            ),
            Criterion(
                "what is not disclosed",
                kept / (len(right) - len(speaks)),
                4,
                "What speaks for nobody stays in the file; but the rest must go out.",
            ),
        ),
        (RedLine("R5", 1, crossed),) if crossed else (),
        crossed + "." if crossed else "Nobody is put at risk by this answer.",
    )


_PLAN = (
    (
        "people still in the house when they can be looked for",
        "reached",
        8,
        "Each day empties one such house in ten: the telephone goes first, by the fastest hand.",
        "chance that they are still in the house, mean",
    ),
    (
        "what a court may use",
        "survives",
        7,
        "Sworn hands leave few gaps; a renewal needs a ground before and a judge after.",
        "share of exhibits and calls that may be used",
    ),
    (
        "what is due comes in time",
        "in_time",
        7,
        "The nearest day goes first; what speaks for the accused does not wait for the file.",
        "share of filings and disclosures in time",
    ),
)
"""Criteria of the plan; the first is of lives and gates the others."""


def played(case, answer, luck):
    """Eight points for people in danger, seven for what survives, seven for what comes in time."""
    mine, usual, best = (
        plan.outcome(case.hearings, one, luck, _RUNS)
        for one in (answer, standing_order(case)["c3_plan"], reference(case)["c3_plan"])
    )
    return Score(
        tuple(_criterion(mine, usual, best, *told) for told in _PLAN),
        (mine.line,) if mine.line else (),
        f"The people in the house can be looked for after {mine.danger:.0f} days on average; by "
        f"then {100 * mine.reached:.0f} in 100 such houses are still in use.",
    )


def _criterion(mine, usual, best, name, read, points, text, unit):
    value, low, high = (getattr(one, read) for one in (mine, usual, best))
    sign = 1.0 if high > low else -1.0
    fraction = between(sign * value, sign * low, sign * high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=read == "reached", measure=measure)


SCORING = {
    "c3_items": items,
    "c3_custody": custody,
    "c3_clocks": clocks,
    "c3_disclosure": disclosure,
    "c3_plan": played,
}
