"""What a reader may try before deciding: a log with a forger's hand in it, and a desk's order.

The log is a demonstration and nobody's own; the desk answers with formulas and not with a run.
Nothing here is graded.

Sources:
    Cobham (1954). *Priority assignment in waiting line problems*. Operations Research 2.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from trainkit.case.sharing.decisionlog import DecisionLog, Line, LogEntry
from trainkit.case.sharing.tampering import recomputed
from trainkit.kernel.chain import link
from trainkit.lessons.a4.evening import clock
from trainkit.lessons.a4.logs import short
from trainkit.views.live import Pick, Shown, Slider, sliders

_DONE = (
    ("nothing", "Nothing"),
    ("altered", "Its text is changed"),
    ("hashed_anew", "Its text is changed and its hash made anew"),
    ("taken_out", "It is taken out"),
    ("put_in", "A line is put in before it"),
    ("moved", "It is put last"),
    ("back_dated", "It was written with an early hour"),
)
_TEXTS = ("Opened.", "Refused a list.", "Told by telephone.", "Confirmed in writing.", "Closed.")


@cache
def demonstration() -> tuple[Line, ...]:
    """Return the five lines of the demonstration log."""
    log = DecisionLog("demonstration")
    for place, text in enumerate(_TEXTS):
        time_h = 9.0 + place / 2.0
        log = log.with_entry(LogEntry(time_h, time_h, "as noted", (text,), text, "as noted"))
    return log.lines


def chain() -> None:
    """Show a log of five lines, and what a hand in it does to the hashes."""
    controls = (
        Pick("done", "What is done", _DONE),
        Slider("line", "To line", "", 2, 4, 1, value=3),
    )
    sliders(controls, forged, "A log of five lines and a forger's hand")


def forged(values: dict[str, Any]) -> Shown:
    """Return the log as it stands after a hand in it, line by line, and what does not fit."""
    lines, at = demonstration(), int(values["line"]) - 1
    now = _HANDS[values["done"]](lines, at)
    told = [_told(place, line) for place, line in enumerate(now, start=1)]
    odd = [text for place in range(len(now)) for text in _odd(now, place)]
    return Shown("\n".join([*told, *(odd or ["Everything fits: the log is whole."])]))


def _told(number: int, line: Line) -> str:
    hours = clock(60 * float(line["written_h"]))
    before, own = short(line["previous"]), short(line["hash"])
    return f"Line {number}, {hours}. {line['choice']} Before {before}, own {own}."


def _odd(lines: tuple[Line, ...], place: int) -> list[str]:
    line, found = lines[place], []
    if recomputed(line) != line["hash"]:
        found.append(f"Line {place + 1} computed anew gives {short(recomputed(line))}.")
    if place and line["previous"] != lines[place - 1]["hash"]:
        found.append(f"Line {place + 1} does not follow the line above it.")
    if place and float(line["written_h"]) < float(lines[place - 1]["written_h"]):
        found.append(f"Line {place + 1} is earlier than the line above it.")
    return found


def _content(line: Line) -> dict[str, Any]:
    return {key: value for key, value in line.items() if key not in {"hash", "previous"}}


def _changed(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    return (*lines[:at], {**lines[at], "choice": "Another text."}, *lines[at + 1 :])


def _hashed_anew(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    anew = link({**_content(lines[at]), "choice": "Another text."}, str(lines[at]["previous"]))
    return (*lines[:at], anew, *lines[at + 1 :])


def _put_in(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    made = link({**_content(lines[at - 1]), "choice": "New."}, str(lines[at - 1]["hash"]))
    return (*lines[:at], made, *lines[at:])


def _early(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    told = list(lines[:at])
    for place, line in enumerate(lines[at:]):
        dated = {"written_h": float(lines[at - 1]["written_h"]) - 0.25} if place == 0 else {}
        told.append(link({**_content(line), **dated}, str(told[-1]["hash"])))
    return tuple(told)


_HANDS: Mapping[str, Callable[[tuple[Line, ...], int], tuple[Line, ...]]] = {
    "nothing": lambda lines, _: lines,
    "altered": _changed,
    "hashed_anew": _hashed_anew,
    "taken_out": lambda lines, at: (*lines[:at], *lines[at + 1 :]),
    "put_in": _put_in,
    "moved": lambda lines, at: (*lines[:at], *lines[at + 1 :], lines[at]),
    "back_dated": _early,
}


def desk() -> None:
    """Show sliders of a desk, and the minutes of a life in danger in four ways of working."""
    controls = (
        Slider("others", "Other requests in ten hours", "", 5, 30, 5, value=20),
        Slider("danger", "Lives in danger in ten hours", "", 1, 6, 1, value=3),
        Slider("check_min", "Minutes of a check", "min", 5, 20, 1, value=15),
        Slider("voice_min", "Minutes of a call", "min", 2, 15, 1, value=6),
    )
    sliders(
        controls, answered, "One officer checks: how long a life in danger waits for its answer"
    )


def answered(values: dict[str, Any]) -> Shown:
    """Return the mean minutes of a life in danger in four ways, by Cobham's formulas."""
    check, voice = float(values["check_min"]), float(values["voice_min"])
    other, life = values["others"] / 600.0, values["danger"] / 600.0
    load, spoken = (other + life) * check, (other + life) * check + life * voice
    if spoken >= 1.0:
        return Shown(_TOO_MUCH.format(100 * spoken, voice / (1.0 - life * voice)))
    begun = (other + life) * check * check
    first = check + begun / (1.0 - life * check)
    told = voice + (begun + life * voice * voice) / (1.0 - life * voice)
    return Shown(
        f"On paper the officer is busy {100 * load:.0f} % of the time; with calls that are "
        f"confirmed afterwards {100 * spoken:.0f} %. As requests come, a life in danger has its "
        "answer after "
        f"{check / (1.0 - load):.0f} minutes on average. On paper, but first in the queue: "
        f"{first:.0f}. By telephone, first in the queue: {told:.0f}. By telephone, and what is in "
        f"hand is set aside: {voice / (1.0 - life * voice):.0f}."
    )


_TOO_MUCH = (
    "The desk is given {:.0f} % of the work that it can do, and the queue grows all evening. By "
    "telephone, and with what is in hand set aside, a life in danger still has its answer after "
    "{:.0f} minutes."
)
