"""nbgrader in this process: its API on an academy, with its noise in the academy's log.

Importing nbgrader takes two seconds, so it happens here and only when it is needed.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.connecting import in_words
from trainkit.grading.database import patient, url_of
from trainkit.grading.jsonschema_use import import_jsonschema


@contextmanager
def nbgrader_api(academy: Academy) -> Iterator[Any]:
    """Give nbgrader's API on an academy; what it logs goes to ``logs/nbgrader.log``."""
    with _quiet(academy):
        from nbgrader.apps import NbGraderAPI
        from nbgrader.coursedir import CourseDirectory

        config = academy.config
        yield NbGraderAPI(coursedir=CourseDirectory(config=config), config=config)


@contextmanager
def gradebook(academy: Academy) -> Iterator[Any]:
    """Give the open gradebook of an academy, with tables of ours in it.

    Raises:
        TrainkitError: its database cannot be reached or used.
    """
    url = url_of(academy)
    with _quiet(academy), in_words(url):
        from nbgrader.api import Gradebook
        from nbgrader.coursedir import CourseDirectory

        from trainkit.grading.schema import ensure_schema
        from trainkit.grading.tables import ensure_tables

        directory = CourseDirectory(config=academy.config)
        ensure_schema(patient(url))
        with Gradebook(patient(url), directory.course_id) as book:
            ensure_tables(book)
            yield book


def require_success(result: Any, what: str) -> None:
    """Raise what nbgrader found when it did not succeed.

    Raises:
        TrainkitError: it did not.
    """
    if result and not result.get("success"):
        raise TrainkitError(f"{what} failed in nbgrader: {reason(result)}")


def reason(result: Any) -> str:
    """Return why nbgrader failed, as its last error says it, without a traceback."""
    lines = str(result.get("error") or result.get("log") or "").strip().splitlines()
    told = [line for line in str(result.get("log") or "").splitlines() if "TrainkitError: " in line]
    chosen = told[-1] if told else (lines or ["it does not say why"])[-1]
    return chosen.rpartition("Error: ")[2].strip() or chosen.strip()


@contextmanager
def _quiet(academy: Academy) -> Iterator[None]:
    """Write what nbgrader logs and warns of to a file instead of the console."""
    from traitlets.log import get_logger

    log: Any = get_logger()
    handlers, propagate, level = list(log.handlers), log.propagate, log.level
    file = _log_file(academy.folder / "logs" / "nbgrader.log")
    log.handlers, log.propagate = [file], False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import_jsonschema()
            yield
    finally:
        log.handlers, log.propagate = handlers, propagate
        log.setLevel(level)
        file.close()


def _log_file(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
