"""Copying the rows of a gradebook from one database to another, and showing that all arrived.

Tables are those that nbgrader and trainkit declare, so a database of either engine is read and
written in the same types. A digest of the sorted rows of each table is the proof: it does not
depend on the engine, nor on the order in which it gives rows.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, func, insert, inspect, select, text

from trainkit.errors import TrainkitError
from trainkit.grading.schema import VERSION
from trainkit.grading.tables import JOURNAL, OURS

_AT_ONCE = 500


def known_tables() -> list[Table]:
    """Return all tables of a gradebook, each behind those that it refers to."""
    from nbgrader.api import Base

    return [*Base.metadata.sorted_tables, *OURS.sorted_tables, VERSION]


def unknown_tables(connection: Any) -> list[str]:
    """Return the names of tables that neither nbgrader nor trainkit made."""
    known = {table.name for table in known_tables()}
    return sorted(set(inspect(connection).get_table_names()) - known)


def copy_rows(source: Any, target: Any) -> int:
    """Make the tables of a gradebook in an empty database and fill them; return how many rows.

    Args:
        source: Open connection of the gradebook that is read.
        target: Open connection of the empty database; the caller commits.

    Raises:
        TrainkitError: the other database does not take a row.
    """
    from sqlalchemy.exc import DataError, IntegrityError

    rows = 0
    for table in known_tables():
        table.create(target, checkfirst=True)
        try:
            rows += _copied(source, target, table)
        except (DataError, IntegrityError, ValueError) as error:
            said = str(getattr(error, "orig", error)).partition("\n")[0]
            raise TrainkitError(
                f"The other database does not take a row of the table {table.name}: {said}. "
                "Nothing was moved. Mend that row in the present gradebook, then move again."
            ) from error
    _count_on(target)
    return rows


def _copied(source: Any, target: Any, table: Table) -> int:
    found = source.execution_options(yield_per=_AT_ONCE).execute(select(table))
    rows = 0
    for part in found.mappings().partitions():
        target.execute(insert(table), [dict(row) for row in part])
        rows += len(part)
    return rows


def _count_on(target: Any) -> None:
    """Let PostgreSQL number the next entry of the journal behind the last copied one."""
    last = target.execute(select(func.max(JOURNAL.c.number))).scalar()
    if last is not None and target.dialect.name == "postgresql":
        asked = text("SELECT setval(pg_get_serial_sequence(:table, 'number'), :last)")
        target.execute(asked, {"table": JOURNAL.name, "last": last})


def digests(connection: Any) -> Mapping[str, str]:
    """Return a digest of the rows of each table of a gradebook; empty where tables are missing."""
    tables = known_tables()
    if not set(inspect(connection).get_table_names()) >= {table.name for table in tables}:
        return {}
    return {table.name: _digest(connection.execute(select(table))) for table in tables}


def _digest(rows: Iterable[Any]) -> str:
    hashes = sorted(hashlib.sha256(repr(tuple(row)).encode()).digest() for row in rows)
    return hashlib.sha256(b"".join(hashes)).hexdigest()
