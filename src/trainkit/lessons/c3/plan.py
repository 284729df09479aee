"""The way of six exhibits under a plan, played in the model `evidence_clock` in luck that is given.

A plan says in which order the unit examines, what goes to the State's laboratory, who carries, when
a renewal is asked for, what the recorder does when the order ends, and when findings are disclosed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.case.evidence.metrics import METRICS, counted, fact, of_kind
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
HOUSE_DAYS = 10.0
"""Days after which such a house is left, on average, and on any day as likely as on another. An
assumption: nobody has counted them. Whoever is moved is not found by this telephone."""
COURIERS, SLOW_H = 2, 72.0
"""Sworn couriers, and hours of a leg with them or by post. An assumption."""
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
        reached: Chance that they are still in the house by then, mean of the runs.
        survives: Share that a court may use: half exhibits, half calls.
        in_time: Share of filings and disclosures in time.
        line: The first exhibit that was passed over, the red line R1; or None.
    """

    danger_days: tuple[float, ...]
    reached: float
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
    return authored().vary(_changed(hearings, plan))


def _changed(hearings: Hearings, plan: Mapping[str, Any]) -> dict[str, Any]:
    changed: dict[str, Any] = {
        **_renewed(plan["renew_days"], plan["recorder"]),
        "disclosure": plan["disclosure"],
        "couriers": COURIERS,
        "courier_h": SLOW_H,
        "post_h": SLOW_H,
        "exhibits.0.persons": hearings.persons,
        "exhibits.0.seized_days": float(FOUND_DAY),
    }
    since = (FOUND_DAY, *(0 for _ in EXHIBITS[1:]))
    for place, name in enumerate(EXHIBITS):
        changed[f"exhibits.{place}.deadline_days"] = float(hearings.due_days[place] - since[place])
        changed[f"exhibits.{place}.carrier"] = plan[f"by_{key(name)}"]
        if name in EXAMINED:
            changed.update(_examined(place, plan[f"lab_{key(name)}"]))
    return changed


def _renewed(renew_days: float, recorder: str) -> dict[str, Any]:
    return {"renew_before_days": float(renew_days), "stops_at_expiry": recorder == "stops"}


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
    chosen = dict(plan)
    unheard = authored().vary({**_changed(hearings, chosen), "calls_per_day": 0.0})
    books = simulate(unheard, luck.seed, 0, n, "simpy")
    days = _READ["danger_days"](books)
    return Outcome(
        danger_days=tuple(days.tolist()),
        reached=float(np.exp(-days / HOUSE_DAYS).mean()),
        survives=(_admitted(books) + _heard(chosen["renew_days"], chosen["recorder"], luck, n)) / 2,
        in_time=_in_time(books),
        line=_crossed(books),
    )


@lru_cache(maxsize=512)
def _heard(renew_days: float, recorder: str, luck: Luck, n: int) -> float:
    """Return the share of calls that may be used: no exhibit has a part in it, so all share it."""
    line = authored().vary({**_renewed(renew_days, recorder), "exhibits": ()})
    return float(np.nanmean(_READ["calls_usable"](simulate(line, luck.seed, 0, n, "simpy"))))


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
    for place in np.flatnonzero(_beside(books)).tolist():
        for line in passed_over(books[place]):
            return RedLine(line.rule, line.event, line.text)
    return None


def _beside(books: Logbooks) -> Any:
    """Return in which runs another is taken up before the telephone: few are read by entry."""
    seized_h, done_h = (_first_h(books, kind) for kind in ("exhibit_seized", "examination_ended"))
    run = np.repeat(np.arange(len(books)), np.diff(books.starts))
    at_h, others = books.entries["time_h"], books.entries["subject"] != 0
    began = others & of_kind(books, "examination_began")
    found = began & (seized_h[run] <= at_h) & (at_h < done_h[run])
    return np.bincount(run[found], minlength=len(books)) > 0


def _first_h(books: Logbooks, kind: str) -> Any:
    """Return when the telephone first had an entry of a kind in each run; inf where it had none."""
    own = np.flatnonzero(of_kind(books, kind) & (books.entries["subject"] == 0))
    hours = np.full(len(books), np.inf)
    runs = np.searchsorted(books.starts, own, side="right") - 1
    hours[runs[::-1]] = books.entries["time_h"][own[::-1]]
    return hours
