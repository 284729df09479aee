"""How E2 is scored: by people alive and hours out of distress, in nights that nobody has seen.

Each plan is placed between the standing order (0) and the reference (1), all three in the same
hidden luck, so that a variant's own difficulty cancels. The nights of one evaluation take every
share of boats in turn, from those that hardly withstand an approach to those that withstand many.
Where lives are at stake they are the criterion that gates the others.

Head count and landing are no matter of luck: they are read on the trainee's own night and table.
"""

from trainkit.lessons.e2 import orders, rescue, sick
from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.e2.count import readings
from trainkit.lessons.e2.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

NIGHTS = {"e2_coordinator": 20, "e2_approach": 48, "e2_hulls": 20}
"""Nights of each task: so many that the noise is under half a point (notes)."""
WARDS = 40
_MOST_OVER = 10.0
_ALIVE = "people recovered alive"
_SPARED = f"person-hours in safety in the first {rescue.UNTIL_H:g} hours"
_NUMBERS = {
    "accounted": ("people accounted for", 2.0),
    "believed": ("the head count to work with", 1.5),
    "missing": ("people not accounted for", 1.5),
}


def baseline(case):
    """Return the standing order's answers; nobody counts or looks for a place."""
    return {**standing_order(case), "e2_count": {}, "e2_landing": {}}


def _places(case, task, levers, answer, luck):
    """Return the nights of an answer, and a function that places one of their measures."""
    mine, low, high = (
        rescue.nights(case, levers(one), luck, NIGHTS[task])
        for one in (answer, standing_order(case)[task], reference(case)[task])
    )

    def placed(name, unit):
        value, bottom, top = (float(getattr(one, name).mean()) for one in (mine, low, high))
        return between(value, bottom, top), Measure(value, bottom, top, unit)

    return mine, placed


def _lines(case, levers):
    return tuple(RedLine(one.rule, one.event, one.text) for one in rescue.crossed(case, levers))


def _told(nights):
    return (
        f"{nights.alive.mean():.1f} people are recovered alive on average, with "
        f"{nights.spared_h.mean():.0f} person-hours in safety in the first "
        f"{rescue.UNTIL_H:g} hours."
    )


def coordinator(case, answer, luck):
    """Half for the hours that coordination spares, half for reading training, links and stay."""
    mine, placed = _places(case, "e2_coordinator", orders.coordination, answer, luck)
    fraction, measure = placed("spared_h", _SPARED)
    right = sum(answer[name] == one for name, one in reference(case)["e2_coordinator"].items())
    return Score(
        (
            Criterion(
                _SPARED,
                fraction,
                4,
                "Somebody coordinates from the first minute, and changes are few and worth it.",
                life=True,
                measure=measure,
            ),
            Criterion(
                "who is able and stays",
                max(0.0, (right - 3) / (len(UNITS) - 3)),
                4,
                f"{right} of {len(UNITS)} choices follow from training, links and time on scene.",
            ),
        ),
        outcome=_told(mine),
    )


def approach(case, answer, luck):
    """Lives first; then the hours. A unit that secures evidence first crosses R1."""
    mine, placed = _places(case, "e2_approach", orders.approach, answer, luck)
    alive, people = placed("alive", _ALIVE)
    spared, hours = placed("spared_h", _SPARED)
    text = "The boat is not turned over, and who falls into the water wears a lifejacket."
    return Score(
        (
            Criterion(_ALIVE, alive, 10, text, life=True, measure=people),
            Criterion(_SPARED, spared, 4, "Nobody waits longer than must be.", measure=hours),
        ),
        _lines(case, orders.approach(answer)),
        _told(mine),
    )


def hulls(case, answer, luck):
    """Hours in safety, and nobody on board beyond what is safe in the sea that comes."""
    mine, placed = _places(case, "e2_hulls", orders.hulls, answer, luck)
    fraction, measure = placed("spared_h", _SPARED)
    over = float(mine.over.mean())
    return Score(
        (
            Criterion(
                _SPARED,
                fraction,
                8,
                "All that may be there have a place, and every unit's boats work to the end.",
                life=True,
                measure=measure,
            ),
            Criterion(
                "nobody beyond the safe capacity",
                max(0.0, 1.0 - over / _MOST_OVER),
                6,
                f"{over:.1f} people are on board beyond what is safe, on average.",
            ),
        ),
        outcome=_told(mine),
    )


def triage(case, answer, luck):
    """Lives are worth 6 points, reading the signs 4."""
    wards = [sick.hidden_rates(case.patients, luck, ward) for ward in range(WARDS)]

    def alive(one):
        needs = [one[f"person_{n}"] for n in range(1, len(case.patients) + 1)]
        order = sick.order_of(needs)
        return sum(sick.expected_alive(rates, order) for rates in wards) / WARDS

    right_answer = reference(case)["e2_triage"]
    value, low, high = (
        alive(one) for one in (answer, standing_order(case)["e2_triage"], right_answer)
    )
    right = sum(answer[name] == one for name, one in right_answer.items())
    return Score(
        (
            Criterion(
                "alive of eight",
                between(value, low, high),
                6,
                "Seats go to those whose chances fall fastest.",
                life=True,
                measure=Measure(value, low, high, "people alive of eight"),
            ),
            Criterion(
                "signs read",
                max(0.0, (right - 3) / 5),
                4,
                f"{right} of 8 people are placed as their signs speak.",
            ),
        ),
        outcome=f"{value:.2f} of eight live on average.",
    )


def count(case, answer, _luck):
    """Who ends a search with people missing has not counted."""
    right = readings(case)
    goes_on = answer["next_step"] == right["next_step"]
    decides = answer["who"] == right["who"]
    text = "The search goes on while anybody may be missing, whatever is relayed."
    return Score(
        (
            Criterion("what follows", float(goes_on), 2, text, life=True),
            *(_number(name, answer, right) for name in _NUMBERS),
            Criterion(
                "who may suspend",
                float(decides),
                1,
                "The mission coordinator decides, and the reason stands in the log.",
            ),
        ),
        outcome="The count is kept." if goes_on else "The search ends while people are missing.",
    )


def _number(name, answer, right):
    said, points = _NUMBERS[name]
    same = answer[name] == right[name]
    return Criterion(said, float(same), points, f"By log and sources: {right[name]}.")


def landing(case, answer, _luck):
    """Where rescue ends; screening that delays a landing crosses R1."""
    right = reference(case)["e2_landing"]
    texts = {
        "place": ("place of safety", 3.0, "Needs met, life not threatened, room for all."),
        "ship": ("the merchant ship", 1.5, "A ship is a place of safety for a time only."),
        "screening": ("looking after people", 1.5, "Triage is a duty; questions delay nothing."),
    }
    criteria = tuple(
        Criterion(said, float(answer[name] == right[name]), points, text, life=name == "place")
        for name, (said, points, text) in texts.items()
    )
    lines = _lines(case, orders.landing(answer))
    return Score(criteria, lines, f"People are landed at {answer['place']}.")


SCORING = {
    "e2_coordinator": coordinator,
    "e2_approach": approach,
    "e2_hulls": hulls,
    "e2_triage": triage,
    "e2_count": count,
    "e2_landing": landing,
}
