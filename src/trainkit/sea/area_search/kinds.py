"""What the logbook of an area search says; positions and velocities suffice to draw its chart."""

from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Kind
from trainkit.sea.area_search.spec import AGENCIES, SearchSpec

_WHERE = ("x_nm", "y_nm")
_TRACK = (*_WHERE, "vx_kn", "vy_kn")

KINDS = (
    Kind("object_adrift", (*_TRACK, "persons")),
    Kind("object_turned", _TRACK),
    Kind("datum_set", _TRACK),
    Kind("sortie_began", (*_WHERE, "sortie")),
    Kind("transit_began", (*_TRACK, "time_h")),
    Kind("leg_began", (*_TRACK, "time_h", "leg")),
    Kind("leg_ended", (*_WHERE, "searched_h", "agency"), {"agency": AGENCIES}),
    Kind("contact_detected", (*_WHERE, "range_nm", "agency"), {"agency": AGENCIES}),
    Kind("agency_informed"),
    Kind("response_began", (*_TRACK, "time_h")),
    Kind("object_reached", (*_WHERE, "persons_taken")),
    Kind("persons_recovered", (*_WHERE, "persons", "alive")),
    Kind("return_began", (*_TRACK, "time_h")),
    Kind("sortie_ended", (*_WHERE, "away_h")),
    Kind("stood_by", _WHERE),
)

OBJECT, DATUM, FIRST_AGENCY = 0, 1, 2
FIRST_UNIT = FIRST_AGENCY + len(AGENCIES)
_FIXED = ("object", "datum", *AGENCIES)


def subjects(spec: SearchSpec) -> tuple[str, ...]:
    """Return who acts: the object, the datum, the agencies, and each unit by its name.

    Raises:
        TrainkitError: two of them have one name.
    """
    names = (*_FIXED, *(unit.name for unit in spec.units))
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise TrainkitError(
            f"Two subjects of the search are called '{twice[0]}'. Give each unit its own name; "
            f"{', '.join(_FIXED)} are taken."
        )
    return names
