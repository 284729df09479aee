"""How E3 is scored: what a boat's people go through on average, and what stands of the inquiry.

Two decisions are played in the event model `boarding`, in nights that nobody has seen, between the
standing order (0) and the reference (1), all three in the same luck. People alive are the criterion
that gates the others: no evidence buys a life back. Three tasks are readings of facts by rules with
a source each; there the same gate holds for the vessel whose people are in danger.

Red lines are read on records that this key makes from the orders, never on a submitted file.
"""

from trainkit.lessons.e3 import nights, orders
from trainkit.lessons.e3.boarding_log import NAMES, found, readings
from trainkit.lessons.e3.moments import WHY
from trainkit.lessons.e3.standing import standing_order
from trainkit.lessons.e3.vessels import follows
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_NIGHTS = 160
_ALSO_RIGHT = {"joint_out": ("board_own",)}
"""What is as lawful: outside the plan, Alder's team alone may board a vessel of Alder's flag."""
_TOLERANCE = {"warned_min": 1.0, "due_h": 0.03}


def baseline(case):
    """Return the standing order's answers; nobody judges gates and moments or reads the log."""
    return {**standing_order(case), "e3_gates": {}, "e3_force": {}, "e3_record": {}}


def _lines(found_lines):
    return tuple(RedLine(line.rule, line.event, line.text) for line in found_lines)


def gates(case, answer, _luck):
    """2 points for the people in danger, which gate the rest; 10 alike over the nine others."""
    right = reference(case)["e3_gates"]
    criteria = []
    for number, vessel in enumerate(case.vessels, start=1):
        name, life = f"vessel_{number}", vessel.in_danger
        points = 2.0 if life else 10.0 / (len(case.vessels) - 1)
        why = follows(vessel, case.plan).why
        also = _ALSO_RIGHT.get(vessel.kind, ())
        met = float(answer[name] == right[name] or answer[name] in also)
        criteria.append(Criterion(f"vessel {number}", met, points, why, life=life))
    good = sum(criterion.fraction == 1.0 for criterion in criteria)
    told = f"{good} of {len(criteria)} orders are what the gates allow and ask."
    return Score(tuple(criteria), _lines(orders.gate_lines(case, answer)), told)


def _means(case, task, answer, luck):
    values = nights.played(case, task, answer, luck.seed, _NIGHTS)
    return {name: float(one.mean()) for name, one in values.items()}


_MEASURED = (
    ("persons_alive", "people alive", "people alive", 1.0, "Nobody is lost who could live."),
    (
        "person_hours_in_distress",
        "hours in distress",
        "person hours in distress",
        -1.0,
        "Nobody waits longer than the sea asks.",
    ),
    (
        "evidence",
        "what stands of the inquiry",
        "things found",
        1.0,
        "Found with a basis, and when nobody waited for these hands.",
    ),
)


def _simulated(case, task, answer, luck, points):
    """Return the criteria of a played order, and its outcome in a sentence."""
    low, high = standing_order(case)[task], reference(case)[task]
    mine, base, best = (_means(case, task, one, luck) for one in (answer, low, high))
    criteria = []
    for (name, title, unit, sign, told), worth in zip(_MEASURED, points, strict=True):
        values = (mine[name], base[name], best[name])
        fraction = between(*(sign * one for one in values))
        measure = Measure(*values, unit)
        life = name == "persons_alive"
        criteria.append(Criterion(title, fraction, worth, told, life=life, measure=measure))
    outcome = (
        f"{mine['persons_alive']:.1f} people are alive on average, after "
        f"{mine['person_hours_in_distress']:.0f} hours in distress all together; "
        f"{mine['evidence']:.1f} things are found that stand."
    )
    return criteria, outcome


def order(case, answer, luck):
    """5 points for lives, 4 for hours in distress, 3 for what stands."""
    criteria, outcome = _simulated(case, "e3_order", answer, luck, (5, 4, 3))
    lines = _lines(nights.crossed(case, "e3_order", answer))
    return Score(tuple(criteria), lines, outcome)


def wait(case, answer, luck):
    """3 points for lives, 2 for hours, 2 for what stands, 3 for no boarding without a yes."""
    criteria, outcome = _simulated(case, "e3_wait", answer, luck, (3, 2, 2))
    waits = answer["silence"] == "keep_watch"
    told = "Silence is no yes, and no reason to leave people to the weather."
    criteria.append(Criterion("no answer, no boarding", float(waits), 3, told))
    lines = _lines(nights.crossed(case, "e3_wait", answer))
    return Score(tuple(criteria), lines, outcome)


def force(case, answer, _luck):
    """8 points over six moments, alike: each could be the one that a court asks about."""
    each = 8.0 / len(case.moments)
    criteria = tuple(
        Criterion(
            f"moment {number}",
            float(answer[f"moment_{number}"] == moment.calls_for),
            each,
            WHY[moment.calls_for],
        )
        for number, moment in enumerate(case.moments, start=1)
    )
    good = sum(criterion.fraction == 1.0 for criterion in criteria)
    return Score(criteria, (), f"{good} of {len(criteria)} moments get what they call for.")


def record(case, answer, _luck):
    """2 points each for the faulty use, its requirement and the deadline, 1 for each other."""
    right = readings(case.log, case.plan)
    worth = {"breach": 2, "requirement": 2, "warned_min": 1, "due_h": 2, "late": 1}
    said = {
        "breach": "the use that does not meet a requirement",
        "requirement": "the requirement",
        "warned_min": "minutes from the warning to the first use of hands",
        "due_h": "until when the last use is to be reported",
        "late": "the use reported too late",
    }
    criteria = tuple(
        Criterion(said[name], _read(name, answer, right), points, f"The log shows {right[name]}.")
        for name, points in worth.items()
    )
    faults = found(case.log, case.plan)
    named = ", ".join(f"{name}: {fault.requirement}" for name, fault in faults)
    return Score(criteria, (), f"Of {len(NAMES)} uses these have a fault: {named}.")


def _read(name, answer, right):
    if name in _TOLERANCE:
        return float(abs(answer[name] - right[name]) <= _TOLERANCE[name] + 1e-9)
    return float(answer[name] == right[name])


SCORING = {
    "e3_gates": gates,
    "e3_order": order,
    "e3_wait": wait,
    "e3_force": force,
    "e3_record": record,
}
