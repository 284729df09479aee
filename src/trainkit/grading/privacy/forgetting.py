"""What an academy holds of a person, shown; and deleted so that a search finds nothing more.

What was stopped midway is finished by the same call: names, address and the ids of forms are read
from rows, which go last, in one transaction. Deleted rows are overwritten in the database; files
are unlinked, and what a disk or a backup still has of them is beyond this program.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass

from sqlalchemy.engine import Engine

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.academy import Academy
from trainkit.grading.journal import note
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.privacy.files import Held, held_files, remove
from trainkit.grading.privacy.rows import (
    delete_rows,
    row_counts,
    tables_of,
    tables_that_tell,
)
from trainkit.grading.privacy.seeking import engines, sought
from trainkit.grading.privacy.sqlite import make_anew
from trainkit.grading.privacy.whose import Sought
from trainkit.grading.turn import own_turn


@dataclass(frozen=True)
class Holding:
    """What an academy holds of a person.

    Attributes:
        trainee: The id, as it is compared.
        rows: How many rows of each table are the person's.
        files: The files that tell of the person, with what becomes of each.
        mentioned: Tables in which a row that is not the person's tells of them.
        ordinary: Words of the person that stand in the course too, and were not looked for.
        hint: A hint at an id like it; empty where the person is held.
    """

    trainee: str
    rows: dict[str, int]
    files: tuple[Held, ...]
    mentioned: tuple[str, ...]
    ordinary: tuple[str, ...]
    hint: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing tells of the person."""
        return not (self.rows or self.files or self.mentioned)


def holds(academy: Academy, trainee: str) -> Holding:
    """Return what an academy holds of a person.

    Args:
        academy: The academy.
        trainee: The id, in any spelling.
    """
    with own_turn(academy), engines(academy) as found:
        return _holding(academy, found, _sought(academy, found, trainee))


def forget(academy: Academy, trainee: str, who: str) -> tuple[Holding, Holding]:
    """Delete what an academy holds of a person, and note in its journal that somebody was deleted.

    Args:
        academy: The academy.
        trainee: The id, in any spelling.
        who: Who deletes.

    Returns:
        What was held, and what is left: files that are another's, are open elsewhere, or that
        nobody knows how to change.
    """
    with own_turn(academy), engines(academy) as found:
        person = _sought(academy, found, trainee)
        held = _holding(academy, found, person)
        problems = _remove(held.files, person)
        if not held.empty:  # before the rows: a stop may note it twice, but never leave it out
            _note(academy, held, who)
        _delete_rows(found, person)
        _remove(_logs(academy, person), person)
        for engine in found:
            _make_anew(engine)
        left = _holding(academy, found, person)
    return held, _with_reasons(left, problems)


def _sought(academy: Academy, found: Iterable[Engine], trainee: str) -> Sought:
    with ExitStack() as stack:
        return sought(academy, [stack.enter_context(one.connect()) for one in found], trainee)


def _holding(academy: Academy, found: Iterable[Engine], person: Sought) -> Holding:
    rows: dict[str, int] = {}
    mentioned: set[str] = set()
    for engine in found:
        with engine.connect() as connection:
            tables = tables_of(connection)
            for name, count in row_counts(connection, tables, person.person).items():
                rows[name] = rows.get(name, 0) + count
            mentioned |= set(tables_that_tell(connection, tables, person.person))
    files = tuple(held_files(academy, person))
    hint = "" if rows or files else nearest(person.person.id, person.trainees)
    other = tuple(sorted(mentioned - set(rows)))
    return Holding(person.person.id, rows, files, other, person.person.ordinary, hint)


def _delete_rows(found: Iterable[Engine], person: Sought) -> None:
    for engine in found:
        with engine.begin() as connection:
            delete_rows(connection, tables_of(connection), person.person)


def _remove(files: Iterable[Held], person: Sought) -> dict[str, str]:
    """Remove files, and return why some could not be: a batch goes on past one that is open."""
    problems = {}
    for held in files:
        try:
            remove(held, person)
        except (OSError, TrainkitError) as error:
            problems[str(held.path)] = f"it cannot be changed ({error})"
    return problems


def _logs(academy: Academy, person: Sought) -> list[Held]:
    """Return what was written while rows and files went, such as lines of nbgrader's log."""
    return [one for one in held_files(academy, person) if one.fate == "lines"]


def _note(academy: Academy, held: Holding, who: str) -> None:
    content = {"rows": sum(held.rows.values()), "files": len(held.files)}
    with gradebook(academy) as book:
        note(book, "person_deleted", who, content=content)
        book.db.commit()


def _make_anew(engine: Engine) -> None:
    with engine.connect() as connection:
        names = [*tables_of(connection).tables]
    make_anew(engine, names)


def _with_reasons(left: Holding, problems: dict[str, str]) -> Holding:
    files = tuple(
        Held(one.path, "stays", problems.get(str(one.path), one.why)) for one in left.files
    )
    return Holding(left.trainee, left.rows, files, left.mentioned, left.ordinary, left.hint)
