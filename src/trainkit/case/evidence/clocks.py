"""Two clocks that the courts' table sets: a suspended payment, and disclosure to the defence.

Times are hours since the case was opened; a day has 24. Orders and their renewal, provisional
arrest and working days are those of `trainkit.case.law`.

Sources:
    `reference/case.md` section 4: suspension by a unit for financial intelligence, 5 and 7 working
    days. The terms of disclosure are invented, see `rules.toml`.
"""

from collections.abc import Iterable

from trainkit.case.evidence.court import court
from trainkit.case.evidence.item import Item
from trainkit.case.law import working_days_after
from trainkit.errors import TrainkitError

DAY_H = 24.0


def suspended_until_h(side: str, from_h: float, first_weekday: int = 0) -> float:
    """Return the hour at which a suspended payment is free again.

    Args:
        side: State of the unit; both count working days.
        from_h: When it was suspended; that day is not counted.
        first_weekday: Weekday of the case's first day; Monday is 0.

    Raises:
        TrainkitError: it lies before the opening of the case, or the State is unknown.
    """
    days = court(side).suspension_days
    if from_h < 0.0:
        raise TrainkitError(
            f"The payment is suspended at {from_h:g} h, before the case was opened (0 h). Correct "
            "the date, or open the case earlier."
        )
    return working_days_after(from_h, days, first_weekday)


def undisclosed(items: Iterable[Item], state: str, now_h: float) -> tuple[Item, ...]:
    """Return the items that speak for the accused and are not with the defence in time.

    An item is late when it went later than the State allows after somebody saw what it says.

    Args:
        items: Items of a case.
        state: State of the court.
        now_h: Hour at which it is asked.

    Raises:
        TrainkitError: the State has no court here.
    """
    within_h = court(state).disclose_within_h
    return tuple(item for item in items if _late(item, within_h, now_h))


def _late(item: Item, within_h: float, now_h: float) -> bool:
    if not item.exculpatory or item.found_h is None:
        return False
    due_h = item.found_h + within_h
    return item.disclosed_h > due_h if item.disclosed_h is not None else now_h > due_h
