"""Three boats and six calls: what a declared phase sets moving, and whom it leaves waiting.

Distress launches a boat at once. Alert keeps a boat ready while the desk asks; it leaves when the
call proves true and stands down when it does not. Uncertainty asks first and makes ready after. A
boat that is away or kept ready cannot go elsewhere, so the highest phase for everything leaves
somebody waiting. The expectation runs over
every combination of true and false calls and is exact.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.calls import PHASES, Call, Phase, draw_calls

Floats = NDArray[np.float64]

BOATS = 3
ASKED_H: Mapping[str, float] = {"uncertainty": 2.0, "alert": 0.0, "distress": 0.0}
"""Time until a boat is claimed: doubt is asked about first, and only what is true claims one."""
READY_H: Mapping[str, float] = {"uncertainty": 0.5, "alert": 0.75, "distress": 0.0}
"""Time that a boat is kept ready before it leaves or stands down."""
RESCUE_H = 5.0
"""How long a boat is away with people to bring home."""
IN_VAIN_H: Mapping[str, float] = {"uncertainty": 0.0, "alert": 0.0, "distress": 3.0}
"""How long a boat is away for nothing: only distress launches before the desk knows."""
_CLAIMS_WHEN_TRUE: Mapping[str, bool] = {"uncertainty": True, "alert": False, "distress": False}

TRUE = {"uncertainty": 0.05, "alert": 0.4, "distress": 0.9}
"""How often calls with such cues are true: an assumption of the exercise."""
_SIGMA = 0.6


_MOST_DRAWS = 1_000
_GAP_PERSONS, _NEARLY_BEST, _SLIP_REACHES = 1.2, 1.015, 0.5


@lru_cache(maxsize=64)
def evening(luck: Luck) -> tuple[Call, ...]:
    """Return the calls of a trainee's evening: drawn again until it tells answers apart.

    Raises:
        TrainkitError: no such evening was found: an error of ours.
    """
    drawn = (draw_calls(luck, attempt) for attempt in range(_MOST_DRAWS))
    found = next(filter(_tells_apart, drawn), None)
    if found is None:
        raise TrainkitError(f"No evening could be drawn for the seed {luck.seed}: our error.")
    return found


def _tells_apart(calls: tuple[Call, ...]) -> bool:
    """Return whether the cues' phases are nearly the best, and typical slips far behind.

    From all calls in alert (0) to the cues' phases (1), a typical slip reaches at most
    `_SLIP_REACHES`, and the whole way is at least `_GAP_PERSONS` people.
    """
    true = [TRUE[call.cues] for call in calls]
    instead: tuple[dict[str, Phase], ...] = (
        {},
        {"uncertainty": "alert", "distress": "alert"},
        {"alert": "distress"},
        {"alert": "uncertainty"},
        {"alert": "distress", "uncertainty": "distress"},
    )
    declared = [[other.get(call.cues, call.cues) for call in calls] for other in instead]
    cues, same, *slips, highest = _expected(calls, declared, true)
    reaches = max(slips) - same <= _SLIP_REACHES * (cues - same) and highest <= same
    return bool(
        reaches and cues - same >= _GAP_PERSONS and best(calls, true) <= _NEARLY_BEST * cues
    )


def best(calls: Sequence[Call], true: Sequence[float]) -> float:
    """Return the most people that any declaration of phases brings back alive on average."""
    every = list(product(PHASES, repeat=len(calls)))
    return float(_expected(calls, every, true).max())


@lru_cache(maxsize=64)
def chances(calls: tuple[Call, ...], luck: Luck) -> tuple[float, ...]:
    """Return how likely each call is true in hidden circumstances: near `TRUE`, in its odds."""
    found = []
    for place, call in enumerate(calls):
        odds = TRUE[call.cues] / (1.0 - TRUE[call.cues])
        odds *= luck.lognormal("e1 odds of calls", place, median=1.0, sigma=0.2)
        found.append(odds / (1.0 + odds))
    return tuple(found)


def expected_alive(
    calls: Sequence[Call], declared: Sequence[Phase], true: Sequence[float]
) -> float:
    """Return how many people are recovered alive on average.

    Args:
        calls: The calls.
        declared: The phase declared for each.
        true: How likely each call is true.
    """
    return float(_expected(calls, [declared], true)[0])


def _expected(
    calls: Sequence[Call], declared: Sequence[Sequence[Phase]], true: Sequence[float]
) -> Floats:
    """Return expected survivors of each declaration, shape (declarations,)."""
    cases = np.array(list(product((False, True), repeat=len(calls))))
    weights = np.prod(np.where(cases, true, 1.0 - np.asarray(true)), axis=1)
    return np.asarray(_survivors(calls, declared, cases).sum(axis=2) @ weights)


def survivors(calls: Sequence[Call], declared: Sequence[Phase], cases: NDArray[np.bool_]) -> Floats:
    """Return how many people of each call are alive when a boat reaches them.

    Args:
        calls: The calls.
        declared: The phase declared for each.
        cases: Which calls are true, shape (cases, calls).

    Returns:
        Expected survivors, shape (cases, calls); 0 for calls that are not true.
    """
    return np.asarray(_survivors(calls, [declared], cases)[0])


def _survivors(
    calls: Sequence[Call], declared: Sequence[Sequence[Phase]], cases: NDArray[np.bool_]
) -> Floats:
    """Return survivors of each declaration at once, shape (declarations, cases, calls)."""
    called_h, transit_h, persons, median_h = (
        np.array([getattr(call, name) for call in calls])
        for name in ("time_h", "transit_h", "persons", "survival_median_h")
    )
    claimed_h, ready_h, in_vain_h, waits = (
        np.array([[table[phase] for phase in one] for one in declared])
        for table in (ASKED_H, READY_H, IN_VAIN_H, _CLAIMS_WHEN_TRUE)
    )
    claimed_h = claimed_h + called_h
    free = np.zeros((len(declared), len(cases), BOATS))
    found, each = np.zeros((len(declared), *cases.shape)), np.arange(len(declared))
    for place in np.argsort(claimed_h, axis=1, kind="stable").T:
        true = cases[:, place].T
        boat = free.argmin(axis=2, keepdims=True)
        is_free_h = np.take_along_axis(free, boat, axis=2)[:, :, 0]
        leaves_h = np.maximum(claimed_h[each, place][:, None], is_free_h)
        leaves_h += ready_h[each, place][:, None]
        back_h = leaves_h + np.where(true, RESCUE_H, in_vain_h[each, place][:, None])
        claims = true | ~waits[each, place][:, None]
        np.put_along_axis(free, boat, np.where(claims, back_h, is_free_h)[:, :, None], axis=2)
        waited_h = leaves_h + (transit_h - called_h)[place][:, None]
        alive = persons[place][:, None] * _survival(waited_h, median_h[place][:, None])
        found[each, :, place] = true * alive
    return found


def _survival(waited_h: Floats, median_h: Floats) -> Floats:
    from scipy.special import ndtr

    return np.asarray(ndtr(-np.log(waited_h / median_h) / _SIGMA))
