"""Where boats were seen without lights: a chart, and a table that carries the same message."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from trainkit.lessons import page
from trainkit.lessons.e5.case import Situation
from trainkit.lessons.e5.water import (
    LAND,
    LARGEST_NM2,
    LAST_YEAR,
    SEEN,
    Water,
    corners,
    held,
    seen,
)
from trainkit.lessons.page import Part
from trainkit.views.chart import chart_widget
from trainkit.views.feature import Area, Feature, Grid, words

_CELL_NM = 8
_X, _Y = range(-24, 40, _CELL_NM), range(32, -40, -_CELL_NM)
_TITLE = f"Boats seen without lights in thirty nights, by squares of {_CELL_NM} miles"


def water_part(case: Situation) -> Part:
    """Return the chart of the water with its table."""
    places = seen(case.water, case.seed)
    west, east, south, north = case.water.closed
    old = int(held(places, LAST_YEAR).sum())
    caption = (
        f"{SEEN} sightings of thirty nights, by squares of {_CELL_NM} miles. Rows from north to "
        f"south, columns from west to east. Land lies west of x = -28. The closed ground is x "
        f"{west:g} to {east:g}, y {south:g} to {north:g}. At most {LARGEST_NM2:g} square miles. "
        f"Last year's area, x -12 to 12, y -10 to 10, would have held {old}."
    )
    head = ("y from, to", *(f"x {x} to {x + _CELL_NM}" for x in _X))
    rows = [(f"{y - _CELL_NM} to {y}", *(_count(places, x, y) or "." for x in _X)) for y in _Y]
    told = page.table(caption, head, rows)
    grounds = _grounds(case.water)
    drawn: tuple[Feature, ...] = (_grid(places), *grounds)
    spoken = "\n".join([told.words, *words(grounds)])
    return Part(spoken, lambda: _beside(told, drawn))


def _beside(told: Part, drawn: Sequence[Feature]) -> Sequence[Any]:
    return (chart_widget(_TITLE, features=drawn), *told.shown())


def _count(places: NDArray[Any], x: int, y: int) -> str:
    """Return how many boats were seen in a square; empty for none."""
    east, north = places[:, 0], places[:, 1]
    inside = (east >= x) & (east < x + _CELL_NM) & (north >= y - _CELL_NM) & (north < y)
    return str(int(inside.sum())) if inside.any() else ""


def _grid(places: NDArray[Any]) -> Grid:
    """Return the squares from the south-west eastwards and then north."""
    squares = [(x, y) for y in reversed(_Y) for x in _X]
    names = tuple(f"{chr(65 + (x - _X[0]) // _CELL_NM)}{(y + 40) // _CELL_NM}" for x, y in squares)
    counts = tuple(float(_count(places, x, y) or 0) for x, y in squares)
    low = _Y[-1] - _CELL_NM
    return Grid(names, len(_X), float(_X[0]), float(low), float(_CELL_NM), counts, "boats seen")


def _grounds(water: Water) -> tuple[Area, ...]:
    return (
        _area("land", LAND),
        _area("closed ground", corners(*water.closed)),
        _area("last year's area", corners(*LAST_YEAR.values())),
    )


def _area(name: str, found: Sequence[Sequence[float]]) -> Area:
    return Area(name, tuple((float(x), float(y)) for x, y in found[:-1]))
