"""What E6 shows once the night is over: its cases, its branches, and what nobody knew."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.exercise import Exercise
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.lessons import page
from trainkit.lessons.e6.case import END_H, WATCHES_H, Situation, clock
from trainkit.lessons.e6.committed import committed
from trainkit.lessons.e6.exercise import given, until
from trainkit.lessons.e6.night import Plan, orders, plan
from trainkit.lessons.e6.standing import WATCH
from trainkit.lessons.page import Part

_LAST = f"e6_watch_{len(WATCHES_H)}"
_STAGES = {
    "alert_received": "first alert",
    "unit_tasked": "first unit sent",
    "unit_on_scene": "first unit on scene",
    "case_closed": "closed",
}
BRANCHES: tuple[tuple[float, str, tuple[Mapping[str, Any], ...]], ...] = (
    (12.0, "the standing order is given", tuple(orders(plan((12.0, WATCH))))),
    (14.0, "alerts are passed on from now", ({"order": "sharing", "word": "alerts"},)),
    (
        14.0,
        "units are sent from the alert phase on",
        ({"order": "dispatch_phase", "word": "alert"},),
    ),
    (20.0, "Osprey stands ready", ({"order": "stand_by", "unit": "Osprey"},)),
    (26.0, "nothing is shared any more", ({"order": "sharing", "word": "alone"},)),
)
"""What could have been ordered at a moment of the night: hour, words, orders."""


@lru_cache(maxsize=16)
def _mine(case: Situation, told: Plan) -> Exercise:
    return until(case, told, END_H)


def branches() -> None:
    """Show branches of the own night in the same luck, once the last orders are committed."""
    page.place(_branches, after=_LAST)


def _branches(case: Situation) -> Part:
    mine = _mine(case, given(committed()))
    return _stacked([_branch(mine, *one) for one in BRANCHES])


def _branch(mine: Exercise, at_h: float, said: str, told: tuple[Mapping[str, Any], ...]) -> Part:
    other = mine.branch(at_h, told)
    other.to(END_H)
    rows = [(one.label, f"{one.one:.1f}", f"{one.other:.1f}") for one in mine.compare(other)]
    caption = f"Your night, and the same night where at {clock(at_h)} UTC {said}"
    return page.table(caption, ("measure", "yours", "the branch"), rows)


def what_if(at: str, **order: Any) -> None:
    """Show the own night beside a branch of the reader's own, once the last orders are committed.

    Args:
        at: Time of the day, UTC, as ``02:10``; the first such time after 12:00.
        **order: One order, as `trainkit.exercise.Exercise.order` takes it.

    Raises:
        TrainkitError: the time is none, or the order is refused.
    """
    page.place(partial(_what_if, at_h=_hour(at), order=order), after=_LAST)


def _what_if(case: Situation, at_h: float, order: Mapping[str, Any]) -> Part:
    words = " ".join(str(value) for value in order.values())
    return _branch(_mine(case, given(committed())), at_h, f"you order: {words}", (order,))


def _hour(at: str) -> float:
    """Return the hour of the exercise at which a clock first shows a time after the start."""
    hours, _, minutes = at.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        raise TrainkitError(f"'{at}' is no time of the day. Write it as '02:10'.")
    time_h = int(hours) + int(minutes) / 60.0
    return time_h if time_h >= WATCHES_H[0] else time_h + 24.0


def _stacked(parts: list[Part]) -> Part:
    words = "\n\n".join(part.words for part in parts)
    return Part(words, lambda: [widget for part in parts for widget in part.shown()])


def cases() -> None:
    """Show the cases of the own night one by one, once the last orders are committed."""
    page.place(_cases, after=_LAST)


def _cases(case: Situation) -> Part:
    told = _mine(case, given(committed())).picture("Alder").told
    numbers = sorted({e.facts["case"] for e in told if "case" in e.facts})
    rows = [_history(float(number), told) for number in numbers]
    head = ("case", *_STAGES.values(), "units", "people on board", "how it stands")
    return page.table("The cases of your night, as the log of RCC Alder has them", head, rows)


def _history(number: float, told: tuple[Entry, ...]) -> tuple[str, ...]:
    own = [entry for entry in told if entry.facts.get("case") == number]
    times = [next((clock(e.time_h) for e in own if e.kind == kind), "-") for kind in _STAGES]
    units = dict.fromkeys(e.subject for e in own if e.kind == "unit_on_scene")
    taken = round(sum(_persons(e) for e in own if e.kind == "persons_recovered"))
    ends = [str(e.facts["reason"]).replace("_", " ") for e in own if e.kind == "case_closed"]
    return (
        f"{number:.0f}",
        *times,
        ", ".join(units) or "none",
        f"{taken}",
        ends[-1] if ends else "open",
    )


def _persons(entry: Entry) -> float:
    return float(entry.facts.get("persons", 0.0))


def truth() -> None:
    """Show what happened at sea and in which case anybody heard of it, at the very end."""
    page.place(_truth, after="e6_timeline")


def _truth(case: Situation) -> Part:
    book = _mine(case, given(committed())).logbook
    heard = {e.facts["case"]: e.time_h for e in reversed(book.of("alert_received"))}
    rows = [_boat(entry, book, heard) for entry in book.of("distress_began")]
    head = ("case", "distress began", "people", "first alert", "taken on board", "lost")
    return page.table("The boats in distress in your night, as it was", head, rows)


def _boat(began: Entry, book: Logbook, heard: Mapping[Any, float]) -> tuple[str, ...]:
    number = began.facts["case"]
    counts = [
        round(sum(_persons(e) for e in book.of(kind) if e.facts["case"] == number))
        for kind in ("persons_recovered", "person_lost")
    ]
    told = clock(heard[number]) if number in heard else "nobody heard"
    people = f"{_persons(began):.0f}"
    return f"{number:.0f}", clock(began.time_h), people, told, f"{counts[0]}", f"{counts[1]}"
