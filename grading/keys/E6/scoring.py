"""How E6 is scored: by hours of people in distress, in nights that nobody has seen.

The orders of each watch are played after the same first watches for everybody and stand until the
end. They are placed between the standing order (0) and the reference (1), all in the same hidden
luck. Hours are those of people in distress until somebody takes them on board; who is lost counts
until the end, so that lives are in the measure and gate what else a watch earns.

Both engines give the same entries, so a mark does not depend on the machine: the compiled one is
taken wherever it loads. What the log, the plan and the timeline hold is no matter of luck.
"""

from trainkit.lessons.e6 import acts, night, orders, timeline
from trainkit.lessons.e6.reading import readings
from trainkit.lessons.e6.standing import WATCH, first_watches, standing_order
from trainkit.lessons.score import Criterion, Measure, RedLine, Score, between

from .reference import reference

__all__ = ["NIGHTS", "SCORING", "baseline", "reference"]

NIGHTS = 800
_SPARED = "hours in distress spared, over people"
_READ = {
    "recovered": ("people taken on board", 1.5, 0.0),
    "landed": ("people landed", 1.0, 0.0),
    "cases": ("cases opened", 1.0, 0.0),
    "slowest_h": ("the longest wait", 2.0, 0.1),
    "still_open": ("cases still open", 1.0, 0.0),
}


def baseline(case):
    """Return the standing order's answers; nobody reads a log."""
    return {**standing_order(case), "e6_kpi": {}, "e6_acts": {}, "e6_timeline": {}}


def spared(case, number, answer, luck, n=NIGHTS):
    """Return the hours that an answer spares against the standing order, night by night."""
    before = first_watches(case)
    mine, usual = (
        night.hours(case, night.watch_plan(number, one, before), luck, n) for one in (answer, WATCH)
    )
    return usual - mine


def _watch(number, points):
    def scored(case, answer, luck):
        """Life by hours in distress; what came in is worth 2 points, behind the gate of life."""
        found = float(spared(case, number, answer, luck).mean())
        best = float(spared(case, number, reference(case)[f"e6_watch_{number}"], luck).mean())
        right = answer["came_in"] == orders.RIGHT[number]
        lines = tuple(
            RedLine(one.rule, one.event, one.text)
            for one in orders.crossed(number, answer["came_in"])
        )
        return Score(
            (
                Criterion(
                    _SPARED,
                    between(found, 0.0, best),
                    points - 2,
                    "Somebody hears of it, somebody sends, and the way is short.",
                    life=True,
                    measure=Measure(found, 0.0, best, _SPARED),
                ),
                Criterion(
                    "what came in",
                    float(right),
                    2,
                    "Rescue first, data only with a basis, joint acts inside the plan.",
                ),
            ),
            lines,
            f"{found:.0f} hours in distress, over people, are spared on average.",
        )

    return scored


def kpi(case, answer, _luck):
    """Who ends open cases with the watch has not read the log."""
    right = readings(case)
    goes_on = answer["next_step"] == right["next_step"]
    text = "An open case is handed over, with its age and what was searched."
    return Score(
        (
            Criterion("what becomes of open cases", float(goes_on), 1.5, text, life=True),
            *(_read(name, answer, right) for name in _READ),
        ),
        outcome="The log is read." if goes_on else "Cases end while people may be out there.",
    )


def _read(name, answer, right):
    said, points, tolerance = _READ[name]
    near = abs(answer[name] - right[name]) <= tolerance + 1e-9
    return Criterion(said, float(near), points, f"The log shows {right[name]:g}.")


def out_of_plan(case, answer, _luck):
    """Breaches found, less what is called a breach and is none; a rescue never is one."""
    told = [(answer[f"act_{n}"], act) for n, act in enumerate(case.acts, start=1)]
    rescues = [said == acts.IN_PLAN for said, act in told if act.rescue]
    breaches = [said == act.finding for said, act in told if act.finding != acts.IN_PLAN]
    others = [said == acts.IN_PLAN for said, act in told if act.finding == acts.IN_PLAN]
    recall, specificity = sum(breaches) / len(breaches), sum(others) / len(others)
    return Score(
        (
            Criterion(
                "rescue needs no plan",
                sum(rescues) / len(rescues),
                1.5,
                "Both rescues stand, wherever they were.",
                life=True,
            ),
            Criterion(
                "breaches found and no others",
                max(0.0, recall + specificity - 1.0),
                4.5,
                f"{sum(breaches)} of {len(breaches)} breaches are found by their kind, and "
                f"{len(others) - sum(others)} acts are called a breach that are none.",
            ),
        ),
        outcome=f"{sum(breaches)} of {len(breaches)} breaches are found.",
    )


def matched(case, answer, _luck):
    """A guess earns nothing: two of six are right by chance."""
    right = sum(answer[f"step_{n}"] == one.finding for n, one in enumerate(case.steps, start=1))
    return Score(
        (
            Criterion(
                "expected and done",
                max(0.0, (right - 2) / (timeline.COUNT - 2)),
                6,
                f"{right} of {timeline.COUNT} agree with list and log on one clock.",
            ),
        ),
        outcome=f"{right} of {timeline.COUNT} are matched.",
    )


SCORING = {
    "e6_watch_1": _watch(1, 12),
    "e6_watch_2": _watch(2, 10),
    "e6_watch_3": _watch(3, 8),
    "e6_kpi": kpi,
    "e6_acts": out_of_plan,
    "e6_timeline": matched,
}
