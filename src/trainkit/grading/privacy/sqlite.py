"""Databases: those in an academy's folder and its own; emptied of what was deleted."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import URL, Engine

from trainkit.grading.academy import Academy
from trainkit.grading.database import file_of, url_of

_HEAD = b"SQLite format 3\0"


def is_sqlite(path: Path) -> bool:
    """Return whether a file is a database of SQLite, whatever its name."""
    with path.open("rb") as file:
        return file.read(len(_HEAD)) == _HEAD


def urls(academy: Academy) -> Iterator[Any]:
    """Give the addresses of the gradebook and of older copies of it in the academy's folder."""
    own = url_of(academy)
    yield own
    gradebook = file_of(own)
    for path in sorted(academy.folder.rglob("*")):
        copy = path.is_file() and not path.is_symlink() and is_sqlite(path)
        if copy and (gradebook is None or path.resolve() != gradebook.resolve()):
            yield URL.create("sqlite", database=str(path))


def overwrite_deleted(engine: Engine) -> None:
    """Let SQLite write zeros over what is deleted from now on; PostgreSQL has VACUUM FULL.

    Sources:
        SQLite, *PRAGMA secure_delete*: it is a setting of one connection.
    """
    if engine.dialect.name == "sqlite":
        from sqlalchemy import event

        event.listen(engine, "connect", _securely)


def _securely(connection: Any, _record: Any) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA secure_delete = ON")


def make_anew(engine: Engine, tables: list[str]) -> None:
    """Write a database anew without the room of deleted rows, its logs too."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            for order in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                connection.execute(text(order))
            return
        quoted = engine.dialect.identifier_preparer.quote
        for name in tables:
            connection.execute(text(f"VACUUM FULL {quoted(name)}"))
