"""The way of six exhibits under a plan, played in the model `evidence_clock` in luck that is given.

A plan says in which order the unit examines, what goes to the State's laboratory, who carries, when
a renewal is asked for, what the recorder does when the order ends, and when findings are disclosed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.case.evidence.metrics import METRICS, counted, fact
from trainkit.case.evidence.redlines import passed_over
from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/evidence-clock"
_BOOK = "receipt book"
EXHIBITS = (
    "telephone",
    "chart plotter",
    _BOOK,
    "laptop",
    "camera recorder",
    "memory cards",
)
EXAMINED = tuple(name for name in EXHIBITS if name != _BOOK)
FOUND_DAY = 3
"""Day on which the telephone is found; the other exhibits are seized on day 0."""
_STATE_RANK = 9
_READ = {metric.name: metric.read for metric in METRICS}


def key(exhibit: str) -> str:
    """Return an exhibit's name as the fields of the answer have it."""
    return exhibit.replace(" ", "_")


@dataclass(frozen=True)
class Hearings:
    """What differs between trainees: how many people, and by which day each exhibit is due.

    Attributes:
        persons: People in danger whom the telephone may lead to.
        due_days: Day by which each exhibit is due, in the order of `EXHIBITS`.
    """

    persons: int
    due_days: tuple[int, ...]


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to.

    Attributes:
        danger_days: Days from the find until people in danger could be looked for, of each run.
        survives: Share that a court may use: half exhibits, half calls.
        in_time: Share of filings and disclosures in time.
        line: The first exhibit that was passed over, the red line R1; or None.
    """

    danger_days: tuple[float, ...]
    survives: float
    in_time: float
    line: RedLine | None

    @property
    def danger(self) -> float:
        """Mean days until people in danger could be looked for."""
        return float(np.mean(self.danger_days))


@cache
def authored() -> Scenario:
    """Return the scenario that the case is made of."""
    return load(SCENARIO)


def scenario(hearings: Hearings, plan: Mapping[str, Any]) -> Scenario:
    """Return the case of a trainee under a plan."""
    changed: dict[str, Any] = {
        "renew_before_days": float(plan["renew_days"]),
        "stops_at_expiry": plan["recorder"] == "stops",
        "disclosure": plan["disclosure"],
        "exhibits.0.persons": hearings.persons,
        "exhibits.0.seized_days": float(FOUND_DAY),
    }
    since = (FOUND_DAY, *(0 for _ in EXHIBITS[1:]))
    for place, name in enumerate(EXHIBITS):
        changed[f"exhibits.{place}.deadline_days"] = float(hearings.due_days[place] - since[place])
        changed[f"exhibits.{place}.carrier"] = plan[f"by_{key(name)}"]
        if name in EXAMINED:
            changed.update(_examined(place, plan[f"lab_{key(name)}"]))
    return authored().vary(changed)


def _examined(place: int, where: str) -> dict[str, Any]:
    state = where == "state"
    return {
        f"exhibits.{place}.where": "state_laboratory" if state else "unit",
        f"exhibits.{place}.rank": _STATE_RANK if state else int(where),
    }


def outcome(hearings: Hearings, plan: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* runs under a plan come to, in one luck for all plans."""
    return _outcome(hearings, tuple(sorted(plan.items())), luck, n)


@lru_cache(maxsize=2048)
def _outcome(hearings: Hearings, plan: tuple[tuple[str, Any], ...], luck: Luck, n: int) -> Outcome:
    books = simulate(scenario(hearings, dict(plan)), luck.seed, 0, n, "simpy")
    calls = float(np.nanmean(_READ["calls_usable"](books)))
    return Outcome(
        danger_days=tuple(_READ["danger_days"](books).tolist()),
        survives=(_admitted(books) + calls) / 2.0,
        in_time=_in_time(books),
        line=_crossed(books),
    )


def _ours(books: Logbooks) -> Any:
    """Return which entries are of this case's exhibits, and not of others."""
    return books.entries["subject"] < len(EXHIBITS)


def _admitted(books: Logbooks) -> float:
    yes = _ours(books) & (fact(books, "court_ruled", "admitted") == 1.0)
    return float(counted(books, "court_ruled", yes).mean() / len(EXHIBITS))


def _in_time(books: Logbooks) -> float:
    """Return the share of what is due by a day: six filings, and a disclosure where it is found."""
    ours = _ours(books)
    filed = ours & (fact(books, "exhibit_filed", "late_h") <= 0.0)
    told = ours & (fact(books, "exculpatory_disclosed", "late_h") <= 0.0)
    found = ours & (fact(books, "examination_ended", "exculpatory") == 1.0)
    met = counted(books, "exhibit_filed", filed) + counted(books, "exculpatory_disclosed", told)
    return float((met / (len(EXHIBITS) + counted(books, "examination_ended", found))).mean())


def _crossed(books: Logbooks) -> RedLine | None:
    for place in range(len(books)):
        for line in passed_over(books[place]):
            return RedLine(line.rule, line.event, line.text)
    return None
