"""Values of a table of plain data, each of the type that is asked for, or a sentence that names it.

The table comes from a TOML file or from JSON; what is wrong names the key in quotes, so that a
reader of files can find its line.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_LONGEST_TEXT = 20_000
Table = Mapping[str, Any]


def require_keys(table: Table, known: Iterable[str], what: str) -> None:
    """Refuse a key that is not known.

    Args:
        table: What was given.
        known: The keys that there are.
        what: Whose keys they are, as the beginning of a sentence.

    Raises:
        TrainkitError: the first that is not known.
    """
    names = list(known)
    for key in table:
        if key not in names:
            hint = nearest(key, names) or f" It has {', '.join(names)}."
            raise TrainkitError(f"{what} has no '{key}'.{hint}")


def require_different(names: Sequence[str], what: str) -> None:
    """Refuse a name that is there twice.

    Raises:
        TrainkitError: the first that is.
    """
    for one in names:
        if names.count(one) > 1:
            raise TrainkitError(f"The {what} '{one}' is there {names.count(one)} times.")


def text(table: Table, key: str) -> str:
    """Return a text that is not empty."""
    found = _there(table, key)
    if not isinstance(found, str) or not found.strip() or len(found) > _LONGEST_TEXT:
        raise TrainkitError(f"'{key}' is a text, and {shown(found)} is none.")
    return found.strip()


def name(table: Table, key: str) -> str:
    """Return a name: small letters, figures and underscores."""
    found = text(table, key)
    if not _NAME.fullmatch(found):
        raise TrainkitError(
            f"'{key}' is a name of small letters, figures and underscores, and {shown(found)} is "
            "none. Take one such as 'e1_channel'."
        )
    return found


def texts(table: Table, key: str) -> tuple[str, ...]:
    """Return a list of texts; an empty one where there is none."""
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise TrainkitError(f"'{key}' is a list of texts, such as ['A', 'B'].")
    require_different(found, key)
    return tuple(found)


def number(table: Table, key: str) -> float:
    """Return a finite number."""
    found = _there(table, key)
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise TrainkitError(f"'{key}' is a number, and {shown(found)} is none.")
    return found


def whole(table: Table, key: str) -> int:
    """Return a whole number, zero or more."""
    found = _there(table, key)
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise TrainkitError(f"'{key}' is a whole number, and {shown(found)} is none.")
    return found


def points(table: Table, key: str) -> int:
    """Return points: a whole number above zero."""
    found = _there(table, key)
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise TrainkitError(f"'{key}' has {shown(found)} points: give a whole number above zero.")
    return found


def flag(table: Table, key: str) -> bool:
    """Return true or false; false where nothing is said."""
    found = table.get(key, False)
    if not isinstance(found, bool):
        raise TrainkitError(f"'{key}' is true or false, and {shown(found)} is neither.")
    return found


def options(table: Table, key: str) -> tuple[tuple[str, str], ...]:
    """Return options with what the reader sees, in their order."""
    found = table_of(table, key)
    if not all(one.strip() for one in found):
        raise TrainkitError(f"'{key}' holds an option without a name.")
    return tuple((one, text(found, one)) for one in found)


def table_of(table: Table, key: str) -> Table:
    """Return a table inside a table; an empty one where there is none."""
    found = table.get(key, {})
    if not isinstance(found, Mapping):
        raise TrainkitError(f"'{key}' is a table, and {shown(found)} is none.")
    return found


def tables(table: Table, key: str) -> list[Table]:
    """Return a list of tables inside a table; an empty one where there is none."""
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise TrainkitError(
            f"'{key}' is a list of tables, each under a header in double brackets, as [[task]]."
        )
    return found


def _there(table: Table, key: str) -> Any:
    if key not in table:
        raise TrainkitError(f"'{key}' is missing.")
    return table[key]
