"""Identifiers of somebody real, and help for offenders, found by form in plain data."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from trainkit.errors import TrainkitError

_PERSONAL = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"),
    "an IBAN": re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"),
    "an IMO number": re.compile(r"\bIMO\W{0,3}(?:no\.?|number)?\W{0,3}\d{7}\b", re.IGNORECASE),
    "an MMSI": re.compile(r"\bMMSI\W{0,3}\d{9}\b|(?<![\d.])[2-7]\d{8}(?![\d.])", re.IGNORECASE),
    "a telephone number": re.compile(
        r"(?<![\w+])(?:\+|00)\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)"
        r"|\b(?:tel|phone|telephone|mobile)\b\W{0,3}\d(?:[ ()./-]{0,2}\d){5,14}",
        re.IGNORECASE,
    ),
}

_OFFENDER_BENEFIT = re.compile(
    r"\bhow to (?:avoid|bribe|conceal|evade|forge|hide|smuggle)\b"
    r"|\b(?:avoid|escape|evad|slip past)\w* (?:the |a )?"
    r"(?:border guard|coast guard|detection|patrol|radar|surveillance)"
    r"|\b(?:coverage|detection|patrol|radar|surveillance) (?:blind spot|gap|hole)s?\b"
    r"|\b(?:fare|fee|price)s? (?:a|for each|for one|per) "
    r"(?:crossing|head|migrant|passenger|person)",
    re.IGNORECASE,
)


def require_invented(content: Any, where: str) -> None:
    """Refuse strings that look like a real person's or vessel's identifiers, or help offenders.

    Args:
        content: Anything made of dictionaries, lists and strings.
        where: The file, for the message.

    Raises:
        TrainkitError: the first that is found; it names the key and the kind, not the finding.
    """
    for key, text in _strings(content, ""):
        for kind, pattern in _PERSONAL.items():
            if pattern.search(text):
                raise TrainkitError(
                    f"{where}: {key or 'the text'} holds what looks like {kind}. Nothing real may "
                    "stand in a scenario; use an invented name without digits instead."
                )
        _require_no_offender_benefit(key, text, where)


def _require_no_offender_benefit(key: str, text: str, where: str) -> None:
    found = _OFFENDER_BENEFIT.search(text)
    if found:
        raise TrainkitError(
            f"{where}: {key or 'the text'} says '{found.group()}'. Nothing that helps offenders "
            "(prices, gaps, ways to evade) may stand in a scenario; describe the duty instead."
        )


def _strings(content: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(content, str):
        yield key, content
    elif isinstance(content, Mapping):
        for name, value in content.items():
            yield f"{key} (a key)".strip(), str(name)
            yield from _strings(value, f"{key}.{name}".strip("."))
    elif isinstance(content, list | tuple):
        for place, value in enumerate(content):
            yield from _strings(value, f"{key}.{place}".strip("."))
