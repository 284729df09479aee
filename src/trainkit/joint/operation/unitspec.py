"""What a unit of an operation is and what it is told."""

from typing import Literal

from trainkit.model import Spec, lever

States = Literal["Alder", "Borea", "Cyra", "none"]
STATES = ("Alder", "Borea", "Cyra", "none")
"""Whose rescue centre may send a unit; a vessel of a charity or a company heeds every centre."""
Posture = Literal["patrol", "stand_by"]
POSTURES = ("patrol", "stand_by")


class UnitSpec(Spec):
    """A unit of an agency, with the roles that its law gives it."""

    name: str = lever()
    """Name of the unit, of a fictional class."""
    agency: str = lever()
    """Agency that it belongs to."""
    state: States = lever()
    """State whose rescue centre sends it; none for a charity's or a merchant's."""
    executes_sar: bool = lever(True)
    """Whether it can be tasked with search and rescue."""
    polices: bool = lever(False)
    """Whether it has police powers at sea."""
    flies: bool = lever(False)
    """Whether it is an aircraft."""
    can_recover: bool = lever(True)
    """Whether it can take people from the water or a boat."""
    base_x_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Base, east."""
    base_y_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Base, north."""
    posture: Posture = lever("patrol")
    """Whether it patrols or stands by at its base."""
    area_x_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Middle of its patrol area, east."""
    area_y_nm: float = lever(0.0, unit="NM", low=-400.0, high=400.0, step=1.0)
    """Middle of its patrol area, north."""
    area_length_nm: float = lever(30.0, unit="NM", low=1.0, high=300.0, step=1.0)
    """Side of its patrol area, east to west."""
    area_width_nm: float = lever(20.0, unit="NM", low=1.0, high=300.0, step=1.0)
    """Side of its patrol area, north to south."""
    ready_h: float = lever(0.5, unit="h", low=0.0, high=12.0, step=0.25)
    """Notice at its base."""
    speed_kn: float = lever(25.0, unit="kn", low=1.0, high=250.0, step=1.0)
    """Speed to a scene, in a calm sea."""
    hull_speed_kn: float = lever(30.0, unit="kn", low=1.0, high=300.0, step=1.0)
    """The most that its hull or airframe can do."""
    patrol_speed_kn: float = lever(12.0, unit="kn", low=1.0, high=200.0, step=1.0)
    """Speed on patrol and in a search."""
    endurance_h: float = lever(14.0, unit="h", low=0.5, high=400.0, step=0.5)
    """Endurance from leaving the base to coming back."""
    reserve_h: float = lever(1.0, unit="h", low=0.0, high=40.0, step=0.25)
    """Part of the endurance that is kept."""
    rest_h: float = lever(8.0, unit="h", low=0.0, high=72.0, step=0.5)
    """Rest of the crew, fuel and stores between two sorties."""
    survivor_capacity: int = lever(20, low=0, high=1000, step=1)
    """Survivors that it can carry."""
    recovery_per_h: float = lever(40.0, low=0.1, high=400.0, step=1.0)
    """People taken from a boat in an hour, in a calm sea; half as many from the water."""
    sweep_width_nm: float = lever(4.0, unit="NM", low=0.0, high=40.0, step=0.1)
    """Sweep width for a boat, by day in a calm sea."""
    water_sweep_width_nm: float = lever(0.3, unit="NM", low=0.0, high=5.0, step=0.1)
    """Sweep width for people in the water or on a swamped boat."""
    worst_sea: int = lever(2, low=0, high=5, step=1)
    """The worst state of the sea in which it leaves its base."""
