"""Whom a plan means, within what police know, what the law lets them reach, and the budget."""

from collections.abc import Iterable

from trainkit.case.actors import Actor
from trainkit.case.disruption.adaptation import Ring
from trainkit.case.disruption.picture import HOME, Picture, signs_of_coercion
from trainkit.case.disruption.spec import DisruptionSpec, Group
from trainkit.case.disruption.work import kind_of
from trainkit.case.measures.edges import edge_list
from trainkit.case.measures.removal import betweenness_scores, degree_scores

_FIELD = frozenset({"recruitment", "passage", "reception"})


def cost(spec: DisruptionSpec, actor: Actor) -> int:
    """Return the units that an arrest takes."""
    if actor.role == "organiser":
        return spec.cost_direction
    return spec.cost_field if kind_of(actor) in _FIELD else spec.cost_bridge


def targets(
    spec: DisruptionSpec, picture: Picture, ring: Ring, joined: bool, units: int
) -> list[int]:
    """Return the numbers of whom to arrest now, in order, within the *units* that are left."""
    able = list(_within_reach(spec, picture, ring, joined))
    chosen: list[int] = []
    for group in (spec.first, spec.second):
        for actor in _ordered(group, able, picture, ring):
            if actor.id not in chosen and cost(spec, actor) <= units:
                chosen.append(actor.id)
                units -= cost(spec, actor)
    return chosen


def presumed_victims(spec: DisruptionSpec, picture: Picture) -> list[int]:
    """Return the numbers of the known skippers who show signs of coercion."""
    known = (picture.network.by_id[number] for number in sorted(picture.known))
    return [actor.id for actor in known if signs_of_coercion(spec, actor)]


def _within_reach(
    spec: DisruptionSpec, picture: Picture, ring: Ring, joined: bool
) -> Iterable[Actor]:
    spared = set(presumed_victims(spec, picture)) if spec.skippers == "screen" else set()
    for number in sorted((picture.known & ring.active) - spared):
        actor = picture.network.by_id[number]
        if joined or actor.side == HOME:
            yield actor


def _ordered(group: Group, able: list[Actor], picture: Picture, ring: Ring) -> list[Actor]:
    """Return whom a group means, the busiest in the known ties first; by number among equals."""
    if group == "none":
        return []
    meant = [a for a in able if group in ("hub", "anybody") or kind_of(a) == group]
    listed = edge_list(picture.pairs(ring.active))
    read = betweenness_scores if group == "hub" else degree_scores
    scores = dict(zip(listed.nodes, read(listed).tolist(), strict=True)) if listed.nodes else {}
    if group == "anybody":
        return sorted(meant, key=lambda a: a.id)
    return sorted(meant, key=lambda a: (-round(scores.get(a.id, 0.0), 9), a.id))
