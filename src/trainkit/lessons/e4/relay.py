"""One distress message: what it must hold, who must read it, and how long it takes in the model.

The message meets the desks of a watch without an outage. What lacks a needed field costs a question
and an answer; what nobody needs is written, translated and read all the same; a desk that is not
responsible passes the message on, which takes as long again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from trainkit.experiments.engine import simulate
from trainkit.joint.messages.content import FIELDS
from trainkit.kernel.luck import Luck
from trainkit.lessons.e4 import exchange
from trainkit.lessons.e4.case import Boat, Situation
from trainkit.lessons.score import RedLine
from trainkit.scenarios import Scenario

KNOWN = (
    "position",
    "time",
    "persons",
    "craft",
    "condition",
    "injured",
    "drift",
    "source",
    "callback",
    "weather",
    "names",
    "origin",
    "suspicion",
    "patrols",
)
"""What RCC Alder knows of the boat, by the fields that a form could hold."""

_NEEDED = ("position", "time", "persons", "craft", "condition", "injured", "source", "callback")
_STREAM, _WATCH_H = "Alder distress", 5.0
_QUIET: Mapping[str, Any] = {
    "queue": "preemptive",
    "template": "needed",
    "incidents": "subscribe",
    "risk": "subscribe",
    "digest_min": 60,
    "timeout_min": 12,
    "voice_min": 20,
    "translators": "1",
}
"""How the desks work while the message is under way: a protocol that is neither good nor bad."""


def needed(boat: Boat) -> tuple[str, ...]:
    """Return the fields that the responsible centre needs to send help to this boat.

    A boat that makes way is met on its course. One that lies still drifts, and the centre works the
    drift out itself from wind and current.
    """
    return (*_NEEDED, "drift") if boat.moves else _NEEDED


def chosen(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields that an answer sends."""
    return tuple(name for name in KNOWN if answer[name] == "send")


def odd(boat: Boat, answer: Mapping[str, Any]) -> int:
    """Return how many fields are sent and not needed, or needed and not sent."""
    return len(set(chosen(answer)) ^ set(needed(boat)))


@dataclass(frozen=True)
class Sent:
    """What a message came to.

    Attributes:
        minutes: Minutes until the responsible centre has all it needs, the mean of each watch; nan
            for a watch without such a message.
        crossing: The first sharing of personal data that crosses the red line R5, or None.
    """

    minutes: Any
    crossing: RedLine | None


def sent(case: Situation, answer: Mapping[str, Any], luck: Luck, n: int) -> Sent:
    """Return what an answer's message comes to in *n* watches."""
    ages, crossing = _played(case, _key(answer), luck, n)
    return Sent(
        np.array(ages) * (1.0 if answer["recipient"] == case.boat.centre else 2.0), crossing
    )


def _key(answer: Mapping[str, Any]) -> tuple[tuple[str, ...], str, str, bool]:
    to_volunteers = answer["recipient"] == "Hotline relay"
    return chosen(answer), answer["message_class"], answer["basis"], to_volunteers


@lru_cache(maxsize=2048)
def _played(
    case: Situation, told: tuple[tuple[str, ...], str, str, bool], luck: Luck, n: int
) -> tuple[tuple[float, ...], RedLine | None]:
    books = simulate(_scenario(case, *told), luck.seed, 0, n, "simpy")
    ages, many = books.total("fact_at_desk", "age_h", _STREAM), books.count("fact_at_desk", _STREAM)
    mean = np.full(n, np.nan)
    np.divide(60.0 * ages, many, out=mean, where=many > 0)
    return tuple(mean.tolist()), exchange.crossed(books, "R5")


def _scenario(
    case: Situation, fields: tuple[str, ...], message_class: str, basis: str, to_volunteers: bool
) -> Scenario:
    return exchange.scenario(case.watch, _QUIET).vary(
        {
            "watch_h": _WATCH_H,
            "outage_desk": "",
            "traffic.0.message_class": message_class,
            "traffic.0.basis": basis,
            "traffic.0.sent": fields,
            "traffic.0.needed": needed(case.boat),
            "traffic.0.rate_per_h": 0.8,
            "traffic.4.rate_per_h": 0.0,
            "desks.1.may_hold_personal_data": not to_volunteers,
        }
    )


def meanings() -> dict[str, str]:
    """Return what each known field tells, by its name."""
    return {name: FIELDS[name].meaning for name in KNOWN}
