"""Where an academy's gradebook lies: a file of SQLite, or a database of PostgreSQL.

An address may hold a password, so it is never shown: `place_of` is what a reader sees. PostgreSQL's
own ways work without one in it: the variable ``PGPASSWORD``, the file ``~/.pgpass``, or
``?passfile=FILE`` at the end of the address.

SQLite keeps its rollback journal. Its write-ahead log would be faster for many writers at once, but
it does not work on a network share, and a copy of ``gradebook.db`` alone would lack the last marks.
A busy gradebook is waited for instead.

Sources:
    SQLite, *Write-Ahead Logging*, section 1: all processes must be on one machine.
"""

import re
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.academy import Academy

DRIVER = "postgresql+psycopg"
_FILE = "gradebook.db"
_POSTGRESQL = ("postgresql", "postgres", DRIVER)
_PATIENCE_S = "30"
_CONNECT_S = "10"
_EXAMPLE = "postgresql://user@host:5432/database"


def database_url(text: str, folder: Path) -> Any:
    """Return the address of a database as SQLAlchemy and nbgrader take it.

    Args:
        text: What the user gave, such as ``postgresql://sam@db.example/grades``.
        folder: The academy's folder, from which a relative path of SQLite counts.

    Raises:
        TrainkitError: it is no address of a database that trainkit knows.
    """
    scheme, _, rest = text.partition("://")
    if not rest:
        raise TrainkitError(_no_address(text, folder))
    if scheme == "sqlite":
        return _sqlite(rest.removeprefix("/"), folder)
    if scheme not in _POSTGRESQL:
        raise TrainkitError(
            f"trainkit keeps no gradebook in '{_shown(scheme)}'.{nearest(scheme, _POSTGRESQL)} "
            f"Give --database-url as {_EXAMPLE}, or leave it out for a file of SQLite."
        )
    return _postgresql(rest)


def _shown(scheme: str) -> str:
    return scheme if re.fullmatch(r"[\w+.-]{1,40}", scheme) else "what was given"


def _no_address(text: str, folder: Path) -> str:
    """Say what is missing; a text with a sign of a password in it is not shown."""
    what = "What was given" if "@" in text else f"'{text}'"
    name = text if text.endswith((".db", ".sqlite", ".sqlite3")) else _FILE
    return (
        f"{what} is not the address of a database. PostgreSQL's looks like {_EXAMPLE}. For a file "
        f"of SQLite leave --database-url out, or give it as sqlite:///{folder / name}."
    )


def _sqlite(path: str, folder: Path) -> Any:
    from sqlalchemy.engine import URL

    file = path.partition("?")[0]
    if file in {"", ":memory:"}:
        raise TrainkitError("A gradebook needs a file: sqlite:///FOLDER/gradebook.db.")
    return URL.create("sqlite", database=str((folder / file).resolve()))


def _postgresql(rest: str) -> Any:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(f"{DRIVER}://{rest}")
    except (ArgumentError, ValueError) as error:  # its words would show the password
        raise TrainkitError(
            f"The address of the database cannot be read. It looks like {_EXAMPLE}; write signs "
            "such as @ : / in a name or a password as %40 %3A %2F."
        ) from error
    if not url.database and "service" not in url.query:
        raise TrainkitError(f"The address names no database at its end. It looks like {_EXAMPLE}.")
    hidden = url.query.get("password")
    url = url.set(password=hidden) if isinstance(hidden, str) else url
    url = url.difference_update_query(["password"])
    return url.update_query_dict({"connect_timeout": url.query.get("connect_timeout", _CONNECT_S)})


def url_of(academy: Academy) -> Any:
    """Return the address of an academy's gradebook, as its configuration says it.

    Raises:
        TrainkitError: it cannot be read.
    """
    from sqlalchemy.engine import URL, make_url
    from sqlalchemy.exc import ArgumentError

    given = str(academy.config.CourseDirectory.get("db_url", "") or "")
    if not given:
        return URL.create("sqlite", database=str(academy.folder / _FILE))
    try:
        return make_url(given)
    except (ArgumentError, ValueError) as error:
        raise TrainkitError(
            f"The line c.CourseDirectory.db_url in {academy.folder}'s nbgrader_config.py is not "
            f"the address of a database. It looks like {_EXAMPLE}."
        ) from error


def written(url: Any) -> str:
    """Return an address with its password, as a configuration needs it."""
    return str(url.render_as_string(hide_password=False))


def line_of(url: Any) -> str:
    """Return the line of a configuration that names a database."""
    return f"c.CourseDirectory.db_url = {written(url)!r}"


def password_note(url: Any, config: Path) -> list[str]:
    """Return what to say of a password that stands in a configuration: a line, or none."""
    if not url.password:
        return []
    told = (
        f"Note: the password of the database stands in clear in {config}, which only you should "
        "be able to read. Better leave it out there and keep it in ~/.pgpass."
    )
    return [told]


def patient(url: Any) -> Any:
    """Return an address as it is opened: SQLite waits while another program writes."""
    if file_of(url) and "timeout" not in url.query:
        return url.update_query_dict({"timeout": _PATIENCE_S})
    return url


def file_of(url: Any) -> Path | None:
    """Return the file of SQLite, or None for a database on a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def place_of(url: Any) -> str:
    """Return where a gradebook lies, for a reader: without user, password and options."""
    file = file_of(url)
    if file:
        return str(file)
    name = url.database or url.query.get("service")
    return f"the database {name} on {url.host or 'this machine'}{_port(url)}"


def _port(url: Any) -> str:
    return f":{url.port}" if url.port else ""
