"""A person's rows in a gradebook's database: counted, deleted, and searched for in others' rows.

All tables are looked at, so that a table of a later version is not forgotten: rows belong to a
person by nbgrader's keys, or by a column ``trainee``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import MetaData, Table, delete, func, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from trainkit.grading.exporting.pseudonyms import same_id
from trainkit.grading.handins import without_words
from trainkit.grading.privacy.person import Person
from trainkit.grading.tables import HAND_INS


def tables_of(connection: Connection) -> MetaData:
    """Return the tables of a database as they are."""
    found = MetaData()
    found.reflect(bind=connection)
    return found


def all_ids(connection: Connection, tables: MetaData) -> set[str]:
    """Return every id of a trainee that a row is kept under."""
    columns = [column for table in tables.tables.values() if (column := _owner(table)) is not None]
    found = {str(row[0]) for one in columns for row in connection.execute(select(one).distinct())}
    return found - {"", "None"}


def _owner(table: Table) -> Any:
    """Return the column that says whose a row is; None where rows hang on others, or on nobody."""
    name = {"student": "id", "submitted_assignment": "student_id"}.get(table.name, "trainee")
    return table.columns.get(name)


def conditions(
    connection: Connection, tables: MetaData, person: Person
) -> dict[str, tuple[Table, ColumnElement[bool]]]:
    """Return by table which rows are the person's; those that others hang on come last."""
    ids = [one for one in all_ids(connection, tables) if same_id(one) == person.id]
    there = tables.tables
    found = {
        name: (table, owner.in_(ids))
        for name, table in there.items()
        if (owner := _owner(table)) is not None
    }
    if "submitted_assignment" in found and "submitted_notebook" in there:
        sent, kept = there["submitted_assignment"], there["submitted_notebook"]
        own = select(sent.c.id).where(sent.c.student_id.in_(ids))
        pages = select(kept.c.id).where(kept.c.assignment_id.in_(own))
        found["submitted_notebook"] = (kept, kept.c.assignment_id.in_(own))
        for name in ("grade", "comment"):
            found[name] = (there[name], there[name].c.notebook_id.in_(pages))
    order = [table.name for table in reversed(tables.sorted_tables)]
    return {name: found[name] for name in order if name in found}


def row_counts(connection: Connection, tables: MetaData, person: Person) -> dict[str, int]:
    """Return how many rows of each table are the person's."""
    counted = {
        name: connection.execute(select(func.count()).select_from(table).where(own)).scalar_one()
        for name, (table, own) in conditions(connection, tables, person).items()
    }
    return {name: count for name, count in counted.items() if count}


def delete_rows(connection: Connection, tables: MetaData, person: Person) -> None:
    """Delete the person's rows, those that others hang on last, and mentions of the person.

    The caller commits.
    """
    for table, own in conditions(connection, tables, person).values():
        connection.execute(delete(table).where(own))
    if HAND_INS.name in tables.tables:
        _without_mentions(connection, person)


def _without_mentions(connection: Connection, person: Person) -> None:
    """Take out what was noted of others' submissions and tells of the person."""
    for row in connection.execute(select(HAND_INS)).mappings().all():
        if _tells(row, person):
            bare = {"content": without_words(row["content"])}
            connection.execute(update(HAND_INS).where(HAND_INS.c.key == row["key"]).values(bare))


def tables_that_tell(connection: Connection, tables: MetaData, person: Person) -> Iterator[str]:
    """Give the names of the tables in which a cell still tells of the person."""
    for name, table in tables.tables.items():
        if any(_tells(row, person) for row in connection.execute(select(table)).mappings()):
            yield name


def _tells(row: Mapping[Any, Any], person: Person) -> bool:
    for cell in row.values():
        if isinstance(cell, bytes) and person.in_bytes(cell):
            return True
        if isinstance(cell, str) and person.in_text(cell):
            return True
    return False
