"""Who is tied to whom: so many pairs as the density says, the likelier ones sooner.

Each pair of actors has a weight, and a weighted sample without repetition is drawn (Efraimidis and
Spirakis): the waiting time of a pair is exponential with its weight as rate, and the first so many
are tied. Odds of two kinds of pair therefore stand to each other as their weights, as long as ties
are few. Some actors are busier than others. A boss is tied to one executive and to a few of those
whom that executive is tied to: hardly any way leads through a boss. Where executives are uneven,
that is one who has so many.

Sources:
    Efraimidis, Spirakis (2006). *Weighted random sampling with a reservoir*. IPL 97.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trainkit.case.actors import Actor
from trainkit.case.network.filling import Pair, Waits, filled
from trainkit.case.network.habit import suited
from trainkit.case.network.roster import BRIDGES
from trainkit.case.network.spec import NetworkSpec
from trainkit.kernel.luck import Luck, many_normal, many_uniform, purpose

_BOSS_AIDES = 2


def pairs(spec: NetworkSpec, actors: Sequence[Actor], luck: Luck) -> list[Pair]:
    """Return the tied pairs, in the order in which they came to be; nobody is left without a tie.

    The actors are those of `roster`: numbered from 1 in order.
    """
    spec = suited(spec)
    bosses = [actor.id for actor in actors if actor.rank == "boss"]
    wanted = math.ceil(spec.density * math.comb(len(actors), 2)) - len(bosses) * (1 + _BOSS_AIDES)
    first, second = np.triu_indices(len(actors), 1)
    usable = _usable(first, second, _waits(spec, actors, luck, first, second), len(actors))
    joined = {actor.id for actor in actors} - set(bosses)
    below = filled(usable, wanted, joined, spec.closure)
    return below + _boss_pairs(spec, actors, below, luck)


def _usable(
    first: NDArray[np.intp], second: NDArray[np.intp], waits: NDArray[np.float64], n: int
) -> Waits:
    order = np.argsort(waits, kind="stable")
    order = order[: np.count_nonzero(waits < math.inf)]
    pairs = list(zip((first[order] + 1).tolist(), (second[order] + 1).tolist(), strict=True))
    return Waits(pairs, waits[order], n)


def _waits(
    spec: NetworkSpec,
    actors: Sequence[Actor],
    luck: Luck,
    first: NDArray[np.intp],
    second: NDArray[np.intp],
) -> NDArray[np.float64]:
    weights = _weights(spec, actors, luck, first, second)
    units = many_uniform(luck.key, purpose("network ties"), np.arange(len(first)), 0)
    with np.errstate(divide="ignore"):
        waits: NDArray[np.float64] = -np.log1p(-units) / weights
    waits[weights == 0.0] = math.inf
    return waits


def _busy(spec: NetworkSpec, actors: Sequence[Actor], luck: Luck) -> NDArray[np.float64]:
    """Return how active each is: executives by their place among them, aides very unlike."""
    spread = np.array([spec.activity if actor.rank == "aide" else 0.0 for actor in actors])
    executive = np.array([actor.rank == "executive" for actor in actors])
    place = np.maximum(np.cumsum(executive), 1).astype(np.float64)
    lift = np.where(executive, spec.executives * place**-spec.uneven_executives, 1.0)
    drawn = many_normal(luck.key, purpose("network activity"), np.arange(len(actors)), 0)
    return np.asarray(lift * np.exp(spread * drawn), dtype=np.float64)


def _weights(
    spec: NetworkSpec,
    actors: Sequence[Actor],
    luck: Luck,
    first: NDArray[np.intp],
    second: NDArray[np.intp],
) -> NDArray[np.float64]:
    stage = np.array([actor.stage for actor in actors])
    organises = np.array([actor.rank != "aide" for actor in actors])
    side = np.array([actor.side for actor in actors])
    boss = np.array([actor.rank == "boss" for actor in actors])
    busy = _busy(spec, actors, luck)
    bridge = np.array([actor.role in BRIDGES for actor in actors])
    same_stage = stage[first] == stage[second]
    bridged = bridge[first] | bridge[second]
    near = np.where(same_stage, spec.same_stage, np.where(bridged, spec.bridging, 1.0))
    rank = np.where(organises[first] == organises[second], spec.same_rank, 1.0)
    border = np.where((side[first] != side[second]) & ~bridged, spec.across_border, 1.0)
    weights: NDArray[np.float64] = near * rank * border * busy[first] * busy[second]
    weights[boss[first] | boss[second]] = 0.0
    return weights


def _boss_pairs(
    spec: NetworkSpec, actors: Sequence[Actor], below: list[Pair], luck: Luck
) -> list[Pair]:
    """Tie each boss to one executive and to a few aides of that executive."""
    around = _around(actors, below)
    led = [one for one in around if len(around[one]) >= _BOSS_AIDES]
    executives = led if led and spec.uneven_executives else list(around)
    found: list[Pair] = []
    for boss in (actor.id for actor in actors if actor.rank == "boss"):
        executive = _some(executives, 1, boss, luck)[0]
        tied = [executive, *_some(around[executive], _BOSS_AIDES, boss, luck)]
        found.extend((min(boss, other), max(boss, other)) for other in tied)
    return found


def _around(actors: Sequence[Actor], below: list[Pair]) -> dict[int, list[int]]:
    """Return the aides whom each executive is tied to, in the order in which they came to be."""
    aides = {actor.id for actor in actors if actor.rank == "aide"}
    around: dict[int, list[int]] = {actor.id: [] for actor in actors if actor.rank == "executive"}
    for one, other in [*below, *((other, one) for one, other in below)]:
        if one in around and other in aides:
            around[one].append(other)
    return around


def _some(of: list[int], n: int, boss: int, luck: Luck) -> list[int]:
    units = many_uniform(luck.key, purpose("network bosses"), np.array(of), boss)
    return [of[i] for i in np.argsort(units, kind="stable")[:n]]
