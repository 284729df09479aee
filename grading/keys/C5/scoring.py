"""How C5 is scored: first by who dies and who stays exploited in months that nobody has seen.

The week is judged by the deconfliction board of the model. The plan is placed between the standing
order (0) and the reference (1), all in the same hidden luck, so that a variant's own difficulty
cancels; people lost and days of exploitation gate the rest. How many were arrested is read nowhere.

Red lines: R1 and R2 are read on logbooks that the grader simulates, R5 on the notice.
"""

from trainkit.lessons.c5 import chance, notice, week
from trainkit.lessons.c5.marked import marked
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_RUNS = 18
"""Hidden runs of each plan: one plan's points then vary by less than half a point."""
_ALIKE, _ALL = 3, 8
"""So many of the eight are right by saying 'neither' of all."""
_NUMBERS = {
    "collisions": ("the number of collisions", 1, "It is counted once for each person."),
    "twice_h": ("the hours done twice", 3, "The later act is the one that need not be done."),
    "begin_h": ("when the open act may begin", 3, "When the secret one has ended, and not before."),
}
_CHANCE = {
    "met": ("meetings in a week", 1, "Each of one team's is met with the share of the other's."),
    "lost_h": ("hours done twice", 2, "Only meetings over the same work cost its hours."),
    "entries_h": ("hours for the board", 1, "Each act is one entry of some minutes."),
    "ask_day": ("when to ask for a joint team", 2, "From the day of the arrests one counts back."),
}
_HEADER = {
    "recipient": ("the recipient", "A desk that both have named may hold it."),
    "basis": ("the basis", "A wish to cooperate carries no personal data."),
    "retention": ("how long it is kept", "The purpose ends with the case."),
    "recorded": ("the record", "What went where must be known in a year."),
}


_JUDGED = "Two teams, the same person, and what the times and the kinds of act make of it."


def baseline(_case):
    """Return the standing order's plan; nobody reads a board or writes a notice."""
    return {
        "c5_week": {},
        "c5_moments": {},
        "c5_notice": {},
        "c5_chance": {},
        "c5_plan": dict(PLAN),
    }


def board(case, answer, _luck):
    """Nine points for eight right people, none for three; one for the count, three for each sum."""
    right = week.readings(case.week)
    people = [name for name in right if name.startswith("person_")]
    hits = sum(answer[name] == right[name] for name in people)
    share = max(0.0, (hits - _ALIKE) / (_ALL - _ALIKE))
    found = (
        Criterion("collisions, double work and neither", share, 9, _JUDGED),
        *(
            Criterion(said, float(abs(answer[name] - right[name]) < 0.5), points, text)
            for name, (said, points, text) in _NUMBERS.items()
        ),
    )
    return Score(found, outcome=f"{hits} of {_ALL} people are judged as the board has them.")


def gives_way(case, answer, _luck):
    """Three points for action where life is in danger, which gate five for the others.

    To do one thing in all other moments is right in a third of them, and earns nothing.
    """
    told = [(answer[f"moment_{n}"] == m.sort, m.sort) for n, m in enumerate(case.moments, start=1)]
    danger = [right for right, sort in told if sort == "act"]
    others = [right for right, sort in told if sort != "act"]
    share = max(0.0, (sum(others) / len(others) - 1 / 3) * 1.5)
    today = "Danger to life ends every agreement between teams."
    rest = "A possible victim is protected; the open act waits for the secret one."
    found = (
        Criterion("danger to life first", sum(danger) / len(danger), 3, today, life=True),
        Criterion("who gives way", share, 5, rest),
    )
    met = sum(danger) + sum(others)
    return Score(found, outcome=f"{met} of {len(told)} moments are met as they ask.")


def message(case, answer, _luck):
    """Three points for completeness, which gates three for sparing, and one for each of the header.

    What is protected counts double where it is sent; five too many are all that can be wrong.
    """
    needed = notice.needed(case.circumstance)
    missing = len(notice.missing(case.circumstance, answer))
    complete = max(0.0, 1.0 - 2 * missing / len(needed))
    spared = max(0.0, 1.0 - notice.excess(case.circumstance, answer) / 5)
    body = (
        Criterion("what the reader needs", complete, 3, "Who, what kind, when, what is asked."),
        Criterion("no more than that", complete * spared, 3, "What is sent cannot be called back."),
    )
    found = (*body, *_header(case, answer))
    return Score(found, _crossed(answer), f"{missing} of {len(needed)} needed facts are missing.")


def _header(case, answer):
    right = notice.due(case.circumstance)
    return [
        Criterion(said, float(answer[name] == right[name]), 1, text)
        for name, (said, text) in _HEADER.items()
    ]


def _crossed(answer):
    crossed = notice.crossing(answer)
    return (RedLine("R5", 0, crossed),) if crossed else ()


def without_board(case, answer, _luck):
    """As the figures come to, within two in a hundred; a day is exact."""
    right = chance.readings(case.meeting)
    found = tuple(
        Criterion(
            said, float(abs(answer[name] - right[name]) <= _within(name, right)), points, text
        )
        for name, (said, points, text) in _CHANCE.items()
    )
    many = sum(one.fraction > 0.0 for one in found)
    return Score(found, outcome=f"{many} of {len(found)} figures are as the box has them.")


def _within(name, right):
    return {"met": 0.11, "ask_day": 0.01}.get(name, max(1.0, 0.02 * right[name]))


_PLAN = (
    (
        "people lost at sea",
        lambda one: one.lost,
        6,
        "Who listens near transport can tell the rescue centre.",
        "people lost in five months",
    ),
    (
        "days of exploitation",
        lambda one: one.days,
        4,
        "People are found by those who go and look.",
        "days of exploitation, over people",
    ),
    (
        "work done twice",
        lambda one: one.twice_h,
        5,
        "What both know, both do, unless a board tells them.",
        "hours of work done twice",
    ),
    (
        "secrets kept",
        lambda one: one.noticed,
        5,
        "Whoever is met by both teams knows of it, and some open acts are noticed.",
        "times that the network notices",
    ),
)
"""Criteria of the plan; the first two are of people and gate the others.

Each is a mean over what is mere chance in a run. Somebody at whom the teams collide is given away
once, however often they do it again; what a rescue gives away is held against nobody.

What the network can still do is told and not scored: five months are too short to change it.
"""


def months(case, answer, luck):
    """Six points for lives and four for days of exploitation, which gate ten for the rest."""
    mine, usual, best = (
        marked(case.months, one, luck, _RUNS) for one in (answer, PLAN, reference(case)["c5_plan"])
    )
    found = tuple(_placed(mine, usual, best, place < 2, *told) for place, told in enumerate(_PLAN))
    return Score(found, mine.crossed, f"{mine.lost:.0f} people are lost in five months.")


def _placed(mine, usual, best, life, name, read, points, text, unit):
    value, low, high = (read(one) for one in (mine, usual, best))
    fraction = between(-value, -low, -high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=life, measure=measure)


SCORING = {
    "c5_week": board,
    "c5_moments": gives_way,
    "c5_notice": message,
    "c5_chance": without_board,
    "c5_plan": months,
}
