"""Does a second source say so? One source repeated through two channels is one source.

Sources:
    `reference/case.md` section 5.7: grade and protect sources; one source repeated is not
    corroboration.
"""

from collections.abc import Iterable

from trainkit.case.evidence.item import Item
from trainkit.errors import TrainkitError

_SOURCES, _SAID = frozenset("ABCD"), frozenset("1234")


def carries(item: Item) -> bool:
    """Return whether an item's grade lets it support another: not below D, not below 4.

    F and 6 say that nobody can judge; what nobody can judge supports nothing.
    """
    return item.reliability in _SOURCES and item.credibility in _SAID


def corroborated(items: Iterable[Item]) -> bool:
    """Return whether items that speak to one fact come from two sources at least.

    Args:
        items: Items of one fact.

    Raises:
        TrainkitError: they speak to several facts.
    """
    found = [item for item in items if carries(item)]
    facts = sorted({item.fact for item in found})
    if len(facts) > 1:
        raise TrainkitError(
            f"Items of {len(facts)} facts ({facts[0]}, {facts[1]}) are held beside each other. "
            "Ask for one fact at a time: an item supports only what it speaks to."
        )
    return len({item.origin for item in found}) > 1


def repeated(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the sources that speak more than once, in the order of their first word."""
    origins = [item.origin for item in items]
    return tuple(one for one in dict.fromkeys(origins) if origins.count(one) > 1)
