"""Eight people on deck and one helicopter that takes two at a time: who goes first.

A person's chance to live until the hospital falls with the time before it: exp(-rate t). Two of
eight cannot wait, three should not wait long, three can. People are placed by need; neither noise
nor suspicion is a need.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

Need = Literal["immediate", "urgent", "can_wait"]
NEEDS: tuple[Need, ...] = ("immediate", "urgent", "can_wait")
RATES_PER_H: Mapping[str, float] = {"immediate": 0.45, "urgent": 0.08, "can_wait": 0.005}
"""How fast people of each need are lost before the hospital: an assumption of the exercise."""
_COUNTS = (2, 3, 3)
FIRST_H, SORTIE_H, SEATS = 0.5, 1.6, 2
_SIGMA = 0.25
_GAP, _MOST_DRAWS = 0.65, 1_000


@dataclass(frozen=True)
class Patient:
    """One person on deck.

    Attributes:
        told: What is seen and said.
        need: What it speaks for.
    """

    told: str
    need: Need


@cache
def _told() -> dict[str, list[str]]:
    text = files("trainkit.lessons.e2").joinpath("sick.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def ward(luck: Luck) -> tuple[Patient, ...]:
    """Return eight people, in an order in which the listed order is a bad one for all alike.

    Raises:
        TrainkitError: no such order was found: an error of ours.
    """
    drawn = (_drawn(luck, attempt) for attempt in range(_MOST_DRAWS))
    found = next(filter(_tells_apart, drawn), None)
    if found is None:
        raise TrainkitError(f"No people could be drawn for the seed {luck.seed}: our error.")
    return found


def _drawn(luck: Luck, attempt: int) -> tuple[Patient, ...]:
    everybody = []
    for number, (need, count) in enumerate(zip(NEEDS, _COUNTS, strict=True)):
        texts = _told()[need]
        first = int(len(texts) * luck.uniform("e2 words of people", number))
        chosen = [texts[(first + k) % len(texts)] for k in range(count)]
        everybody += [Patient(text, need) for text in chosen]
    order = [luck.uniform("e2 order of people", n, attempt) for n in range(len(everybody))]
    return tuple(everybody[int(n)] for n in np.argsort(order))


def _tells_apart(patients: tuple[Patient, ...]) -> bool:
    """Return whether the listed order loses so many more people than the order by need."""
    rates = [RATES_PER_H[one.need] for one in patients]
    listed = expected_alive(rates, range(len(patients)))
    cues = expected_alive(rates, order_of([one.need for one in patients]))
    return 0.0 <= cues - listed - _GAP <= 0.3


def order_of(needs: Sequence[Need]) -> list[int]:
    """Return the order in which people fly: by the need that they are given, then as listed."""
    rank = {need: place for place, need in enumerate(NEEDS)}
    return sorted(range(len(needs)), key=lambda n: (rank[needs[n]], n))


def waits_h(places: int) -> NDArray[np.float64]:
    """Return how long each place in the order waits for the hospital, in hours."""
    return np.asarray(FIRST_H + SORTIE_H * (np.arange(places) // SEATS), dtype=np.float64)


def expected_alive(rates: Sequence[float], order: Sequence[int]) -> float:
    """Return how many people live on average, if they fly in an *order*."""
    waits = waits_h(len(order)).tolist()
    return sum(math.exp(-rates[n] * wait) for n, wait in zip(order, waits, strict=True))


@lru_cache(maxsize=4096)
def hidden_rates(patients: tuple[Patient, ...], luck: Luck, ward: int = 0) -> tuple[float, ...]:
    """Return how fast each is lost in hidden circumstances: lognormal about `RATES_PER_H`.

    Args:
        patients: The people on deck.
        luck: Luck of the circumstances.
        ward: Number of the circumstances, where several are drawn.
    """
    return tuple(
        luck.lognormal("e2 rates of people", n, ward, median=RATES_PER_H[one.need], sigma=_SIGMA)
        for n, one in enumerate(patients)
    )


def best(rates: Sequence[float]) -> float:
    """Return the most people that any order saves on average: an assignment problem, exact."""
    from scipy.optimize import linear_sum_assignment

    lives = np.exp(-np.outer(rates, waits_h(len(rates))))
    rows, columns = linear_sum_assignment(-lives)
    return float(lives[rows, columns].sum())
