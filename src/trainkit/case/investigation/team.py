"""A team: its staff as resources with queues, whom it knows of, and what speaks for and against.

What a team believes of somebody is a sum of logarithms of odds: every item multiplies the odds of
membership by how many times likelier it is with a member than with a bystander. The court's sum has
only what a court may hear. One source heard again adds nothing: a team counts one item for each
action and target.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import simpy

from trainkit.case.hypotheses import Hypotheses
from trainkit.case.investigation.desk import Desk
from trainkit.case.investigation.kinds import pool_number, team_name
from trainkit.case.investigation.spec import STAFF, TeamSpec
from trainkit.kernel.writer import Writer

Source = tuple[str, int, int]

SMUGGLING, BOTH, LAWFUL = "smuggling", "smuggling and trafficking", "lawful business"
PRIORS = {SMUGGLING: 0.6, BOTH: 0.2, LAWFUL: 0.2}
"""What a team holds of the case before anything is known: an assumption."""

_PROVEN = 0.995
"""Whoever is so likely a member in court is not looked at for what is least known."""


class Item(NamedTuple):
    """Something that a team holds.

    Attributes:
        number: Its number in the case.
        action: What brought it.
        target: Whom it concerns.
        weight: Logarithm of how many times likelier it is with a member than with a bystander.
        admissible: Whether a court may hear it.
        obtained_h: When it came, in hours.
        team: Number of the team that obtained it, whoever has it now.
        grade: Of the source and of what it says, such as ``B2``; empty where nobody is graded.
    """

    number: int
    action: str
    target: int
    weight: float
    admissible: bool
    obtained_h: float
    team: int
    grade: str = ""

    @property
    def graded(self) -> dict[str, str]:
        """What an entry says of its grade."""
        return {"grade": self.grade} if self.grade else {}

    @property
    def source(self) -> Source:
        """What makes it one source: the action, or the witness, of the team that obtained it."""
        action = f"testimony {self.number}" if self.action == "testimony" else self.action
        return action, self.target, self.team


@dataclass
class Team:
    """One State's team.

    Attributes:
        number: 0 or 1.
        spec: Its staff.
        desks: Its staff as resources, by kind of staff.
        prior: Logarithm of the odds of somebody it first hears of.
        belief: What it holds of the case as a whole.
        known: Numbers of those it has heard of.
        ties: Whom it knows to be tied, both ways.
        items: Items about each person.
        odds: Logarithm of the odds of membership, by person, without the prior.
        court_odds: The same on what a court may hear.
        heard: Sources by action, target and the team that had it first.
        as_evidence: Those of them that a court may hear.
        tried: How often an action was aimed at a person, by action and person.
        listening: Whom it listens to now, or has a source near.
        deferred: Whether a deferral of arrests is in force.
        believed: Chance of membership on all that it holds, by person; others have `first`.
        proven: The same on what a court may hear alone.
        wanted: How much more is to be learnt of a person: the belief, and nothing of who is proven.
    """

    number: int
    spec: TeamSpec
    desks: dict[str, Desk]
    prior: float
    belief: Hypotheses
    known: dict[int, float] = field(default_factory=dict)
    ties: dict[int, set[int]] = field(default_factory=dict)
    items: dict[int, list[Item]] = field(default_factory=dict)
    odds: Counter[int] = field(default_factory=Counter)
    court_odds: Counter[int] = field(default_factory=Counter)
    tried: defaultdict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    heard: set[Source] = field(default_factory=set)
    as_evidence: set[Source] = field(default_factory=set)
    listening: Counter[int] = field(default_factory=Counter)
    deferred: bool = False
    believed: dict[int, float] = field(default_factory=dict)
    proven: dict[int, float] = field(default_factory=dict)
    wanted: dict[int, float] = field(default_factory=dict)

    @cached_property
    def first(self) -> float:
        """Chance of membership of somebody it first hears of."""
        return _chance(self.prior)

    @cached_property
    def name(self) -> str:
        """Its name in the logbook."""
        return team_name(self.spec.side)

    def hear_of(self, person: int, now_h: float) -> bool:
        """Enter a person; return whether it is news."""
        news = person not in self.known
        if news:
            self.known[person] = now_h
            self._want(person)
        return news

    def _want(self, person: int) -> None:
        proven = self.proven.get(person, self.first) >= _PROVEN
        self.wanted[person] = 0.0 if proven else self.believed.get(person, self.first)

    def tie(self, one: int, other: int) -> bool:
        """Enter a tie; return whether it is news."""
        news = other not in self.ties.get(one, ())
        self.ties.setdefault(one, set()).add(other)
        self.ties.setdefault(other, set()).add(one)
        return news

    def times(self, action: str, person: int) -> int:
        """Return how often an action was aimed at a person."""
        return self.tried[action].get(person, 0)

    def aim(self, action: str, person: int) -> None:
        """Count an action that was aimed at a person."""
        self.tried[action][person] += 1

    def take(self, item: Item) -> bool:
        """Enter an item; return whether it adds anything.

        A source that is heard again does not, also where it comes back from the partner.
        """
        source = item.source
        if source in self.heard:
            return False
        self.heard.add(source)
        if item.admissible:
            self.as_evidence.add(source)
        self.items.setdefault(item.target, []).append(item)
        self.suspect(item.target, item.weight)
        self.admit(item)
        return True

    def suspect(self, person: int, weight: float) -> None:
        """Count something for or against somebody, whether a court may hear it or not."""
        self.odds[person] += weight  # type: ignore[assignment]
        self.believed[person] = _chance(self.prior + self.odds[person])
        self._want(person)

    def admit(self, item: Item) -> None:
        """Count an item before the court, where it may be heard."""
        if item.admissible:
            person = item.target
            self.court_odds[person] += item.weight  # type: ignore[assignment]
            self.proven[person] = _chance(self.prior + self.court_odds[person])
            self._want(person)

    def against(self, action: str, person: int) -> bool:
        """Return whether what an action brought speaks against somebody."""
        items = self.items.get(person, ())
        return any(item.action == action and item.weight > 0.0 for item in items)

    def posterior(self, person: int) -> float:
        """Return the chance that somebody is a member, on all that the team holds."""
        return self.believed.get(person, self.first)

    def court_posterior(self, person: int) -> float:
        """Return the same on what a court may hear alone."""
        return self.proven.get(person, self.first)

    def grounds(self, person: int) -> tuple[int, ...]:
        """Return the numbers of the items that speak against somebody."""
        return tuple(item.number for item in self.items.get(person, ()) if item.weight > 0.0)


def _chance(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds))


def staffed(env: simpy.Environment, writer: Writer, number: int, spec: TeamSpec) -> dict[str, Desk]:
    """Return the staff of a team as resources; a kind of staff with nobody is missing."""
    return {
        staff: Desk(env, writer, pool_number(number, staff), team_name(spec.side), people)
        for staff in STAFF
        if (people := getattr(spec, staff))
    }
