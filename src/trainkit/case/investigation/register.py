"""The register of a case: the name by which a file calls each item."""

from collections import Counter
from collections.abc import Mapping

from trainkit.case.investigation.kinds import side_of
from trainkit.kernel.logbook import Logbook


def register(book: Logbook) -> Mapping[int, str]:
    """Return the names of a run's items by their numbers in its logbook.

    An item is called by the State whose team took it and its place among those that the team took.
    """
    taken, names = Counter[str](), dict[int, str]()
    for entry in book.of("item_obtained"):
        number, side = int(entry.facts["item"]), side_of(entry.subject)
        if number not in names:
            taken[side] += 1
            names[number] = f"{side} {taken[side]}"
    return names
