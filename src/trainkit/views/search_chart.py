"""The chart of an area search, drawn from nothing but its scenario and its logbook.

A unit keeps its course between two entries, so its track is straight between them, and the last
course is kept as long as it was meant to last.
"""

import math
from collections.abc import Iterable
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.scenarios import Scenario
from trainkit.sea.area_search import MODEL, UnitSpec
from trainkit.views.chart import Area, Event, Mark, Track, chart, chart_widget

_OBJECT, _DATUM = "object", "datum"
_ELSEWHERE = "contact_detected"  # tells where the object is, not the unit

_SAYS = {
    "sortie_began": "{subject} leaves its base.",
    "contact_detected": "{subject} sees the object at a range of {range_nm:.1f} NM.",
    "agency_informed": "{subject} is informed.",
    "object_reached": "{subject} is alongside.",
    "persons_recovered": "{subject} has {persons:.0f} people on board, {alive:.0f} of them alive.",
    "sortie_ended": "{subject} is back at its base.",
}


def search_chart(scenario: Scenario, logbook: Logbook) -> None:
    """Show the chart of a run of an area search; in words where there are no widgets.

    Args:
        scenario: What was simulated.
        logbook: What `trainkit.run` returned for it.

    Raises:
        TrainkitError: the scenario is of another model.
    """
    chart(**search_parts(scenario, logbook))


def search_widget(scenario: Scenario, logbook: Logbook) -> Any:
    """Return the widget of `search_chart`."""
    return chart_widget(**search_parts(scenario, logbook))


def search_parts(scenario: Scenario, logbook: Logbook) -> dict[str, Any]:
    """Return title, tracks, features and events of a run, by the names that `chart` gives them.

    Raises:
        TrainkitError: the scenario is of another model.
    """
    if scenario.model.name != MODEL.name:
        raise TrainkitError(
            f"{scenario.name} is of the model '{scenario.model.name}'. A search chart shows runs "
            f"of '{MODEL.name}': choose another scenario, or draw with trainkit.views.chart."
        )
    entries = list(logbook)
    until_h = entries[-1].time_h if entries else 0.0
    agencies = {unit.name: unit.agency for unit in scenario.parameters.units}
    tracks = [_track(name, agencies, entries, until_h) for name in (*agencies, _OBJECT, _DATUM)]
    features = [*_areas(scenario, logbook), *_marks(entries)]
    title = f"{scenario.title}, one run"
    return {"title": title, "tracks": tracks, "features": features, "events": _events(entries)}


def _track(name: str, agencies: dict[str, str], entries: list[Entry], until_h: float) -> Track:
    own = [e for e in entries if e.subject == name and "x_nm" in e.facts and e.kind != _ELSEWHERE]
    rows = [(e.time_h, _number(e, "x_nm"), _number(e, "y_nm")) for e in own]
    if own:
        rows.append(_kept(own[-1], until_h))
    times, x, y = ([float(row[axis]) for row in rows] for axis in range(3))
    return Track(name, times, x, y, agencies.get(name, name))


def _kept(last: Entry, until_h: float) -> tuple[float, float, float]:
    """Return where and when the last course of somebody ends, before *until_h*."""
    lasts_h = max(0.0, min(_number(last, "time_h", math.inf), until_h - last.time_h))
    x_nm = _number(last, "x_nm") + _number(last, "vx_kn", 0.0) * lasts_h
    y_nm = _number(last, "y_nm") + _number(last, "vy_kn", 0.0) * lasts_h
    return last.time_h + lasts_h, x_nm, y_nm


def _number(entry: Entry, fact: str, otherwise: float = math.nan) -> float:
    return float(entry.facts.get(fact, otherwise))


def _areas(scenario: Scenario, logbook: Logbook) -> list[Area]:
    """Return the areas of the units that search; they drift with the datum."""
    datum = logbook.first("datum_set")
    searching = [unit for unit in scenario.parameters.units if unit.pattern != "stand_by"]
    return [_area(unit, datum) for unit in searching] if datum else []


def _area(unit: UnitSpec, datum: Entry) -> Area:
    heading = math.radians(unit.heading_deg)
    along, across = unit.area_length_nm / 2, unit.area_width_nm / 2
    x_nm = _number(datum, "x_nm") + unit.area_x_nm
    y_nm = _number(datum, "y_nm") + unit.area_y_nm
    corners = tuple(
        (
            x_nm + a * math.sin(heading) + b * math.cos(heading),
            y_nm + a * math.cos(heading) - b * math.sin(heading),
        )
        for a, b in ((along, across), (along, -across), (-along, -across), (-along, across))
    )
    drift = _number(datum, "vx_kn"), _number(datum, "vy_kn")
    return Area(f"area of {unit.name}", corners, *drift)


def _marks(entries: Iterable[Entry]) -> list[Mark]:
    found = [Mark("last known position", 0.0, 0.0)]
    names = {"contact_detected": "found by", "persons_recovered": "taken on board by"}
    for entry in entries:
        if entry.kind in names:
            where = _number(entry, "x_nm"), _number(entry, "y_nm")
            found.append(Mark(f"{names[entry.kind]} {entry.subject}", *where, entry.time_h))
    return found


def _events(entries: Iterable[Entry]) -> list[Event]:
    return [
        Event(entry.time_h, _SAYS[entry.kind].format(subject=entry.subject, **entry.facts))
        for entry in entries
        if entry.kind in _SAYS
    ]
