"""What the logbook of a mass rescue can say, and about whom."""

from trainkit.errors import TrainkitError
from trainkit.joint.mass_rescue.spec import MassRescueSpec
from trainkit.kernel.logbook import Kind

PLACES = ("boat", "swamped", "water", "unit")
"""Where a person is: on the boat, on the swamped boat, in the water, on a unit."""

KINDS = (
    Kind("scene_opened", ("persons", "in_water", "children", "injured")),
    Kind("weather_changed", ("sea_m",)),
    Kind("head_count_reported", ("persons",)),
    Kind("distress_known"),
    Kind("unit_arrived"),
    Kind(
        "coordinator_designated",
        ("why",),
        {"why": ("first_on_scene", "takes_over", "relieves")},
    ),
    Kind("securing_began"),
    Kind("securing_ended"),
    Kind("lifejackets_given", ("persons",)),
    Kind("recovery_began"),
    Kind("approach_made", ("risk",)),
    Kind("boat_swamped", ("persons",)),
    Kind("boat_capsized", ("persons", "cause"), {"cause": ("approach", "sea")}),
    Kind(
        "persons_recovered",
        ("persons", "children", "injured", "place"),
        {"place": PLACES},
    ),
    Kind("person_lost", ("place",), {"place": PLACES}),
    Kind("persons_handed_over", ("persons",)),
    Kind("persons_taken_over", ("persons",)),
    Kind("capacity_exceeded", ("persons",)),
    Kind("care_began", ("persons",)),
    Kind("unit_left", ("persons",)),
    Kind("port_reached"),
    Kind("screening_began"),
    Kind("persons_landed", ("persons", "place_of_safety")),
    Kind("all_clear_relayed"),
    Kind(
        "stood_down",
        ("persons", "believed", "unaccounted", "reason"),
        {"reason": ("head_count_met", "unverified_report", "suspended_by_decision")},
    ),
)

BOAT, SEA, CENTRE = "boat", "sea", "rescue coordination centre"


def subjects(spec: MassRescueSpec) -> tuple[str, ...]:
    """Return who acts: the boat, the sea, the centre, the sources, and each unit by its name.

    Raises:
        TrainkitError: two of them have one name.
    """
    names = (
        *(BOAT, SEA, CENTRE),
        *(source.name for source in spec.sources),
        *(unit.name for unit in spec.units),
    )
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise TrainkitError(
            f"Two subjects of the rescue are called '{twice[0]}'. Give each its own name; "
            f"'{BOAT}', '{SEA}' and '{CENTRE}' are taken."
        )
    return names
