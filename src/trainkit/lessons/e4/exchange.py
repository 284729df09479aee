"""The watch under a protocol, played in the model `message_exchange` in luck that is given.

A protocol says how desks queue, what is pushed, collected or pulled, when a message is sent again,
when distress is told by telephone, and how four people share writing and translating.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from trainkit.experiments.engine import simulate
from trainkit.joint.messages.kinds import KINDS
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.lessons.e4.case import Watch
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario, load

SCENARIO = "trainkit/link-outage"
WATCH_H, PEOPLE, OTHER_SIDE = 8.0, 3, "RCC Borea"
_MORE = ("weather", "units", "route_history", "patrols")
"""What a desk knows besides, and a form that holds everything known would carry."""
_BUSY = {
    "compose_median_h": 0.15,
    "translate_median_h": 0.2,
    "read_mean_h": 0.15,
    "voice_h": 0.3,
    "repeat_h": 0.1,
    "traffic.1.deadline_h": 1.5,
    "traffic.2.deadline_h": 2.5,
    "traffic.3.deadline_h": 4.0,
    "traffic.1.rate_per_h": 0.8,
    "traffic.2.rate_per_h": 2.0,
    "traffic.3.rate_per_h": 2.5,
}
"""How this watch differs from the scenario: longer work, shorter deadlines, more traffic."""
_READY = next(kind for kind in KINDS if kind.name == "message_ready")
_PATTERN, _SENT = _READY.facts.index("pattern"), _READY.facts.index("fields_sent")
_PATTERNS = _READY.choices["pattern"]
OURS = {"distress": 0, "safety": 1, "incidents": 2, "risk": 3}
"""Places of Alder's traffic to Borea in the scenario."""


@dataclass(frozen=True)
class Outcome:
    """What a protocol comes to.

    Attributes:
        minutes: Minutes from a distress fact to the desk that needs it, the mean of each watch;
            nan for a watch without one.
        in_time: Share of the wanted facts that are at the desk by their deadline.
        carried: Fields sent for each field that somebody acts on; 1 is best.
        waited: The first distress message that waited behind another, a red line; or None.
    """

    minutes: tuple[float, ...]
    in_time: float
    carried: float
    waited: RedLine | None

    @property
    def distress_min(self) -> float:
        """Mean minutes of distress over the watches."""
        return float(np.nanmean(self.minutes))


@cache
def authored() -> Scenario:
    """Return the scenario that the watch is made of."""
    return load(SCENARIO)


def fields(needed: tuple[str, ...], template: str) -> tuple[str, ...]:
    """Return the fields of a message by a template: needed, everything known, or short."""
    if template == "known":
        return (*needed, *(name for name in _MORE if name not in needed))
    return needed[:2] if template == "short" else needed


def scenario(watch: Watch, protocol: Mapping[str, Any]) -> Scenario:
    """Return the watch of a case under a protocol."""
    return authored().vary({**_BUSY, **_night(watch), **_desks(protocol), **_traffic(protocol)})


def _night(watch: Watch) -> dict[str, Any]:
    return {
        "loss": watch.loss,
        "delay_h": watch.delay_min / 60.0,
        "outage_from_h": watch.outage_from_h,
        "outage_to_h": watch.outage_from_h + watch.outage_h,
        f"traffic.{OURS['incidents']}.wanted": watch.incidents_wanted,
        f"traffic.{OURS['risk']}.wanted": watch.risk_wanted,
    }


def _desks(protocol: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "queue": protocol["queue"],
        "ack_timeout_h": protocol["timeout_min"] / 60.0,
        "voice_after_h": protocol["voice_min"] / 60.0,
        "desks.0.translators": int(protocol["translators"]),
        "desks.0.officers": PEOPLE - int(protocol["translators"]),
    }


def _traffic(protocol: Mapping[str, Any]) -> dict[str, Any]:
    """Return what our side sends: forms, and what is pushed, collected or pulled."""
    changed: dict[str, Any] = {
        f"traffic.{OURS[name]}.mode": protocol[name] for name in ("incidents", "risk")
    }
    for place, stream in enumerate(authored().parameters.traffic):
        if stream.sender == "RCC Alder":
            sent = fields(stream.needed, protocol["template"])
            changed[f"traffic.{place}.sent"] = stream.sent if _personal(stream.name) else sent
            changed[f"traffic.{place}.digest_h"] = protocol["digest_min"] / 60.0
    return changed


def _personal(name: str) -> bool:
    return name == "Alder suspect"


def values(books: Logbooks, name: str) -> Any:
    """Return a metric of the model, one number a watch."""
    metrics = {metric.name: metric for metric in authored().model.metrics}
    return metrics[name].read(books)


def carried(books: Logbooks) -> Any:
    """Return the fields sent, in reports and answers, for each field that is acted on, by watch."""
    needed = {one.name: len(one.needed) for one in authored().parameters.traffic}
    acted = sum(many * books.total("fact_known", "wanted", name) for name, many in needed.items())
    asked = _PATTERNS.index("pull")
    ready = books.entries["kind"] == [kind.name for kind in books.kinds].index("message_ready")
    facts = books.entries["facts"]
    sent = np.where(ready & (facts[:, _PATTERN] != asked), facts[:, _SENT], 0.0)
    running = np.concatenate(([0.0], np.cumsum(sent)))
    return np.diff(running[books.starts]) / np.maximum(acted, 1.0)


def crossed(books: Logbooks, rule: str) -> RedLine | None:
    """Return the first red line of a *rule* that the watches show, or None."""
    for place in range(len(books)):
        for read in authored().model.red_lines:
            for line in read(books[place]):
                if line.rule == rule:
                    return RedLine(line.rule, line.event, line.text)
    return None


def outcome(watch: Watch, protocol: Mapping[str, Any], luck: Luck, n: int) -> Outcome:
    """Return what *n* watches under a protocol come to, in one luck for all protocols."""
    return _outcome(watch, tuple(sorted(protocol.items())), luck, n)


@lru_cache(maxsize=2048)
def _outcome(watch: Watch, told: tuple[tuple[str, Any], ...], luck: Luck, n: int) -> Outcome:
    books = simulate(scenario(watch, dict(told)), luck.seed, 0, n, "simpy")
    minutes = values(books, "distress_minutes")
    return Outcome(
        minutes=tuple(minutes.tolist()),
        in_time=float(np.nanmean(values(books, "in_time"))),
        carried=float(np.mean(carried(books))),
        waited=crossed(books, "R1"),
    )
