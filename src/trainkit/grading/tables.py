"""Our own tables in the gradebook's database, beside nbgrader's: one place, one transaction.

nbgrader leaves tables that it does not know alone, in SQLite and in PostgreSQL.
"""

from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

OURS = MetaData()
"""All tables of ours."""

RESULTS = Table(
    "trainkit_results",
    OURS,
    Column("notebook", String(128), primary_key=True),
    Column("trainee", String(128), primary_key=True),
    Column("content", Text, nullable=False),
)
"""What scoring found in a submission, as `trainkit.grading.result` reads it."""

MARKS = Table(
    "trainkit_marks",
    OURS,
    Column("notebook", String(128), primary_key=True),
    Column("trainee", String(128), primary_key=True),
    Column("task", String(128), primary_key=True),
    Column("marker", String(128), primary_key=True),
    Column("content", Text, nullable=False),
)
"""Marks of first, second and third markers of written answers; nbgrader holds one."""

JOURNAL = Table(
    "trainkit_journal",
    OURS,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("trainee", String(128), nullable=False, index=True),
    Column("notebook", String(128), nullable=False),
    Column("content", Text, nullable=False),
)
"""What was decided about a trainee, as `trainkit.grading.journal` chains it."""

ZONES = Table(
    "trainkit_zones",
    OURS,
    Column("notebook", String(128), primary_key=True),
    Column("zone", String(64), nullable=False),
)
"""The zone in which a due date was set; nbgrader keeps the moment itself, in UTC."""

HAND_INS = Table(
    "trainkit_hand_ins",
    OURS,
    Column("key", String(64), primary_key=True),
    Column("notebook", String(128), nullable=False, index=True),
    Column("trainee", String(128), nullable=False, index=True),
    Column("at", String(40), nullable=False),
    Column("content", Text, nullable=False),
)
"""What came in and what was noted then, as `trainkit.grading.handins` reads it."""


def ensure_tables(book: Any) -> None:
    """Make our tables in an open gradebook where they are missing."""
    OURS.create_all(bind=book.engine)
