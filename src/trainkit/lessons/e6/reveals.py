"""What is shown after a commit in E6: many nights beside the standing order, and why."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from trainkit.lessons.e6 import acts, night, timeline
from trainkit.lessons.e6.case import Situation, clock
from trainkit.lessons.e6.orders import WRONG
from trainkit.lessons.e6.reading import readings
from trainkit.lessons.e6.standing import WATCH, first_watches
from trainkit.lessons.task import Answer, Reveal

_CHANCE = (
    "A good decision that ends badly in one night is still a good decision: look at all of them."
)
_LABEL = "Hours in distress, over people (h)"
_LINES = {
    1: "A boarding that goes on while people wait is a red line, R1. Nobody asks leave to rescue.",
    2: "Names without a case, a basis and a line in the log are a red line, R5.",
    3: "A joint act outside the plan's area is a red line, R4. A rescue there would be none.",
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in many nights of the trainee's own case."""
    if task_id.startswith("e6_watch"):
        return _watch(case, int(task_id[-1]), answer)
    return Reveal(_TOLD[task_id](case, answer))


def _watch(case: Situation, number: int, answer: Answer) -> Reveal:
    n = night.shown_nights()
    before = first_watches(case)
    mine, standing = (
        night.shown(case, night.watch_plan(number, one, before), n) for one in (answer, WATCH)
    )
    parts = [_read_aloud(mine, standing), _why(answer), _CHANCE]
    if answer["came_in"] == WRONG[number]:
        parts.insert(1, _LINES[number])
    samples = {"your orders": mine, "standing order": standing}
    return Reveal("\n\n".join(parts), samples, _LABEL)


def _read_aloud(mine: NDArray[np.float64], standing: NDArray[np.float64]) -> str:
    better, worse = int((mine < standing - 0.5).sum()), int((mine > standing + 0.5).sum())
    return (
        f"In {better} of {len(mine):,} nights there are fewer hours in distress under your orders "
        f"than under the standing order, in {worse} more. On average {mine.mean():,.0f} hours, "
        f"over people, against {standing.mean():,.0f}. Most of them nobody could have spared: "
        "they lie before the watch, or with people of whom nobody heard."
    )


def _why(answer: Answer) -> str:
    found = [_SHARED[str(answer["sharing"])], _PHASE[str(answer["dispatch_phase"])]]
    if answer["osprey"] != "stand_by":
        found.append(
            "Osprey on patrol sees boats and has to stay with them, and it cannot take anybody on "
            "board; when a call comes it may be out of fuel."
        )
    ready = sum(answer[name] == "stand_by" for name in ("skua", "lanner", "petrel", "tern"))
    found.append(
        f"Vessels that wait in port: {ready} of 4. They are rested, and hours away from the lanes."
        if ready
        else "All four vessels are at sea: near, and tired at the same hour."
    )
    return " ".join(found)


_SHARED = {
    "alone": "Nothing is shared: a centre that was told sends its own units past nearer ones.",
    "alerts": "Alerts are shared: the partner acts where it is nearer, by its own choice.",
    "picture": "The picture is shared: both see who is near, and each also sends to what the other "
    "has in sight.",
    "tasking": "Each centre may send the other's units: the nearest goes, and the side that it "
    "comes from is bare for a while.",
}
_PHASE = {
    "uncertainty": "Units leave at the first doubt: nobody waits for inquiries, and some go for "
    "nothing.",
    "alert": "Units leave when something has gone wrong, while inquiries go on.",
    "distress": "Units leave when distress is certain: the hours of inquiry are hours of waiting.",
}


def _kpi(case: Situation, _answer: Answer) -> str:
    right = readings(case)
    return (
        f"The log holds {right['cases']} cases, {right['recovered']} people taken on board and "
        f"{right['landed']} landed; the longest wait is {right['slowest_h']:.1f} h and "
        f"{right['still_open']} cases are open. It holds nothing of boats of which nobody heard, "
        "so that a night with a short log is not a quiet night. An open case is handed over with "
        "its last position, its age and what was searched."
    )


def _acts(case: Situation, answer: Answer) -> str:
    right = sum(answer[f"act_{n}"] == act.finding for n, act in enumerate(case.acts, start=1))
    breach = [f"{n}" for n, act in enumerate(case.acts, start=1) if act.finding != acts.IN_PLAN]
    return (
        f"{right} of {acts.COUNT} agree with plan and log. Acts {', '.join(breach)} breach the "
        "plan. Both rescues lie outside its area and breach nothing, and the national act has its "
        "own law. What decides about time is the instant and not the figure on a clock."
    )


def _timeline(case: Situation, answer: Answer) -> str:
    right = sum(answer[f"step_{n}"] == one.finding for n, one in enumerate(case.steps, start=1))
    told = "; ".join(
        f"{n} put at {clock(one.due_h)} and logged at {clock(one.at_h)} UTC"
        for n, one in enumerate(case.steps, start=1)
        if one.finding != timeline.MISSED
    )
    return (
        f"{right} of {timeline.COUNT} agree. On one clock: {told}. The others were begun and not "
        "done: a draft, a question or an intention is no act."
    )


_TOLD: Mapping[str, Callable[[Situation, Answer], str]] = {
    "e6_kpi": _kpi,
    "e6_acts": _acts,
    "e6_timeline": _timeline,
}
