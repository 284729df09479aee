"""By what a person is found: ids in all spellings, address, names, pseudonym; and who is not meant.

A word is found as a whole word in any spelling and in the ways that files write it: composed or
decomposed signs, JSON, HTML and addresses of the web. An id inside the longer id of another trainee
(``ada`` in ``ada-strong``) is that other one's.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from urllib.parse import quote

from trainkit.grading.exporting.pseudonyms import same_id

_EDGE = r"(?<![^\W_]){}(?![^\W_])"


@dataclass(frozen=True)
class Person:
    """A person whose data is looked for.

    Attributes:
        id: The id, as it is compared.
        words: What tells of this person wherever it stands.
        others: Ids, addresses and names of others that hold one of the words.
        ordinary: Words of this person that stand in the course too, so that they tell nothing.
    """

    id: str
    words: tuple[str, ...]
    others: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()

    def is_id(self, name: str) -> bool:
        """Return whether a name is the person's id, in any spelling."""
        return same_id(name) == self.id

    @cached_property
    def _found(self) -> re.Pattern[str]:
        others, own = _either(self.others), _either(self.words)
        return re.compile(f"{others}|(?P<own>{own})", re.IGNORECASE)

    def in_text(self, text: str) -> bool:
        """Return whether a text tells of this person."""
        return any(match["own"] for match in self._found.finditer(text))

    def in_bytes(self, content: bytes) -> bool:
        """Return whether bytes tell of this person, read as UTF-8 or as UTF-16."""
        return any(self.in_text(text) for text in _texts(content))


def _either(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first; of no text at all where there are none."""
    spelled = {one for word in words for one in _spellings(word)}
    found = [_EDGE.format(re.escape(one)) for one in sorted(spelled, key=len, reverse=True)]
    return f"(?:{'|'.join(found)})" if found else "(?!)"


def _spellings(word: str) -> set[str]:
    ways: tuple[Callable[[str], str], ...] = (str, _json, escape, quote)
    forms = [unicodedata.normalize(form, word) for form in ("NFC", "NFD")]
    cases = [turn(form) for form in forms for turn in (str, str.lower, str.upper, str.title)]
    return {way(one) for one in cases for way in ways}


def _json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _texts(content: bytes) -> list[str]:
    found = [content.decode("utf-8", "replace")]
    if b"\0" in content:
        codes = ("utf-16-le", "utf-16-be")
        found += [content[start:].decode(code, "replace") for code in codes for start in (0, 1)]
    return found
