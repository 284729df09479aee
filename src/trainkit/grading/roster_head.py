"""The first line of a list of trainees: which column is which, in three languages."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.grading.sheet_text import Line

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "trainee", "trainee id", "student", "student id", "username", "user", "login",
           "matricola", "codice", "sicil", "sicil no", "ogrenci no", "kullanici", "kullanici adi"),
    "last_name": ("last name", "lastname", "surname", "family name", "cognome", "soyad", "soyadi"),
    "first_name": ("first name", "firstname", "given name", "nome", "ad", "adi", "isim"),
    "email": ("email", "e mail", "mail", "email address", "e posta", "eposta",
              "posta elettronica"),
}  # fmt: skip
"""Our columns, and how they are headed in English, Italian and Turkish, in small plain letters."""
_DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"


def columns(path: Path, head: Line) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the place of each of our columns, and a note on those that are not ours.

    Args:
        path: The list, for the reader.
        head: Its first line.

    Raises:
        TrainkitError: there is no column of ids, or two columns for one thing.
    """
    known = {alias: name for name, aliases in COLUMNS.items() for alias in aliases}
    places: dict[str, int] = {}
    others = []
    for place, title in enumerate(head.cells):
        name = known.get(_plain(title))
        if name in places:
            raise TrainkitError(
                f"The list {path} has two columns for {name}: {shown(head.cells[places[name]])} "
                f"and {shown(title)}. Take one out."
            )
        if name:
            places[name] = place
        elif title:
            others.append(title)
    _require_id(path, head, places)
    told = f"not taken from the list: {shown(', '.join(others), 200)}"
    return places, (told,) if others else ()


def _require_id(path: Path, head: Line, places: Mapping[str, int]) -> None:
    if "id" not in places:
        raise TrainkitError(
            f"The first line of {path} names no column of ids; it says "
            f"{shown(', '.join(head.cells), 200)}.{_hint(head)} Head the columns id, last_name, "
            "first_name and email; `trainkit enrol --template FILE` writes an example."
        )


def _hint(head: Line) -> str:
    return next(filter(None, (nearest(_plain(one), COLUMNS["id"]) for one in head.cells)), "")


def _plain(title: str) -> str:
    """Return a heading in small letters, without accents and signs.

    Examples:
        >>> _plain("E-Posta"), _plain("SOYADI"), _plain("Soyadı "), _plain("Öğrenci_No")
        ('e posta', 'soyadi', 'soyadi', 'ogrenci no')
    """
    apart = unicodedata.normalize("NFKD", title.casefold().replace(_DOTLESS, "i"))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", bare).strip()
