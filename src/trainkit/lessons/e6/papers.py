"""The papers of other nights: a log to be read, a plan with acts, a list with what was logged."""

from trainkit.exercise import line
from trainkit.lessons import page
from trainkit.lessons.e6 import acts
from trainkit.lessons.e6.case import WATCHES_H, Situation, clock
from trainkit.lessons.e6.reading import night
from trainkit.lessons.page import Part

_LAST = f"e6_watch_{len(WATCHES_H)}"


def logbook() -> None:
    """Show the log of the watch before, once the last orders are committed."""
    page.place(_logbook, after=_LAST)


def _logbook(case: Situation) -> Part:
    _, log = night(case)
    rows = [(f"{entry.time_h:.2f}", entry.subject, line(entry)) for entry in log]
    head = ("time (h)", "who", "what")
    return page.table("Log of another watch, as it reached RCC Alder", head, rows)


def planned() -> None:
    """Show the plan and the eight acts of another night."""
    page.place(_planned)


def _planned(case: Situation) -> Part:
    plan = page.table(
        "The plan of that night",
        ("element", "as approved"),
        (
            ("Area", _area()),
            ("Time", f"{clock(acts.FROM_H)} to {clock(acts.TO_H)} UTC, the next morning"),
            ("Clocks", "Alder's clock is 1 hour ahead of UTC, Borea's 3 hours"),
        ),
    )
    rows = [
        (f"{n}", act.when, act.told, "joint" if act.joint else "", _place(act.x_nm, act.y_nm))
        for n, act in enumerate(case.acts, start=1)
    ]
    head = ("act", "time and clock", "what was done", "flag", "NM east, north")
    log = page.table("Eight acts of that night", head, rows)
    return Part(f"{plan.words}\n\n{log.words}", lambda: (*plan.shown(), *log.shown()))


def _area() -> str:
    return (
        f"from {-acts.WEST_NM:g} NM west to {acts.EAST_NM:g} NM east, and from "
        f"{-acts.SOUTH_NM:g} NM south to {acts.NORTH_NM:g} NM north"
    )


def _place(x_nm: float, y_nm: float) -> str:
    return f"{x_nm:g}, {y_nm:g}"


def expected() -> None:
    """Show six expected acts of another night and what was logged."""
    page.place(_expected)


def _expected(case: Situation) -> Part:
    rows = [
        (
            f"{n}",
            f"{clock(step.due_h)} UTC",
            step.put,
            f"{step.expected}, within {step.within_min} minutes",
            step.when,
            step.logged,
        )
        for n, step in enumerate(case.steps, start=1)
    ]
    head = ("", "put at", "what was put", "what was expected", "logged at", "what was logged")
    return page.table("Expected and logged", head, rows)
