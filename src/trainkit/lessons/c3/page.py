"""What the cells of C3 show of the trainee's own case, each with its words."""

from collections.abc import Mapping
from typing import Any

from trainkit.case.law import Warrant
from trainkit.lessons import page
from trainkit.lessons.c3 import chains
from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.chains import Chain
from trainkit.lessons.c3.clocks import Clocks, weekday
from trainkit.lessons.c3.papers import FACT, OTHER, Paper
from trainkit.lessons.c3.plan import EXHIBITS, FOUND_DAY
from trainkit.lessons.page import Part

_DAY_H = 24.0
_CHANNELS = {
    "own": "own work of that State",
    "letter_of_request": "letter of request",
    "police_answer": "police to police",
}


def clock(time_h: float) -> str:
    """Return an hour of the case as a day and a time of day."""
    minutes = round(60.0 * time_h)
    day, rest = divmod(minutes, 24 * 60)
    return f"day {day}, {rest // 60:02}:{rest % 60:02}"


def items() -> None:
    """Show the six lines of the register."""
    page.place(_items)


def _items(case: Situation) -> Part:
    head = ("item", "what", "obtained in", "came by", "ordered by", "order", "obtained", "source")
    rows = [_paper(one) for one in case.papers]
    facts = [(one.item.id, one.item.fact) for one in case.papers]
    said = f"Speaks to '{FACT}': {_ids(facts, FACT)}. To '{OTHER}': {_ids(facts, OTHER)}."
    table = page.table("The register; the case was opened on day 0", (*head, "grade"), rows)
    words = page.Part(said)
    return Part(f"{table.words}\n{said}", lambda: (*table.shown(), *words.shown()))


def _ids(facts: list[tuple[str, str]], wanted: str) -> str:
    return ", ".join(number for number, fact in facts if fact == wanted)


def _paper(one: Paper) -> tuple[str, ...]:
    item, order = one.item, one.item.warrant
    return (
        item.id,
        one.told,
        item.side,
        _CHANNELS[item.channel],
        *_ordered(order),
        f"day {item.obtained_h / _DAY_H:.0f}",
        item.origin,
        f"{item.reliability}{item.credibility}",
    )


def _ordered(order: Warrant | None) -> tuple[str, str]:
    if order is None:
        return "nobody need", "none"
    first, last = order.granted_h / _DAY_H, order.expires_h / _DAY_H - 1
    return f"a {order.authority}", f"days {first:.0f} to {last:.0f}"


def custody() -> None:
    """Show the four chains of custody."""
    page.place(_custody)


def _custody(case: Situation) -> Part:
    parts = [_chain(one) for one in case.chains]
    words = "\n\n".join(part.words for part in parts)
    return Part(words, lambda: [widget for part in parts for widget in part.shown()])


def _chain(chain: Chain) -> Part:
    head = (
        "line",
        "given by",
        "given at",
        "taken by",
        "taken at",
        "seal given",
        "seal read",
        "opened",
    )
    seized = clock(chain.item.obtained_h)
    caption = f"{chain.name.capitalize()}, seized on {seized}"
    rows = [_line(one) for one in chain.item.custody]
    return page.table(caption, (*head, "figure then", "figure today"), rows)


def _line(one: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        f"{one['line']}",
        one["giver"],
        clock(one["given_h"]),
        one["taker"],
        clock(one["taken_h"]),
        one["seal_given"],
        one["seal_taken"],
        one["opened"] or "no",
        *chains.noted(one),
    )


def clocks() -> None:
    """Show the register of deadlines."""
    page.place(lambda case: _clocks(case.clocks))


def _clocks(told: Clocks) -> Part:
    head = "clock", "as noted"
    return page.table("The register of deadlines", head, (*_line_tapped(told), *_others(told)))


def _line_tapped(told: Clocks) -> tuple[tuple[str, str], ...]:
    ground = "names a new ground" if told.second_new else "names the same grounds as before"
    days = ", ".join(f"{day}" for day in told.calls)
    return (
        ("Today", f"day {told.today}, a {weekday(told, told.today)}"),
        ("Interception, smuggling, Alder", f"ordered for 15 days on day {told.order_day}"),
        ("First renewal, 15 days", f"decided on day {told.renewal_day}; names a new ground"),
        ("Second request", f"reached the judge's table on day {told.second_day}; {ground}"),
        ("Six calls on the line", f"days {days}; the recorder never stopped"),
    )


def _others(told: Clocks) -> tuple[tuple[str, str], ...]:
    unit = f"{told.side}'s unit, on day {told.suspended_day}"
    return (
        ("Payment suspended", f"{unit}, a {weekday(told, told.suspended_day)}"),
        ("Provisional arrest abroad", f"day {told.arrested_day}; the papers have not come"),
        ("Seen to speak for an accused", f"day {told.found_day}; heard in {told.court}"),
    )


def findings() -> None:
    """Show the five findings of the laboratory."""
    page.place(_findings)


def _findings(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.findings, start=1)]
    return page.table("Five findings of the laboratory", ("finding", "what it says"), rows)


def hearings() -> None:
    """Show what is known of the six exhibits, the carriers and the laboratories."""
    page.place(_hearings)


def _hearings(case: Situation) -> Part:
    told = case.hearings
    rows = [
        (name.capitalize(), _HOLDS[name].format(told.persons, FOUND_DAY), f"day {day}")
        for name, day in zip(EXHIBITS, told.due_days, strict=True)
    ]
    due = page.table("Five exhibits of day 0, and one more", ("exhibit", "holds", "due"), rows)
    sites = page.table("Sites and people", ("what", "as known"), _SITES)
    return Part(f"{due.words}\n\n{sites.words}", lambda: (*due.shown(), *sites.shown()))


_HOLDS = {
    "telephone": "found on day {1}; calls from a house where {0} people are held; to be translated",
    "chart plotter": "the way of the boat; may show who was made to steer",
    "receipt book": "no laboratory; must be translated",
    "laptop": "the accounts of the office",
    "camera recorder": "the yard, thirty days",
    "memory cards": "twelve cards, much of it damaged",
}
_SITES = (
    (
        "The house",
        "left after 10 days on average, on any day alike; who is moved is not found by this call",
    ),
    ("Your unit", "one examiner; 16 days an exhibit on average; finishes what it has in hand"),
    ("State's laboratory", "takes all; 60 in 100 are back in 3 months, 99 in 100 in 12"),
    ("Translator", "3 days on average"),
    (
        "Legs",
        "team, store, laboratory, registry: three legs; the book has two",
    ),
    (
        "Sworn couriers, two",
        "each by every third day: about 72 hours a leg, one thing at a time; 1 in 100 leaves a gap",
    ),
    ("Officer, one", "about 8 hours a leg, one thing at a time; 7 legs in 100 leave a gap"),
    ("Post", "about 72 hours a leg, all things at once; 20 legs in 100 leave a gap"),
    ("Interception", "15 days, renewed by 15 on new grounds, 45 in all; a call every other day"),
    ("New grounds", "one comes to light every 4 days on average"),
    ("The judge", "decides in 2 days mostly, seldom in 5; after a refusal hears you in 14 days"),
    ("Disclosure", "10 days from the finding in Alder; 6 hours of the officer"),
)
