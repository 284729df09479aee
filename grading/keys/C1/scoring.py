"""How C1 is scored: by what is believed at the end of weeks nobody has seen, danger before all.

The plan is placed between the standing order (0) and the reference (1), all three in the same
hidden luck. The hours that a call for help waits gate the rest. The belief is scored by Brier's
loss, averaged over what may be true given the answers, so that being sure for no reason costs.
In the row of reports a step is read from the trainee's own belief before it: a slip costs once. A
row that no report moves earns nothing: one number in all fields is no reading of a report.
"""

from trainkit.lessons.c1 import chain, enquiries, items, statements, stops
from trainkit.lessons.c1.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_WEEKS = 32
_PER_CENT, _RATIO, _WORTH_H = 0.75, 0.03, 0.6
_ROW = {
    3: "what was looked for and not found tells against",
    4: "a grade is a weight and no verdict",
}
_STILL = (
    (
        "a source that is heard again tells nothing new",
        "after_2",
        "after_1",
        "From your belief before it: {:.1f} %.",
    ),
    ("the order", "backwards", "after_4", "Products do not know an order."),
)


_KEPT = "Three right earn nothing: keeping whatever is said gives them. Each more earns a third."


def baseline(case):
    """Return the standing order's answers; nobody reads a table."""
    return {**standing_order(case), "c1_matrix": {}, "c1_chain": {}}


def sorts(case, answer, _luck):
    """Eight points; three right of six earn nothing, since keeping whatever is said gives them."""
    right = sum(
        answer[f"statement_{n}"] == one.sort for n, one in enumerate(case.statements, start=1)
    )
    crossed = statements.crossing(case.statements, answer)
    fraction = max(0.0, (right - 3) / 3)
    return Score(
        (Criterion("statements taken for what they are", fraction, 8, _KEPT),),
        (RedLine("R3", 1, crossed),) if crossed else (),
        f"{right} of 6 statements are taken for what they are.",
    )


def matrix(case, answer, _luck):
    """Five points for ratios, three for what items speak for, two for count and sum."""
    right = items.readings(case.items)
    ratios = [_near(answer[f"ratio_{n}"], right[f"ratio_{n}"]) for n in range(1, 6)]
    speaks = [answer[f"for_{n}"] == right[f"for_{n}"] for n in range(1, 6)]
    both = [answer[name] == right[name] for name in ("fits_most", "likeliest")]
    return Score(
        (
            _share("diagnosticity", ratios, 5, "The largest chance over the smallest."),
            _share("what an item speaks for", speaks, 3, "Where it is seen most, or nowhere."),
            _share("count and weight", both, 2, "What fits most is not what is likeliest."),
        ),
        outcome=f"{sum(ratios)} of 5 ratios are as the table has them.",
    )


def _near(value, right):
    return abs(value - right) <= _RATIO * right + 1e-9


def _share(name, right, points, text):
    said = f"{sum(right)} of {len(right)} are right. {text}"
    return Criterion(name, sum(right) / len(right), points, said)


def row(case, answer, _luck):
    """Two points a step, each from the trainee's own belief before it, two for the order."""
    moved = [_first(case, answer), *(_step(case, answer, number) for number in (3, 4))]
    any_moved = any(one.fraction for one in moved)
    again, order = (_still(answer, *told, any_moved) for told in _STILL)
    found = (moved[0], again, *moved[1:], order)
    right = sum(one.fraction > 0.0 for one in found)
    return Score(found, outcome=f"{right} of 5 steps follow from the reports.")


def _first(case, answer):
    near = abs(answer["after_1"] - chain.readings(case.chain)["after_1"]) <= _PER_CENT
    return Criterion("the first report", float(near), 2, "Odds times ratio.")


def _step(case, answer, number):
    """Return the criterion of a report that moves the belief; from 0 or 100 % nothing moves."""
    before = answer[f"after_{number - 1}"]
    due = _moved(before, _factor(chain.items(case.chain)[number - 1]))
    near = abs(answer[f"after_{number}"] - due) <= _PER_CENT < abs(due - before)
    return Criterion(_ROW[number], float(near), 2, f"From your belief before it: {due:.1f} %.")


def _still(answer, name, later, earlier, text, any_moved):
    """Return a criterion of what leaves a belief as it is; it counts once a report has moved it."""
    same = any_moved and abs(answer[later] - answer[earlier]) <= _PER_CENT
    return Criterion(name, float(same), 2, text.format(answer[earlier]))


def _factor(item):
    return item.likelihood["B"] / item.likelihood["A"]


def _moved(per_cent, ratio):
    return 100.0 * per_cent * ratio / (per_cent * ratio + 100.0 - per_cent)


_PLAN = (
    (
        "hours that a call for help waits",
        "wait_h",
        5,
        "Danger to life and possible victims wait for no enquiry.",
        "hours, mean",
    ),
    (
        "how far off the belief is at the end",
        "loss",
        6,
        "Enquiries that tell apart, for few hours, and each source once.",
        "Brier's loss, mean",
    ),
    (
        "enquiries that could have told the explanations apart",
        "telling",
        3,
        "What all explanations expect takes hours and tells nothing.",
        "share of enquiries",
    ),
)
"""Criteria of the plan; the first is of lives and gates the others."""
_PASSED_OVER = "A call for help was passed over: what else was learned counts for nothing then."


def week(case, answer, luck):
    """Five points for calls for help, six for the belief, three for what was asked."""
    mine, usual, best = (
        enquiries.outcome(case.week, one, luck, _WEEKS)
        for one in (answer, standing_order(case)["c1_plan"], reference(case)["c1_plan"])
    )
    return Score(
        tuple(_criterion(mine, usual, best, *told) for told in _PLAN),
        (mine.crossed,) if mine.crossed else (),
        f"A call for help waits {mine.wait_h:.1f} hours on average.",
    )


def _criterion(mine, usual, best, name, read, points, text, unit):
    life = read == "wait_h"
    if mine.crossed and not life:
        return Criterion(name, 0.0, points, _PASSED_OVER)
    value, low, high = (getattr(one, read) for one in (mine, usual, best))
    sign = 1.0 if high > low else -1.0
    fraction = between(sign * value, sign * low, sign * high)
    measure = Measure(value, low, high, unit)
    return Criterion(name, fraction, points, text, life=life, measure=measure)


_DANGER = "Where somebody may be in danger no belief is waited for."


def ends(case, answer, _luck):
    """Two points for who is in danger, which gate four for other cases and two for the worth."""
    due = stops.readings(case.stops)
    names = {f"stop_{n}": one.danger for n, one in enumerate(case.stops, start=1)}
    danger = [answer[name] == due[name] for name, urgent in names.items() if urgent]
    others = [answer[name] == due[name] for name, urgent in names.items() if not urgent]
    near = abs(answer["worth_h"] - due["worth_h"]) <= _WORTH_H
    return Score(
        (
            Criterion("danger overrides waiting", float(all(danger)), 2, _DANGER, life=True),
            _share("ask on or stop", others, 4, "The rules in their order."),
            Criterion("what the enquiry is worth", float(near), 2, f"{due['worth_h']:g} h."),
        ),
        outcome=f"{sum(danger) + sum(others)} of 4 cases are decided by the rules.",
    )


SCORING = {
    "c1_set": sorts,
    "c1_matrix": matrix,
    "c1_chain": row,
    "c1_plan": week,
    "c1_stop": ends,
}
