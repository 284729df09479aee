"""The sweep width table of the US Coast Guard: its objects, platforms and heights, and its rows."""

import csv
from functools import cache
from importlib.resources import files
from numbers import Real

from trainkit.errors import TrainkitError, nearest, shown

VISIBILITIES_NM = (1.0, 3.0, 5.0, 10.0, 15.0, 20.0, 30.0)
"""The visibilities of the table. One that a row leaves out has the width of the one before."""

PLATFORMS = ("Aircraft", "Helicopter", "Boat")
LIMITS = "The table is visual and for daylight; other sensors and conditions are assumptions."

_Row = tuple[str, str, float]
_Points = tuple[tuple[float, float], ...]


def objects() -> tuple[str, ...]:
    """Return the names of the objects of the table."""
    return tuple(dict.fromkeys(row[0] for row in _table()))


def heights_ft(platform: str) -> tuple[float, ...]:
    """Return the heights that the table has for a platform: altitude, or a boat's height of eye.

    Raises:
        TrainkitError: no platform has that name.

    Examples:
        >>> heights_ft("Boat")
        (8.0, 14.0)
    """
    known = known_platform(platform)
    return tuple(sorted({height for _, has, height in _table() if has == known}))


def row(object_name: str, platform: str, height_ft: float) -> tuple[float, ...]:
    """Return the widths in NM at all `VISIBILITIES_NM`.

    Raises:
        TrainkitError: the table does not cover it, with what it covers.
    """
    name, seeker = known_object(object_name), known_platform(platform)
    height = _height(seeker, height_ft)
    points = _table().get((name, seeker, height))
    if points is None:
        raise TrainkitError(f"The table has no {name} for a {seeker} at {height:g} ft. {LIMITS}")
    return tuple(max(p for p in points if p[0] <= level)[1] for level in VISIBILITIES_NM)


def known_object(asked: str) -> str:
    """Return the table's name of an object, whatever its case.

    Raises:
        TrainkitError: the table has none, with the nearest name.
    """
    return _name(asked, objects(), "object")


def known_platform(asked: str) -> str:
    """Return the table's name of a platform, whatever its case.

    Raises:
        TrainkitError: the table has none, with the nearest name.
    """
    return _name(asked, PLATFORMS, "platform")


@cache
def _table() -> dict[_Row, _Points]:
    rows: dict[_Row, list[tuple[float, float]]] = {}
    with (files("trainkit.sea") / "data" / "sweep_widths_uscg.csv").open(encoding="utf-8") as f:
        for line in csv.DictReader(f):
            row = (line["object"], line["platform"], float(line["height"].removesuffix("ft")))
            rows.setdefault(row, []).append((float(line["vis_nm"]), float(line["W_nm"])))
    return {row: tuple(sorted(points)) for row, points in rows.items()}


def _name(asked: str, known: tuple[str, ...], what: str) -> str:
    names = {_plain(name): name for name in known}
    if not isinstance(asked, str) or _plain(asked) not in names:
        hint = nearest(_plain(str(asked)), names)
        raise TrainkitError(
            f"The sweep width table has no {what} {shown(asked)}.{hint} It has: "
            f"{', '.join(known)}. {LIMITS}"
        )
    return names[_plain(asked)]


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("≤", "<=").replace("≥", ">=").split())


def _height(platform: str, height_ft: float) -> float:
    has = heights_ft(platform)
    if not isinstance(height_ft, Real) or height_ft not in has:
        raise TrainkitError(
            f"The sweep width table has no {platform} at a height of {shown(height_ft)} ft. "
            f"It has: {', '.join(f'{height:g}' for height in has)} ft."
        )
    return float(height_ft)
