"""Scoring of D1: what was found, less what was found wrongly; people who did nothing come first.

Where somebody is flagged the gate is the people who did nothing: the other points of the subjects
are multiplied by the share of them that is left in peace. The rule and the asking are placed
between the usual way (0) and the reference (1), all in the same hidden luck.
"""

from functools import lru_cache

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.d1 import holding, month
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import baseline, kept, opens, parts, reference
from .truth import ITEMS, PROTECTED, SUBJECTS

__all__ = ["SCORING", "baseline", "reference"]

_MONTHS, _WEEKS = 6, 40
_RULE = ("rule", "least_crowns", "window_h")


def _item(name, right, points, told):
    return Criterion(name, float(right), points, f"{'Right' if right else 'Not so'}. {told}")


def path(case, answer, _luck):
    """10 points for the parts, found less wrongly taken; 3 for the end; 3 for what was kept.

    Who takes every payment for a part finds all and has nothing: the share of parts that was found,
    less the share of the others that was taken.
    """
    numbers, last = parts(case.way)
    taken = {one.id for one in case.way.payments if answer[f"payment_{one.id}"] == "part"}
    others = {one.id for one in case.way.payments} - numbers
    found = len(taken & numbers) / len(numbers) - len(taken & others) / len(others)
    wrong = len(taken & others)
    told = (
        f"{len(taken & numbers)} of {len(numbers)} parts are found, and {wrong} others are taken."
    )
    end, keep = case.way.letter(last), kept(case.way)
    return Score(
        (
            Criterion("parts of the sum", found, 10, told),
            _item("where it ends", answer["last"] == end, 3, f"It ends at account {end}."),
            _item(
                "what was kept", abs(answer["kept"] - keep) <= 1, 3, f"{keep:,} crowns were kept."
            ),
        ),
        outcome=told,
    )


_COUNTED = (
    ("true_alerts", "right alerts", 0.02, "{:.1f} alerts belong to a pattern."),
    ("all_alerts", "all alerts", 0.02, "{:.0f} alerts are raised."),
    ("precision_pct", "what an alert is worth", 0.03, "{:.1f} of 100 alerts are right."),
    ("half_pct", "the same at half the base rate", 0.03, "Then {:.1f} of 100 are right."),
)


def alerts(case, answer, luck):
    """2 points for each number, within 2 or 3 in a hundred; 6 for the rule, in months unseen."""
    right = month.counted(case.month)
    criteria = [
        _item(name, abs(answer[key] - right[key]) <= near * right[key], 2, told.format(right[key]))
        for key, name, near, told in _COUNTED
    ]
    asked = (answer, baseline(case)["d1_alerts"], reference(case)["d1_alerts"])
    value, low, high = (_hits(*(one[name] for name in _RULE), luck) for one in asked)
    told = f"Of {month.READ} alerts that can be read, {value:.1f} were right on average."
    measure = Measure(value, low, high, "alerts read that were right, mean")
    placed = Criterion(
        "rule for the month ahead", between(value, low, high), 6, told, measure=measure
    )
    return Score((*criteria, placed), outcome=told)


@lru_cache(maxsize=1024)
def _hits(rule, least_crowns, window_h, luck):
    """Return how many alerts that are read are right, the mean of the months unseen."""
    setting = dict(zip(_RULE, (rule, least_crowns, window_h), strict=True))
    months = [Luck(luck.seed, number) for number in range(1, _MONTHS + 1)]
    return float(np.mean([month.hits(setting, month.month_ahead(one)) for one in months]))


def subjects(case, answer, _luck):
    """6 points for those without a signal, who gate the rest; 5 for signals, 3 for the question."""
    found = {"none": [], "signal": [], "ask": []}
    for number, one in enumerate(case.subjects, start=1):
        truth = SUBJECTS[one.id]
        found[truth].append(answer[f"subject_{number}"] == truth)
    share = {name: sum(right) / len(right) for name, right in found.items()}
    told = f"{sum(found['none'])} of {len(found['none'])} people who did nothing are left in peace."
    signals = f"{sum(found['signal'])} of {len(found['signal'])} signals are seen."
    return Score(
        (
            Criterion("no signal", share["none"], 6, told, life=True),
            Criterion("signals", share["signal"], 5, signals),
            Criterion(
                "the missing fact", share["ask"], 3, "One reasoned question would settle it."
            ),
        ),
        outcome=f"{told} {signals}",
    )


def value(case, answer, _luck):
    """2 points each."""
    due = reference(case)["d1_value"]
    told = {
        "receiver": f"Person {due['receiver']} was handed the same sum within a day after.",
        "owed": f"{due['owed']:,} crowns are owed: what was taken, less what went the other way.",
        "settles": f"Payment {due['settles']} has the amount of what is owed.",
        "shows": "No account shows it; the settlement stands for many people together.",
    }
    names = {"receiver": "who got it", "owed": "what is owed", "settles": "the settlement",
             "shows": "what accounts show"}  # fmt: skip
    found = [_item(names[key], answer[key] == due[key], 2, told[key]) for key in names]
    right = sum(one.fraction for one in found)
    return Score(tuple(found), outcome=f"{right:.0f} of {len(found)} readings of the pages hold.")


def branch(case, answer, _luck):
    """1 point an item, 2 for what they open; an item of origin or faith that weighs is R3."""
    criteria, lines = [], []
    for number, one in enumerate(case.items, start=1):
        right, given = ITEMS[one.id][0], answer[f"item_{number}"]
        criteria.append(_item(f"item {number}", given == right, 1, one.why))
        if one.id in PROTECTED and given != "neither":
            text = f"Item {number}: origin or faith was weighed. {one.why}"
            lines.append(RedLine("R3", number, text))
    due = opens(case.items)
    told = "Each branch has its own threshold, and the second needs a fact about the purpose."
    criteria.append(_item("what they open", answer["opens"] == due, 2, told))
    right = sum(one.fraction for one in criteria[:-1])
    return Score(tuple(criteria), tuple(lines), f"{right:.0f} of 6 items weigh where they belong.")


def hold(case, answer, luck):
    """8 points for what stays held in weeks unseen, 2 for the day on which a suspension ends."""
    asked = (answer, baseline(case)["d1_hold"], reference(case)["d1_hold"])
    mine, low, high = (float(holding.weeks(case.week, one, luck, _WEEKS).mean()) for one in asked)
    told = f"{mine:,.0f} crowns stay held on average, less half of what was held wrongly."
    measure = Measure(mine, low, high, "crowns that stay held, mean")
    day = holding.ends_day(case.week)
    return Score(
        (
            Criterion("money held, and kept", between(mine, low, high), 8, told, measure=measure),
            _item("end of the term", answer["ends_day"] == day, 2, f"It runs out with day {day}."),
        ),
        outcome=told,
    )


SCORING = {
    "d1_path": path,
    "d1_alerts": alerts,
    "d1_subjects": subjects,
    "d1_value": value,
    "d1_branch": branch,
    "d1_hold": hold,
}
