"""A thousand nights like the trainee's: what a decision brings in each, in visible luck.

The same nights meet the decision and the standing order: same weather, same particle, same draws
of finding and of surviving. Every reader of the case can compute them; marks use other luck.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck, many_uniform, purpose
from trainkit.lessons.e1 import sortie
from trainkit.lessons.e1.case import Situation
from trainkit.lessons.e1.effort import Search, first_search, in_order, second_search, survival
from trainkit.lessons.e1.ensemble import Ensemble
from trainkit.lessons.e1.maps import flown, seen
from trainkit.lessons.e1.orders import late
from trainkit.lessons.e1.watch import chances, survivors
from trainkit.lessons.task import Answer

NIGHTS = 1_000
Floats = NDArray[np.float64]


def _draws(case: Situation, name: str, index: int = 0) -> Floats:
    key = Luck(case.seed).key
    drawn: Floats = many_uniform(key, purpose(f"e1 {name}"), np.arange(NIGHTS), index)
    return drawn


def _alive(case: Situation, chance: Floats) -> Floats:
    """Return how many people of the boat live in each night, each with that *chance*."""
    drawn = [_draws(case, "survival of a person", person) for person in range(case.persons)]
    lives: Floats = np.sum([one < chance for one in drawn], axis=0, dtype=np.float64)
    return lives


def evenings(case: Situation, answer: Mapping[str, Any]) -> Floats:
    """Return the people recovered alive from all six calls, shape (nights,)."""
    true = chances(case.calls, Luck(case.seed))
    cases = np.array([_draws(case, "truth of a call", n) < c for n, c in enumerate(true)]).T
    declared = [answer[f"call_{number}"] for number in range(1, len(case.calls) + 1)]
    return np.asarray(survivors(case.calls, declared, cases).sum(axis=1), dtype=np.float64)


def in_danger(case: Situation) -> float:
    """Return how many people are in danger on average over the evenings."""
    true = chances(case.calls, Luck(case.seed))
    return float(sum(c * call.persons for c, call in zip(true, case.calls, strict=True)))


def sorties(case: Situation, answer: Mapping[str, Any]) -> Floats:
    """Return the people recovered alive by Kestrel's sortie, shape (nights,)."""
    cloud, radius = seen(case), answer["radius_nm"]
    place = answer["datum"]
    inside = sortie.within(cloud, place["x_nm"], place["y_nm"], radius)[_even(cloud)]
    found = inside & (_draws(case, "finding in a square") < sortie.detection(radius))
    lives = np.where(found, float(survival(case, sortie.reached_h(case))), 0.0)
    return _alive(case, lives)


def first_searches(case: Situation, answer: Answer) -> Floats:
    """Return the people recovered alive by the first search, shape (nights,)."""
    cloud = seen(case)
    search = first_search(case, cloud, late(answer["cutter"]))
    return _searched(case, search, in_order(answer["hours"]), _even(cloud))


def second_searches(case: Situation, answer: Answer) -> Floats:
    """Return the people recovered alive by the second search after an empty first, (nights,)."""
    search = second_search(case, seen(case), flown(case))
    return _searched(case, search, in_order(answer["hours"]), _left(case, search.weights))


def _even(cloud: Ensemble) -> NDArray[np.intp]:
    """Return one particle a night, evenly over all weathers."""
    each: NDArray[np.intp] = np.arange(NIGHTS) * cloud.x_nm.shape[1] // NIGHTS
    return each


def _left(case: Situation, weights: Floats) -> NDArray[np.intp]:
    """Return one particle a night, as likely as the first search has left it."""
    reached = np.cumsum(weights) / weights.sum()
    particles: NDArray[np.intp] = np.searchsorted(
        reached, _draws(case, "what the first search missed")
    )
    return particles


def _searched(
    case: Situation, search: Search, hours: Sequence[float] | Floats, particles: NDArray[np.intp]
) -> Floats:
    missed = search.missed(hours)[:, particles]
    found = _draws(case, "finding in the areas") >= missed
    hour = np.argmax(found, axis=0)
    return _alive(case, np.where(found.any(axis=0), search.alive[hour], 0.0))
