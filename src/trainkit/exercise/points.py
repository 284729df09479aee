"""Which decision point comes next: the first moment ahead, with all that falls on it."""

from collections.abc import Collection, Iterable

from trainkit.errors import TrainkitError, nearest
from trainkit.exercise.led import Led, Point
from trainkit.exercise.live import begun
from trainkit.exercise.sides import Luck
from trainkit.scenarios import Scenario


def ahead(led: Led, scenario: Scenario, luck: Luck, whose: str) -> tuple[Point, ...]:
    """Return the points of a whole run, if nobody orders anything more than the scenario has."""
    whole = begun(led, scenario, luck.seed, luck.replication)
    whole.to(scenario.horizon_h)
    return tuple(led.points(whole.logbook, scenario.parameters, whose, scenario.horizon_h))


def upcoming(
    points: Iterable[Point], of: Collection[str], from_h: float, end_h: float
) -> Point | None:
    """Return the first point from an hour on; points of one moment are told together.

    Args:
        points: Points of the run.
        of: Sorts that count; all where none is named.
        from_h: Hour from which they count.
        end_h: Hour before which they count.
    """
    asked = (one for one in points if not of or one.sort in of)
    coming = [one for one in asked if from_h <= one.time_h < end_h]
    if not coming:
        return None
    first = min(coming, key=lambda one: one.time_h)
    together = [one for one in coming if one.time_h == first.time_h]
    return Point(first.time_h, "; ".join(one.says for one in together), first.sort)


def require_leader(led: Led, whose: str) -> None:
    """Refuse somebody who does not lead.

    Raises:
        TrainkitError: nobody of that name leads it.
    """
    if whose not in led.whose:
        raise TrainkitError(
            f"Nobody called '{whose}' leads here.{nearest(whose, led.whose)} It is led by "
            f"{', '.join(led.whose)}."
        )


def require_sorts(led: Led, of: Collection[str]) -> None:
    """Refuse a sort of decision point that the model does not have.

    Raises:
        TrainkitError: there is no such sort, or a bare word was given for several.
    """
    for sort in [of] if isinstance(of, str) else of:
        if isinstance(of, str) or sort not in led.sorts:
            raise TrainkitError(
                f"No decision point is of the sort '{sort}'.{nearest(sort, led.sorts)} Give some "
                f"of {', '.join(led.sorts)}, such as of=('{led.sorts[0]}',), or none for all."
            )
