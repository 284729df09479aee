"""What the logbook of an operation says. Boats and cases go by their number, the fact ``case``."""

from trainkit.errors import TrainkitError
from trainkit.joint.operation.places import CENTRES
from trainkit.joint.operation.spec import ORDERS, PHASES, OperationSpec
from trainkit.kernel.logbook import Kind

SOURCES = ("call", "hotline", "overdue", "traffic", "sighting", "false")
REASONS = ("recovered", "landed", "lost", "verified_false", "searched")
BASES = ("national", "joint", "charity")
_WHERE = ("case", "persons", "x_nm", "y_nm")

KINDS = (
    Kind("weather_changed", ("sea", "wind_kn", "wind_from_deg")),
    Kind("light_changed", ("day",)),
    Kind("boat_departed", _WHERE),
    Kind("departure_averted", ("persons", "sea")),
    Kind("departure_displaced", ("case", "persons", "sea")),
    Kind("boat_in_doubt", _WHERE),
    Kind("distress_began", _WHERE),
    Kind("boat_swamped", _WHERE),
    Kind("people_in_water", _WHERE),
    Kind("boat_capsized", _WHERE),
    Kind("person_lost", ("case", "persons", "person_hours", "in_water")),
    Kind("boat_landed", ("case", "persons", "person_hours")),
    Kind("alert_received", ("case", "source", "distress_h"), {"source": SOURCES}),
    Kind("phase_declared", ("case", "phase"), {"phase": PHASES}),
    Kind("handover_requested", ("case", "recipient"), {"recipient": CENTRES}),
    Kind("handover_accepted", ("case",)),
    Kind("handover_refused", ("case",)),
    Kind("message_sent", ("case", "recipient", "priority"), {"recipient": CENTRES}),
    Kind("message_received", ("case", "age_h", "priority")),
    Kind("coordinator_designated", ("case",)),
    Kind("unit_tasked", ("case", "eta_h", "centre"), {"centre": CENTRES}),
    Kind("merchant_asked", ("case", "distance_nm")),
    Kind("sortie_began", ("x_nm", "y_nm")),
    Kind("boat_sighted", ("case", "x_nm", "y_nm", "range_nm")),
    Kind("search_began", ("case", "error_nm", "pos")),
    Kind("search_ended", ("case", "pos")),
    Kind("boat_found", ("case", "pos", "searched_h")),
    Kind("search_suspended", ("case", "pos")),
    Kind("unit_on_scene", ("case", "response_h")),
    Kind("lifejackets_given", ("case", "persons")),
    Kind("persons_recovered", ("case", "persons", "person_hours", "aboard", "waited_h")),
    Kind("persons_disembarked", ("persons", "port", "sheltered")),
    Kind("shadowing_began", ("case",)),
    Kind("boarding_began", ("case", "basis", "valid"), {"basis": BASES}),
    Kind("boarding_refused", ("case", "basis"), {"basis": BASES}),
    Kind("boarding_ended", ("case",)),
    Kind("alert_kept_waiting", ("case",)),
    Kind("evidence_secured", ("case",)),
    Kind("sortie_ended", ("away_h", "left_h", "aboard")),
    Kind("case_closed", ("case", "reason", "safe", "lost"), {"reason": REASONS}),
    Kind("order_given", ("order", "number"), {"order": ORDERS}),
)
NUMBER = {kind.name: place for place, kind in enumerate(KINDS)}
"""Number of each kind of entry."""

SEA, FIRST_CENTRE = 0, 1
FIRST_UNIT = FIRST_CENTRE + len(CENTRES)
MERCHANTS = 4
"""Merchant ships that may help at one time."""
_FIXED = ("sea", *(f"RCC {state}" for state in CENTRES))


def subjects(spec: OperationSpec) -> tuple[str, ...]:
    """Return who acts: the sea with its boats, the rescue centres, the units, merchant ships.

    Raises:
        TrainkitError: two of them have one name.
    """
    ships = tuple(f"merchant {number}" for number in range(1, MERCHANTS + 1))
    names = (*_FIXED, *(unit.name for unit in spec.units), *ships)
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise TrainkitError(
            f"Two subjects of the operation are called '{twice[0]}'. Give each unit its own name; "
            f"{', '.join((*_FIXED, *ships))} are taken."
        )
    return names
