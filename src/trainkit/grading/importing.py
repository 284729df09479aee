"""Taking submissions in by file: folders and ZIPs, good or bad, without losing or running any.

What comes in is kept as it came, under its hash, in ``inbox/originals``; nothing is overwritten
without the old being kept there too. Importing the same bytes again changes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from trainkit.errors import TrainkitError, shown
from trainkit.grading.academy import Academy
from trainkit.grading.bundles import Bundle, bundles
from trainkit.grading.containers import Container
from trainkit.grading.exchange.receiving import Desk, opened_desk, receive
from trainkit.grading.handins import HandIn, hand_in, record_hand_ins
from trainkit.grading.leftovers import left_over
from trainkit.grading.naming import owner_of
from trainkit.grading.opening import opened
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
        rest = [one for container in containers for one in left_over(container, name, known)]
        broken = [_refused_container(one) for one in [*containers, *rest] if one.problem]
        found = [one for container in containers for one in bundles(container, name, known)]
        if not found and not broken:
            raise TrainkitError(
                f"No submission of {name} is in {path}. A submission is a folder named after the "
                f"trainee, with {name}.ipynb and answers.jsonl in it or in a folder {name} inside."
            )
        with opened_desk(academy, name) as desk:
            ids = {owner_of(one.id) for one in desk.book.students} | {one.owner for one in found}
            taken = [one for same in _by_trainee(found) for one in _of_one(desk, same, ids)]
            record_hand_ins(desk.book, name, [_hand_in(one) for one in [*broken, *taken]])
    return sorted([*broken, *taken], key=lambda one: one.trainee)


def _hand_in(one: Imported) -> HandIn:
    return hand_in(one.trainee, one.state, one.notes, one.source, one.digest)


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
    ordered = sorted(found, key=lambda one: (one.owner, one.source))
    return [list(same) for _, same in groupby(ordered, key=lambda one: one.owner)]


def _of_one(desk: Desk, found: Sequence[Bundle], ids: Collection[str]) -> list[Imported]:
    """Take in what came of one trainee, in the order of the receipts.

    Where one has no receipt that can be right, in the order of their names.
    """
    read = [_read(bundle, desk.notebook, ids) for bundle in found]
    refused = [one for one in read if isinstance(one, Imported)]
    good = _in_order([one for one in read if not isinstance(one, Imported)])
    if len({one.trainee for one in found}) > 1 and len({taken.digest for _, _, taken in good}) > 1:
        return [_in_two_spellings(one, found) for one in found]
    return [*refused, *(_one(desk, *one) for one in good)]


def _in_two_spellings(one: Bundle, found: Sequence[Bundle]) -> Imported:
    names = ", ".join(shown(name, 60) for name in sorted({one.trainee for one in found}))
    note = (
        f"The folders {names} are of one and the same trainee id '{one.owner}', and "
        "nobody can tell which counts. Nothing of them was taken in: keep one, import again."
    )
    return Imported(one.owner, "refused", (note,), one.source)


def _read(
    bundle: Bundle, notebook: str, ids: Collection[str]
) -> tuple[Bundle, str, Taken] | Imported:
    try:
        taken = take(bundle, notebook)  # practice that lies beside says so, and is no forgery
        _require_own_place(bundle, ids)
        return bundle, trainee_id(bundle.owner), taken
    except TrainkitError as error:
        return Imported(bundle.owner, "refused", (str(error),), bundle.source)


def _require_own_place(bundle: Bundle, ids: Collection[str]) -> None:
    """Refuse what gives itself out as one trainee's and lies in what another handed in."""
    others = [name for name in bundle.above if name in ids]
    if others:
        raise TrainkitError(
            f"It is called '{bundle.owner}' and lies in what '{others[0]}' handed in, so it may be "
            f"forged. Nothing of it was taken in; ask '{bundle.owner}' what was handed in."
        )


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
