"""The fictional sea of an operation: weather, land, regions, coasts, ports and links."""

from typing import Any, Literal

from trainkit.model import Spec, uncertainty

Centre = Literal["Alder", "Borea", "Cyra"]
CENTRES = ("Alder", "Borea", "Cyra")
"""States with a rescue coordination centre."""


def _place() -> Any:
    return uncertainty(unit="NM", low=-500.0, high=500.0, step=1.0)


class SeaSpec(Spec):
    """A state of the sea and what it does to everybody."""

    name: str = uncertainty()
    """Name of the state."""
    wind_kn: float = uncertainty(8.0, unit="kn", low=0.0, high=70.0, step=1.0)
    """Wind speed."""
    hold_mean_h: float = uncertainty(18.0, unit="h", low=0.1, high=2000.0, step=1.0)
    """Mean time until it changes."""
    worsens: float = uncertainty(0.5, low=0.0, high=1.0, step=0.1)
    """Chance that the change is for the worse."""
    departure_factor: float = uncertainty(1.0, low=0.0, high=1.0, step=0.1)
    """Departures as a share of those in the calm."""
    speed_factor: float = uncertainty(1.0, low=0.05, high=1.0, step=0.05)
    """Speed of vessels and boats as a share of that in the calm."""
    sweep_factor: float = uncertainty(1.0, low=0.0, high=1.0, step=0.05)
    """Sweep widths as a share of those in the calm."""
    hazard_factor: float = uncertainty(1.0, low=0.0, high=50.0, step=0.5)
    """How many times as fast things go wrong as in the calm."""
    recovery_factor: float = uncertainty(1.0, low=0.05, high=1.0, step=0.05)
    """People taken aboard in an hour as a share of those in the calm."""


class SpellSpec(Spec):
    """A spell of a recorded series of weather."""

    sea: int = uncertainty(0, low=0, high=5, step=1)
    """Number of the state of the sea."""
    time_h: float = uncertainty(6.0, unit="h", low=0.1, high=2000.0, step=1.0)
    """How long it lasts."""
    wind_from_deg: float = uncertainty(315.0, unit="deg", low=0.0, high=360.0, step=5.0)
    """Direction that the wind comes from, true."""


class LandSpec(Spec):
    """A piece of land with sides to the four directions."""

    west_nm: float = _place()
    """Western edge."""
    east_nm: float = _place()
    """Eastern edge."""
    south_nm: float = _place()
    """Southern edge."""
    north_nm: float = _place()
    """Northern edge."""


class RegionSpec(Spec):
    """A search and rescue region: a duty to coordinate and no sovereignty."""

    centre: Centre = uncertainty()
    """State whose rescue centre has declared it."""
    west_nm: float = _place()
    """Western edge."""
    east_nm: float = _place()
    """Eastern edge."""
    south_nm: float = _place()
    """Southern edge."""
    north_nm: float = _place()
    """Northern edge."""
    contested: bool = uncertainty(False)
    """Whether another State declares a part of it too."""
    accepts: float = uncertainty(0.95, low=0.0, high=1.0, step=0.05)
    """Chance that its centre accepts a hand-over."""
    refuses: float = uncertainty(0.0, low=0.0, high=1.0, step=0.05)
    """Chance that it refuses; otherwise it is silent."""
    answer_mean_h: float = uncertainty(0.4, unit="h", low=0.01, high=24.0, step=0.1)
    """Mean time until it answers."""


class OriginSpec(Spec):
    """A stretch of an invented coast from which boats leave, and where they make for."""

    share: float = uncertainty(1.0, low=0.0, high=1.0, step=0.1)
    """Share of all departures."""
    x_nm: float = _place()
    """Middle of the stretch, east."""
    y_nm: float = _place()
    """Middle of the stretch, north."""
    spread_nm: float = uncertainty(10.0, unit="NM", low=0.0, high=200.0, step=1.0)
    """Half the length of the stretch, north to south."""
    toward_x_nm: float = _place()
    """Middle of the coast that boats make for, east."""
    toward_y_nm: float = _place()
    """Middle of the coast that boats make for, north."""
    told: Centre = uncertainty()
    """State whose centre people on board and relatives call first."""


class PortSpec(Spec):
    """A port and what it offers to survivors."""

    name: str = uncertainty()
    """Name of the port."""
    state: Centre = uncertainty()
    """State of the port."""
    x_nm: float = _place()
    """Place, east."""
    y_nm: float = _place()
    """Place, north."""
    needs_met: bool = uncertainty(True)
    """Whether food, shelter and care can be had there."""
    life_not_threatened: bool = uncertainty(True)
    """Whether nobody's life or freedom is threatened there."""
    capacity: int = uncertainty(200, low=0, high=10000, step=10)
    """People it can shelter at one time."""
    onward_per_day: float = uncertainty(100.0, low=0.0, high=10000.0, step=10.0)
    """People who move on from it in a day."""


class LinkSpec(Spec):
    """The links between rescue centres: people write, translate, send and wait for an answer."""

    compose_median_h: float = uncertainty(0.15, unit="h", low=0.0, high=6.0, step=0.05)
    """Median time to write a message."""
    translate_median_h: float = uncertainty(0.2, unit="h", low=0.0, high=6.0, step=0.05)
    """Median time to translate it."""
    sigma: float = uncertainty(0.4, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of both."""
    delay_h: float = uncertainty(0.02, unit="h", low=0.0, high=24.0, step=0.01)
    """Time that a transmission takes."""
    loss: float = uncertainty(0.02, low=0.0, high=0.95, step=0.01)
    """Chance that a transmission is lost."""
    ack_timeout_h: float = uncertainty(0.25, unit="h", low=0.01, high=24.0, step=0.05)
    """Time after which a message without acknowledgement is sent again."""
    outage_from_h: float = uncertainty(0.0, unit="h", low=0.0, high=8784.0, step=0.5)
    """Start of an outage of all links."""
    outage_to_h: float = uncertainty(0.0, unit="h", low=0.0, high=8784.0, step=0.5)
    """End of the outage."""
