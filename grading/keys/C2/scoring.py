"""How C2 is scored: by the harm that a network does to people over months nobody has seen.

The plan is placed between the standing order (0) and the reference (1), all in the same hidden
luck, so that a variant's own difficulty cancels. The harm to be expected is the criterion that
gates the others. How many were arrested is read nowhere. What a network, a claim and a curve show
is no matter of luck.

Red lines are read on logbooks that the grader simulates: R1 where a plan waited while lives were in
danger, R2 where one who showed signs of coercion was arrested.
"""

from trainkit.lessons.c2 import curves, plan, ring, web
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.score import Criterion, Measure, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_RUNS = 24
_READ = {
    "busiest": ("the actor with most ties", "Ties are counted, one for each other."),
    "broker": ("the actor on most ways", "Ways are counted, and not ties."),
    "ways": ("the pairs whose ways lead there", "Each pair once, in part where ways are equal."),
    "left_busiest": ("the largest part without the busiest", "The others still hang together."),
    "left_broker": ("the largest part without the other", "What was one falls into parts."),
}
_CURVES = {
    "deepest": ("the plan that took most on the day", "It stands in the first column.", 0.0),
    "lasting": ("the plan that leaves least after a year", "It stands in the last column.", 0.0),
    "back": ("what came back", "It is a share of what was taken.", 1.0),
    "events": ("harm while it came back", "Harm follows the area under the curve.", 0.2),
}


def baseline(_case):
    """Return the standing order's plan; nobody reads a network or a curve."""
    return {
        "c2_read": {},
        "c2_claims": {},
        "c2_curves": {},
        "c2_links": {},
        "c2_moments": {},
        "c2_plan": dict(PLAN),
    }


def small_network(case, answer, _luck):
    """Two points each."""
    right = web.readings(case.web)
    found = tuple(
        Criterion(said, float(_is_near(answer[name], right[name], 0.01)), 2, text)
        for name, (said, text) in _READ.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} readings are as it shows.")


def _is_near(value, right, within):
    if isinstance(right, str):
        return value == right
    return abs(value - right) <= within + 1e-9


def _many(found):
    return sum(one.fraction > 0.0 for one in found)


def claims(case, answer, _luck):
    """Eight points for six right, none for three: half of them is what guessing earns."""
    right = sum(answer[f"claim_{n}"] == one.sort for n, one in enumerate(case.claims, start=1))
    half = len(case.claims) / 2
    return Score(
        (
            Criterion(
                "what a picture supports",
                max(0.0, (right - half) / half),
                8,
                "A picture shows what was looked at, and who moves about.",
            ),
        ),
        outcome=f"{right} of {len(case.claims)} claims are judged as the picture allows.",
    )


def wearing_off(case, answer, _luck):
    """Two points each."""
    right = curves.readings(case.curves)
    found = tuple(
        Criterion(said, float(_is_near(answer[name], right[name], within)), 2, text)
        for name, (said, text, within) in _CURVES.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} readings are as the table shows.")


_LINKS = {
    "direction": "those who direct",
    "papers": "those who supply papers",
    "money": "those who handle money",
    "recruitment": "those who recruit",
    "passage": "those who drive and steer",
    "reception": "those who keep houses",
}


def links(case, answer, _luck):
    """One point each, to the percent."""
    right = {one.kind: ring.allowed(one) for one in ring.staff_of(case.network_seed)}
    found = tuple(
        Criterion(said, float(_is_near(answer[kind], right[kind], 1.0)), 1, _LEFT)
        for kind, said in _LINKS.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} links are as the table has them.")


_LEFT = "Who is left is set against who is needed, and not against all posts."


def before_the_day(case, answer, _luck):
    """Four points for action where life is in danger, which gate six for the others.

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
        Criterion("the other moments", others, 6, rest),
    )


_PLAN = (
    (
        "harm to people over the whole case",
        lambda one: one.mean_harm,
        10,
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
    """Ten points for harm, which gate four for half a year and four for a year."""
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
    "c2_claims": claims,
    "c2_curves": wearing_off,
    "c2_links": links,
    "c2_moments": before_the_day,
    "c2_plan": budgeted,
}
