"""Five months of two teams under one plan, played in the model `investigation` in luck given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.case.investigation.redlines import READ, RULES
from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5.case import Months
from trainkit.lessons.score import RedLine
from trainkit.redlines import breaches
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/two-teams-one-network"
DAY_H, DAYS, PHASES = 24.0, 150, 3
PHASE_DAYS = DAYS // PHASES
TOTAL_H = 240
HOURS: Mapping[str, str] = {
    "records": "records",
    "telephone data": "telecom_data",
    "interception": "interception",
    "surveillance": "surveillance",
    "sources": "source_handling",
    "witnesses": "witness_interview",
    "searches": "search",
    "devices": "digital_forensics",
    "first contacts": "first_contact",
}
"""Actions that hours are shared out over, as the reader calls them; each has a basis in both."""
_CASE: Mapping[str, Any] = {
    "network.seen_at_home": 0.6,
    "harm.trafficking": 1.0,
    "plan.offence": "organised_crime",
    "plan.focus": "map",
    "plan.arrest.whom": "supported",
    "plan.arrest.every_days": 0.0,
}
"""How this case differs from the scenario: the network is known to exploit people besides."""
_READ = frozenset({"people_lost", "work_duplicated_h", "collisions"})
"""Metrics of the model that are read; the others take time."""


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to; one number a run where it says so.

    Attributes:
        lost: People lost at sea, by run.
        exploited_days: Days of exploitation over people until the end, by run.
        twice_h: Mean hours of work done twice.
        collisions: Mean collisions of the two teams.
        capacity: Mean capacity of the network over the five months.
        crossed: The first red line of each rule.
    """

    lost: tuple[float, ...]
    exploited_days: tuple[float, ...]
    twice_h: float
    collisions: float
    capacity: float
    crossed: tuple[RedLine, ...]

    @property
    def mean_lost(self) -> float:
        """Mean people lost at sea."""
        return float(np.mean(self.lost))

    @property
    def mean_days(self) -> float:
        """Mean days of exploitation over people."""
        return float(np.mean(self.exploited_days))


@cache
def authored() -> Scenario:
    """Return the scenario that the months are made of, cut to their length."""
    return replace(load(SCENARIO), horizon_h=DAYS * DAY_H)


def scenario(months: Months, plan: Mapping[str, Any]) -> Scenario:
    """Return the months of a case under a plan."""
    return authored().vary({**_CASE, **_months(months), **_plan(plan)})


def _months(months: Months) -> dict[str, Any]:
    return {
        "channels.joint_setup_days": months.setup_days,
        "channels.police_median_days": months.police_days,
        "network.seen_abroad": months.known_abroad,
        "harm.departures_a_week": months.departures,
        "harm.exploited_a_month": months.exploited,
    }


def _plan(plan: Mapping[str, Any]) -> dict[str, Any]:
    efforts = [
        {"action": action, "hours_a_week": float(plan["hours"][name])}
        for name, action in HOURS.items()
    ]
    return {
        "plan.efforts": (*efforts, {"action": "partner_request", "hours_a_week": 5.0}),
        "plan.channel": plan["channel"],
        "plan.joint_from_days": float(plan["joint_day"]),
        "plan.arrest.from_days": float(plan["arrest_day"]),
        "plan.arrest.together": plan["together"] == "yes",
        "plan.on_danger": plan["on_danger"],
        "plan.screening": plan["screening"],
        "plan.deconflict": plan["board_1"] == "on",
        "orders": tuple(_board(plan, phase) for phase in range(1, PHASES)),
    }


def _board(plan: Mapping[str, Any], phase: int) -> dict[str, Any]:
    """Return the order that puts the board on or off as a phase begins."""
    on = float(plan[f"board_{phase + 1}"] == "on")
    return {"time_h": phase * PHASE_DAYS * DAY_H, "order": "deconflict", "amount": on}


def outcome(months: Months, plan: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* runs under a plan come to, in one luck for all plans."""
    return _outcome(months, told(plan), luck, n)


def told(plan: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Return a plan as a key; `played` makes a plan of it again."""
    hours = tuple(float(plan["hours"][name]) for name in HOURS)
    return tuple(sorted({**plan, "hours": hours}.items()))


def played(told: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Return the plan of which `told` made a key."""
    plan = dict(told)
    return {**plan, "hours": dict(zip(HOURS, plan["hours"], strict=True))}


@lru_cache(maxsize=1024)
def _outcome(months: Months, told: tuple[tuple[str, Any], ...], luck: Luck, n: int) -> Outcome:
    books = simulate(scenario(months, played(told)), luck.seed, 0, n, "simpy")
    each = [books[place] for place in range(len(books))]
    read = _read(books)
    return Outcome(
        lost=tuple(read["people_lost"].tolist()),
        exploited_days=tuple(_exploited_days(book) for book in each),
        twice_h=float(np.mean(read["work_duplicated_h"])),
        collisions=float(np.mean(read["collisions"])),
        capacity=float(np.mean([_capacity(book) for book in each])),
        crossed=crossed_in(each),
    )


def _read(books: Logbooks) -> dict[str, Any]:
    metrics = (one for one in authored().model.metrics if one.name in _READ)
    return {metric.name: metric.read(books) for metric in metrics}


def _exploited_days(book: Logbook) -> float:
    """Return the days of exploitation until the end, of those too who are not found by then."""
    ends_h = DAYS * DAY_H
    began = sum(ends_h - entry.time_h for entry in book.of("exploitation_began"))
    over = sum(ends_h - entry.time_h for entry in book.of("exploitation_ended"))
    return (began - over) / DAY_H


def _capacity(book: Logbook) -> float:
    """Return the mean capacity over the months."""
    total, since_h, now = 0.0, 0.0, 1.0
    for entry in book.of("capacity_changed"):
        total, since_h = total + now * (entry.time_h - since_h), entry.time_h
        now = float(entry.facts["capacity"])
    return (total + now * (DAYS * DAY_H - since_h)) / (DAYS * DAY_H)


def crossed_in(books: list[Logbook]) -> tuple[RedLine, ...]:
    """Return the first red line of each rule; its event is the place in the whole logbook."""
    first: dict[str, RedLine] = {}
    for book in books:
        read = [number for number, kind in enumerate(book.kinds) if kind.name in READ]
        places = np.flatnonzero(np.isin(book.entries["kind"], read))
        told = Logbook(book.kinds, book.subjects, book.entries[places])
        for line in breaches(RULES, told):
            first.setdefault(line.rule, RedLine(line.rule, int(places[line.event]), line.text))
    return tuple(first.values())
