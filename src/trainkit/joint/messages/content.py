"""What a message may hold: fields by name, and which of them are personal data.

The list is ours and short. A field is personal data when it tells of one identified or identifiable
person; a count of people is not.

Sources:
    Directive (EU) 2016/680, article 3(1), for what personal data are; `reference/law.md` section 5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True)
class Content:
    """One field of a message.

    Attributes:
        meaning: What it tells, for readers.
        personal: Whether it is personal data.
    """

    meaning: str
    personal: bool = False


FIELDS: Mapping[str, Content] = {
    "position": Content("Position and its error"),
    "time": Content("Time of the position, with its zone"),
    "persons": Content("How many people, and how many of them children"),
    "craft": Content("Kind of craft, its colour and its length"),
    "condition": Content("What is wrong: engine, water, fuel, lifejackets"),
    "injured": Content("How many are hurt or ill, and how"),
    "drift": Content("Course and speed, or how it drifts"),
    "source": Content("Who told it, and when"),
    "callback": Content("How the boat or the caller is reached"),
    "units": Content("Which units are sent, and when they are there"),
    "weather": Content("Wind, sea and visibility on scene"),
    "hazard": Content("What endangers navigation"),
    "departure": Content("Stretch of coast and hour of departure"),
    "pattern": Content("How often, since when, and how sure"),
    "route_history": Content("Where boats like it came from this month"),
    "patrols": Content("Where own patrols will be tonight"),
    "names": Content("Names of the people on board", personal=True),
    "origin": Content("Nationality of each person", personal=True),
    "photographs": Content("Photographs of faces", personal=True),
    "telephones": Content("Telephone numbers of passengers and families", personal=True),
    "suspicion": Content("Who on board may be the organiser", personal=True),
    "helmsman": Content("Name and date of birth of the one suspect of the case", personal=True),
}
"""Fields by name."""


def require_known(names: Iterable[str], where: str) -> None:
    """Refuse a field that does not exist.

    Args:
        names: Names of fields.
        where: What holds them, for the message.

    Raises:
        TrainkitError: the first that is unknown.
    """
    for name in names:
        if name not in FIELDS:
            raise TrainkitError(
                f"{where}: there is no field '{name}'.{nearest(name, FIELDS)} "
                f"A message may hold {', '.join(FIELDS)}."
            )


def personal(names: Iterable[str]) -> bool:
    """Return the personal-data flag of a header: whether any of the fields is personal data.

    It is computed and not typed, so that no header denies what its message holds.
    """
    return any(FIELDS[name].personal for name in names)


def minimisation(sent: Iterable[str], needed: Iterable[str]) -> float:
    """Return fields sent / fields needed: 1 is best, more is too much, less leaves something out.

    Examples:
        >>> minimisation(["position", "time", "names"], ["position", "time"])
        1.5
    """
    return len(set(sent)) / len(set(needed))


def missing(sent: Iterable[str], needed: Iterable[str]) -> tuple[str, ...]:
    """Return the needed fields that are not sent, in the order of need."""
    given = set(sent)
    return tuple(name for name in needed if name not in given)
