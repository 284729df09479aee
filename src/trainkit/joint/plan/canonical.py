"""One text for one meaning: the canonical text of a plan, and its hash.

The canonical text is UTF-8 JSON of the plan without its approvals:

* keys sorted by code point, no space between tokens;
* texts in Unicode's composed form (NFC), with every run of white space as one space;
* an instant in UTC, such as ``2031-05-03T18:00:00Z``, whatever clock wrote it;
* a whole number without a fraction (12.0 is 12), any other as its shortest exact decimal;
* lists in their order, since the order of corners draws the area.

Signs that a reader cannot see (controls, marks of direction, joiners of no width) are refused, so
that two people never sign one text and see two. The hash is SHA-256 of that text, in hexadecimal.
Text, hash and signatures are a device of this exercise; no paper asks for them.

Sources:
    Unicode Standard Annex 15, *Unicode Normalization Forms*; NIST (2015), FIPS 180-4.
"""

import hashlib
import json
import math
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from trainkit.errors import TrainkitError, shown

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def canonical(content: Any, where: str = "the plan") -> str:
    """Return the canonical text of what a plan holds.

    Args:
        content: Tables, lists, texts, numbers, truths and instants.
        where: What is read, for messages.

    Raises:
        TrainkitError: it holds a value that has no canonical form; it names the key.

    Examples:
        >>> canonical({"b": 12.0, "a": "two   words"})
        '{"a":"two words","b":12}'
    """
    return json.dumps(
        _plain(content, where), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def digest_of(content: Any, where: str = "the plan") -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal figures."""
    return hashlib.sha256(canonical(content, where).encode()).hexdigest()


def _plain(value: Any, where: str) -> Any:
    if isinstance(value, int | float):
        return _number(value, where)
    if isinstance(value, str):
        return text(value, where)
    if isinstance(value, datetime):
        return instant(value, where)
    if isinstance(value, Mapping):
        return _table(value, where)
    if isinstance(value, list | tuple):
        return [_plain(one, f"{where}.{place}") for place, one in enumerate(value)]
    raise TrainkitError(
        f"{where} = {shown(value)} has no canonical form. Write a text, a number, true or false, "
        "or a date with time and zone."
    )


def _table(value: Mapping[str, Any], where: str) -> dict[str, Any]:
    found = {
        text(key, f"a key of {where}"): _plain(one, f"{where}.{key}") for key, one in value.items()
    }
    if len(found) < len(value):
        raise TrainkitError(f"{where} holds one key twice, in two forms. Leave one of them.")
    return found


def _number(value: float, where: str) -> float | int:
    if isinstance(value, bool):
        return value
    if not math.isfinite(value):
        raise TrainkitError(f"{where} = {value} is no number that a plan may hold. Write a figure.")
    return int(value) if value == int(value) else value


def text(value: str, where: str = "the text") -> str:
    """Return a text in its canonical form.

    Raises:
        TrainkitError: it holds a sign that a reader cannot see.
    """
    whole = " ".join(unicodedata.normalize("NFC", value).split())
    unseen = next((one for one in whole if unicodedata.category(one) in _UNSEEN), None)
    if unseen is not None:
        raise TrainkitError(
            f"{where} holds the sign U+{ord(unseen):04X}, which a reader cannot see. Type the text "
            "again: both sides must read what they sign."
        )
    return whole


def instant(value: datetime, where: str = "the instant") -> str:
    """Return an instant in its canonical form.

    Raises:
        TrainkitError: it has no zone.
    """
    if value.tzinfo is None:
        raise TrainkitError(
            f"{where} = {value.isoformat()} has no zone: two clocks would read two instants. Write "
            f"it as {value.isoformat()}+02:00, with the offset of your clock on that day."
        )
    return value.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
