"""What the cells of E6 show of the trainee's own case, each with its words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from trainkit.exercise import Picture, line
from trainkit.lessons import page
from trainkit.lessons.desk import DESK
from trainkit.lessons.e6 import acts
from trainkit.lessons.e6.case import AREAS, END_H, WATCHES_H, Situation, clock
from trainkit.lessons.e6.exercise import given, seen, until
from trainkit.lessons.e6.night import scenario
from trainkit.lessons.e6.reading import night
from trainkit.lessons.page import Part
from trainkit.views.chart import chart_text, chart_widget
from trainkit.views.feature import Mark

_LAST = f"e6_watch_{len(WATCHES_H)}"
_MOST_LINES = 40


def _committed() -> Mapping[str, Any]:
    if DESK.session is None:
        return {}
    answers = DESK.session.answers
    found = {f"e6_watch_{n}": answers.committed(f"e6_watch_{n}") for n in (1, 2, 3)}
    return {task: record.value for task, record in found.items() if record is not None}


def forces() -> None:
    """Show the units and what is known of boats before the exercise."""
    page.place(_forces)


def _forces(case: Situation) -> Part:
    rows = [
        (
            unit.name,
            unit.agency,
            f"{unit.base_x_nm:g}, {unit.base_y_nm:g}",
            f"{unit.speed_kn:g} / {unit.patrol_speed_kn:g}",
            f"{unit.endurance_h:g} / {unit.rest_h:g}",
            f"{unit.survivor_capacity}" if unit.can_recover else "none: it sees only",
            f"{unit.sweep_width_nm:g}",
        )
        for unit in scenario(case).parameters.units
    ]
    head = (
        *("unit", "agency", "base (NM east, north)", "speed to a scene / on patrol (kn)"),
        *("endurance / rest (h)", "survivors", "sweep width (NM)"),
    )
    told = page.table("The units of the night", head, rows)
    known = page.table("What is known at 12:00 UTC", ("what", "as told"), _known(case))
    return Part(f"{told.words}\n\n{known.words}", lambda: (*told.shown(), *known.shown()))


def _known(case: Situation) -> list[tuple[str, str]]:
    return [
        ("Boats", f"about nine a day; {case.counted} of 20 took the {case.busy} lane last week"),
        ("Reports that are nothing", f"{case.false_per_day:g} a day, on average"),
        ("Wind", f"8 kn; from {clock(case.rough_h)} UTC 16 kn"),
        ("Light", "from 06:00 to 18:30 UTC"),
        ("Inquiries", "about eight hours on average until they raise the phase by one"),
        ("Standing order", "four vessels in port, Osprey in area F, each State alone"),
    ]


def areas() -> None:
    """Show the areas that a unit can be sent to."""
    page.place(_areas)


def _areas(_case: Situation) -> Part:
    title = "Areas for a patrol: their middles"
    marks = [Mark(told, x_nm, y_nm) for told, x_nm, y_nm in AREAS.values()]
    rows = [(told, f"{x_nm:g}", f"{y_nm:g}") for told, x_nm, y_nm in AREAS.values()]
    told = page.table(title, ("area", "NM east", "NM north"), rows)
    return Part(
        f"{told.words}\n{chart_text(title, features=marks)}",
        lambda: (chart_widget(title, features=marks), *told.shown()),
    )


def pause(number: int) -> None:
    """Show what the centre knows at a pause, once the orders before it are committed.

    Args:
        number: The pause: 1 at 12:00, 2 at 18:00, 3 at 00:00, 4 at the end.
    """
    after = f"e6_watch_{number - 1}" if number > 1 else ""
    page.place(partial(_pause, number=number), after=after)


def _pause(case: Situation, number: int) -> Part:
    at_h = (*WATCHES_H, END_H)[number - 1]
    told = given({task: one for task, one in _committed().items() if int(task[-1]) < number})
    return _shown(seen(case, told, at_h), since_h=(0.0, *WATCHES_H)[number - 1])


def _shown(picture: Picture, since_h: float) -> Part:
    """Return a picture as a chart and three tables."""
    title = f"What RCC Alder knows at {clock(picture.time_h)} UTC"
    marks = [
        *(Mark(f"case {c.number}, {c.phase}", c.x_nm, c.y_nm) for c in picture.cases),
        *(Mark(post.name, post.x_nm, post.y_nm) for post in picture.posts),
    ]
    parts = (_cases(picture, title), _posts(picture), _lines(picture, since_h))
    words = "\n\n".join([*(part.words for part in parts), chart_text(title, features=marks)])
    return Part(words, _drawn(title, marks, parts))


def _drawn(title: str, marks: Sequence[Mark], parts: Sequence[Part]) -> Callable[[], Sequence[Any]]:
    return lambda: (
        chart_widget(title, features=marks),
        *(widget for part in parts for widget in part.shown()),
    )


def _cases(picture: Picture, title: str) -> Part:
    rows = [
        (
            f"{case.number}",
            case.phase,
            f"{case.x_nm:.0f}, {case.y_nm:.0f}",
            "in sight" if case.found else f"{case.error_nm:.0f} NM, {case.source_h:.1f} h old",
            f"{case.persons}",
            ", ".join(case.units) or "none",
            case.acting,
        )
        for case in picture.cases
    ]
    head = (
        *("case", "phase", "believed at (NM east, north)", "error"),
        *("people told", "units", "coordinates"),
    )
    return page.table(f"{title}: open cases", head, rows)


def _posts(picture: Picture) -> Part:
    rows = [
        (post.name, post.agency, post.doing, f"{post.x_nm:.0f}, {post.y_nm:.0f}", f"{post.aboard}")
        for post in picture.posts
    ]
    head = ("unit", "agency", "what it does", "NM east, north", "survivors on board")
    return page.table(f"Units that are known; shared: {picture.sharing}", head, rows)


def _lines(picture: Picture, since_h: float) -> Part:
    told = [entry for entry in picture.told if entry.time_h >= since_h][-_MOST_LINES:]
    rows = [(clock(entry.time_h), entry.subject, line(entry)) for entry in told]
    return page.table("What reached the centre since the last pause", ("UTC", "who", "what"), rows)


def branches() -> None:
    """Show branches of the own night in the same luck, once the last orders are committed."""
    page.place(_branches, after=_LAST)


def _branches(case: Situation) -> Part:
    mine = until(case, given(_committed()), END_H)
    parts = []
    for at_h, said, orders in BRANCHES:
        other = mine.branch(at_h, orders)
        other.to(END_H)
        rows = [
            (side.label, f"{side.one:.1f}", f"{side.other:.1f}") for side in mine.compare(other)
        ]
        caption = f"Your night, and the same night where at {clock(at_h)} UTC {said}"
        parts.append(page.table(caption, ("measure", "yours", "the branch"), rows))
    words = "\n\n".join(part.words for part in parts)
    return Part(words, lambda: [widget for part in parts for widget in part.shown()])


BRANCHES: tuple[tuple[float, str, tuple[Mapping[str, Any], ...]], ...] = (
    (14.0, "all is shared and each may send the other's units",
     ({"order": "sharing", "word": "tasking"},)),
    (14.0, "units are sent from the alert phase on",
     ({"order": "dispatch_phase", "word": "alert"},)),
    (26.0, "nothing is shared any more", ({"order": "sharing", "word": "alone"},)),
)  # fmt: skip
"""What could have been ordered at a moment of the night: hour, words, orders."""


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
