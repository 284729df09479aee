"""Whether an academy's gradebook can be used: a file on a good disk, or a server that answers.

A password is never shown, whether it stands in the configuration, the environment or ~/.pgpass.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from trainkit.doctor.finding import Finding
from trainkit.doctor.place import file_system, place
from trainkit.errors import TrainkitError
from trainkit.grading.academy import CONFIG, Academy
from trainkit.grading.connecting import GRADEBOOK, INSTALL, trouble
from trainkit.grading.database import DRIVER, file_of, place_of, url_of

_PATIENCE_S = "5"


def gradebook(folder: Path, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Yield whether the gradebook of an academy can be used: one finding, two for a server.

    Args:
        folder: The academy's folder, absolute; it need not be there.
        environment: Variables; programs that synchronise name their folders there.
    """
    try:
        url = url_of(Academy(folder)) if (folder / CONFIG).is_file() else None
    except (TrainkitError, ImportError) as error:
        advice = "Mend that first: nothing can be graded before."
        yield Finding("gradebook", "fail", str(error), advice)
        return
    if url is None or url.get_backend_name() == "sqlite":
        file = file_of(url) if url else None
        where = (folder / file).parent if file else folder
        yield place(where, file_system(where), environment)
        return
    driver = driver_finding(url.drivername)
    yield from (driver, server_finding(url, driver))


def driver_finding(name: str) -> Finding:
    """Return whether the driver for a server is installed.

    Args:
        name: What the academy's configuration asks for, such as ``postgresql+psycopg``.
    """
    if name != DRIVER:
        found = f"{CONFIG} asks for the driver {name}, and trainkit's is {DRIVER}"
        advice = f"Let the line c.CourseDirectory.db_url begin with {DRIVER}://."
        return Finding("driver", "fail", found, advice)
    try:
        psycopg: Any = import_module("psycopg")
    except ImportError as error:
        reason = " ".join(str(error).split())
        found = f"psycopg does not load ({reason}), and the gradebook is on a server"
        return Finding("driver", "fail", found, f"Install it: `{INSTALL}`.")
    return Finding("driver", "ok", f"psycopg {psycopg.__version__}, for the gradebook on a server")


def server_finding(url: Any, driver: Finding) -> Finding:
    """Return whether a server answers and holds a gradebook.

    Args:
        url: Address of the database.
        driver: What was found of the driver; without it nobody is asked.
    """
    from sqlalchemy.exc import DatabaseError, InterfaceError

    where = place_of(url)
    if driver.status != "ok":
        found = f"{where} was not asked, for want of the driver"
        return Finding("gradebook", "fail", found, "Mend the driver first.")
    try:
        version, tables = _asked(url)
    except (DatabaseError, InterfaceError) as error:
        return Finding("gradebook", "fail", *trouble(error, url))
    return _held(f"{where} answers (PostgreSQL {version})", tables)


def _asked(url: Any) -> tuple[str, set[str]]:
    """Return the version of a server and the tables of a database in it."""
    from sqlalchemy import create_engine, inspect, text

    waiting = url.query.get("connect_timeout", _PATIENCE_S)
    engine = create_engine(url.update_query_dict({"connect_timeout": waiting}))
    try:
        with engine.connect() as connection:
            version = str(connection.execute(text("SHOW server_version")).scalar())
            return version.split(maxsplit=1)[0], set(inspect(connection).get_table_names())
    finally:
        engine.dispose()


def _held(answer: str, tables: set[str]) -> Finding:
    if tables >= GRADEBOOK:
        return Finding("gradebook", "ok", f"{answer} and holds a gradebook")
    if tables:
        found = f"{answer} and holds something else: {', '.join(sorted(tables)[:3])}"
        return Finding("gradebook", "fail", found, "An academy needs a database of its own.")
    advice = "`trainkit academy init` with the same --workspace and --database-url makes one."
    return Finding("gradebook", "warn", f"{answer} and holds no gradebook yet", advice)
