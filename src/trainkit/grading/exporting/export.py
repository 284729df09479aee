"""One export: marks in one of the formats into a file, noted in the journal."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.exporting.marks import Chosen, Marks, chosen_marks
from trainkit.grading.exporting.pseudonyms import academy_pseudonyms
from trainkit.grading.exporting.sheets import moodle_csv, nbgrader_csv, own_csv
from trainkit.grading.exporting.writing import csv_text, write_whole
from trainkit.grading.exporting.xapi import HOME_PAGE, xapi_lines
from trainkit.grading.journal import note
from trainkit.kernel.chain import STATEMENT

Format = Literal["csv", "nbgrader", "moodle", "xapi"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True)
class Exported:
    """What an export wrote.

    Attributes:
        marks: How many final marks.
        held_back: How many wait for a marker and were left out.
        without: How many rows have no mark at all: missing, or not graded.
    """

    marks: int
    held_back: int
    without: int


def export_marks(
    academy: Academy,
    book: Any,
    form: Format,
    to: Path,
    chosen: Chosen,
    who: str,
    key_table: Path | None = None,
    home_page: str = HOME_PAGE,
) -> Exported:
    """Write marks to a file, and note it in the journal; the caller commits.

    Args:
        academy: The academy.
        book: Its open gradebook.
        form: The format.
        to: The file.
        chosen: Which marks, and under which names.
        who: Who exports.
        key_table: Also write who is behind which pseudonym to this file, for its owner alone.
        home_page: The academy's address, for xAPI.

    Raises:
        TrainkitError: a name is unknown, or a file cannot be written.
    """
    if key_table and not chosen.pseudonyms:
        raise TrainkitError("A key table says who is behind a pseudonym: give --pseudonyms too.")
    found = chosen_marks(academy, book, chosen)
    final = sum(one.row.final is not None for one in found.marks)
    done = Exported(final, found.held_back, len(found.marks) - final - found.held_back)
    _note(book, who, form, chosen, done)
    text = _text(book, form, found, home_page)
    write_whole(to, text.encode("utf-8" if form == "xapi" else "utf-8-sig"))
    if key_table:
        write_whole(key_table, _key_table(academy, book).encode("utf-8-sig"), mode=0o600)
    return done


def _text(book: Any, form: Format, found: Marks, home_page: str) -> str:
    if form == "xapi":
        return xapi_lines(found, home_page)
    if form == "nbgrader":
        return nbgrader_csv(found, {one.name: one for one in book.assignments})
    return moodle_csv(found) if form == "moodle" else own_csv(found)


def _key_table(academy: Academy, book: Any) -> str:
    aliases = academy_pseudonyms(academy, [one.id for one in book.students])
    rows = [
        {"trainee": name, "pseudonym": alias, "statement": STATEMENT}
        for name, alias in sorted(aliases.items())
    ]
    return csv_text(("trainee", "pseudonym", "statement"), rows)


def _note(book: Any, who: str, form: Format, chosen: Chosen, done: Exported) -> None:
    """Note that there was an export, and nothing that tells of whom."""
    content = {
        "format": form,
        "pseudonymous": chosen.pseudonyms,
        "provisional": chosen.provisional,
        "marks": done.marks,
        "held_back": done.held_back,
    }
    notebook = chosen.notebooks[0] if len(chosen.notebooks) == 1 else ""
    note(book, "exported", who, notebook=notebook, content=content)
