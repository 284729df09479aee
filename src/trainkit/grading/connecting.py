"""Reaching a database: what may go wrong, in one paragraph each, and never with a password."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.database import DRIVER, file_of, patient, place_of

INSTALL = 'python -m pip install "trainkit[postgresql]"'
_ADVICE = {
    "password authentication failed": "Check the user and the password: the variable PGPASSWORD, "
    "or the line of this server in ~/.pgpass (on Windows %APPDATA%\\postgresql\\pgpass.conf).",
    "no password supplied": "Give the password in the variable PGPASSWORD, or in ~/.pgpass (on "
    "Windows %APPDATA%\\postgresql\\pgpass.conf), which only you may read.",
    "does not exist": "Ask who runs the server to make it: createdb --owner USER DATABASE.",
    "permission denied": "Ask who runs the server for an own database: createdb --owner USER "
    "DATABASE.",
    "database is locked": "Another program writes to it; wait until it is done, and try again.",
    "file is not a database": "Bring a copy of the file back. Without one, move it away, build and "
    "grade again: what was marked by hand is lost then.",
    "malformed": "Bring a copy of the file back; it was damaged, as happens on network shares.",
    "readonly database": "Ask for the right to write there.",
    "too many": "Close programs that use it, or ask who runs the server for more connections.",
}
GRADEBOOK = {"assignment", "submitted_assignment", "grade"}
"""Tables of which a gradebook has more."""
_REFUSED = {"42501", "25006"}
"""PostgreSQL's codes of a missing right and of a server that only reads."""
_REACH = (
    "Check that the server runs, that host and port are right, and that no firewall stands "
    "between; then try again."
)


@contextmanager
def in_words(url: Any) -> Iterator[None]:
    """Say what goes wrong with a database in one paragraph.

    Raises:
        TrainkitError: the driver is missing, or the database cannot be reached or used.
    """
    from sqlalchemy.exc import DatabaseError, InterfaceError

    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        if not _is_the_servers(error):
            raise
        raise TrainkitError(" ".join(trouble(error, url))) from error
    except ModuleNotFoundError as error:
        if error.name not in {"psycopg", "psycopg2"}:
            raise
        raise TrainkitError(_without_driver(error.name, url)) from error
    except ImportError as error:
        if "pq wrapper" not in str(error):
            raise
        raise TrainkitError(_without_driver("psycopg", url)) from error


def _is_the_servers(error: Any) -> bool:
    """Return whether a database failed for what it is, not for a statement of ours."""
    from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

    if isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError:
        return True
    return getattr(error.orig, "sqlstate", None) in _REFUSED


def trouble(error: Any, url: Any) -> tuple[str, str]:
    """Return what is wrong with a database and what to do, a sentence each, without a password.

    Args:
        error: What SQLAlchemy raised.
        url: Address of the database.
    """
    said = " ".join(str(error.orig).split()) or "it does not say why"
    advice = next((advice for sign, advice in _ADVICE.items() if sign in said), _REACH)
    return f"The gradebook in {place_of(url)} cannot be used: {said.rstrip('.?')}.", advice


def _without_driver(name: str, url: Any) -> str:
    if name == "psycopg2":
        return (
            f"The gradebook in {place_of(url)} is named with another driver than trainkit's: let "
            f"c.CourseDirectory.db_url in nbgrader_config.py begin with {DRIVER}://."
        )
    return (
        f"The gradebook in {place_of(url)} needs the driver psycopg, which is not installed here. "
        f"Install it with `{INSTALL}`, then try again."
    )


@contextmanager
def engine_of(url: Any) -> Iterator[Any]:
    """Give SQLAlchemy's engine for a database; all its connections are closed afterwards.

    Raises:
        TrainkitError: the database cannot be reached or used.
    """
    from sqlalchemy import create_engine

    with in_words(url):
        engine = create_engine(patient(url))
        try:
            yield engine
        finally:
            engine.dispose()


def tables_in(url: Any) -> list[str]:
    """Return the names of the tables of a database; none where SQLite's file is not there.

    Raises:
        TrainkitError: the database cannot be reached.
    """
    from sqlalchemy import inspect

    file = file_of(url)
    if file and not file.exists():
        return []
    with engine_of(url) as engine:
        return sorted(inspect(engine).get_table_names())


def require_room(url: Any) -> None:
    """Refuse a database that holds something else, or in which this user may not make tables.

    Raises:
        TrainkitError: it does, there is no such right, or the database cannot be reached.
    """
    found = tables_in(url)
    if found and not set(found) >= GRADEBOOK:
        raise TrainkitError(
            f"There is something else than a gradebook in {place_of(url)}: {', '.join(found[:5])}. "
            "An academy needs a database of its own."
        )
    if not found and not file_of(url):
        _require_right_to_make(url)


def _require_right_to_make(url: Any) -> None:
    from sqlalchemy import text

    asked = text(
        "SELECT current_user, current_schema(), "
        "coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)"
    )
    with engine_of(url) as engine, engine.connect() as connection:
        user, schema, may = connection.execute(asked).one()
    if not may:
        raise TrainkitError(
            f"The user {user} may not make tables in {place_of(url)}. Ask who runs the server "
            f"for: GRANT CREATE ON SCHEMA {schema or 'public'} TO {user}; or for a database that "
            f"belongs to {user}."
        )
