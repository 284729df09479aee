"""What the cells of E4 show of the trainee's own case, each with its words."""

from trainkit.lessons import page
from trainkit.lessons.e4 import audit, request
from trainkit.lessons.e4.case import Boat, Situation, Watch
from trainkit.lessons.e4.exchange import PEOPLE, WATCH_H
from trainkit.lessons.page import Part

_BEGAN_H = 21


def facts() -> None:
    """Show the six facts of the evening."""
    page.place(_facts)


def _facts(case: Situation) -> Part:
    rows = [(f"{n}", clock(fact.minute), fact.told) for n, fact in enumerate(case.facts, start=1)]
    return page.table("Six facts of one evening", ("fact", "time (UTC)", "what is known"), rows)


def clock(minutes: float) -> str:
    """Return the time of day, so many minutes after the watch began."""
    whole = round(60 * _BEGAN_H + minutes) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"


def boat() -> None:
    """Show all that RCC Alder knows of the boat."""
    page.place(_boat)


def _boat(case: Situation) -> Part:
    return page.table(
        "All that is known of the boat", ("what", "as known"), (*_found(case.boat), *_BESIDES)
    )


_BESIDES = (
    ("Source", "the hotline relay, from a call on board, ten minutes ago"),
    ("How to reach them", "the relay keeps the line to the boat open"),
    ("Wind, sea, visibility", "from the region's own forecast, which both centres have"),
    ("Names", "a list of names that the caller read out"),
    ("Nationalities", "what the caller said of each"),
    ("Who may be the organiser", "Alder Sea Police has an idea"),
    ("Own patrols tonight", "where Alder's cutters will be until dawn"),
)


def _found(told: Boat) -> tuple[tuple[str, str], ...]:
    return (
        ("Position and its error", f"{_region(told)}; within 2 NM"),
        ("Time of the position", f"{told.minutes_old} minutes before you sit down to write"),
        ("People", f"{told.persons}, {told.children} of them children"),
        ("Craft", "grey rubber boat, about nine metres"),
        ("What is wrong", _wrong(told)),
        ("Hurt or ill", f"{told.hurt} hurt, one cannot move" if told.hurt else "nobody so far"),
        ("Course and speed", "to the west at 3 kn" if told.moves else "it lies still, engine dead"),
    )


def _region(told: Boat) -> str:
    return f"in the search and rescue region of {told.centre.removeprefix('RCC ')}"


def _wrong(told: Boat) -> str:
    engine = "engine runs at times" if told.moves else "engine dead"
    return f"{engine}, water to the ankles, few lifejackets"


def asked() -> None:
    """Show the request for data."""
    page.place(lambda case: Part(request.told(case)))


def watch() -> None:
    """Show what is known of the watch for which a protocol is set."""
    page.place(_watch)


def _watch(case: Situation) -> Part:
    return page.table(
        "The watch ahead", ("what", "as known"), (*_line(case.watch), *_WORK, *_acted(case.watch))
    )


def _line(told: Watch) -> tuple[tuple[str, str], ...]:
    begins, ends = told.outage_from_h, told.outage_from_h + told.outage_h
    return (
        ("The watch", f"{WATCH_H:g} hours from {clock(0)} UTC, {PEOPLE} people at your desk"),
        ("Borea's line is out", f"from {clock(60 * begins)} to {clock(60 * ends)} UTC"),
        ("A transmission is lost", f"{100 * told.loss:.0f} in 100"),
        ("On the way, one direction", f"{told.delay_min:g} minutes on average"),
    )


_WORK = (
    ("At Borea's desk", "two officers and a translator"),
    ("Writing, a form as needed", "9 minutes; translating 12; reading 9"),
    ("Telephone, with an interpreter", "18 minutes of an officer"),
    ("Seeing that a message is a repeat", "6 minutes of an officer"),
    ("Distress facts", "3 in 5 hours from you, as many to you from Borea and the relay"),
    ("Safety warnings", "4 in 5 hours; due within 90 minutes; pushed at once"),
    ("Borea's incident reports to you", "1 an hour, collected"),
    ("First reports, and a suspect", "one of each in ten hours"),
)


def _acted(told: Watch) -> tuple[tuple[str, str], ...]:
    incidents, risk = (f"{100 * one:.0f} %" for one in (told.incidents_wanted, told.risk_wanted))
    return (
        ("Incident reports", f"2 an hour; Borea acts on {incidents}; due within 2.5 hours"),
        ("Risk reports", f"5 in 2 hours; Borea acts on {risk}; due within 4 hours"),
        ("When it acts on a report", "half an hour after the fact; it asks then, if it must"),
    )


def messages() -> None:
    """Show last night's messages."""
    page.place(_messages)


def _messages(case: Situation) -> Part:
    first = audit.first_report(case)
    rows = [_message(n, row, n == first + 1) for n, row in enumerate(audit.rows(case), start=1)]
    return page.table("Messages of last night, one officer reading, times in UTC", _HEAD, rows)


_HEAD = (
    "message",
    "class",
    "known",
    "arrived",
    "taken up",
    "read",
    "fields sent",
    "fields needed",
    "personal data",
)


def _message(number: int, row: audit.Row, first: bool) -> tuple[str, ...]:
    return (
        f"{number}",
        row.message_class + (" (first report due)" if first else ""),
        *(clock(one) for one in (row.known_min, row.arrived_min, row.taken_min, row.read_min)),
        f"{row.sent}",
        f"{row.needed}",
        ("recorded" if row.recorded else "no record") if row.personal else "none held",
    )
