"""One watch under the trainee's own protocol, beside the same watch under the standing order.

Shown after the commit, for learning: which distress message met the dead line, what carried it, and
what was set aside for it. It is one watch out of many, with the trainee's visible luck.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainkit.experiments.engine import simulate
from trainkit.kernel.logbook import Logbook
from trainkit.lessons import page
from trainkit.lessons.desk import DESK
from trainkit.lessons.e4 import exchange
from trainkit.lessons.e4.case import Situation
from trainkit.lessons.e4.page import clock
from trainkit.lessons.e4.standing import standing_order
from trainkit.lessons.page import Part

_STREAM, _TASK = "Alder distress", "e4_protocol"
_MOST_WATCHES = 200
_HEAD = ("known", "written", "copies", "came by", "read", "minutes", "minutes, standing order")
_CAPTION = (
    "Distress messages to Borea in one watch of your protocol, and the same facts under the "
    "standing order; the line was out from {} to {} UTC"
)


def watch() -> None:
    """Show one watch of the trainee's own protocol, once it is committed."""
    page.place(_own_watch, after=_TASK)


def _own_watch(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed(_TASK) if session else None
    return told(case, dict(record.value) if record else {})


def told(case: Situation, protocol: Mapping[str, Any]) -> Part:
    """Return the distress messages of one watch under a protocol, as a table."""
    number = _with_the_outage(case)
    mine, usual = (
        _book(case, tuple(sorted(one.items())), number)
        for one in (protocol, standing_order(case)[_TASK])
    )
    begins, ends = (60 * one for one in outage_h(case))
    caption = _CAPTION.format(clock(begins), clock(ends))
    rows = [row(mine, usual, entry.facts["fact"]) for entry in mine.of("fact_known", _STREAM)]
    found = page.table(caption, _HEAD, rows)
    aside = len(mine.of("job_set_aside"))
    said = page.Part(f"{aside} times a desk set something else aside for a distress message.")
    return Part(f"{found.words}\n{said.words}", lambda: (*found.shown(), *said.shown()))


def outage_h(case: Situation) -> tuple[float, float]:
    """Return from which hour of the watch to which the line is out."""
    return case.watch.outage_from_h, case.watch.outage_from_h + case.watch.outage_h


def row(mine: Logbook, usual: Logbook, number: Any) -> tuple[str, ...]:
    """Return what became of one fact, and its minutes under the standing order."""
    known_h, sent_h, read_h = (_first_h(mine, *what, number) for what in _STEPS)
    copies = sum(entry.facts["message"] == number for entry in mine.of("message_sent"))
    voice = any(entry.facts["message"] == number for entry in mine.of("told_by_voice"))
    return (
        clock(60 * known_h),
        clock(60 * sent_h),
        f"{copies}",
        "telephone" if voice else "the line",
        clock(60 * read_h),
        f"{60 * (read_h - known_h):.0f}",
        f"{60 * (_first_h(usual, *_READ, number) - known_h):.0f}",
    )


_READ = ("fact_at_desk", "fact")
_STEPS = (("fact_known", "fact"), ("message_ready", "message"), _READ)


def _first_h(book: Logbook, kind: str, fact: str, number: Any) -> float:
    return next(entry.time_h for entry in book.of(kind) if entry.facts[fact] == number)


@lru_cache(maxsize=64)
def _with_the_outage(case: Situation) -> int:
    """Return the first watch in which Alder learns of distress while the line is out."""
    protocol = tuple(sorted(standing_order(case)[_TASK].items()))
    begins, ends = outage_h(case)
    for number in range(_MOST_WATCHES):
        known = _book(case, protocol, number).of("fact_known", _STREAM)
        if any(begins <= entry.time_h < ends for entry in known):
            return number
    return 0


@lru_cache(maxsize=8)
def _book(case: Situation, protocol: tuple[tuple[str, Any], ...], number: int) -> Logbook:
    scenario = exchange.scenario(case.watch, dict(protocol))
    return simulate(scenario, case.seed, number, 1, "simpy")[0]
