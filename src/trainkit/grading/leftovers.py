"""What lies in a folder or ZIP of submissions and belongs to none: told, so that nothing is silent.

A trainee who hands in a text document or a packed file that we cannot open has a row as well.
"""

from collections.abc import Iterable
from pathlib import PurePath

from trainkit.errors import shown
from trainkit.grading.bundles import Place, is_junk, is_submission
from trainkit.grading.containers import Container, Item

_PACKED = frozenset({".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zipx"})


def left_over(container: Container, notebook: str, known: frozenset[str]) -> list[Container]:
    """Return a refusal for each folder or packed file in which no submission could be found.

    Args:
        container: The folder or ZIP.
        notebook: Id of the notebook.
        known: Ids of all notebooks: who handed in another one is not missing here.
    """
    items = [item for item in container.items if not is_junk(item)]
    held = [item for item in items if is_submission(item, notebook) or _is_zip(item)]
    places = {item.parts[:-1] for item in held}
    if () in {item.parts[:-1] for item in held if not _is_zip(item)}:
        return []
    above = {place[:size] for place in places for size in range(len(place))}
    found: dict[Place, list[Item]] = {}
    for item in items:
        place = _place(item)
        if place and place not in above and not _lies_in(place, places):
            found.setdefault(_top(place, above), []).append(item)
    return [_refusal(container, notebook, known, place, of) for place, of in found.items()]


def _is_zip(item: Item) -> bool:
    return item.name.lower().endswith(".zip")


def _place(item: Item) -> Place:
    """Return the folder of a file; the file itself where it is a link or packed, at the top."""
    alone = item.problem or PurePath(item.name).suffix.lower() in _PACKED
    return item.parts if alone and len(item.parts) == 1 else item.parts[:-1]


def _lies_in(place: Place, places: set[Place]) -> bool:
    return any(place[:size] in places for size in range(1, len(place) + 1))


def _top(place: Place, above: set[Place]) -> Place:
    """Return the outermost folder of a file in which no submission lies."""
    return next(place[:size] for size in range(1, len(place) + 1) if place[:size] not in above)


def _refusal(
    container: Container, notebook: str, known: frozenset[str], place: Place, items: Iterable[Item]
) -> Container:
    names = ", ".join(item.name for item in items)
    problems = [item.problem for item in items if item.problem]
    told = problems[0] if problems else f"it holds no {notebook}.ipynb, but {shown(names, 120)}"
    owner = place[0] if len(place) == 1 or place[-1].lower() not in _lower(known) else place[-2]
    return Container("/".join((container.source, *place)), owner, (), told)


def _lower(names: Iterable[str]) -> set[str]:
    return {name.lower() for name in names}
