"""What an area search is told: the world, and the units of two agencies.

The plane has its origin at the last known position; x is east and y is north of it. A wind is
named after where it comes *from*, a current after where it goes *to*, and the parameters' names
say so. Hour 0 is the alert; the last known position is *elapsed_h* older.
"""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

AGENCIES = ("Alder", "Borea")
"""Rescue coordination centres of two fictional States."""

LAWS = ("inverse_cube", "definite_range")
"""Laws of detection by lateral range."""

Agency = Literal["Alder", "Borea"]
Law = Literal["inverse_cube", "definite_range"]
Pattern = Literal["expanding_square", "sector", "parallel", "creeping_line", "stand_by"]


class UnitSpec(Spec):
    """A searching or rescuing unit and the area it is given."""

    name: str = lever()
    """Name of the unit, of a fictional class."""
    agency: Agency = lever()
    """Rescue coordination centre that commands it."""
    base_x_nm: float = lever(0.0, unit="NM", low=-300.0, high=300.0, step=1.0)
    """Base, east of the last known position."""
    base_y_nm: float = lever(0.0, unit="NM", low=-300.0, high=300.0, step=1.0)
    """Base, north of the last known position."""
    ready_h: float = lever(0.5, unit="h", low=0.0, high=12.0, step=0.25)
    """Notice: time from the alert until it can leave its base."""
    transit_speed_kn: float = lever(25.0, unit="kn", low=5.0, high=250.0, step=1.0)
    """Speed in transit and to the scene."""
    search_speed_kn: float = lever(15.0, unit="kn", low=3.0, high=200.0, step=1.0)
    """Speed through the drifting water while searching."""
    endurance_h: float = lever(10.0, unit="h", low=1.0, high=120.0, step=0.5)
    """Endurance from leaving the base to coming back."""
    reserve_h: float = lever(0.5, unit="h", low=0.25, high=10.0, step=0.25)
    """Part of the endurance that is kept in reserve."""
    turnaround_h: float = lever(1.5, unit="h", low=0.25, high=24.0, step=0.25)
    """Time at the base between two sorties: fuel, crew, disembarkation."""
    sweep_width_nm: float = lever(1.0, unit="NM", low=0.0, high=20.0, step=0.1)
    """Effective sweep width of its lookouts for the object, in the weather there is."""
    pattern: Pattern = lever("parallel")
    """Search pattern, or stand by at the base for a rescue."""
    area_x_nm: float = lever(0.0, unit="NM", low=-100.0, high=100.0, step=1.0)
    """Centre of its area, east of the drifting datum."""
    area_y_nm: float = lever(0.0, unit="NM", low=-100.0, high=100.0, step=1.0)
    """Centre of its area, north of the drifting datum."""
    area_length_nm: float = lever(10.0, unit="NM", low=2.0, high=200.0, step=1.0)
    """Side of its area along the heading."""
    area_width_nm: float = lever(10.0, unit="NM", low=2.0, high=200.0, step=1.0)
    """Side of its area across the heading."""
    heading_deg: float = lever(0.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Heading of the area and of the first leg, true."""
    track_spacing_nm: float = lever(1.0, unit="NM", low=0.1, high=20.0, step=0.1)
    """Distance between neighbouring tracks."""
    can_recover: bool = lever(True)
    """Whether it can take people from the water or a boat."""
    survivor_capacity: int = lever(10, low=1, high=500, step=1)
    """Survivors that it can carry."""
    recovery_h: float = lever(0.5, unit="h", low=0.1, high=6.0, step=0.1)
    """Time on scene: lifejackets first, then the people."""


class SearchSpec(Spec):
    """One drifting object with people, and those who look for it."""

    units: tuple[UnitSpec, ...] = lever()
    """Units of both agencies."""
    sharing_delay_h: float = lever(0.5, unit="h", low=0.0, high=12.0, step=0.25)
    """Time until what one agency knows is known by the other."""
    lateral_range: Law = uncertainty("inverse_cube")
    """Law of detection by lateral range."""
    object_id: int = uncertainty(32, low=1, high=85, step=1)
    """Leeway category of the drifting object."""
    persons: int = uncertainty(6, low=1, high=500, step=1)
    """People on board or in the water."""
    elapsed_h: float = uncertainty(2.0, unit="h", low=0.0, high=72.0, step=0.5)
    """Time from the last known position to the alert."""
    position_error_nm: float = uncertainty(2.0, unit="NM", low=0.0, high=50.0, step=0.5)
    """Standard deviation of the last known position along each axis."""
    wind_kn: float = uncertainty(12.0, unit="kn", low=0.0, high=60.0, step=1.0)
    """Wind speed."""
    wind_from_deg: float = uncertainty(315.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Direction that the wind comes from, true."""
    current_kn: float = uncertainty(0.5, unit="kn", low=0.0, high=6.0, step=0.1)
    """Speed of the current."""
    current_toward_deg: float = uncertainty(90.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Direction that the current goes to, true."""
    current_error_kn: float = uncertainty(0.3, unit="kn", low=0.0, high=2.0, step=0.1)
    """Standard deviation of the current along each axis."""
    jibe_chance: float = uncertainty(0.04, low=0.0, high=0.9, step=0.01)
    """Chance that the object jibes to the other side of the wind within an hour."""
    survival_median_h: float = uncertainty(20.0, unit="h", low=0.5, high=500.0, step=0.5)
    """Median survival from the last known position; people outlive it, so no search ends on it."""
    survival_sigma: float = uncertainty(0.7, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of survival."""
