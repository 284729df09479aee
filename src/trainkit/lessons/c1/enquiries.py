"""The week ahead, played under a plan.

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
from trainkit.lessons.c1.week import Kind, Week
from trainkit.lessons.score import RedLine
from trainkit.redlines import breaches
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/information-arrival"
WEEK_H, ANALYSTS = 40, 2
CALL = "Call for help"
CALLS_A_WEEK, CALL_H, ORIGIN_H = 2.0, 3.0, 0.5
PLACES: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "leave": 0}


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
