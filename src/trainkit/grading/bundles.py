"""Whose submission each file of a container belongs to.

Understood are ``<trainee>/<notebook>/`` and ``<trainee>/`` with the two files in it, at any depth,
and the two files at the top of a folder or ZIP that is named after the trainee.
"""

from dataclasses import dataclass, replace
from pathlib import PurePath

from trainkit.errors import shown
from trainkit.grading.containers import Container, Item
from trainkit.lessons.records import FILE

RECEIPT = "receipt.json"
_JUNK = frozenset(
    {"__macosx", "thumbs.db", "desktop.ini", "timestamp.txt", "readme.txt", "release.json"}
)
Place = tuple[str, ...]


@dataclass(frozen=True)
class Bundle:
    """The files of one submission.

    Attributes:
        trainee: Its owner, as the folder spells it.
        source: Where it came from, for the reader.
        notebooks: Files that end in ``.ipynb``.
        answers: Files of answers; more than one only where a ZIP holds a name twice.
        receipts: Its receipts.
        others: Names of what is not taken.
        notes: What an instructor should know of where it lay.
    """

    trainee: str
    source: str
    notebooks: tuple[Item, ...]
    answers: tuple[Item, ...]
    receipts: tuple[Item, ...]
    others: tuple[str, ...]
    notes: tuple[str, ...] = ()


def bundles(container: Container, notebook: str, known: frozenset[str]) -> list[Bundle]:
    """Return the submissions of a notebook in a container.

    Args:
        container: The folder or ZIP.
        notebook: Id of the notebook.
        known: Ids of all notebooks: a folder of another's name is not a trainee.
    """
    items = [item for item in container.items if not _is_junk(item)]
    places = {item.parts[:-1] for item in items if _is_submission(item)}
    answered = {item.parts[:-1] for item in items if item.name == FILE}
    own = {place for place in answered if not _is_other(place, notebook, known)}
    hollow = {place for place in places - answered if any(_lies_in(one, place) for one in own)}
    wanted = [one for one in _outermost(places - hollow) if not _is_other(one, notebook, known)]
    found = [_bundle(container, notebook, place, items) for place in sorted(wanted)]
    return [*(replace(one, notes=_about(hollow, items)) for one in found[:1]), *found[1:]]


def _lies_in(place: Place, other: Place) -> bool:
    return len(place) > len(other) and place[: len(other)] == other


def _about(hollow: set[Place], items: list[Item]) -> tuple[str, ...]:
    """Return which files lie about above the folders of submissions."""
    names = ["/".join(one.parts) for one in items if one.parts[:-1] in hollow]
    told = "not taken in, because submissions lie in folders below"
    return (f"{told}: {shown(', '.join(names), 200)}",) if names else ()


def _is_junk(item: Item) -> bool:
    return any(part.startswith(".") or part.lower() in _JUNK for part in item.parts if part != "..")


def _is_submission(item: Item) -> bool:
    return item.name == FILE or item.name.lower().endswith(".ipynb")


def _outermost(places: set[Place]) -> set[Place]:
    """Return the places that do not lie in another one; the top holds all and is no owner of it."""
    return {
        place
        for place in places
        if not any(place[:size] in places for size in range(1, len(place)))
    }


def _is_other(place: Place, notebook: str, known: frozenset[str]) -> bool:
    last = place[-1].lower() if place else ""
    return last != notebook.lower() and last in {one.lower() for one in known}


def _bundle(container: Container, notebook: str, place: Place, items: list[Item]) -> Bundle:
    inside = [item for item in items if item.parts[: len(place)] == place]
    if not place:
        inside = [item for item in items if len(item.parts) == 1]
    here = [item for item in inside if item.parts[:-1] == place]
    files = [tuple(one for one in here if _kind(one) == kind) for kind in _KINDS]
    taken = [one for found in files for one in found]
    others = tuple(
        "/".join(one.parts[len(place) :])
        for one in inside
        if one not in taken and not one.name.lower().endswith(".zip")
    )
    source = "/".join((container.source, *place))
    return Bundle(_owner(container, notebook, place), source, files[0], files[1], files[2], others)


_KINDS = ("notebook", "answers", "receipt")


def _kind(item: Item) -> str:
    if item.name == RECEIPT:
        return "receipt"
    if item.name == FILE:
        return "answers"
    return "notebook" if PurePath(item.name).suffix.lower() == ".ipynb" else "other"


def _owner(container: Container, notebook: str, place: Place) -> str:
    if place and place[-1].lower() != notebook.lower():
        return place[-1]
    return place[-2] if len(place) > 1 else container.owner
