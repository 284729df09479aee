"""Errors that a user can act on: what was asked, what was found, what to do next."""

from collections.abc import Iterable
from difflib import get_close_matches


class TrainkitError(Exception):
    """A mistake that the user can mend; shown as one paragraph, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows instead of a traceback."""
        return [str(self)]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint at the known name most like *name*, or an empty string.

    Examples:
        >>> nearest("strait-patol", ["strait-patrol", "season"])
        " Did you mean 'strait-patrol'?"
    """
    matches = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean '{matches[0]}'?" if matches else ""


def shown(value: object, longest: int = 80) -> str:
    """Return a value as an error shows it: on one line, cut where it is long.

    Examples:
        >>> shown("a" * 100, longest=9)
        "'aaaaa..."
    """
    try:
        text = " ".join(repr(value).split())
    except (ValueError, RecursionError):  # Python refuses to print very long numbers
        text = f"a {type(value).__name__} too long to show"
    return text if len(text) <= longest else text[: longest - 3] + "..."


def printable(text: str) -> str:
    r"""Return a text on one line in which nothing steers a terminal or turns the reading direction.

    Examples:
        >>> printable("a\x1b[31m\u202eb\nc")
        'a?[31m?b c'
    """
    return "".join(_seen(sign) for sign in text)


def _seen(sign: str) -> str:
    if sign.isspace():
        return " "
    return sign if sign.isprintable() else "?"
