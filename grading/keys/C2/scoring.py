"""How C2 is scored: by the harm that a network does to people over months nobody has seen.

The plan is placed between the standing order (0) and the reference (1), all in the same hidden
luck, so that a variant's own difficulty cancels. The harm to be expected is the criterion that
gates the others. How many were arrested is read nowhere. What a network, a claim and a curve show
is no matter of luck.

Red lines are read on logbooks that the grader simulates: R1 where a plan waited while lives were in
danger, R2 where one who showed signs of coercion was arrested.
"""

from trainkit.lessons.c2 import plan
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.score import Criterion, Measure, Score, between

from .read import links, small_network, wearing_off, worse_pictures
from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_RUNS = 24


def baseline(_case):
    """Return the standing order's plan; nobody reads a network or a curve."""
    return {
        "c2_read": {},
        "c2_missing": {},
        "c2_claims": {},
        "c2_curves": {},
        "c2_links": {},
        "c2_moments": {},
        "c2_plan": dict(PLAN),
    }


def claims(case, answer, _luck):
    """Six points for six right, none for three: half of them is what guessing earns."""
    right = sum(answer[f"claim_{n}"] == one.sort for n, one in enumerate(case.claims, start=1))
    half = len(case.claims) / 2
    return Score(
        (
            Criterion(
                "what a picture supports",
                max(0.0, (right - half) / half),
                6,
                "A picture shows what was looked at, and who moves about.",
            ),
        ),
        outcome=f"{right} of {len(case.claims)} claims are judged as the picture allows.",
    )


def before_the_day(case, answer, _luck):
    """Four points for action where life is in danger, which gate four for the others.

    To act in every moment gains nothing: of the others half are right by saying one thing.
    """
    told = [(answer[f"moment_{n}"] == m.sort, m.sort) for n, m in enumerate(case.moments, start=1)]
    danger = [right for right, sort in told if sort == "act"]
    others = [right for right, sort in told if sort != "act"]
    shares = sum(danger) / len(danger), sum(others) / len(others)
    return Score(
        _moments(*shares),
        outcome=f"{sum(danger) + sum(others)} of {len(told)} moments are met as they ask.",
    )


def _moments(danger, others):
    today = "Where somebody may not live until the day, the day is today."
    rest = "A possible victim is protected; the other team is told; impatience moves nothing."
    return (
        Criterion("danger to life ends the waiting", danger, 4, today, life=True),
        Criterion("the other moments", others, 4, rest),
    )


_PLAN = (
    (
        "harm to people over the whole case",
        lambda one: one.mean_harm,
        8,
        "Harm goes on while a plan waits and while a network comes back.",
        "harm events to be expected in 80 weeks",
    ),
    (
        "capacity after half a year",
        lambda one: one.capacity[3],
        4,
        "What is left months after the arrests is what was achieved.",
        "share of the initial capacity after 180 days",
    ),
    (
        "capacity after a year",
        lambda one: one.capacity[4],
        4,
        "Work that nobody knows any more comes back last and least.",
        "share of the initial capacity after 365 days",
    ),
)
"""Criteria of the plan; the first is of people and gates the others."""


def budgeted(case, answer, luck):
    """Eight points for harm, which gate four for half a year and four for a year."""
    mine, usual, best = (
        plan.outcome(case.network_seed, one, luck, _RUNS)
        for one in (answer, PLAN, reference(case)["c2_plan"])
    )
    return Score(
        tuple(_placed(mine, usual, best, *told) for told in _PLAN),
        mine.crossed,
        f"{mine.mean_harm:.0f} harm events are to be expected in 80 weeks.",
    )


def _placed(mine, usual, best, name, read, points, text, unit):
    life = name.startswith("harm")
    if mine.crossed and not life:
        return Criterion(name, 0.0, points, "Across a red line nothing that was taken counts.")
    value, low, high = (read(one) for one in (mine, usual, best))
    fraction = between(-value, -low, -high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=life, measure=measure)


SCORING = {
    "c2_read": small_network,
    "c2_missing": worse_pictures,
    "c2_claims": claims,
    "c2_curves": wearing_off,
    "c2_links": links,
    "c2_moments": before_the_day,
    "c2_plan": budgeted,
}
