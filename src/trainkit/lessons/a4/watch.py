"""A watch of the desk under a policy, played in the model `sharing_gate` in luck that is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.case.sharing.quick import watches
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/sharing-gate"
WATCH_H = 8.0
LEVERS = ("order", "check", "oral_for", "confirm", "refusal", "records")
"""What a policy sets, by the names of the model."""
_ROAD, _PROTECT, _MEN, _MONEY = 1, 2, 3, 4
"""Places of the needs in the scenario; 0 is a life in danger."""


_RULES = ("R5", "R8")
"""Red lines that a policy can cross; a record that is back-dated came too late in any case."""


@dataclass(frozen=True)
class Watch:
    """The watch for which a policy is set.

    Attributes:
        danger_per_h: Lives in danger in an hour, on average.
        urgent_per_h: Urgent needs in an hour.
        routine_per_h: Routine needs in an hour.
        faulty: Share of first requests that name no basis.
        check_min: Mean minutes of a full check.
        voice_min: Mean minutes of an answer by telephone, with an interpreter.
    """

    danger_per_h: float
    urgent_per_h: float
    routine_per_h: float
    faulty: float
    check_min: float
    voice_min: float


@dataclass(frozen=True)
class Outcome:
    """What a policy comes to.

    Attributes:
        minutes: Minutes until a life in danger has its answer, the mean of each watch; nan for a
            watch without one.
        late: Share of answers, and of confirmations in writing, that come too late.
        ratio: Needed fields sent / fields sent; 1 is best.
        urgent_min: Minutes until what is urgent has its answer, mean.
        crossed: Red lines that the watches show, one of each rule.
    """

    minutes: tuple[float, ...]
    late: float
    ratio: float
    urgent_min: float
    crossed: tuple[RedLine, ...]

    @property
    def danger_min(self) -> float:
        """Mean minutes of a life in danger over the watches."""
        return float(np.nanmean(self.minutes))


@cache
def authored() -> Scenario:
    """Return the scenario that the watch is made of."""
    return load(SCENARIO)


def draw_watch(luck: Luck) -> Watch:
    """Return the watch of a trainee; all are about as busy."""

    def step(name: str, many: int) -> int:
        return int(many * luck.uniform(f"a4 {name}", 0))

    more = step("which is more", 2)
    return Watch(
        danger_per_h=0.4 + 0.1 * step("danger", 2),
        urgent_per_h=(0.8, 1.0)[more],
        routine_per_h=(1.4, 1.1)[more],
        faulty=round(0.3 + 0.05 * step("faulty", 2), 2),
        check_min=14.0 + step("check", 2),
        voice_min=7.0 + step("voice", 2),
    )


def scenario(told: Watch, policy: Mapping[str, Any]) -> Scenario:
    """Return the watch of a case under a policy."""
    return authored().vary({**_evening(told), **{name: policy[name] for name in LEVERS}})


def _evening(told: Watch) -> dict[str, Any]:
    shares = {_ROAD: 0.7, _PROTECT: 0.3, _MEN: 0.6, _MONEY: 0.4}
    total = {
        **dict.fromkeys((_ROAD, _PROTECT), told.urgent_per_h),
        **dict.fromkeys((_MEN, _MONEY), told.routine_per_h),
    }
    rates = {f"needs.{at}.rate_per_h": share * total[at] for at, share in shares.items()}
    faults = {f"needs.{at}.faulty": told.faulty for at in shares}
    return {
        "needs.0.rate_per_h": told.danger_per_h,
        "check_mean_h": told.check_min / 60.0,
        "voice_mean_h": told.voice_min / 60.0,
        **rates,
        **faults,
    }


def outcome(told: Watch, policy: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* watches under a policy come to, in one luck for all policies."""
    return _outcome(told, tuple(policy[name] for name in LEVERS), luck, n)


@lru_cache(maxsize=4096)
def _outcome(told: Watch, levers: tuple[str, ...], luck: Luck, n: int) -> Outcome:
    policy = dict(zip(LEVERS, levers, strict=True))
    case = scenario(told, policy)
    books = watches(case.parameters, luck.seed, n, case.horizon_h)
    minutes = _values(books, "danger_to_life_minutes")
    return Outcome(
        minutes=tuple(minutes.tolist()),
        late=_late(books),
        ratio=float(np.nanmean(_values(books, "minimisation"))),
        urgent_min=float(np.nanmean(_values(books, "urgent_minutes"))),
        crossed=_crossed(books),
    )


def _values(books: Logbooks, name: str) -> Any:
    """Return a metric of the model, one number a watch."""
    metrics = {metric.name: metric for metric in authored().model.metrics}
    return metrics[name].read(books)


def _late(books: Logbooks) -> float:
    """Return the share of what was due in all watches, answers and confirmations, that was late."""
    due = books.total("need_arose", "lawful").sum() + books.count("confirmed_in_writing").sum()
    confirmed = books.total("confirmed_in_writing", "in_time").sum()
    late = books.count("deadline_passed").sum()
    return float((late + books.count("confirmed_in_writing").sum() - confirmed) / due)


def _crossed(books: Logbooks) -> tuple[RedLine, ...]:
    """Return the first red line of each rule that the watches show."""
    if (_values(books, "lawful_share") == 1.0).all():
        return ()
    found: dict[str, RedLine] = {}
    for place in range(len(books)):
        for read in authored().model.red_lines:
            for line in read(books[place])[:1]:
                found.setdefault(line.rule, RedLine(line.rule, line.event, line.text))
        if len(found) == len(_RULES):
            break
    return tuple(found[rule] for rule in sorted(found))
