"""People lost at sea as a run would have it on average, given who was listened to and when.

A boat leaves, is in danger and is heard of by luck that has nothing to do with the case so far. The
mean over that luck is an integral over time: departures, times the capacity of the network, times
the loss of one boat with as many teams near transport as there are in that hour. It has the mean of
the count in the logbook, without the chance of each single boat (Rao and Blackwell).

Sources:
    Brémaud (1981). *Point Processes and Queues*, chapter 2: a count and the integral of its
    intensity have one mean.
    Asmussen, Glynn (2007). *Stochastic Simulation*, chapter V.4: conditional Monte Carlo.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from trainkit.case.actors import Network, Side
from trainkit.case.investigation.departures import NEAR
from trainkit.case.investigation.kinds import actor_name, team_name
from trainkit.case.investigation.listening import SOURCE_DAYS
from trainkit.case.investigation.run import DAY_H, MOBILE, WEEK_H
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.kernel.logbook import Entry, Logbook

Column = NDArray[np.float64]
Span = tuple[float, float]

_HEARING = ("order_granted", "order_expired", "order_expired_in_use", "action_done")


def people_lost(book: Logbook, spec: InvestigationSpec, network: Network, until_h: float) -> float:
    """Return the people who are lost on average in a run with this logbook.

    Args:
        book: Logbook of the run.
        spec: What the run was told; its orders do not change what is done in danger.
        network: The network as it was drawn in this run.
        until_h: End of the run, in hours.
    """
    spans = [listening(book, network, team.side, until_h) for team in spec.teams]
    changed_h, capacity = capacities(book)
    ends = [time_h for of in spans for span in of for time_h in span]
    edges = np.unique(np.clip([0.0, until_h, *changed_h, *ends], 0.0, until_h))
    middles = (edges[1:] + edges[:-1]) / 2.0
    near = sum((_covered(middles, of) for of in spans), np.zeros(len(middles)))
    at_large = capacity[np.searchsorted(changed_h, middles, side="right") - 1]
    a_boat = np.array([_lost(spec, teams) for teams in range(len(spans) + 1)])
    boats = np.diff(edges) * at_large * spec.harm.departures_a_week / WEEK_H
    return float(np.sum(boats * a_boat[near.astype(int)]))


def capacities(book: Logbook) -> tuple[Column, Column]:
    """Return when the capacity of the network changed, in hours, and to what, from hour 0 on."""
    steps = book.of("capacity_changed")
    times = [0.0, *(step.time_h for step in steps)]
    return np.array(times), np.array([1.0, *(float(step.facts["capacity"]) for step in steps)])


def _lost(spec: InvestigationSpec, teams: int) -> float:
    """Return the people whom one departure costs on average with so many teams near transport."""
    harm = spec.harm
    heard = 1.0 - (1.0 - harm.foreseen) ** teams if spec.plan.on_danger == "pass_on" else 0.0
    died = heard * harm.deaths_warned + (1.0 - heard) * harm.deaths
    return harm.danger * harm.persons * died


def _covered(times: Column, spans: list[Span]) -> Column:
    """Return 1 for each time that lies in one of the spans, and 0 for the others."""
    found = np.zeros(len(times), dtype=bool)
    for from_h, until_h in spans:
        found |= (times >= from_h) & (times < until_h)
    return found.astype(np.float64)


def listening(book: Logbook, network: Network, side: Side, until_h: float) -> list[Span]:
    """Return the spans of hours in which a State's team has an ear near transport.

    Args:
        book: Logbook of the run.
        network: The network as it was drawn in this run.
        side: State of the team.
        until_h: End of the run, in hours.
    """
    near = {actor.id for actor in network.actors if actor.role in NEAR}
    told = _told(book, team_name(side), near)
    heard = _interceptions(told, _taken(book, network), until_h)
    return [*heard, *_sources(book, told, team_name(side))]


def _told(book: Logbook, team: str, near: set[int]) -> list[Entry]:
    """Return a team's entries about people near transport, in order."""
    found = [entry for kind in _HEARING for entry in book.of(kind, team)]
    found = [entry for entry in found if entry.facts["target"] in near]
    return sorted(found, key=lambda entry: entry.sequence)


def _interceptions(told: list[Entry], taken: dict[int, int], until_h: float) -> Iterator[Span]:
    """Yield from when until when somebody near transport was listened to.

    An interception begins with its order. It ends with it, or with the first hearing that is done
    once the person is arrested.
    """
    begun: dict[int, list[float]] = {}
    for entry in (one for one in told if one.facts["action"] == "interception"):
        person = int(entry.facts["target"])
        free = entry.sequence < taken.get(person, entry.sequence + 1)
        if entry.kind == "order_granted":
            begun.setdefault(person, []).extend([entry.time_h] if free else [])
        elif begun.get(person) and (entry.kind != "action_done" or not free):
            yield begun[person].pop(0), entry.time_h
    yield from ((from_h, until_h) for left in begun.values() for from_h in left)


def _taken(book: Logbook, network: Network) -> dict[int, int]:
    """Return where in the log each person was taken out of the network: arrested, or held abroad.

    Whoever is held by the partner for a request is so from the order on; no entry says it again.
    """
    numbers = {actor_name(actor.id): actor.id for actor in network.actors}
    found = {
        numbers[e.subject]: e.sequence for e in book.of("person_arrested") if e.subject in numbers
    }
    for entry in book.of("order_granted"):
        member = network.by_id.get(int(entry.facts["target"]))
        if entry.facts["action"] != "arrest" or member is None or member.role in MOBILE:
            continue
        if entry.subject != team_name(member.side):
            found[member.id] = min(entry.sequence, found.get(member.id, entry.sequence))
    return found


def _sources(book: Logbook, told: list[Entry], team: str) -> Iterator[Span]:
    """Yield from when until when a source near transport could be asked."""
    burned = [(e.time_h, e.facts["target"]) for e in book.of("source_burned", team)]
    for entry in told:
        if entry.kind == "action_done" and entry.facts["action"] == "source_handling":
            ends = [
                at_h
                for at_h, person in burned
                if person == entry.facts["target"] and at_h >= entry.time_h
            ]
            yield entry.time_h, min([entry.time_h + SOURCE_DAYS * DAY_H, *ends])
