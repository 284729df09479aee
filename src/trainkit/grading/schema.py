"""The tables of a new gradebook, as nbgrader's own code and migrations have them.

nbgrader asks the program ``alembic`` which version its tables are of, which takes three seconds and
fails where programs in an environment are blocked. The same library answers in this process.
"""

from typing import Any

from sqlalchemy import Column, MetaData, String, Table, insert, inspect

from trainkit.grading.connecting import engine_of

VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
"""Of which version nbgrader's tables are; nbgrader makes it by hand."""


def ensure_schema(url: Any) -> None:
    """Make nbgrader's tables in a database that has none; one that has any stays as it is.

    Args:
        url: Address of the database, as SQLAlchemy has it.
    """
    from nbgrader.api import Base

    with engine_of(url) as engine, engine.begin() as connection:
        if inspect(connection).get_table_names():
            return
        Base.metadata.create_all(connection)
        VERSION.create(connection)
        connection.execute(insert(VERSION).values(version_num=newest()))


def newest() -> str:
    """Return the version of nbgrader's newest migration."""
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR

    return str(ScriptDirectory(ALEMBIC_DIR).get_current_head())
