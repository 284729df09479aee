"""How much of what is sent is needed, and what is needed and not sent.

Of fields that go on paper, each counts as one, whatever its length.

Sources:
    Directive (EU) 2016/680, Art 4(1)(c): adequate, relevant and not excessive.
"""

from collections.abc import Iterable

from trainkit.errors import TrainkitError


def minimisation_ratio(sent: Iterable[str], needed: Iterable[str]) -> float:
    """Return the needed fields among those sent / the fields sent: 1 is best, 0 serves nothing.

    What is needed and not sent does not show in it: see `missing`.

    Args:
        sent: Names of the fields that are sent; a name counts once.
        needed: Names of the fields that the purpose needs.

    Raises:
        TrainkitError: nothing is sent, so that there is no ratio.

    Examples:
        >>> minimisation_ratio(["name", "address", "health", "birth_date"], ["name", "birth_date"])
        0.5
    """
    given = set(sent)
    if not given:
        raise TrainkitError("Nothing is sent, so there is no ratio. Look at what is missing.")
    return len(given & set(needed)) / len(given)


def missing(sent: Iterable[str], needed: Iterable[str]) -> tuple[str, ...]:
    """Return the needed fields that are not sent, in the order of need."""
    given = set(sent)
    return tuple(name for name in needed if name not in given)
