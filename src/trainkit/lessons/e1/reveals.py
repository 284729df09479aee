"""What is shown after a commit in E1: a thousand nights beside the standing order, and why."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.lessons.e1 import nights, sortie
from trainkit.lessons.e1.case import Situation
from trainkit.lessons.e1.effort import first_search, in_order, second_search
from trainkit.lessons.e1.maps import flown, seen
from trainkit.lessons.e1.orders import late
from trainkit.lessons.e1.standing import standing_order
from trainkit.lessons.task import Answer, Reveal

_CHANCE = (
    "A good decision that ends badly in one night is still a good decision: look at the thousand."
)
_LABEL = "People recovered alive"
_BALANCED = 3.0
"""How much more the best next hour may bring than the hours that were spent, on average."""
_R1 = (
    "While Heron followed another boat, people were known to be in distress. That is a red line: "
    "rescue waits for no enforcement, and nobody needs to ask for leave to rescue."
)
Play = Callable[[Situation, Mapping[str, Any]], NDArray[np.float64]]


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in a thousand nights of the trainee's own case."""
    told = _REVEALS[task_id](case, answer)
    if task_id not in _PLAYS:
        return Reveal(told)
    play = _PLAYS[task_id]
    mine, standing = play(case, answer), play(case, standing_order(case)[task_id])
    text = "\n\n".join([_read_aloud(task_id, mine, standing), told, _CHANCE])
    return Reveal(text, {"your decision": mine, "standing order": standing}, _LABEL)


def _read_aloud(task_id: str, mine: NDArray[np.float64], standing: NDArray[np.float64]) -> str:
    if task_id == "e1_phase":
        better, worse = (mine > standing + 0.05).sum(), (mine < standing - 0.05).sum()
        return (
            f"In {better} of 1,000 evenings your phases bring more people back alive than the "
            f"standing order, which makes a boat ready for every call; in {worse} fewer. On "
            f"average {mine.mean():.1f} people against {standing.mean():.1f}."
        )
    return (
        f"In {(mine > 0).sum()} of 1,000 nights somebody is recovered alive by your search; with "
        f"the standing order in {(standing > 0).sum()}. On average {mine.mean():.1f} people "
        f"against {standing.mean():.1f}."
    )


def _phase(case: Situation, answer: Answer) -> str:
    launched = sum(phase == "distress" for phase in answer.values())
    return (
        f"{nights.in_danger(case):.1f} people are in danger on an average evening like this one. "
        f"You launched for {launched} of 6 calls. A boat that goes out for nothing is away for "
        "three hours, and one that is kept ready is missing for three quarters of an hour; a call "
        "that waits loses people with every half hour. So the highest phase for all is not the "
        "safe choice: somebody else pays for it."
    )


def _datum(case: Situation, answer: Answer) -> str:
    place, radius = answer["datum"], answer["radius_nm"]
    inside = sortie.within(seen(case), place["x_nm"], place["y_nm"], radius).mean()
    found = sortie.detection(radius)
    return (
        f"Your square holds the boat in {100 * inside:.0f} % of the nights. A boat inside is found "
        f"in {100 * found:.0f} %: the sortie sweeps {sortie.EFFORT_NM2:.0f} square miles and the "
        f"square has {4 * radius**2:.0f}. A larger square holds more and finds less in it."
    )


def _allocation(case: Situation, answer: Answer) -> str:
    search = first_search(case, seen(case), late(answer["cutter"]))
    hours = in_order(answer["hours"])
    told = (
        f"The probability of success, that the boat is found at all, is "
        f"{100 * search.success(hours):.0f} %. {_where_next(search.gain(hours), hours)}"
    )
    return f"{told}\n\n{_R1}" if answer["cutter"] == "shadow" else told


def _where_next(gain: NDArray[np.float64], hours: NDArray[np.float64]) -> str:
    spent = float(np.average(gain, weights=hours)) if hours.any() else 0.0
    if gain.max() < _BALANCED * spent:
        return "Another hour would bring nearly the same in most areas: your hours are balanced."
    return (
        "Another hour would bring much more in some areas than in others: hours were spent where "
        "little was left to find."
    )


def _reading(case: Situation, _answer: Answer) -> str:
    empty = nights.first_searches(case, standing_order(case)["e1_allocation"])
    return (
        "A unit's coverage speaks for its own square and for nothing else. That one night's search "
        "is empty says little about the plan: under the standing order the first search brings "
        f"nobody back alive in {(empty == 0).sum()} of 1,000 nights of your own case.\n\n"
        "What an empty search leaves is knowledge: the searched places are less likely now. And "
        "every report changes the count. A search goes on until everybody is accounted for."
    )


def _replan(case: Situation, answer: Answer) -> str:
    search = second_search(case, seen(case), flown(case))
    hours = in_order(answer["hours"])
    found = 100 * search.success(hours)
    return (
        f"After the empty first search the second finds the boat in {found:.0f} % of the nights "
        "that are left. The first search took away what it would have found; the "
        f"cloud has drifted and spread since. {_where_next(search.gain(hours), hours)}"
    )


_PLAYS: Mapping[str, Play] = {
    "e1_phase": nights.evenings,
    "e1_datum": nights.sorties,
    "e1_allocation": nights.first_searches,
    "e1_replan": nights.second_searches,
}
_REVEALS: Mapping[str, Callable[[Situation, Answer], str]] = {
    "e1_phase": _phase,
    "e1_datum": _datum,
    "e1_allocation": _allocation,
    "e1_reading": _reading,
    "e1_replan": _replan,
}
