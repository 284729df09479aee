"""A plan, played in the model `network_disruption` in luck that is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.c2.ring import authored
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario

FIELDS = ("first", "second", "timing", "mapping_weeks", "partner", "on_danger", "skippers")
"""The fields of a plan; they have the names of the model's parameters."""
DAYS = (0, 30, 90, 180, 365)


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to.

    Attributes:
        harm: Harm events to be expected over 80 weeks, one number a run.
        capacity: Mean capacity 0, 30, 90, 180 and 365 days after the first arrests.
        weeks: Mean weeks until the first arrests; nan where there were none.
        crossed: The first red line of each rule.
    """

    harm: tuple[float, ...]
    capacity: tuple[float, ...]
    weeks: float
    crossed: tuple[RedLine, ...]

    @property
    def mean_harm(self) -> float:
        """Mean harm events over the runs."""
        return float(np.mean(self.harm))


def scenario(network_seed: int, plan: Mapping[str, Any]) -> Scenario:
    """Return the network of a case under a plan."""
    told = {name: plan[name] for name in FIELDS}
    return authored().vary({"network_seed": network_seed, **told})


def outcome(network_seed: int, plan: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* runs under a plan come to, in one luck for all plans."""
    return _outcome(network_seed, tuple(plan[name] for name in FIELDS), luck, n)


@lru_cache(maxsize=1024)
def _outcome(network_seed: int, told: tuple[Any, ...], luck: Luck, n: int) -> Outcome:
    played = scenario(network_seed, dict(zip(FIELDS, told, strict=True)))
    books = simulate(played, luck.seed, 0, n, "simpy")
    read = {metric.name: metric.read(books) for metric in played.model.metrics}
    months = [float(np.nanmean(read[f"capacity_{days}_days"])) for days in DAYS[1:]]
    began = read["weeks_to_arrests"]
    return Outcome(
        harm=tuple(read["harm_expected"].tolist()),
        capacity=(1.0 - float(np.mean(read["impact"])), *months),
        weeks=float(np.nanmean(began)) if not np.isnan(began).all() else float("nan"),
        crossed=_crossed(books),
    )


def _crossed(books: Logbooks) -> tuple[RedLine, ...]:
    first: dict[str, RedLine] = {}
    for place in range(len(books)):
        for read in authored().model.red_lines:
            for line in read(books[place]):
                first.setdefault(line.rule, RedLine(line.rule, line.event, line.text))
    return tuple(first.values())
