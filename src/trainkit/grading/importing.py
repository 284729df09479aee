"""Taking submissions in by file: folders and ZIPs, good or bad, without losing or running any.

What comes in is kept as it came, under its hash, in ``inbox/originals``; nothing is overwritten
without the old being kept there too. Importing the same bytes again changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from trainkit.errors import TrainkitError, shown
from trainkit.grading.academy import Academy
from trainkit.grading.bundles import Bundle, bundles
from trainkit.grading.containers import Container, opened
from trainkit.grading.exchange.receiving import Desk, opened_desk, receive
from trainkit.grading.placing import Placed
from trainkit.grading.taking import Taken, take
from trainkit.lessons.catalogue import lesson, lesson_names
from trainkit.lessons.trainee import trainee_id


@dataclass(frozen=True)
class Imported:
    """What became of one submission.

    Attributes:
        trainee: Id of the trainee; the folder's name where it is no id.
        state: imported; unchanged (the same bytes were taken in before); replaced (other bytes
            were there, and are kept aside); kept (it does not count, and is kept aside); refused.
        notes: What an instructor should know.
        source: Where it came from.
        digest: Hash of the submission; empty when it was refused.
    """

    trainee: str
    state: Placed | Literal["refused"]
    notes: tuple[str, ...]
    source: str
    digest: str = ""


def import_submissions(academy: Academy, notebook: str, path: Path) -> list[Imported]:
    """Take in the submissions of a notebook from a folder or a ZIP.

    Args:
        academy: Where they go, into ``submitted/<trainee>/<notebook>``.
        notebook: Id of the notebook.
        path: A folder or a ZIP, of one trainee or of many.

    Returns:
        A result a submission, by trainee; bad ones are refused and the others taken in.

    Raises:
        TrainkitError: the path cannot be read, or holds no submission of the notebook.
    """
    name, known = lesson(notebook).id, frozenset(lesson_names())
    _require_elsewhere(academy, path.expanduser().resolve())
    with opened(path) as containers:
        broken = [_refused_container(one) for one in containers if one.problem]
        found = [one for container in containers for one in bundles(container, name, known)]
        if not found and not broken:
            raise TrainkitError(
                f"No submission of {name} is in {path}. A submission is a folder named after the "
                f"trainee, with {name}.ipynb and answers.jsonl in it or in a folder {name} inside."
            )
        with opened_desk(academy, name) as desk:
            taken = [one for same in _by_trainee(found) for one in _of_one(desk, same)]
    return sorted([*broken, *taken], key=lambda one: one.trainee)


def _require_elsewhere(academy: Academy, path: Path) -> None:
    if academy.folder.is_relative_to(path):
        raise TrainkitError(
            f"{path} holds the academy itself. Name the folder or ZIP with the submissions alone; "
            f"{academy.folder / 'inbox'} is a good place for it."
        )


def _refused_container(container: Container) -> Imported:
    note = (
        f"{container.source} cannot be taken: {container.problem}. Mend that, or ask for it again."
    )
    return Imported(container.owner, "refused", (note,), container.source)


def _by_trainee(found: Sequence[Bundle]) -> list[list[Bundle]]:
    ordered = sorted(found, key=lambda one: (_id(one), one.source))
    return [list(same) for _, same in groupby(ordered, key=_id)]


def _id(bundle: Bundle) -> str:
    try:
        return trainee_id(bundle.trainee)
    except TrainkitError:
        return bundle.trainee


def _of_one(desk: Desk, found: Sequence[Bundle]) -> list[Imported]:
    """Take in what came of one trainee, in the order of the receipts.

    Where one has no receipt that can be right, in the order of their names.
    """
    spelled = sorted({one.trainee for one in found})
    if len(spelled) > 1:
        names = ", ".join(shown(name, 60) for name in spelled)
        note = (
            f"The folders {names} are of one and the same trainee id '{_id(found[0])}', and "
            "nobody can tell which counts. Nothing of them was taken in: keep one, import again."
        )
        return [Imported(_id(one), "refused", (note,), one.source) for one in found]
    read = [_read(bundle, desk.notebook) for bundle in found]
    refused = [one for one in read if isinstance(one, Imported)]
    good = _in_order([one for one in read if not isinstance(one, Imported)])
    return [*refused, *(_one(desk, *one) for one in good)]


def _read(bundle: Bundle, notebook: str) -> tuple[Bundle, str, Taken] | Imported:
    try:
        return bundle, trainee_id(bundle.trainee), take(bundle, notebook)
    except TrainkitError as error:
        return Imported(_id(bundle), "refused", (str(error),), bundle.source)


def _in_order(read: list[tuple[Bundle, str, Taken]]) -> list[tuple[Bundle, str, Taken]]:
    times = {bundle.source: taken.at for bundle, _, taken in read if taken.at}
    if len(times) < len(read):
        return read
    return sorted(read, key=lambda one: times[one[0].source])


def _one(desk: Desk, bundle: Bundle, owner: str, taken: Taken) -> Imported:
    try:
        state, notes = receive(desk, owner, taken, bundle.source)
    except TrainkitError as error:
        return Imported(owner, "refused", (str(error),), bundle.source)
    return Imported(owner, state, (*taken.notes, *notes), bundle.source, taken.digest)
