"""What a model of disruption is told: the network, how it adapts, what police have, and the plan.

A plan is data: how long the network is mapped, which kind of work is taken first and which second,
on one day or as people are found, alone or with the other State, and what is done when life is in
danger. It names kinds of work and never a person.
"""

from collections.abc import Iterator
from typing import Literal

from trainkit.case.disruption.rules import Adaptation, Replacement
from trainkit.case.network import NetworkSpec
from trainkit.case.network import spec as networks
from trainkit.model import Spec, lever, uncertainty

Group = Literal[
    "hub", "direction", "papers", "money", "recruitment", "passage", "reception", "anybody", "none"
]
"""Whom arrests are meant for: a kind of work, who lies on most ways, anybody, or nobody."""

GROUPS: tuple[Group, ...] = (
    "hub",
    "direction",
    "papers",
    "money",
    "recruitment",
    "passage",
    "reception",
    "anybody",
    "none",
)


class DisruptionSpec(Spec):
    """A network, the team that maps it, and the plan of arrests."""

    network: NetworkSpec = uncertainty(NetworkSpec())
    """How the network is drawn."""
    network_seed: int = uncertainty(1, low=0, high=2**63)
    """Seed of the network: the same in every replication, as one case has one network."""
    adaptation: Adaptation = uncertainty(Adaptation())
    """How empty posts are filled again."""
    replacement: Replacement = uncertainty("distance")
    """Who takes an empty post over."""
    first: Group = lever("passage")
    """Whom arrests are meant for first."""
    second: Group = lever("none")
    """Whom they are meant for with what is left."""
    timing: Literal["one_day", "as_found"] = lever("one_day")
    """Whether all are arrested on one day, or each as soon as they are found."""
    mapping_weeks: int = lever(0, unit="weeks", low=0, high=40, step=1)
    """Weeks of mapping before the day; with arrests as people are found, weeks of looking."""
    partner: Literal["alone", "joint"] = lever("alone")
    """Whether the other State's team takes part: its picture, and arrests on its ground."""
    on_danger: Literal["act", "wait"] = lever("act")
    """What is done when people are in danger before the day: act at once, or wait on."""
    skippers: Literal["screen", "detain"] = lever("screen")
    """Whether who shows signs of coercion is treated as a possible victim, or as a suspect."""
    budget: int = lever(14, low=0, high=200, step=1)
    """Units of work for arrests and for what joins the teams."""
    cost_direction: int = uncertainty(3, low=1, high=20, step=1)
    """Units that the arrest of somebody who directs takes."""
    cost_bridge: int = uncertainty(2, low=1, high=20, step=1)
    """Units that the arrest of one who does papers, money or favours takes."""
    cost_field: int = uncertainty(1, low=1, high=20, step=1)
    """Units that the arrest of one who recruits, steers, drives or keeps a house takes."""
    cost_joint: int = uncertainty(2, low=0, high=50, step=1)
    """Units that joining the teams takes."""
    joint_weeks: int = uncertainty(3, unit="weeks", low=0, high=40, step=1)
    """Weeks until the teams are joined."""
    find_chance: float = uncertainty(0.06, low=0.0, high=1.0, step=0.01)
    """Chance in a week of mapping that somebody is found through one tie to somebody known."""
    alert: float = uncertainty(0.4, low=0.0, high=1.0, step=0.1)
    """That chance after the first arrest, as a multiple of what it was."""
    success: float = uncertainty(0.9, low=0.0, high=1.0, step=0.05)
    """Chance that an arrest succeeds; who gets away is lost from sight."""
    coercion_seen: float = uncertainty(0.8, low=0.0, high=1.0, step=0.05)
    """Chance that a coerced skipper shows signs of it that police can see."""
    coercion_seeming: float = uncertainty(0.1, low=0.0, high=1.0, step=0.05)
    """Chance that another skipper shows such signs."""
    harm_per_week: float = uncertainty(1.0, low=0.0, high=1000.0, step=0.1)
    """Harm events in a week of the network at full capacity: people hurt, exploited, lost."""
    danger_per_week: float = uncertainty(0.05, low=0.0, high=10.0, step=0.01)
    """Dangers to life in a week at full capacity that the team learns of beforehand."""
    danger_harm: float = uncertainty(6.0, low=0.0, high=1000.0, step=1.0)
    """Harm events that one such danger becomes if nobody acts on it."""
    followed_weeks: int = uncertainty(80, unit="weeks", low=1, high=500, step=1)
    """Weeks that are looked at, from the opening of the case."""


def contradictions(spec: DisruptionSpec) -> Iterator[str]:
    """Yield what may not be together."""
    yield from networks.contradictions(spec.network)
    if spec.partner == "joint" and spec.cost_joint > spec.budget:
        yield (
            f"joining the teams takes {spec.cost_joint} units and budget is {spec.budget}; raise "
            "budget or set partner to alone"
        )
    if spec.mapping_weeks >= spec.followed_weeks:
        yield (
            f"mapping_weeks = {spec.mapping_weeks} leaves nothing of followed_weeks = "
            f"{spec.followed_weeks} to see what the arrests did"
        )
