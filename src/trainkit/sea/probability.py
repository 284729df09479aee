"""Where the object may be: a map of cells from a drift cloud.

What lies outside the map is said, and grows with each failed search within it.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trainkit.errors import TrainkitError, shown
from trainkit.sea.bayes import bayes_update
from trainkit.sea.demand import above_zero
from trainkit.sea.geodesy import to_plane

Floats = NDArray[np.float64]

MOST_CELLS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class ProbabilityMap:
    """Probability of containment (POC) on square cells about a datum.

    Attributes:
        poc: Shape (rows, columns); rows go north, columns east. With `outside` it sums to one.
        outside: Share of the probability that lies beyond the map.
        west_nm: Western edge, east of the datum.
        south_nm: Southern edge, north of the datum.
        cell_nm: Side of a cell.
    """

    poc: Floats
    outside: float
    west_nm: float
    south_nm: float
    cell_nm: float

    @property
    def centres_nm(self) -> tuple[Floats, Floats]:
        """The middles of the columns (x_nm) and of the rows (y_nm)."""
        rows, columns = self.poc.shape
        return self._middles(self.west_nm, columns), self._middles(self.south_nm, rows)

    @property
    def cell_nm2(self) -> float:
        """The area of a cell."""
        return self.cell_nm * self.cell_nm

    def within(self, x_nm: tuple[float, float], y_nm: tuple[float, float]) -> float:
        """Return the POC of a rectangle; a cell counts by the share of it that lies inside.

        Args:
            x_nm: Western and eastern edge.
            y_nm: Southern and northern edge.
        """
        rows, columns = self.poc.shape
        across = self._share(self.west_nm, columns, x_nm)
        return float(self._share(self.south_nm, rows, y_nm) @ self.poc @ across)

    def after_failed_search(self, pod: ArrayLike) -> "tuple[ProbabilityMap, float]":
        """Return the map after a search that found nothing, and the POS which that search had.

        Args:
            pod: Probability of detection in each cell, a number or shape (rows, columns).

        Raises:
            TrainkitError: see `bayes_update`.
        """
        poc, pos = bayes_update(self.poc, pod)
        outside = self.outside / (1.0 - pos)
        return ProbabilityMap(poc, outside, self.west_nm, self.south_nm, self.cell_nm), pos

    def _middles(self, edge_nm: float, cells: int) -> Floats:
        middles = edge_nm + (np.arange(cells) + 0.5) * self.cell_nm
        return np.asarray(middles, dtype=float)

    def _share(self, edge_nm: float, cells: int, between_nm: tuple[float, float]) -> Floats:
        edges = (np.asarray(between_nm, dtype=float) - edge_nm) / self.cell_nm
        starts = np.arange(cells)
        inside = np.minimum(edges[1], starts + 1.0) - np.maximum(edges[0], starts)
        share: Floats = np.clip(inside, 0.0, 1.0)
        return share


def probability_map(
    lon: ArrayLike,
    lat: ArrayLike,
    datum: tuple[float, float],
    cell_nm: float,
    half_width_nm: float | None = None,
) -> ProbabilityMap:
    """Return the share of a drift cloud in each cell.

    Args:
        lon: Longitudes of the particles, shape (n,).
        lat: Latitudes, shape (n,).
        datum: (lon, lat) of the map's origin.
        cell_nm: Side of a cell.
        half_width_nm: The map reaches so far from the datum, rounded up to whole cells; by
            default it holds all particles.

    Raises:
        TrainkitError: no particles, shapes that differ, no cell size, or too many cells.
    """
    x_nm, y_nm = _on_plane(lon, lat, datum)
    above_zero(cell_nm=cell_nm)
    if half_width_nm is None:
        columns, rows = _around(x_nm, cell_nm), _around(y_nm, cell_nm)
    else:
        above_zero(half_width_nm=half_width_nm)
        reach = math.ceil(half_width_nm / cell_nm - 1e-9)
        columns = rows = (-reach, reach)
    return _counted(x_nm / cell_nm, y_nm / cell_nm, columns, rows, cell_nm)


def _on_plane(lon: ArrayLike, lat: ArrayLike, datum: tuple[float, float]) -> tuple[Floats, Floats]:
    try:
        lons, lats = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    except (TypeError, ValueError):
        lons = lats = np.zeros(0)
    if lons.ndim != 1 or lons.shape != lats.shape or not len(lons):
        raise TrainkitError(
            "A cloud is two arrays of one shape (n,), longitudes and latitudes in degrees, with at "
            f"least one particle; not {shown(lon)} and {shown(lat)}."
        )
    return to_plane(lons, lats, datum)


def _around(values_nm: Floats, cell_nm: float) -> tuple[int, int]:
    return math.floor(values_nm.min() / cell_nm), math.floor(values_nm.max() / cell_nm) + 1


def _counted(
    x: Floats, y: Floats, columns: tuple[int, int], rows: tuple[int, int], cell_nm: float
) -> ProbabilityMap:
    shape = rows[1] - rows[0], columns[1] - columns[0]
    if shape[0] * shape[1] > MOST_CELLS:
        raise TrainkitError(
            f"A map of {shape[0]} by {shape[1]} cells is refused; it may have {MOST_CELLS}. "
            "Choose larger cells."
        )
    counts, _, _ = np.histogram2d(y, x, bins=shape, range=(rows, columns))
    outside = float(len(x) - counts.sum()) / len(x)
    return ProbabilityMap(
        counts / len(x), outside, columns[0] * cell_nm, rows[0] * cell_nm, cell_nm
    )
