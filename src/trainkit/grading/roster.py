"""A list of trainees as a spreadsheet saves it: who is in it, and which rows are bad and why."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainkit.errors import TrainkitError, shown
from trainkit.grading.exchange.zipping import write_file
from trainkit.grading.roster_head import columns
from trainkit.grading.sheet_text import Line, decoded, lines
from trainkit.lessons.regular import regular_bytes
from trainkit.lessons.trainee import trainee_id

TEMPLATE = (
    "id;last_name;first_name;email\r\n"
    "ada-strong;Strong;Ada;ada@example.org\r\n"
    "ben-novice;Novice;Ben;\r\n"
)
_LARGEST_BYTES = 5_000_000
_LONGEST = 128  # nbgrader's own columns
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Person:
    """A trainee in a list.

    Attributes:
        id: Id of the trainee.
        last_name: Last name; empty where it is not given.
        first_name: First name, or empty.
        email: Address, or empty.
    """

    id: str
    last_name: str = ""
    first_name: str = ""
    email: str = ""


@dataclass(frozen=True)
class BadRow:
    """A row that is not taken.

    Attributes:
        line: Its line in the file.
        what: What is wrong with it and what to do, in sentences.
    """

    line: int
    what: str


@dataclass(frozen=True)
class Roster:
    """What a list holds.

    Attributes:
        people: Those of good rows, each id once.
        bad: The others.
        notes: What should be known of the list.
    """

    people: tuple[Person, ...]
    bad: tuple[BadRow, ...] = ()
    notes: tuple[str, ...] = field(default=())


def read_roster(path: Path) -> Roster:
    """Return the trainees in a CSV file.

    Args:
        path: The file, as Excel or another spreadsheet saves it.

    Raises:
        TrainkitError: the file cannot be read, is empty, or has no column of ids.
    """
    try:
        content = regular_bytes(path.expanduser().resolve(), _LARGEST_BYTES)
        rows = list(lines(decoded(content)))
    except (OSError, ValueError) as error:
        raise TrainkitError(f"The list {path} cannot be read: {error}.") from error
    except TrainkitError as error:
        raise TrainkitError(f"The list {path} cannot be read. {error}") from error
    if not rows:
        raise TrainkitError(
            f"The list {path} is empty. `trainkit enrol --template {path.stem}-example.csv` writes "
            "an example."
        )
    places, notes = columns(path, rows[0])
    return _roster(rows[1:], len(rows[0].cells), places, notes)


def _roster(
    rows: Sequence[Line], width: int, places: Mapping[str, int], notes: tuple[str, ...]
) -> Roster:
    people: dict[str, Person] = {}
    at: dict[str, int] = {}
    bad = []
    for row in rows:
        try:
            person = _person(row, width, places)
            _require_new(person, people, at)
        except TrainkitError as error:
            bad.append(BadRow(row.number, str(error)))
            continue
        people[person.id], at[person.id] = person, row.number
    return Roster(tuple(people.values()), tuple(bad), notes)


def _require_new(person: Person, people: Mapping[str, Person], at: Mapping[str, int]) -> None:
    if person.id not in people:
        return
    if people[person.id] == person:
        raise TrainkitError(f"It says the same as line {at[person.id]}. Take one of them out.")
    raise TrainkitError(
        f"The id '{person.id}' is on line {at[person.id]} already, for somebody else. That line "
        "was taken; give this trainee another id."
    )


def _person(row: Line, width: int, places: Mapping[str, int]) -> Person:
    if any(row.cells[width:]):
        raise TrainkitError(
            f"It has {len(row.cells)} cells, and the first line has {width}. A name with the "
            "separator in it belongs in quotation marks."
        )
    cells = {name: _cell(row, place) for name, place in places.items()}
    for name in ("last_name", "first_name"):
        _require_name(cells.get(name, ""))
    _require_address(cells.get("email", ""))
    return Person(**{**cells, "id": trainee_id(cells["id"])})


def _cell(row: Line, place: int) -> str:
    text = row.cells[place] if place < len(row.cells) else ""
    return unicodedata.normalize("NFC", text)


def _require_name(name: str) -> None:
    if name.startswith(_FORMULA):
        raise TrainkitError(
            f"The name {shown(name, 60)} begins as a formula, which a spreadsheet would run when "
            "the marks are opened. Write the name without that sign."
        )
    if len(name) > _LONGEST or not name.isprintable():
        raise TrainkitError(
            f"The name {shown(name, 60)} is too long or holds signs that cannot be shown. Write "
            f"it on one line, in at most {_LONGEST} letters."
        )


def _require_address(email: str) -> None:
    name, at, host = email.partition("@")
    sound = bool(name and at and host) and "@" not in host and not re.search(r"[\s,;]", email)
    if email and not (sound and len(email) <= _LONGEST and not email.startswith(_FORMULA)):
        raise TrainkitError(
            f"{shown(email, 60)} is no e-mail address. Correct it, or leave the cell empty."
        )


def write_template(path: Path) -> None:
    """Write an example of a list, as Excel opens it; nothing is overwritten.

    Raises:
        TrainkitError: the file is there already, or cannot be written.
    """
    if path.exists():
        raise TrainkitError(f"{path} is there already and is not overwritten. Name another file.")
    write_file(path, TEMPLATE.encode("utf-8-sig"))
