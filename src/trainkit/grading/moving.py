"""Moving a gradebook to another database: all rows or none, and the old one is left as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import CONFIG, Academy
from trainkit.grading.connecting import engine_of, require_room, tables_in
from trainkit.grading.copying import copy_rows, digests, unknown_tables
from trainkit.grading.database import database_url, file_of, password_note, place_of, url_of
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.switching import switch
from trainkit.grading.turn import own_turn


@dataclass(frozen=True)
class Moved:
    """What moving a gradebook did.

    Attributes:
        before: Where it lay, and still lies untouched.
        now: Where it lies.
        rows: How many rows were copied; zero when an interrupted move was finished.
        notes: What the instructor should know.
    """

    before: str
    now: str
    rows: int
    notes: tuple[str, ...]


def move(academy: Academy, given: str) -> Moved:
    """Copy a gradebook to another database, compare all rows, then let the academy use it.

    Args:
        academy: The academy.
        given: Address of the database, as the user gave it.

    Raises:
        TrainkitError: a database cannot be used, the other one holds something else, rows differ,
            or the configuration must be changed by hand.
        OSError: a file cannot be written.
    """
    with own_turn(academy):
        old, new = url_of(academy), database_url(given, academy.folder)
        _require_both(academy, old, new)
        with gradebook(academy) as book:
            unknown = unknown_tables(book.engine)
            rows = _moved(book.engine, new)
        switch(academy, new)
    notes = [f"The table {name} is not trainkit's and was not copied." for name in unknown]
    notes += password_note(new, academy.folder / CONFIG)
    return Moved(place_of(old), place_of(new), rows, tuple(notes))


def _require_both(academy: Academy, old: Any, new: Any) -> None:
    if place_of(old) == place_of(new):
        raise TrainkitError(f"The gradebook of {academy.folder} lies in {place_of(new)} already.")
    if not tables_in(old):
        raise TrainkitError(f"There is no gradebook in {place_of(old)}, so nothing can be moved.")
    require_room(new)


def _moved(engine: Any, new: Any) -> int:
    """Copy all rows where there are none; return how many, zero when all are there already."""
    if tables_in(new):
        _require_same(engine, new)
        return 0
    with engine.connect() as source, _written(new) as target:
        rows = copy_rows(source, target)
        source.rollback()  # what somebody else wrote meanwhile is seen from here on
        if digests(target) != digests(source):
            raise TrainkitError(
                f"The rows in {place_of(new)} are not those of the gradebook: another program "
                "wrote to it meanwhile. Nothing was moved. Close formgrader, then move again."
            )
    return rows


def _require_same(engine: Any, new: Any) -> None:
    with engine.connect() as source, engine_of(new) as other, other.connect() as target:
        if digests(target) != digests(source):
            raise TrainkitError(
                f"There is another gradebook in {place_of(new)}, or an older state of this one. "
                "Nothing was moved. Name an empty database, or empty that one yourself."
            )


@contextmanager
def _written(url: Any) -> Iterator[Any]:
    """Give a connection whose one transaction counts only when the block ends well."""
    file = file_of(url)
    if file is None:
        with engine_of(url) as engine, engine.begin() as connection:
            yield connection
        return
    draft = file.with_name(f"{file.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with engine_of(url.set(database=str(draft))) as engine, engine.begin() as connection:
            yield connection
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
