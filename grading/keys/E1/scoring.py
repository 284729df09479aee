"""How E1 is scored: by the people recovered alive on average, in weathers that nobody has seen.

Each decision is placed between the standing order (0) and the reference (1), all three in the same
hidden luck, so that a variant's own difficulty cancels. Where lives are at stake they are the
criterion that gates the others. The expectation over finding and surviving is exact; only weather
and particles are drawn, and all three policies meet the same ones.

Which reading of the log is right is no matter of luck: it is regenerated from the trainee's seed,
with a tolerance for rounding.
"""

from trainkit.lessons.e1 import orders, sortie, watch
from trainkit.lessons.e1.effort import first_search, in_order, second_search
from trainkit.lessons.e1.ensemble import ensemble
from trainkit.lessons.e1.maps import flown
from trainkit.lessons.e1.reading import readings
from trainkit.lessons.e1.standing import standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["SCORING", "baseline", "reference"]

_WEATHERS, _PARTICLES = 48, 50
_TOLERANCE = {"first_leg_h": 0.02, "coverage": 0.03, "pod_percent": 2.0, "unaccounted": 0.0}
_SAID = {
    "first_leg_h": "when the first search leg began",
    "coverage": "the Skua's coverage",
    "pod_percent": "what random search finds at that coverage",
    "unaccounted": "how many people are not accounted for",
}


def baseline(case):
    """Return the standing order's answers; nobody reads the log."""
    return {**standing_order(case), "e1_reading": {}}


def _cloud(case, luck):
    return ensemble(case, luck, _WEATHERS, _PARTICLES)


def _places(measure, case, task, answer):
    """Return (fraction, measure) of an answer between the standing order and the reference."""
    value, low, high = (
        float(measure(one)) for one in (answer, standing_order(case)[task], reference(case)[task])
    )
    return between(value, low, high), Measure(value, low, high, "people recovered alive")


def phase(case, answer, luck):
    """Lives are worth 8 points, reading the cues 6: a lucky declaration is not yet a reading."""
    chances = watch.chances(case.calls, luck)

    def alive(declared):
        phases = [declared[f"call_{number}"] for number in range(1, len(case.calls) + 1)]
        return watch.expected_alive(case.calls, phases, chances)

    fraction, measure = _places(alive, case, "e1_phase", answer)
    right = [answer[f"call_{n}"] == call.cues for n, call in enumerate(case.calls, start=1)]
    return Score(
        (
            Criterion(
                "people recovered alive",
                fraction,
                8,
                "Boats leave for those in danger and are there when the next call comes.",
                life=True,
                measure=measure,
            ),
            Criterion(
                "cues read",
                max(0.0, (sum(right) - 2) / (len(right) - 2)),
                6,
                f"{sum(right)} of {len(right)} calls are declared as their cues speak.",
            ),
        ),
        outcome=f"{measure.value:.1f} people are recovered alive on an average evening.",
    )


def datum(case, answer, luck):
    """All points are for lives: the square that recovers most is the better square."""
    cloud, place = _cloud(case, luck), "datum"

    def alive(one):
        x_nm, y_nm = one[place]["x_nm"], one[place]["y_nm"]
        return case.persons * sortie.recovered(case, cloud, x_nm, y_nm, one["radius_nm"])

    fraction, measure = _places(alive, case, "e1_datum", answer)
    found = sortie.success(cloud, **answer[place], radius_nm=answer["radius_nm"])
    text = "The square lies where the boat drifts to, and is as large as its error asks."
    return Score(
        (Criterion("people recovered alive", fraction, 16, text, life=True, measure=measure),),
        outcome=f"{measure.value:.1f} people are recovered alive on average; "
        f"the boat is found in {100 * found:.0f} % of the nights.",
    )


def allocation(case, answer, luck):
    """Lives by the hours, the cutter's delay in them; following first is the red line R1."""
    cloud = _cloud(case, luck)

    def search(one):
        return first_search(case, cloud, orders.late(one["cutter"]))

    lines = tuple(
        RedLine(found.rule, found.event, found.text) for found in orders.crossed(answer["cutter"])
    )
    return _hours(case, "e1_allocation", answer, search, 18, lines)


def replan(case, answer, luck):
    """Lives in the second search, after the hours of the first have found nothing."""
    search = second_search(case, _cloud(case, luck), flown(case))
    return _hours(case, "e1_replan", answer, lambda _: search, 12, ())


def _hours(case, task, answer, search, points, lines):
    def alive(one):
        return case.persons * search(one).recovered(in_order(one["hours"]))

    fraction, measure = _places(alive, case, task, answer)
    found = search(answer).success(in_order(answer["hours"]))
    text = "Each hour goes where it still finds somebody in time."
    return Score(
        (Criterion("people recovered alive", fraction, points, text, life=True, measure=measure),),
        lines,
        f"{measure.value:.1f} people are recovered alive on average; "
        f"the probability of success is {100 * found:.0f} %.",
    )


def reading(case, answer, _luck):
    """Two points each; who ends a search with people missing has not read the log."""
    right = readings(case)
    goes_on = answer["next_step"] == right["next_step"]
    text = "The search goes on while anybody is unaccounted for."
    return Score(
        (
            Criterion("what follows", float(goes_on), 2, text, life=True),
            *(_read(name, said, answer, right) for name, said in _SAID.items()),
        ),
        outcome="The log is read." if goes_on else "The search ends while people are missing.",
    )


def _read(name, said, answer, right):
    near = abs(answer[name] - right[name]) <= _TOLERANCE[name] + 1e-9
    return Criterion(said, float(near), 2, f"The log shows {right[name]:g}.")


SCORING = {
    "e1_phase": phase,
    "e1_datum": datum,
    "e1_allocation": allocation,
    "e1_reading": reading,
    "e1_replan": replan,
}
