"""What came in of a notebook, by trainee, and what it says of a row of the gradebook."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainkit.grading.exporting.pseudonyms import same_id
from trainkit.grading.handins import HandIn, hand_ins
from trainkit.grading.report import Row


@dataclass(frozen=True)
class Incoming:
    """What came in of a notebook, by time.

    Attributes:
        by_trainee: By the id as it is compared.
        nobodys: What came under a name that is no id, and was refused.
    """

    by_trainee: Mapping[str, tuple[HandIn, ...]]
    nobodys: tuple[HandIn, ...]

    def of(self, name: str) -> tuple[HandIn, ...]:
        """Return what came in of a trainee, however the id is spelled."""
        return self.by_trainee.get(same_id(name), ())

    def strangers(self, known: Iterable[str]) -> set[str]:
        """Return ids of those of whom something came and whom the gradebook does not know."""
        return set(self.by_trainee) - {same_id(name) for name in known}


def incoming(book: Any, notebook: str) -> Incoming:
    """Return what came in of a notebook, from an open gradebook."""
    found: dict[str, list[HandIn]] = {}
    for one in hand_ins(book, notebook):
        found.setdefault(one.trainee and same_id(one.trainee), []).append(one)
    nobodys = tuple(found.pop("", ()))
    return Incoming({name: tuple(own) for name, own in found.items()}, nobodys)


def row_of(rows: Mapping[str, Row], notebook: str, name: str, came: Sequence[HandIn]) -> Row:
    """Return the row of a trainee: from the gradebook, or from what came in and is not in it.

    Args:
        rows: Rows of the gradebook by trainee.
        notebook: Id of the notebook.
        name: Id of the trainee.
        came: What came in of this trainee, by time.
    """
    refused = [one for one in came if one.state == "refused"]
    if name in rows:
        late = refused[-1:] if came and came[-1].state == "refused" else []
        return rows[name].noted(*_told("A later hand-in was refused", late))
    if not came:
        return Row(notebook, name, "missing")
    if len(refused) == len(came):
        return Row(notebook, name, "refused", notes=_told("Not taken in", refused))
    return Row(notebook, name, "failed", notes=(f"{_UNGRADED}{notebook}`.",))


_UNGRADED = "It was taken in and not graded yet: `trainkit grade "


def _told(what: str, refused: Collection[HandIn]) -> tuple[str, ...]:
    return tuple(f"{what} ({one.source}): {' '.join(one.notes)}" for one in refused)
