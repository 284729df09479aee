"""Whose submission each file of a container belongs to.

Understood are ``<trainee>/<notebook>/`` and ``<trainee>/`` with the two files in it, at any depth,
and the two files at the top of a folder or ZIP that is named after the trainee.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trainkit.errors import shown
from trainkit.grading.containers import Container, Item
from trainkit.grading.naming import is_copy, owner_of
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
        answers: Files of answers; of several nobody can tell which one counts.
        receipts: Its receipts.
        others: Names of what is not taken.
        notes: What an instructor should know of where it lay.
        above: Whose folder or ZIP it lay in: names below the one that was asked for.
    """

    trainee: str
    source: str
    notebooks: tuple[Item, ...]
    answers: tuple[Item, ...]
    receipts: tuple[Item, ...]
    others: tuple[str, ...]
    notes: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """Id of the trainee; the folder's name where it is none."""
        return owner_of(self.trainee)


def bundles(container: Container, notebook: str, known: frozenset[str]) -> list[Bundle]:
    """Return the submissions of a notebook in a container.

    Args:
        container: The folder or ZIP.
        notebook: Id of the notebook.
        known: Ids of all notebooks: a folder of another's name is not a trainee.
    """
    items = [item for item in container.items if not is_junk(item)]
    places = {item.parts[:-1] for item in items if is_submission(item, notebook)}
    answered = {item.parts[:-1] for item in items if _is_answers(item)}
    own = {place for place in answered if not _is_other(place, notebook, known)}
    hollow = (places - answered) & _ancestors(own)
    outermost = _outermost(places - hollow)
    wanted = {one for one in outermost if not _is_other(one, notebook, known)}
    inside = _by_place(items, wanted)
    found = [_bundle(container, notebook, place, inside[place]) for place in sorted(wanted)]
    return [*(replace(one, notes=_about(hollow, items)) for one in found[:1]), *found[1:]]


def is_junk(item: Item) -> bool:
    """Return whether a file is of an operating system, of Jupyter or of a release."""
    return any(part.startswith(".") or part.lower() in _JUNK for part in item.parts if part != "..")


def is_submission(item: Item, notebook: str) -> bool:
    """Return whether a file makes its folder a submission: of this notebook, or of another."""
    return (
        _is_answers(item)
        or item.name.lower().endswith(".ipynb")
        or is_copy(item.name, f"{notebook}.ipynb")
    )


def _is_answers(item: Item) -> bool:
    return is_copy(item.name, FILE)


def _ancestors(places: Iterable[Place]) -> set[Place]:
    return {place[:size] for place in places for size in range(len(place))}


def _about(hollow: set[Place], items: list[Item]) -> tuple[str, ...]:
    """Return which files lie about above the folders of submissions."""
    names = ["/".join(one.parts) for one in items if one.parts[:-1] in hollow]
    told = "not taken in, because submissions lie in folders below"
    return (f"{told}: {shown(', '.join(names), 200)}",) if names else ()


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


def _by_place(items: Iterable[Item], wanted: set[Place]) -> Mapping[Place, list[Item]]:
    """Return files by the submission in whose folder, or below it, they lie."""
    found: dict[Place, list[Item]] = defaultdict(list)
    for item in items:
        sizes = range(1, len(item.parts))
        above = [item.parts[:size] for size in sizes if item.parts[:size] in wanted]
        if above or len(item.parts) == 1 or () in wanted:
            found[above[0] if above else ()].append(item)
    return found


def _bundle(container: Container, notebook: str, place: Place, inside: list[Item]) -> Bundle:
    here = [item for item in inside if item.parts[:-1] == place]
    notebooks, answers, receipts = (
        tuple(one for one in here if _kind(one, notebook) == kind) for kind in _KINDS
    )
    exact = tuple(one for one in answers if one.name.lower() == FILE) or answers
    taken = {id(one) for one in (*notebooks, *exact, *receipts)}
    others = tuple(
        "/".join(one.parts[len(place) :])
        for one in inside
        if id(one) not in taken and not one.name.lower().endswith(".zip")
    )
    source, names = "/".join((container.source, *place)), (container.source, *place)
    owner = _owner(container, notebook, place)
    above = _above(owner, "/".join(names).split("/")[1:])
    return Bundle(owner, source, notebooks, exact, receipts, others, (), above)


_KINDS = ("notebook", "answers", "receipt")


def _kind(item: Item, notebook: str) -> str:
    if item.name.lower() == RECEIPT:
        return "receipt"
    if _is_answers(item):
        return "answers"
    wanted = item.name.lower().endswith(".ipynb") or is_copy(item.name, f"{notebook}.ipynb")
    return "notebook" if wanted else "other"


def _owner(container: Container, notebook: str, place: Place) -> str:
    if place and place[-1].lower() != notebook.lower():
        return place[-1]
    return place[-2] if len(place) > 1 else container.owner


def _above(owner: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of folders and ZIPs above a submission, but for its owner's own."""
    plain = [name[:-4] if name.lower().endswith(".zip") else name for name in names]
    return tuple(owner_of(name) for name in plain if owner_of(name) != owner_of(owner))
