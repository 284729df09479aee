"""Making an academy: folders, configuration, secret and gradebook, each where there is none."""

import os
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.academy import CONFIG, Academy
from trainkit.grading.connecting import require_room, tables_in
from trainkit.grading.coursekey import make_secret
from trainkit.grading.database import database_url, line_of, password_note, place_of, url_of
from trainkit.grading.exchange.keypair import (
    academy_key,
    academy_key_file,
    fingerprint,
    public_part,
)
from trainkit.grading.nbgrader_use import gradebook

FOLDERS = ("source", "release", "submitted", "autograded", "feedback", "inbox", "logs")


def database_line(folder: Path, given: str) -> str:
    """Return the line of the configuration for a database that can be used.

    Args:
        folder: The academy's folder.
        given: Address of the database, as the user gave it.

    Raises:
        TrainkitError: it cannot be used, or the academy is there already with another one.
    """
    url = database_url(given, folder)
    before = url_of(Academy(folder)) if (folder / CONFIG).is_file() else url
    if place_of(before) != place_of(url):
        raise TrainkitError(
            f"The academy in {folder} is there already, with its gradebook in {place_of(before)}. "
            "Move it with every mark by `trainkit academy move --database-url URL`, or make an "
            "academy in another folder."
        )
    require_room(url)
    return f"{line_of(url)}\n"


def found(folder: Path, text: str, secret: Path) -> list[str]:
    """Make what an academy lacks, and return what was done, a line each.

    Args:
        folder: The academy's folder.
        text: Its configuration.
        secret: File of its course key, where the configuration that is there names none.

    Raises:
        TrainkitError: the key may not lie there, or the gradebook cannot be made.
        OSError: the folder cannot be written.
    """
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    done = [_once(folder / ".gitignore", "*\n"), _once(folder / CONFIG, text)]
    academy = Academy(folder)
    key = academy.course_key_file if academy.setting("course_key_file") else secret
    return [*done, make_secret(key, folder), *_signing_key(academy), *_gradebook(academy)]


def _signing_key(academy: Academy) -> list[str]:
    """Make the key with which an academy signs, where it has a place for one."""
    if not academy.setting("course_key_file"):
        return []
    path = academy_key_file(academy)
    before = path.exists()
    own = fingerprint(public_part(academy_key(academy)))
    state = "is there already and stays as it is" if before else "made"
    return [f"{path} (signing key) {state}. Trainees compare its figures: {own}."]


def _once(path: Path, text: str) -> str:
    """Write a file where there is none; its owner alone may read it, as it may hold a password."""
    if path.exists():
        return f"{path} is there already and stays as it is."
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return f"{path} made."


def _gradebook(academy: Academy) -> list[str]:
    url = url_of(academy)
    before = tables_in(url)
    with gradebook(academy):
        pass
    what = f"{place_of(url)} (gradebook)"
    told = f"{what} is there already and stays as it is." if before else f"{what} made."
    return [told, *password_note(url, academy.folder / CONFIG)]
