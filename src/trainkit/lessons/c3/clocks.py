"""The clocks that run today: an intercepted line, a suspension, an arrest, a disclosure."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.evidence import court, suspended_until_h
from trainkit.case.law import PROVISIONAL_ARREST, granted, renewed
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.drawing import one_of, whole

DAY_H = 24.0
CALLS = 6
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Clocks:
    """What the register of deadlines says today.

    Attributes:
        today: Day of the case.
        weekday: Weekday of day 0; Monday is 0.
        order_day: When the judge ordered the interception.
        renewal_day: When the judge decided on the first renewal, on a new ground.
        second_day: When the judge decided on the second request.
        second_new: Whether the second request named a new ground.
        calls: Days of six calls.
        side: State whose unit suspended a payment.
        suspended_day: When it did.
        arrested_day: When a person was provisionally arrested abroad.
        found_day: When somebody saw that an exhibit speaks for the accused.
        court: State whose court hears the case.
    """

    today: int
    weekday: int
    order_day: int
    renewal_day: int
    second_day: int
    second_new: bool
    calls: tuple[int, ...]
    side: str
    suspended_day: int
    arrested_day: int
    found_day: int
    court: str


def draw_clocks(luck: Luck) -> Clocks:
    """Return the register of deadlines of a trainee."""
    today, order_day = whole(luck, "today", 44, 50), whole(luck, "ordered", 2, 6)
    late = bool(whole(luck, "second request", 0, 1))
    second = order_day + 30 + (whole(luck, "too late", 1, 2) if late else -whole(luck, "ago", 2, 5))
    return Clocks(
        today=today,
        weekday=whole(luck, "weekday", 0, 6),
        order_day=order_day,
        renewal_day=order_day + whole(luck, "renewed", 9, 13),
        second_day=second,
        second_new=late,
        calls=_calls(luck, order_day),
        side=one_of(luck, "unit", ("Alder", "Borea")),
        suspended_day=today - whole(luck, "suspended", 1, 3),
        arrested_day=today - whole(luck, "arrested", 19, 30),
        found_day=today - whole(luck, "seen", 2, 6),
        court=one_of(luck, "court", ("Alder", "Borea")),
    )


def _calls(luck: Luck, order_day: int) -> tuple[int, ...]:
    """Return six days: three or four under the order, the others after it."""
    inside = whole(luck, "calls inside", 3, 4)
    days = [order_day + whole(luck, "call", 1, 28, n) for n in range(inside)]
    after = [order_day + 31 + whole(luck, "late call", 0, 6, n) for n in range(CALLS - inside)]
    return tuple(sorted(days + after))


def weekday(clocks: Clocks, day: int) -> str:
    """Return the name of a day of the week."""
    return _WEEKDAYS[(clocks.weekday + day) % len(_WEEKDAYS)]


@lru_cache(maxsize=512)
def readings(clocks: Clocks) -> dict[str, float]:
    """Return what the law says of the clocks, by the names of the answer's fields."""
    ends = _order_ends_day(clocks)
    free = suspended_until_h(clocks.side, DAY_H * clocks.suspended_day, clocks.weekday) / DAY_H
    held_until = clocks.arrested_day + PROVISIONAL_ARREST.must_end_days
    due = clocks.found_day + court(clocks.court).disclose_within_h / DAY_H
    return {
        "last_day": ends - 1,
        "calls_lost": float(sum(day >= ends for day in clocks.calls)),
        "suspension_day": free - 1,
        "arrest_left": held_until - clocks.today,
        "disclosure_left": due - clocks.today,
    }


def _order_ends_day(clocks: Clocks) -> float:
    told = {"target": 0, "authority": "judge", "now_h": DAY_H * clocks.order_day}
    order = granted("Alder", "interception", "smuggling", grounds=(0,), **told)  # type: ignore[arg-type]
    order = renewed(order, now_h=DAY_H * clocks.renewal_day, grounds=(1,))
    try:
        ground = 2 if clocks.second_new else 1
        order = renewed(order, now_h=DAY_H * clocks.second_day, grounds=(ground,))
    except TrainkitError:
        pass
    return order.expires_h / DAY_H
