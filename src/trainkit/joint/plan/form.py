"""The form of a plan file: which keys, of which kind; the first that is wrong is named.

A form is a table of forms by key; a key that ends with ``?`` may be left out.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.joint.plan.zones import require_near

Check = Callable[[Any, str], None]
Form = Mapping[str, Any]


def require(value: Any, form: Form | Check, where: str) -> None:
    """Refuse a value that does not fit its form.

    Args:
        value: What was read.
        form: A table of forms by key, or a check.
        where: Dotted name of the value, for messages.

    Raises:
        TrainkitError: the first key that is wrong, missing or unknown.
    """
    if callable(form):
        form(value, where)
        return
    if not isinstance(value, Mapping):
        raise _wrong(where, value, "a table of keys")
    known = {key.rstrip("?"): key for key in form}
    for key in value:
        if key not in known:
            raise TrainkitError(
                f"{where}: there is no key {shown(key)}.{nearest(str(key), known)} Take it out, or "
                f"name one of {', '.join(known)}."
            )
    for name, key in known.items():
        _require_key(value, name, key, form[key], where)


def _require_key(value: Mapping[str, Any], name: str, key: str, form: Any, where: str) -> None:
    if name in value:
        require(value[name], form, f"{where}.{name}")
    elif not key.endswith("?"):
        raise TrainkitError(
            f"{where}.{name} is missing. A plan without it is not whole: `trainkit plan new` "
            "writes one with every part."
        )


def rows(form: Form | Check, least: int = 0) -> Check:
    """Return the check of a list, each of one form."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, list | tuple) or len(value) < least:
            raise _wrong(where, value, f"a list of {least} or more")
        for place, one in enumerate(value):
            require(one, form, f"{where}.{place}")

    return check


def by_name(form: Form, number: int) -> Check:
    """Return the check of so many tables of one form, by names of their own."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, Mapping) or len(value) != number:
            raise _wrong(where, value, f"{number} tables, each with a name")
        for name, one in value.items():
            words(name, f"{where}, a name")
            if not name.isprintable():
                raise _wrong(f"{where}, a name", name, "a name that can be read")
            require(one, form, f"{where}.{name}")

    return check


def words(value: Any, where: str) -> None:
    """Refuse what is no text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise _wrong(where, value, "some words")


def moment(value: Any, where: str) -> None:
    """Refuse what is no date with time and zone."""
    if not isinstance(value, datetime):
        raise _wrong(where, value, "a date with time and offset, such as 2031-05-03T20:00:00+02:00")
    require_near(value, where)
    if value.tzinfo is None:
        raise TrainkitError(
            f"{where} = {value.isoformat()} has no zone: two clocks would read two instants. Write "
            f"it as {value.isoformat()}+02:00, with the offset of your clock on that day."
        )


def no(value: Any, where: str) -> None:
    """Refuse what is not false: rescue needs no plan, whoever writes it."""
    if value is not False:
        raise TrainkitError(
            f"{where} = {shown(value)}: rescue needs no plan, and no plan may say that it does. "
            "Write false; the duty comes from SOLAS, the SAR Convention and custom."
        )


def count(value: Any, where: str) -> None:
    """Refuse what is no whole number of one or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _wrong(where, value, "a whole number, 1 or more")


def hours(value: Any, where: str) -> None:
    """Refuse what is no number of hours, more than none and at most a week."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 168:
        raise _wrong(where, value, "hours, more than 0 and at most 168")


def place(value: Any, where: str) -> None:
    """Refuse what is no pair of numbers."""
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(map(_number, value)):
        raise _wrong(where, value, "east and north in nautical miles, such as [12.0, -4.5]")


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _wrong(where: str, value: Any, wanted: str) -> TrainkitError:
    return TrainkitError(f"{where} = {shown(value)} does not fit: write {wanted}.")
