"""What a reader may move before leading: the parts of a wait, and what it comes to in person-hours.

The boat here is an example; nobody's own case is in it, and nothing is graded.
"""

from typing import Any

from trainkit.views.live import Shown, Slider, sliders

_READY_H = 0.5


def waiting() -> None:
    """Show sliders of a wait: inquiries, way from port and from an area, speed, people."""
    controls = (
        Slider("inquiry_h", "Inquiries before anybody is sent", "h", 0, 12, 1, value=4),
        Slider("port_nm", "Way from port", "NM", 0, 160, 10, value=90),
        Slider("area_nm", "Way from the patrol area", "NM", 0, 160, 10, value=30),
        Slider("speed_kn", "Speed", "kn", 5, 40, 5, value=20),
        Slider("persons", "People on board", "", 1, 60, 1, value=14),
    )
    sliders(controls, waited, "A wait and its parts")


def waited(values: dict[str, Any]) -> Shown:
    """Return the waits from port and from an area for the values of the sliders."""
    port_h = values["inquiry_h"] + _READY_H + values["port_nm"] / values["speed_kn"]
    area_h = values["inquiry_h"] + values["area_nm"] / values["speed_kn"]
    persons = values["persons"]
    inquiry = persons * values["inquiry_h"]
    return Shown(
        f"From port a unit is there after {port_h:.1f} h, from its area after {area_h:.1f} h. With "
        f"{persons} people on board that is {persons * port_h:.0f} and {persons * area_h:.0f} "
        f"person-hours. Of these {inquiry:.0f} are inquiries, wherever the unit lies; an hour more "
        f"of them costs as much as {values['speed_kn']:g} NM more of way."
    )
