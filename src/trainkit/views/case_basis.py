"""What something in a case rested on, in words: a statute, and an order where it needs one."""

from trainkit.case.law import Warrant

_DAY_H = 24.0


def basis_words(basis: str, order: Warrant | None) -> str:
    """Return statute and order in words.

    Args:
        basis: Number of the statute.
        order: The order behind it; None where none was needed.
    """
    if order is None:
        return f"statute {basis}, no order needed"
    end = "without an end" if order.expires_h == float("inf") else f"to day {day(order.expires_h)}"
    return f"statute {basis}, order of a {order.authority} of day {day(order.granted_h)} {end}"


def day(time_h: float) -> int:
    """Return the day of an hour; the case was opened on day 0."""
    return int(time_h // _DAY_H)
