"""How E4 is scored: by the minutes until the desk that can help knows, in watches nobody has seen.

The distress message and the protocol are placed between the standing order (0) and the reference
(1), all three in the same hidden luck, so that a variant's own difficulty cancels. The minutes of
distress are the criterion that gates the others. What a fact is, what a request may hold and what a
table says are no matter of luck.

Red lines are read on logbooks that the grader simulates: R1 where a distress message waited behind
another, R5 where personal data went out without basis, recipient or record.
"""

import numpy as np

from trainkit.lessons.e4 import audit, exchange, relay, request
from trainkit.lessons.e4.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_WATCHES, _MESSAGES = 24, 16
_TOLERANCE = {
    "slowest_min": 1.0,
    "waited": 0.0,
    "ratio": 0.02,
    "unrecorded": 0.0,
    "hours_left": 0.03,
}
_SAID = {
    "slowest_min": "minutes of the slowest distress message",
    "waited": "distress messages that waited behind another class",
    "ratio": "fields sent over fields needed",
    "unrecorded": "disclosures without a record",
    "hours_left": "hours left for the first report",
}


def baseline(case):
    """Return the standing order's answers; nobody reads the table."""
    return {**standing_order(case), "e4_audit": {}}


def classes(case, answer, _luck):
    """Four points for distress told as distress, eight for the others, behind that gate.

    Distress that is cried for every fact gains nothing: each fact in a wrong class costs.
    """
    right = [answer[f"fact_{n}"] == fact.sort for n, fact in enumerate(case.facts, start=1)]
    urgent = [ok for ok, fact in zip(right, case.facts, strict=True) if fact.sort == "distress"]
    others = [ok for ok, fact in zip(right, case.facts, strict=True) if fact.sort != "distress"]
    return Score(
        (
            Criterion(
                "distress told as distress",
                sum(urgent) / len(urgent),
                4,
                "People in danger are told of first, whether they called or not.",
                life=True,
            ),
            Criterion(
                "the other facts",
                sum(others) / len(others),
                8,
                f"{sum(others)} of {len(others)} other facts go where they belong, or nowhere.",
            ),
        ),
        outcome=f"{sum(right)} of {len(right)} facts are in the class that they tell of.",
    )


def message(case, answer, luck):
    """Eight points for the minutes, three for as little as serves, three for the header."""

    def minutes(one):
        return float(np.nanmean(relay.sent(case, one, luck, _MESSAGES).minutes))

    fraction, measure = _places(minutes, case, "e4_relay", answer)
    odd = relay.odd(case.boat, answer)
    header = (answer["basis"] == "sar_convention", answer["retention"] == "case")
    crossing = relay.sent(case, answer, luck, _MESSAGES).crossing
    return Score(
        (
            Criterion(
                "minutes to the desk that sends help",
                fraction,
                8,
                "What is needed, and no more, to the centre that is responsible.",
                life=True,
                measure=measure,
            ),
            Criterion(
                "as little as serves the purpose",
                1.0 - odd / 4.0,
                3,
                f"{odd} fields are too many or missing.",
            ),
            Criterion(
                "basis and retention",
                sum(header) / len(header),
                3,
                "The duty to rescue is the basis, and the message is kept while the case is open.",
            ),
        ),
        (crossing,) if crossing else (),
        f"The responsible centre has what it needs after {measure.value:.0f} minutes on average.",
    )


def _places(measure, case, task, answer):
    """Return (fraction, measure) of minutes between the standing order and the reference."""
    value, low, high = (
        measure(one) for one in (answer, standing_order(case)[task], reference(case)[task])
    )
    return between(-value, -low, -high), Measure(value, low, high, "minutes to the desk, mean")


def data(case, answer, _luck):
    """Four points for the fields, two for the basis, one each for retention and record."""
    due = request.due(case)
    fields = [answer[name] == due[name] for name in request.FIELDS]
    crossed = request.crossing(case, answer)
    lines = (RedLine("R5", 1, crossed),) if crossed else ()
    return Score(
        (
            Criterion(
                "the fields that the purpose needs",
                max(0.0, (sum(fields) - 2) / (len(fields) - 2)),
                4,
                f"{sum(fields)} of {len(fields)} fields are as the request's purpose asks.",
            ),
            _same("basis", answer, due, 2, "A basis carries a purpose, or there is none."),
            _same("retention", answer, due, 1, "Personal data end with the case."),
            _same("recorded", answer, due, 1, "A refusal is recorded like a disclosure."),
        ),
        lines,
        crossed + "." if crossed else "No red line is crossed by this answer.",
    )


def _same(name, answer, due, points, text):
    return Criterion(name, float(answer[name] == due[name]), points, text)


_PROTOCOL = (
    (
        "minutes to the desk that sends help",
        "distress_min",
        8,
        "Distress is written short, set before all, and told by telephone where it must.",
        "minutes to the desk, mean",
    ),
    (
        "what is due comes in time",
        "in_time",
        4,
        "What most act on is collected, what few act on waits to be asked for.",
        "share of wanted facts in time",
    ),
    (
        "what need not travel",
        "carried",
        4,
        "Fields that nobody acts on cost everybody's minutes.",
        "fields sent for each that is acted on",
    ),
)
"""Criteria of the protocol; the first is of lives and gates the others."""


def watch(case, answer, luck):
    """Eight points for distress, four for what is due in time, four for what need not travel."""
    task = "e4_protocol"
    mine, usual, best = (
        exchange.outcome(case.watch, one, luck, _WATCHES)
        for one in (answer, standing_order(case)[task], reference(case)[task])
    )
    return Score(
        tuple(_criterion(mine, usual, best, *told) for told in _PROTOCOL),
        (mine.waited,) if mine.waited else (),
        f"A distress fact reaches its desk after {mine.distress_min:.0f} minutes on average.",
    )


def _criterion(mine, usual, best, name, read, points, text, unit):
    value, low, high = (getattr(one, read) for one in (mine, usual, best))
    sign = 1.0 if high > low else -1.0
    fraction = between(sign * value, sign * low, sign * high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=read == "distress_min", measure=measure)


def table(case, answer, _luck):
    """Two points each."""
    right = audit.readings(case)
    found = tuple(_read(name, said, answer, right) for name, said in _SAID.items())
    near = sum(one.fraction > 0.0 for one in found)
    return Score(found, outcome=f"{near} of {len(found)} readings are as the table shows.")


def _read(name, said, answer, right):
    near = abs(answer[name] - right[name]) <= _TOLERANCE[name] + 1e-9
    return Criterion(said, float(near), 2, f"The table shows {right[name]:g}.")


SCORING = {
    "e4_class": classes,
    "e4_relay": message,
    "e4_request": data,
    "e4_protocol": watch,
    "e4_audit": table,
}
