"""The week ahead: kinds of enquiry with their hours and chances, and a week played under a plan.

A plan gives each kind its place, says when a sign of danger is worked and whether origins are
checked. It is played in the model `information_arrival`, in luck that is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import one_of, shuffled, whole
from trainkit.lessons.c1.pool import pool
from trainkit.lessons.score import RedLine
from trainkit.redlines import breaches
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/information-arrival"
WEEK_H, ANALYSTS = 40, 2
CALL = "Call for help"
CALLS_A_WEEK, CALL_H, ORIGIN_H = 2.0, 3.0, 0.5
PLACES: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "leave": 0}
_ROLES = ("strong", "fading", "cheap", "repeated", "flat", "expected")


@dataclass(frozen=True)
class Kind:
    """A kind of enquiry.

    Attributes:
        role: What it is for; not shown.
        told: What is asked.
        a_week: How many leads of it come in a week, on average.
        fades_h: Mean time after which a lead can no longer be worked; 0 when it stays.
        work_h: Mean hours of an analyst.
        of_100: Of 100 answers, how many are yes under A, B and C.
        repeats: Of 100 leads, how many repeat the one before.
    """

    role: str
    told: str
    a_week: float
    fades_h: float
    work_h: float
    of_100: tuple[int, int, int]
    repeats: int


@dataclass(frozen=True)
class Week:
    """The week for which enquiries are planned.

    Attributes:
        priors: Belief in A, B and C before it, of 100.
        kinds: The kinds of enquiry, in the order in which they are shown.
    """

    priors: tuple[int, int, int]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to.

    Attributes:
        waits: Hours that a sign of danger waits, the mean of each week; nan for one without any.
        losses: Brier's loss of the belief at the end, averaged over what may be true; by week.
        on_truth: Belief in what is true at the end, by week.
        telling: Share of the enquiries that could have told the hypotheses apart.
        crossed: The first entry by which danger waited behind an enquiry, a red line; or None.
    """

    waits: NDArray[np.float64]
    losses: NDArray[np.float64]
    on_truth: NDArray[np.float64]
    telling: float
    crossed: RedLine | None

    @property
    def wait_h(self) -> float:
        """Mean hours that a sign of danger waits."""
        return float(np.nanmean(self.waits))

    @property
    def loss(self) -> float:
        """Mean loss."""
        return float(self.losses.mean())


def draw_week(luck: Luck) -> Week:
    """Return the week of a trainee's own case."""
    high, low = 5 * whole(luck, "prior a", 9, 11), 5 * whole(luck, "prior b", 5, 7)
    kinds = shuffled(luck, "kinds", [_kind(luck, role) for role in _ROLES])
    return Week((high, low, 100 - high - low), kinds)


def _kind(luck: Luck, role: str) -> Kind:
    def step(name: str, low: int, high: int, size: float = 1.0) -> float:
        return size * whole(luck, f"{role} {name}", low, high)

    a_week, fades_h, work_h, of_100, repeats = _NUMBERS[role]
    tens = tuple(int(chance + step(f"chance {n}", -1, 1, 5)) for n, chance in enumerate(of_100))
    return Kind(
        role=role,
        told=one_of(luck, f"kind {role}", pool()["kinds"][role]),
        a_week=a_week + step("rate", 0, 1, 0.5),
        fades_h=fades_h + (step("fading", 0, 1, 2.0) if fades_h else 0.0),
        work_h=work_h + step("work", 0, 1),
        of_100=(tens[0], tens[0], tens[0]) if role == "flat" else (tens[0], tens[1], tens[2]),
        repeats=repeats + (int(step("repeats", 0, 2, 5)) if repeats else 0),
    )


_NUMBERS: Mapping[str, tuple[float, float, float, tuple[int, int, int], int]] = {
    "strong": (2.5, 60.0, 8.0, (15, 85, 15), 0),
    "fading": (5.0, 6.0, 4.0, (20, 70, 20), 0),
    "cheap": (2.5, 0.0, 3.0, (20, 25, 85), 0),
    "repeated": (12.0, 24.0, 5.0, (30, 70, 30), 75),
    "flat": (10.0, 24.0, 7.0, (85, 85, 85), 0),
    "expected": (8.0, 40.0, 8.0, (85, 80, 65), 0),
}
"""By role: leads a week, hours until they fade, hours of work, chances of yes, repetitions."""


@cache
def authored() -> Scenario:
    """Return the scenario that the week is made of."""
    return load(SCENARIO)


def scenario(week: Week, plan: Mapping[str, Any]) -> Scenario:
    """Return the week under a plan."""
    changed: dict[str, Any] = {
        **_TEAM,
        **_call(f"leads.{len(week.kinds)}"),
        "urgent": plan["danger"],
        "checks_origin": plan["origin"] == "check",
    }
    for place, prior in enumerate(week.priors):
        changed[f"hypotheses.{place}.prior"] = prior / 100.0
    for place, kind in enumerate(week.kinds):
        changed |= _lead(place, kind, PLACES[plan[f"kind_{place + 1}"]])
    return authored().vary(changed)


_TEAM: Mapping[str, Any] = {
    "analysts": ANALYSTS,
    "week_h": float(WEEK_H),
    "origin_h": ORIGIN_H,
    "stops_at": 1.0,
    "order": "by_rank",
}


def _call(place: str) -> dict[str, Any]:
    rate = CALLS_A_WEEK / WEEK_H
    told = {"name": CALL, "rate_per_h": rate, "work_h": CALL_H, "rank": 1}
    return {f"{place}.{name}": value for name, value in told.items()}


def _lead(place: int, kind: Kind, rank: int) -> dict[str, Any]:
    told = {
        "name": kind.told,
        "rank": rank,
        "rate_per_h": kind.a_week / WEEK_H,
        "fades_h": kind.fades_h,
        "work_h": kind.work_h,
        "chances": tuple(chance / 100.0 for chance in kind.of_100),
        "repeats": kind.repeats / 100.0,
    }
    return {f"leads.{place}.{name}": value for name, value in told.items()}


def books(week: Week, plan: Mapping[str, Any], luck: Luck, weeks: int) -> Logbooks:
    """Return the logbooks of so many weeks under a plan."""
    return simulate(scenario(week, plan), luck.seed, luck.replication, weeks, "simpy")


def outcome(week: Week, plan: Mapping[str, Any], luck: Luck, weeks: int) -> Outcome:
    """Return what a plan comes to in so many weeks."""
    return _outcome(week, tuple(sorted(plan.items())), luck, weeks)


@lru_cache(maxsize=1024)
def _outcome(week: Week, plan: tuple[tuple[str, Any], ...], luck: Luck, weeks: int) -> Outcome:
    found = books(week, dict(plan), luck, weeks)
    read = {one.name: one.read(found) for one in authored().model.metrics if one.name in _READ}
    empty = read["could_not_tell"]
    return Outcome(
        waits=read["urgent_wait_h"],
        losses=read["expected_loss"],
        on_truth=read["on_truth"],
        telling=1.0 - float(np.nanmean(empty)) if not np.isnan(empty).all() else 0.0,
        crossed=_crossed(found),
    )


_READ = frozenset({"urgent_wait_h", "expected_loss", "on_truth", "could_not_tell"})


def _crossed(found: Logbooks) -> RedLine | None:
    rules = authored().model.red_lines
    for number in range(len(found)):
        for line in breaches(rules, found[number]):
            return RedLine(line.rule, line.event, line.text)
    return None
