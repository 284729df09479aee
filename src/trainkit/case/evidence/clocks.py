"""The clocks of justice: interception and its renewal, freezing by an FIU, arrest, disclosure.

Times are hours since the case was opened; a day has 24. Working days are Monday to Friday.

Sources:
    `reference/case.md` section 4: provisional arrest, ETS 24 Art 16 (18 and 40 days); FIU
    suspension, 5 working days and 7 days; recovery period, CETS 197 Art 13 (30 days at least).
    Interception and disclosure: the invented table of `rules.toml`.
"""

from collections.abc import Iterable
from dataclasses import replace

from trainkit.case.evidence.court import Interception, rules
from trainkit.case.evidence.item import Item, Warrant
from trainkit.errors import TrainkitError, nearest

DAY_H = 24.0
PROVISIONAL_DAYS, PROVISIONAL_CAP_DAYS = 18.0, 40.0
RECOVERY_DAYS = 30.0
FIU_WORKING_DAYS, FIU_DAYS = 5, 7
_WEEK, _SATURDAY = 7, 5


def interception_terms(side: str, offence: str) -> Interception:
    """Return how long interception may last in a State for an offence.

    Raises:
        TrainkitError: the State has no such terms.
    """
    known = rules(side).interception
    if offence not in known:
        raise TrainkitError(
            f"{side} has no terms of interception for '{offence}'.{nearest(offence, known)} There "
            f"are {', '.join(known)}."
        )
    return known[offence]


def interception_order(
    side: str, offence: str, from_h: float, basis: str, grounds: Iterable[str]
) -> Warrant:
    """Return a judge's first order of interception, valid for the first term."""
    terms = interception_terms(side, offence)
    to_h = from_h + DAY_H * terms.first_days
    return Warrant("interception", "judge", basis, from_h, to_h, side, frozenset(grounds))


def renewed(warrant: Warrant, decided_h: float, grounds: Iterable[str], offence: str) -> Warrant:
    """Return an order of interception that goes on for one term more.

    Args:
        warrant: The order that runs.
        decided_h: When the judge decides.
        grounds: All grounds that the request names.
        offence: Offence of the order.

    Raises:
        TrainkitError: the order has expired, no ground is new, or the law allows no more days.
    """
    new = frozenset(grounds) - warrant.grounds
    if not warrant.valid_at(decided_h):
        raise TrainkitError(
            f"The order ran out at {warrant.to_h:g} h and the judge decides at {decided_h:g} h. "
            "What has expired is not renewed: ask for a new order; what came between is lost."
        )
    if not new:
        raise TrainkitError(
            "The request names only the grounds of the running order. A renewal needs new ones: "
            "say what has come to light since, or let the order end."
        )
    to_h = _until_h(warrant, interception_terms(warrant.side, offence))
    return replace(warrant, to_h=to_h, grounds=warrant.grounds | new)


def _until_h(warrant: Warrant, terms: Interception) -> float:
    to_h = warrant.to_h + DAY_H * terms.renewal_days
    if terms.cap_days is None:
        return to_h
    last_h = warrant.from_h + DAY_H * terms.cap_days
    if warrant.to_h >= last_h:
        raise TrainkitError(
            f"The order has reached the {terms.cap_days:g} days that the law allows. It cannot be "
            "renewed: plan what else can show the same."
        )
    return min(to_h, last_h)


def fiu_suspension_until_day(side: str, day: int, weekday: int) -> int:
    """Return the last day on which a suspended payment stands still.

    Args:
        side: Alder counts five working days, Borea seven days.
        day: Day of the suspension, counted from the opening of the case; it is not counted.
        weekday: Which day of the week that is, 0 for Monday.

    Raises:
        TrainkitError: the day lies before the opening, or the State is unknown.
    """
    rules(side)
    if day < 0:
        raise TrainkitError(f"Day {day} lies before the case was opened. Give a day from 0 on.")
    if side == "Borea":
        return day + FIU_DAYS
    counted, last = 0, day
    while counted < FIU_WORKING_DAYS:
        last += 1
        counted += (weekday + last - day) % _WEEK < _SATURDAY
    return last


def provisional_arrest_until_h(arrested_h: float, request_h: float | None) -> float:
    """Return when a provisional arrest ends: at 18 days, or at 40 where the request has come.

    Args:
        arrested_h: When the arrest began.
        request_h: When the request for extradition with its papers arrived, or None.
    """
    early_h = arrested_h + DAY_H * PROVISIONAL_DAYS
    in_time = request_h is not None and request_h <= early_h
    return arrested_h + DAY_H * PROVISIONAL_CAP_DAYS if in_time else early_h


def undisclosed(items: Iterable[Item], state: str, now_h: float) -> tuple[Item, ...]:
    """Return the items that speak for the accused and are not with the defence in time.

    An item is late when it went later than the State allows after somebody saw what it says.
    """
    within_h = rules(state).disclose_within_h
    return tuple(item for item in items if _late(item, within_h, now_h))


def _late(item: Item, within_h: float, now_h: float) -> bool:
    if not item.exculpatory or item.found_h is None:
        return False
    due_h = item.found_h + within_h
    return item.disclosed_h > due_h if item.disclosed_h is not None else now_h > due_h
