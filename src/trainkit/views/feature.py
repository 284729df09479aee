"""What a sea chart can show. East is x and north is y, in nautical miles; times are in hours."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.views.axis import figure


@dataclass(frozen=True)
class Mark:
    """A place with a name, such as the last known position.

    Attributes:
        name: What stands beside it.
        x_nm: East of the chart's origin.
        y_nm: North of it.
        from_h: When it appears, in hours; None for always.
    """

    name: str
    x_nm: float
    y_nm: float
    from_h: float | None = None


@dataclass(frozen=True)
class Area:
    """An area with straight sides, at rest or drifting.

    Attributes:
        name: What stands in it.
        corners_nm: Its corners (x_nm, y_nm) at hour 0, in order.
        vx_kn: Drift to the east.
        vy_kn: Drift to the north.
    """

    name: str
    corners_nm: tuple[tuple[float, float], ...]
    vx_kn: float = 0.0
    vy_kn: float = 0.0


@dataclass(frozen=True)
class Grid:
    """Square cells side by side, each with a name and, where there is one, a shaded value.

    Attributes:
        names: Names of the cells, from the south-west eastwards and then north.
        columns: Cells from west to east.
        west_nm: Western edge.
        south_nm: Southern edge.
        side_nm: Side of a cell.
        values: A value for each cell, from which it is shaded and which stands in it; may be empty.
        label: What the values are, with the unit.
    """

    names: tuple[str, ...]
    columns: int
    west_nm: float
    south_nm: float
    side_nm: float
    values: tuple[float, ...] = ()
    label: str = ""

    def __post_init__(self) -> None:
        if self.columns < 1 or self.side_nm <= 0 or len(self.names) % self.columns:
            raise TrainkitError(
                f"A grid of {len(self.names)} cells cannot have {self.columns} columns with sides "
                f"of {self.side_nm:g} NM: every row needs all its cells."
            )
        if self.values and len(self.values) != len(self.names):
            raise TrainkitError(
                f"The grid has {len(self.names)} cells and {len(self.values)} values: give one "
                "for each, or none."
            )

    @property
    def north_nm(self) -> float:
        """The northern edge."""
        return self.south_nm + self.side_nm * (len(self.names) // self.columns)

    @property
    def east_nm(self) -> float:
        """The eastern edge."""
        return self.west_nm + self.side_nm * self.columns


Feature = Mark | Area | Grid


def places(
    features: Iterable[Feature], hours: Sequence[float] = (0.0,)
) -> list[tuple[float, float]]:
    """Return the places that a chart of *features* must show; areas drift to where they are then.

    Args:
        features: Marks, areas and grids.
        hours: Times at which drifting areas must be seen.
    """
    found: list[tuple[float, float]] = []
    for one in features:
        match one:
            case Mark():
                found.append((one.x_nm, one.y_nm))
            case Area():
                found += [moved for hour in hours for moved in _drifted(one, hour)]
            case Grid():
                found += [(one.west_nm, one.south_nm), (one.east_nm, one.north_nm)]
    return found


def _drifted(area: Area, hour: float) -> list[tuple[float, float]]:
    return [(x + area.vx_kn * hour, y + area.vy_kn * hour) for x, y in area.corners_nm]


def drawn(features: Iterable[Feature]) -> dict[str, list[dict[str, Any]]]:
    """Return features as the browser needs them: JSON values only."""
    found: dict[str, list[dict[str, Any]]] = {"marks": [], "areas": [], "grids": []}
    homes = {Mark: "marks", Area: "areas", Grid: "grids"}
    for one in features:
        found[homes[type(one)]].append(asdict(one))
    return found


def words(features: Iterable[Feature]) -> list[str]:
    """Return a sentence for each feature."""
    return [_sentence(one) for one in features]


def _sentence(one: Feature) -> str:
    match one:
        case Mark():
            return f"{one.name} at {place(one.x_nm, one.y_nm)}."
        case Area():
            corners = "; ".join(place(x, y) for x, y in one.corners_nm)
            return f"{one.name}: an area with its corners at {corners}."
        case Grid():
            return _cells(one)


def _cells(grid: Grid) -> str:
    corner = place(grid.west_nm, grid.south_nm)
    head = f"{len(grid.names)} cells of {grid.side_nm:g} NM, from {corner} eastwards and north"
    if not grid.values:
        return f"{head}: {', '.join(grid.names)}."
    told = [f"{name} {figure(v)}" for name, v in zip(grid.names, grid.values, strict=True)]
    return f"{head}; {grid.label}: {', '.join(told)}."


def place(x_nm: float, y_nm: float) -> str:
    """Return a place in words.

    Examples:
        >>> place(3.0, -4.5)
        '3.0 NM east, 4.5 NM south'
    """
    east, north = "west" if x_nm < 0 else "east", "south" if y_nm < 0 else "north"
    return f"{abs(x_nm):.1f} NM {east}, {abs(y_nm):.1f} NM {north}"
