"""What the cells of E1 show of the trainee's own case, each with its words."""

from collections.abc import Callable, Sequence
from typing import Any

from trainkit.kernel.entry import Entry
from trainkit.lessons import page
from trainkit.lessons.e1.case import (
    AREA_NM,
    AREAS,
    AREAS_A_SIDE,
    MPS_PER_KN,
    OBJECTS,
    Situation,
)
from trainkit.lessons.e1.maps import flown, later_shares, shares
from trainkit.lessons.e1.reading import night, scenario
from trainkit.lessons.page import Part
from trainkit.sea.leeway import leeway_speeds
from trainkit.views.chart import chart_text, chart_widget
from trainkit.views.feature import Feature, Grid, Mark
from trainkit.views.search_chart import search_parts

_WINDS_KN = tuple(range(10, 31, 2))
_LAST_HEARD_H = 19


def watch() -> None:
    """Show the six calls of the evening."""
    page.place(_watch)


def _watch(case: Situation) -> Part:
    rows = [
        (f"{n}", _clock(call.time_h), call.told, f"{call.persons}", _minutes(call.transit_h))
        for n, call in enumerate(case.calls, start=1)
    ]
    head = ("call", "time (UTC)", "what is told", "people, if it is true", "nearest boat needs")
    return page.table("Six calls of one evening", head, rows)


def _clock(time_h: float) -> str:
    minutes = round(60 * (_LAST_HEARD_H + time_h)) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _minutes(time_h: float) -> str:
    return f"{round(60 * time_h)} minutes"


def overdue() -> None:
    """Show what is known of the overdue boat."""
    page.place(_overdue)


def _overdue(case: Situation) -> Part:
    rows = (
        ("Overdue", OBJECTS[case.object_id]),
        ("People on board", f"{case.persons}, two of them children"),
        ("Last known position", f"the chart's origin, at {_LAST_HEARD_H}:00 UTC"),
        ("Its error", f"{case.position_error_nm:g} NM (one standard deviation) each way"),
        ("Kestrel on scene", f"{_clock(case.elapsed_h)} UTC"),
        ("Wind", f"from {case.wind_from_deg:03.0f}, {case.wind_kn:g} kn, steady by the forecast"),
        ("Current", f"to {case.current_toward_deg:03.0f}, {case.current_kn:g} kn"),
        ("Survival", f"half would still live {case.survival_median_h:g} h after the last position"),
    )
    return page.table("What is known, directions true", ("what", "as told"), rows)


def leeway() -> None:
    """Show how fast the wind drives the boat, by wind speed."""
    page.place(_leeway)


def _leeway(case: Situation) -> Part:
    rows = [
        (f"{wind}", f"{leeway_speeds(case.object_id, wind * MPS_PER_KN)[0] / MPS_PER_KN:.2f}")
        for wind in _WINDS_KN
    ]
    caption = f"Leeway of {OBJECTS[case.object_id]}: where the wind blows to"
    return page.table(caption, ("wind (kn)", "leeway (kn)"), rows)


def areas() -> None:
    """Show the chart of the search areas, once the datum is committed."""
    page.place(_areas, after="e1_datum")


def _areas(case: Situation) -> Part:
    title = "Where the boat may be when the search begins, in percent of the cloud"
    east, north = (one * case.elapsed_h for one in case.drift_kn)
    marks = (Mark("datum by the forecast", east, north), Mark("last position", 0.0, 0.0))
    return _map(case, title, shares(case), ("area", "share (%)", "sea"), _seas(case), marks)


def later_areas() -> None:
    """Show the later chart and the hours that were flown, once the first hours are given out."""
    page.place(_later_areas, after="e1_allocation")


def _later_areas(case: Situation) -> Part:
    title = "Five hours later, in the areas as they have drifted, in percent of the cloud"
    hours = [
        f"{hours:g} h flown, {sea}" for hours, sea in zip(flown(case), _seas(case), strict=True)
    ]
    return _map(case, title, later_shares(case), ("area", "share (%)", "first search"), hours)


def _seas(case: Situation) -> list[str]:
    return ["mist, width 0.3 NM" if name in case.mist else "clear, 0.9 NM" for name in AREAS]


def _map(
    case: Situation,
    title: str,
    found: Sequence[float],
    head: Sequence[str],
    notes: Sequence[str],
    marks: Sequence[Mark] = (),
) -> Part:
    """Return a chart of shares with its table beside it; both say the same."""
    percent = tuple(round(100.0 * share, 1) for share in found)
    grid = Grid(
        AREAS, AREAS_A_SIDE, case.west_nm, case.south_nm, AREA_NM, percent, "share of the cloud (%)"
    )
    drawn: tuple[Feature, ...] = (grid, *marks)
    rows = [(n, f"{p:g}", note) for n, p, note in zip(AREAS, percent, notes, strict=True)]
    told = page.table(title, head, sorted(rows))
    words = f"{told.words}\n{chart_text(title, features=drawn)}"
    return Part(words, _beside(told, lambda: chart_widget(title, features=drawn)))


def _beside(told: Part, chart: Callable[[], Any]) -> Callable[[], Sequence[Any]]:
    return lambda: (chart(), *told.shown())


def logbook() -> None:
    """Show the log of the trainee's own night."""
    page.place(_logbook)


def _logbook(case: Situation) -> Part:
    searched: dict[str, float] = {}
    rows = []
    for entry in night(case):
        if entry.kind == "leg_ended":
            before = searched.get(entry.subject, 0.0)
            searched[entry.subject] = before + float(entry.facts["searched_h"])
        if entry.kind in _TOLD:
            rows.append(_line(entry, searched.get(entry.subject, 0.0)))
    rows.append(("6.00", "Borea's cutter", _taken_off(case), ""))
    head = ("time (h)", "who", "what happened", "searched so far (h)")
    parts = page.table("Log of the first search, hours after the alert", head, rows)
    units = page.table("The units", ("unit", "width (NM)", "speed (kn)", "area (NM)"), _units(case))
    return Part(f"{units.words}\n\n{parts.words}", lambda: (*units.shown(), *parts.shown()))


_TOLD = {
    "sortie_began": "leaves",
    "leg_began": "leg began",
    "leg_ended": "leg ended",
    "sortie_ended": "turns back",
}


def _line(entry: Entry, searched_h: float) -> tuple[str, str, str, str]:
    hours = f"{searched_h:.2f}" if entry.kind == "leg_ended" else ""
    return f"{entry.time_h:.2f}", entry.subject, _TOLD[entry.kind], hours


def _taken_off(case: Situation) -> str:
    return (
        f"takes {case.taken_off} people from a fishing boat that had found them in the water; "
        "they belong to the overdue boat"
    )


def _units(case: Situation) -> list[tuple[str, ...]]:
    return [
        (
            unit.name,
            f"{unit.sweep_width_nm:g}",
            f"{unit.search_speed_kn:g}",
            f"{unit.area_length_nm:g} by {unit.area_width_nm:g}",
        )
        for unit in scenario(case).parameters.units
    ]


def replay() -> None:
    """Show the chart of the trainee's own night, once the second search is committed."""
    page.place(_replay, after="e1_replan")


def _replay(case: Situation) -> Part:
    parts = search_parts(scenario(case), night(case))
    return Part(chart_text(**parts), lambda: (chart_widget(**parts),))
