"""Four decision logs, three of them tampered with: drawn, and found out by the chain itself.

One is whole, and every log holds an entry that was written late and says so: that is no fault.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from trainkit.case.sharing.decisionlog import FIRST, DecisionLog, Line, LogEntry
from trainkit.case.sharing.tampering import HOW, tamperings
from trainkit.errors import TrainkitError
from trainkit.kernel.chain import link
from trainkit.kernel.luck import Luck

WHOLE = "whole"
LOGS, LINES = 4, 6
_SHORT = 5
"""Figures of a hash that are shown; drawn again where two of a log would look alike."""


@dataclass(frozen=True)
class Log:
    """A decision log as it lies before the trainee.

    Attributes:
        lines: Its lines, as they stand.
    """

    lines: tuple[Any, ...]

    @property
    def how(self) -> str:
        """What was done to it, or that it is whole."""
        found = tamperings(self.lines)
        return found[0].how if found else WHOLE

    @property
    def line(self) -> int:
        """The line at which that shows; 0 where it is whole."""
        found = tamperings(self.lines)
        return found[0].line if found else 0

    def __hash__(self) -> int:
        return hash(tuple(str(line["hash"]) for line in self.lines))


def short(hash_: object) -> str:
    """Return the first figures of a hash, as the table shows it; dashes before the first line."""
    return "-" * _SHORT if hash_ == FIRST else str(hash_)[:_SHORT]


@cache
def _entries() -> tuple[Mapping[str, str], ...]:
    text = files("trainkit.lessons.a4").joinpath("logs.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["entries"])


def draw_logs(luck: Luck) -> tuple[Log, ...]:
    """Return four logs: one whole, and three that were tampered with, each in another way."""
    ways = [HOW[place] for place in _order(luck, "a4 ways", 0, len(HOW))[: LOGS - 1]]
    done = [*ways, WHOLE]
    return tuple(
        _drawn(luck, number, done[place])
        for number, place in enumerate(_order(luck, "a4 order of logs", 0, LOGS))
    )


def _drawn(luck: Luck, number: int, how: str) -> Log:
    """Return a log; drawn again until its short hashes differ and the chain says what was done."""
    for attempt in range(100):
        place = 100 * number + attempt
        lines = _written(luck, place, LINES + (how == "taken_out"))
        found = Log(_WAYS[how](luck, place, lines))
        hashes = {short(line["hash"]) for line in found.lines}
        if len(hashes) == len(found.lines) and found.how == how:
            return found
    raise TrainkitError(f"No log '{how}' could be drawn for {luck.seed}. This is our error.")


def _order(luck: Luck, name: str, place: int, many: int) -> list[int]:
    return [int(n) for n in np.argsort([luck.uniform(name, place, at) for at in range(many)])]


def _written(luck: Luck, place: int, many: int) -> tuple[Line, ...]:
    log, late = DecisionLog("the case"), 1 + int((many - 2) * luck.uniform("a4 late entry", place))
    time_h = 18.0 + int(8 * luck.uniform("a4 first entry", place)) / 4
    for at, entry in enumerate(_order(luck, "a4 entries", place, len(_entries()))[:many]):
        time_h += (10 + int(25 * luck.uniform("a4 between entries", place, at))) / 60
        decided_h = time_h - (25 + int(20 * luck.uniform("a4 how late", place))) / 60
        log = log.with_entry(_entry(entry, time_h, decided_h if at == late else time_h))
    return log.lines


def _entry(entry: int, time_h: float, decided_h: float) -> LogEntry:
    choice = _entries()[entry]["choice"]
    told = "as noted at the desk"
    return LogEntry(decided_h, time_h, told, (choice, "Nothing was sent."), choice, told)


def _at(luck: Luck, place: int, low: int, high: int) -> int:
    return low + int((high - low + 1) * luck.uniform("a4 where", place))


def _altered(luck: Luck, place: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    at = _at(luck, place, 1, len(lines) - 2)
    old = str(lines[at]["choice"])
    new = next(one["altered"] for one in _entries() if one["choice"] == old)
    return (*lines[:at], {**lines[at], "choice": new}, *lines[at + 1 :])


def _taken_out(luck: Luck, place: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    at = _at(luck, place, 1, len(lines) - 2)
    return (*lines[:at], *lines[at + 1 :])


def _put_in(luck: Luck, place: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    at = _at(luck, place, 1, len(lines) - 3)
    used = {str(line["choice"]) for line in lines}
    choice = next(one["choice"] for one in _entries() if one["choice"] not in used)
    hours = [float(lines[one]["written_h"]) for one in (at - 1, at)]
    middle_h = sum(hours) / 2
    content = {**_content(lines[at - 1]), "number": at + 1, "choice": choice}
    made = link({**content, "written_h": middle_h, "decided_h": middle_h}, _hash(lines[at - 1]))
    return (*lines[:at], made, *lines[at:-1])


def _moved(luck: Luck, place: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    at, to = _at(luck, place, 1, 2), _at(luck, place + 50, 4, len(lines) - 1)
    left = [*lines[:at], *lines[at + 1 :]]
    return (*left[:to], lines[at], *left[to:])


def _back_dated(luck: Luck, place: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    at = _at(luck, place, 2, len(lines) - 2)
    early_h = float(lines[at - 1]["written_h"]) - (20 + 5 * _at(luck, place + 50, 0, 4)) / 60
    told: list[Line] = list(lines[:at])
    for one, line in enumerate(lines[at:]):
        dated = {"written_h": early_h, "decided_h": early_h} if one == 0 else {}
        told.append(link({**_content(line), **dated}, _hash(told[-1])))
    return tuple(told)


def _content(line: Line) -> dict[str, Any]:
    return {key: value for key, value in line.items() if key not in {"hash", "previous"}}


def _hash(line: Line) -> str:
    return str(line["hash"])


_WAYS: Mapping[str, Callable[[Luck, int, tuple[Line, ...]], tuple[Line, ...]]] = {
    WHOLE: lambda _luck, _place, lines: lines,
    "altered": _altered,
    "taken_out": _taken_out,
    "put_in": _put_in,
    "moved": _moved,
    "back_dated": _back_dated,
}
