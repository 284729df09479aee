"""How a network's habits follow its ties: few ties gather on hubs, many close circles of friends.

A sample of pairs by fixed weights meets what was observed in the middle only. With 2.5 ties each
its ways are longer than those of any observed network, which hold together by a few very busy
actors; at a density of .22 its ways are shorter than those of the densest, which wastes ties among
people who know each other anyway. Between 3.8 ties each and a density of .12 nothing is changed.

How steep the two slopes are is an assumption: set so that the mean path, the odds of stage and rank
and the betweenness lie in the published ranges for Montagna's calls and the London gang.

Sources:
    Cavallaro et al. (2020), calls: 2.48 ties each, mean path 3.378. Grund, Densley: density .22,
    mean path 2.054. Both as in `reference/case.md` section 2.
"""

from trainkit.case.network.spec import NetworkSpec

_FEW_TIES, _FEWEST_TIES = 3.8, 2.5
_MANY, _MOST = 0.12, 0.22
_ACTIVITY, _UNEVEN, _CLOSURE = 1.7, 2.75, 2.0
_IF_FEW = {"executives": 30.0, "same_rank": 0.22, "same_stage": 2.8, "bridging": 3.6}
_SAME_RANK_IF_MANY = 0.8


def suited(spec: NetworkSpec) -> NetworkSpec:
    """Return a spec with the habits that its number of ties brings; the same one in the middle.

    Examples:
        >>> middle, dense = NetworkSpec(), NetworkSpec(n_actors=54, density=0.22)
        >>> suited(middle) is middle, suited(dense).closure
        (True, 2.0)
    """
    few, many = thinness(spec), crowding(spec)
    if not few and not many:
        return spec
    changed = {name: getattr(spec, name) * factor**few for name, factor in _IF_FEW.items()}
    changed["same_rank"] *= _SAME_RANK_IF_MANY**many
    changed["activity"] = spec.activity + _ACTIVITY * few
    changed["uneven_executives"] = spec.uneven_executives + _UNEVEN * few
    changed["closure"] = spec.closure + _CLOSURE * many
    return type(spec).model_construct(**{**spec.__dict__, **changed})


def thinness(spec: NetworkSpec) -> float:
    """Return how few ties there are: 0 from 3.8 each upwards, 1 at 2.5."""
    each = spec.density * (spec.n_actors - 1)
    return spec.by_density * max(0.0, (_FEW_TIES - each) / (_FEW_TIES - _FEWEST_TIES))


def crowding(spec: NetworkSpec) -> float:
    """Return how crowded a network is: 0 up to a density of .12, 1 at .22."""
    return spec.by_density * max(0.0, round((spec.density - _MANY) / (_MOST - _MANY), 9))
