"""The network for which a plan is set: sixty actors, of whom police of two States see some."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from trainkit.case.actors import Network
from trainkit.case.disruption.choosing import cost
from trainkit.case.disruption.picture import HOME, network_of, signs_of_coercion
from trainkit.case.disruption.work import KINDS, kind_of
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/network-disruption"
NAMES = {
    "recruitment": "recruit",
    "passage": "drive and steer",
    "reception": "keep houses",
    "papers": "supply papers",
    "money": "handle money",
    "direction": "direct",
}
"""What those do who do each kind of work, for readers."""


@dataclass(frozen=True)
class Staff:
    """What is known of one kind of work.

    Attributes:
        kind: The kind of work.
        posts: How many do it in all, as analysts estimate.
        home: Known to the Alder team.
        both: Known to the two teams together.
        units: Units of work that one arrest takes.
    """

    kind: str
    posts: int
    home: int
    both: int
    units: int


@cache
def authored() -> Scenario:
    """Return the scenario that the network is made of."""
    return load(SCENARIO)


def network(seed: int) -> Network:
    """Return the network of a seed."""
    return network_of(authored().parameters.network, seed)


def allowed(one: Staff) -> float:
    """Return the capacity in percent that a kind of work allows once all who are known are gone.

    It is that of `trainkit.case.disruption.work`: who is left of those who are needed, at most 100.
    """
    needed: float = (1.0 - authored().parameters.adaptation.spare) * one.posts
    return min(100.0, 100.0 * (one.posts - one.both) / needed)


@lru_cache(maxsize=64)
def staff_of(seed: int) -> tuple[Staff, ...]:
    """Return what is known of each kind of work, and of those who do none of them."""
    told, spec = network(seed), authored().parameters
    home = told.seen_by(HOME)
    both = frozenset().union(*(seen for _, seen in told.seen))
    posts, at_home, known = (
        Counter(kind_of(a) for a in told.actors if a.id in group)
        for group in (told.by_id.keys(), home, both)
    )
    units = {kind_of(actor): cost(spec, actor) for actor in told.actors if actor.rank != "boss"}
    return tuple(
        Staff(kind, posts[kind], at_home[kind], known[kind], units[kind]) for kind in KINDS
    )


def shown(seed: int) -> int:
    """Return how many skippers known to Alder, who live there, show signs of coercion."""
    told, spec = network(seed), authored().parameters.model_copy(update={"network_seed": seed})
    home = (told.by_id[number] for number in told.seen_by(HOME))
    return sum(actor.side == HOME and signs_of_coercion(spec, actor) for actor in home)
