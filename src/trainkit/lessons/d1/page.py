"""What the cells of D1 show of the trainee's own case, each with its words."""

from collections.abc import Sequence
from typing import Any

from trainkit.lessons import page
from trainkit.lessons.d1.case import Situation
from trainkit.lessons.d1.value import Entry
from trainkit.lessons.page import Part
from trainkit.views.money import HEAD, in_page, moment, money_figure, rows


def way() -> None:
    """Show ten days of payments as a table and as a figure."""
    page.place(_way)


def _way(case: Situation) -> Part:
    way = case.way
    caption = (
        f"Ten days. On {moment(way.came_h)}, {way.came:,} crowns came to account {way.first} from "
        "a payer who is convicted of smuggling"
    )
    found = [row[:-1] for row in rows(way.payments, way.by_number)]
    shown = page.table(caption, HEAD[:-1], found)
    return Part(shown.words, lambda: [*shown.shown(), _picture(case)])


def _picture(case: Situation) -> Any:
    from ipywidgets import HTML

    return HTML(in_page(money_figure(case.way.payments, case.way.by_number, "Ten days")))


def month() -> None:
    """Show what is known of the bank's month."""
    page.place(_month)


def _month(case: Situation) -> Part:
    told = case.month
    found = (
        ("Payments in the month", f"{told.payments:,}"),
        ("Payments that belong to a pattern", f"one in {told.one_in}"),
        ("Of these, the rule raises an alert on", f"{told.recall_pct} in 100"),
        ("Of all others, it raises an alert on", f"{told.false_pct:g} in 100"),
    )
    return page.table("The bank's month", ("what", "as known"), found)


def subjects() -> None:
    """Show the six subjects."""
    page.place(_subjects)


def _subjects(case: Situation) -> Part:
    found = [(f"{n}", one.told) for n, one in enumerate(case.subjects, start=1)]
    return page.table("Six subjects", ("subject", "what is known"), found)


def value() -> None:
    """Show the pages of the two agents, and the payments between them."""
    page.place(_value)


def _value(case: Situation) -> Part:
    told = case.value
    amounts = [(f"payment {n}", f"{one:,}") for n, one in enumerate(told.amounts, start=1)]
    back = (
        f"The agent in Alder also handed out {told.back:,} crowns for the agent in Borea, in these "
        f"days. Asked about: sender {told.asked}."
    )
    taken = _entries("Taken in by the agent in Alder", "from", told.taken)
    paid = _entries("Handed out by the agent in Borea", "to", told.paid)
    settled = page.table(_SETTLED, ("payment", "crowns"), amounts)
    return _together([taken, paid, Part(back), settled])


_SETTLED = "A month later, from the account of the agent in Alder to that in Borea"


def _entries(caption: str, who: str, entries: Sequence[Entry]) -> Part:
    found = [(moment(one.at_h), f"person {one.who}", f"{one.crowns:,}") for one in entries]
    return page.table(caption, ("when", who, "crowns"), found)


def items() -> None:
    """Show the six items of the file."""
    page.place(_items)


def _items(case: Situation) -> Part:
    found = [(f"{n}", one.told) for n, one in enumerate(case.items, start=1)]
    return page.table("Six items of a file", ("item", "what stands in it"), found)


def week() -> None:
    """Show the four accounts, and the suspension whose end is asked."""
    page.place(_week)


def _week(case: Situation) -> Part:
    head = ("account", "bank in", "crowns", "traced", "leaves after", "what is known")
    found = [
        (one.letter, one.side, f"{one.crowns:,}", f"{one.traced:,}", f"{one.leaves_h} h", one.told)
        for one in case.week.accounts
    ]
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    at = case.week.ordered_day
    ordered = (
        f"Of another account of the case, the unit of {case.week.side} has ordered a suspension on "
        f"{days[at - 1]}, day {at}, at ten in the morning. Day 1 is a Monday."
    )
    caption = "Four accounts; 'leaves after' is the mean time until the money leaves"
    return _together([page.table(caption, head, found), Part(ordered)])


def _together(parts: Sequence[Part]) -> Part:
    words = "\n\n".join(part.words for part in parts)
    return Part(words, lambda: [widget for part in parts for widget in part.shown()])
