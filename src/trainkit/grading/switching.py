"""Letting an academy's configuration name another database: one line of it, or none.

The configuration is code of the instructor. Only a line that names the present database in plain
words is replaced; where there is none, one is put behind the call of ``configure``.
"""

import ast
import re
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import CONFIG, Academy
from trainkit.grading.database import line_of, place_of, url_of

_NAMED = re.compile(r"^c\.CourseDirectory\.db_url[ \t]*=[ \t]*(?P<value>.*)$", re.MULTILINE)
_CONFIGURED = re.compile(r"^configure\(c, .*\)[ \t]*$", re.MULTILINE)


def switch(academy: Academy, url: Any) -> None:
    """Let the configuration of an academy name another database.

    Args:
        academy: The academy.
        url: Address of the database.

    Raises:
        TrainkitError: the line must be written by hand.
        OSError: the configuration cannot be written.
    """
    path = academy.folder / CONFIG
    before = path.read_bytes().decode("utf-8")  # with the ends of lines that it has
    after = _with_line(before, line_of(url))
    if after is None:
        raise TrainkitError(_by_hand(academy, url))
    _replace(path, after)
    if url_of(Academy(academy.folder)) != url:  # a line further below says something else
        _replace(path, before)
        raise TrainkitError(_by_hand(academy, url))


def _with_line(text: str, line: str) -> str | None:
    """Return a configuration with the line in its place; None where that is not plain."""
    named, configured = list(_NAMED.finditer(text)), list(_CONFIGURED.finditer(text))
    if len(named) == 1 and _is_text(named[0]["value"]):
        return text[: named[0].start()] + line + text[named[0].end() :]
    if named or "db_url" in text or len(configured) != 1:
        return None
    return f"{text[: configured[0].end()]}\n{line}{text[configured[0].end() :]}"


def _is_text(value: str) -> bool:
    with suppress(ValueError, SyntaxError):
        return isinstance(ast.literal_eval(value.strip()), str)
    return False


def _by_hand(academy: Academy, url: Any) -> str:
    shown = url.render_as_string(hide_password=True)
    return (
        f"All rows are in {place_of(url)}, but {academy.folder / CONFIG} names its database in a "
        "way of your own, so it stays as it is and the old database still counts. Let it say "
        f"c.CourseDirectory.db_url = {shown!r}, with the password for *** if there is one."
    )


def _replace(path: Path, text: str) -> None:
    """Replace a file in one step; its owner alone may read it, as it may hold a password."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".part-", delete=False) as file:
        file.write(text.encode())
    try:
        Path(file.name).replace(path)
    except BaseException:
        Path(file.name).unlink(missing_ok=True)
        raise
