"""What a plan is marked by: means over what is mere chance in a run, read off hidden runs.

Two plans are told apart by who listened, who looked and who was given away. Which boat came into
danger, which search was noticed and who answered what is luck, and would need some seventy runs to
even out; here its mean is worked out in each run, so that fewer are enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from trainkit.case.actors import Network
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.looking import Played
from trainkit.case.investigation.overheard import people_lost
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.unfound import exploited_days
from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import plan as months_of
from trainkit.lessons.c5.case import Months
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.score import RedLine

_ENDS_H = months_of.DAYS * months_of.DAY_H


@dataclass(frozen=True)
class Marked:
    """What a plan is marked by; means over its runs.

    Attributes:
        lost: People lost at sea, given when somebody listened near transport.
        days: Days of exploitation over people, given who looked where and when.
        twice_h: Hours of work done twice.
        noticed: Times that the network notices: each open act by its chance, and each person at
            whom the teams collided once. What a rescue gives away is not held against a plan.
        crossed: The first red line of each rule.
    """

    lost: float
    days: float
    twice_h: float
    noticed: float
    crossed: tuple[RedLine, ...]


def marked(months: Months, plan: Mapping[str, Any], luck: Luck, n: int) -> Marked:
    """Return what *n* runs under a plan are marked by, in one luck for all plans."""
    return _marked(months, months_of.told(plan), luck, n)


@lru_cache(maxsize=1024)
def _marked(months: Months, told: tuple[tuple[str, Any], ...], luck: Luck, n: int) -> Marked:
    scenario = months_of.scenario(months, months_of.played(told))
    spec = scenario.parameters
    books = simulate(scenario, luck.seed, 0, n, "simpy")
    each = [books[place] for place in range(n)]
    known = networks(months, luck, n)
    runs = [Played(each[place], Luck(luck.seed, place), known[place]) for place in range(n)]
    return Marked(
        lost=_mean(people_lost(run.book, spec, run.network, _ENDS_H) for run in runs),
        days=_mean(exploited_days(runs, spec, _ENDS_H)),
        twice_h=_mean(books.total("work_duplicated", "work_h")),
        noticed=_mean(noticed(book, spec) for book in each),
        crossed=months_of.crossed_in(each),
    )


def _mean(found: Any) -> float:
    return float(np.mean(list(found)))


@lru_cache(maxsize=64)
def networks(months: Months, luck: Luck, n: int) -> tuple[Network, ...]:
    """Return the networks of *n* runs of the months; they are the same under every plan."""
    spec = months_of.scenario(months, PLAN).parameters
    return tuple(cast(spec, Luck(luck.seed, place))[0] for place in range(n))


def noticed(book: Logbook, spec: InvestigationSpec) -> float:
    """Return how often the network notices on average, by what the teams did in a run.

    A person is given away once: whoever knows of one team at the door learns nothing by the next.
    """
    chance: dict[str, float] = {action.action: action.alarm for action in spec.actions}
    acts = [chance[str(entry.facts["action"])] for entry in book.of("action_done")]
    return sum(acts) + len({entry.facts["target"] for entry in book.of("teams_collided")})
