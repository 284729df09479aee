"""What the cells of E6 show of the trainee's own case, each with its words."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from trainkit.exercise import Picture, injects, line
from trainkit.lessons import page
from trainkit.lessons.e6.case import AREAS, END_H, WATCHES_H, Situation, clock
from trainkit.lessons.e6.committed import committed
from trainkit.lessons.e6.exercise import given, seen
from trainkit.lessons.e6.night import scenario
from trainkit.lessons.page import Part
from trainkit.views.chart import chart_text, chart_widget
from trainkit.views.feature import Mark

_MOST_LINES = 60


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


def seas() -> None:
    """Show what a rougher sea does."""
    page.place(_seas)


def _seas(case: Situation) -> Part:
    rows = [
        (
            sea.name,
            f"{sea.wind_kn:g}",
            f"{100 * sea.speed_factor:.0f} %",
            f"{100 * sea.sweep_factor:.0f} %",
            f"{sea.hazard_factor:g} times as fast",
            f"{100 * sea.recovery_factor:.0f} %",
        )
        for sea in scenario(case).parameters.seas
    ]
    head = (
        *("sea", "wind (kn)", "speed of vessels and boats", "sweep width"),
        *("things go wrong", "people taken on board an hour"),
    )
    return page.table("What the sea does, as a share of the calm", head, rows)


def came_in(number: int) -> None:
    """Show what is put to the watch, from the scenario's list of events.

    Args:
        number: The watch, 1 to 3.
    """
    after = f"e6_watch_{number - 1}" if number > 1 else ""
    page.place(partial(_came_in, number=number), after=after)


def _came_in(case: Situation, number: int) -> Part:
    one = injects(scenario(case).folder)[number - 1]
    rows = (
        ("When", one.shown_clock),
        ("From", f"{one.sender}, by {one.channel}"),
        ("To", one.audience),
        ("It says", one.text),
        ("You have", f"{one.within_min} minutes"),
    )
    return page.table(f"Comes in: {one.id}", ("what", "as it came"), rows)


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
    told = given({task: one for task, one in committed().items() if int(task[-1]) < number})
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
