"""What a rescue must hold before it is run: no part larger than the whole, known places."""

from trainkit.errors import TrainkitError, nearest
from trainkit.joint.mass_rescue.spec import MassRescueSpec

_PARTS = ("in_water", "children", "injured", "jackets_on")


def require_sense(spec: MassRescueSpec) -> None:
    """Refuse a rescue that contradicts itself.

    Raises:
        TrainkitError: there are more people in a part than in all, or a unit lands people at a
            place that is not there.
    """
    for part in _PARTS:
        if getattr(spec, part) > spec.persons:
            raise TrainkitError(
                f"{part} = {getattr(spec, part)} is more than persons = {spec.persons}. "
                "Give a part of all the people."
            )
    known = [place.name for place in spec.places]
    for unit in spec.units:
        if unit.place and unit.place not in known:
            raise TrainkitError(
                f"{unit.name} lands people at '{unit.place}', and there is no such place."
                f"{nearest(unit.place, known)} Leave it empty where people stay on board."
            )
