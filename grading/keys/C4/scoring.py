"""How C4 is scored: by what is done to people first, and by what they could tell then.

The day is placed between the standing order (0) and the reference (1), all three in the same hidden
luck, so that a variant's own difficulty cancels. Harm gates the details and their accuracy; those
who may be victims gate the other capacities; danger to life and body gates the other signs; words
that press gate the other sentences. What a line, a moment or a question is, is no matter of luck.

Red lines: R2 and R5 by the circumstances of an answer, R1 and R5 on the logbooks of the trainee's
own plan, which the grader simulates.
"""

from trainkit.lessons.c4 import day, due
from trainkit.lessons.c4.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_DAYS = 16
_GRAVE = ("safety", "doctor")


def baseline(case):
    """Return the standing order's answers."""
    return standing_order(case)


def status(case, answer, _luck):
    """Two points for possible victims, which gate two for the others."""
    right = due.settings(case)
    victims = {name: one for name, one in right.items() if one == "first_contact"}
    others = {name: one for name, one in right.items() if one != "first_contact"}
    line = due.interrogated(case, answer)
    return Score(
        (
            _share("possible victims are protected first", victims, answer, 2, _VICTIMS, life=True),
            _share("the other two", others, answer, 2, _OTHERS),
        ),
        (line,) if line else (),
        f"{sum(due.as_due(right, answer))} of {len(right)} people are met in their capacity.",
    )


_VICTIMS = "One indicator is enough; what points to an offence can wait, and does."
_OTHERS = "A witness has seen something; a suspect has rights from the first question."


def _share(name, right, answer, points, message, life=False):
    found = due.as_due(right, answer)
    return Criterion(name, sum(found) / len(found), points, message, life=life)


def signs(case, answer, _luck):
    """Three points for danger and body, which gate four for the others."""
    right = due.acts(case)
    grave = {name: act for name, act in right.items() if act in _GRAVE}
    others = {name: act for name, act in right.items() if act not in _GRAVE}
    return Score(
        (
            _share("danger and the body first", grave, answer, 3, _FIRST, life=True),
            _share("the other signs", others, answer, 4, _SIGNS),
        ),
        outcome=f"{sum(due.as_due(right, answer))} of {len(right)} moments are met as they need.",
    )


_FIRST = "The gravest sign decides, and not the loudest."
_SIGNS = "Some end it, some change it, some ask for a pause, and silence asks for nothing."


def rights(case, answer, _luck):
    """One point for no word that presses, which gates four for the others and two for choice."""
    pressed = due.pressed(case, answer)
    line = due.overheard(answer)
    others = due.others(case)
    return Score(
        (
            _unpressed(pressed),
            _sentences(case, answer),
            _share("who interprets", {"interpreter": others["interpreter"]}, answer, 1, _WHO),
            _share("who asks", {"asks": others["asks"]}, answer, 1, _CHOICE),
        ),
        (line,) if line else (),
        f"{len(pressed)} sentences press, blame or promise.",
    )


_WHO = "An interpreter belongs to nobody in the case; where none is needed, none sits there."
_CHOICE = "Offered as the person's own choice."


def _unpressed(pressed):
    text = "A sentence with a price in it undoes all those before."
    name = "nothing presses, blames or promises"
    return Criterion(name, 1.0 - len(pressed) / 2.0, 1, text, life=True)


def _sentences(case, answer):
    """Each wrong sentence costs a quarter, so that saying or leaving everything earns little."""
    wrong = len(case.first.sentences) - sum(due.as_due(due.sentences(case), answer))
    text = f"{wrong} of {len(case.first.sentences)} sentences are said or left without need."
    return Criterion("each right that concerns this person", 1.0 - wrong / 4.0, 4, text)


def questions(case, answer, _luck):
    """Eight points; what could be guessed by giving one type to all earns one."""
    right = due.as_due(due.types(case), answer)
    return Score(
        tuple(
            Criterion(f"question {n}", float(ok), 1, one.reason)
            for n, (ok, one) in enumerate(zip(right, case.questions, strict=True), start=1)
        ),
        outcome=f"{sum(right)} of {len(right)} questions are of the type that was given.",
    )


_DAY = (
    (
        "what the day does to people",
        "harm_units",
        5,
        "Told once, rested, in words that are understood, and paused when it hurts.",
        "units of harm, a day",
    ),
    (
        "what they could tell",
        "correct_details",
        5,
        "Rapport, rest and open questions bring details; the day must be long enough for all.",
        "right details, a day",
    ),
    (
        "how much of it is right",
        "accuracy",
        4,
        "Closed and leading questions, tiredness and lost words bring errors.",
        "share of what was told that is right",
    ),
)
"""Criteria of the day; the first is of people's welfare and gates the others."""


def plan(case, answer, luck):
    """Five points for welfare, five for right details, four for accuracy."""
    mine, usual, best = (
        day.outcome(case.house, one, luck, _DAYS)
        for one in (answer, standing_order(case)["c4_day"], reference(case)["c4_day"])
    )
    return Score(
        tuple(_criterion(mine, usual, best, *told) for told in _DAY),
        mine.lines,
        f"{mine.heard:.1f} people gave an account on an average day, with "
        f"{mine.correct_details:.0f} right details.",
    )


def _criterion(mine, usual, best, name, read, points, text, unit):
    value, low, high = (getattr(one, read) for one in (mine, usual, best))
    sign = 1.0 if high > low else -1.0
    fraction = between(sign * value, sign * low, sign * high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=read == "harm_units", measure=measure)


SCORING = {
    "c4_status": status,
    "c4_signs": signs,
    "c4_rights": rights,
    "c4_questions": questions,
    "c4_day": plan,
}
