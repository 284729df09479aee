"""What no scenario, rule or file of ours may hold: real people, unmarked numbers, profiling.

The guard reads plain data (dictionaries, lists, strings), so that every layer can call it. It
finds what can be found by form; two people read the rest before a release.

Sources:
    FRA (2018). *Preventing unlawful profiling today and in the future: a guide*.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown

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

PROTECTED = frozenset(
    re.findall(
        r"\w+",
        "accent age ages birthplace caste citizenship citizenships disability ethnic ethnicities "
        "ethnicity faith gender genders headscarf language languages nationalities nationality "
        "race races racial religion religions religious sex sexes sexual skin tribe tribes",
    )
)
"""Words that a parameter or a feature of a rule may not be named by."""

PROTECTION = frozenset({"age", "ages", "disability", "language", "languages"})
"""Of these, words that may be used to protect: a child, a patient, who needs an interpreter."""


def require_synthetic(document: Mapping[str, Any], where: str) -> None:
    """Refuse a *document* that does not say ``synthetic = true``.

    Raises:
        TrainkitError: it does not; *where* names the file.
    """
    if document.get("synthetic") is not True:
        found = shown(document["synthetic"]) if "synthetic" in document else "nothing"
        raise TrainkitError(
            f"{where} must say 'synthetic = true' and says {found}. Only invented persons, vessels "
            "and cases are simulated here: if yours are invented, add the line; if not, stop."
        )


def require_provenance(names: Iterable[str], provenance: Mapping[str, Any], where: str) -> None:
    """Refuse when a parameter lacks its source or assumption, or a provenance lacks its parameter.

    Args:
        names: Dotted names of all parameters.
        provenance: Text by dotted name; ``*`` stands for any place of an array.
        where: The file, for the message.

    Raises:
        TrainkitError: the first that lacks; it names the key.
    """
    known = list(names)
    for pattern, text in provenance.items():
        _require_known(pattern, known, where)
        _require_marked(pattern, text, where)
    for name in known:
        if not any(covers(pattern, name) for pattern in provenance):
            raise TrainkitError(
                f"{where}: the parameter '{name}' has no provenance. Add under [provenance]: "
                f"\"{name}\" = 'source: ...' or 'assumption: ...'."
            )


def covers(pattern: str, name: str) -> bool:
    """Return whether a provenance key covers a dotted *name*.

    Examples:
        >>> covers("units.*.speed_kn", "units.3.speed_kn")
        True
        >>> covers("units.0.speed_kn", "units.3.speed_kn")
        False
    """
    keys, parts = pattern.split("."), name.split(".")
    return len(keys) == len(parts) and all(
        key == part or (key == "*" and part.isdigit())
        for key, part in zip(keys, parts, strict=True)
    )


def _require_known(pattern: str, known: list[str], where: str) -> None:
    if not any(covers(pattern, name) for name in known):
        raise TrainkitError(
            f"{where}: provenance.{pattern} is of no parameter.{nearest(pattern, known)} "
            "Take the line out or name the parameter."
        )


def _require_marked(pattern: str, text: Any, where: str) -> None:
    told = text.partition(":") if isinstance(text, str) else ("", "", "")
    if told[0].strip() not in {"source", "assumption"} or not told[2].strip():
        raise TrainkitError(
            f"{where}: provenance.{pattern} = {shown(text)} says neither 'source: ...' nor "
            "'assumption: ...'. Readers must see which numbers are published and which are ours."
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


def require_lawful_features(
    features: Iterable[str], where: str, purpose: str = "enforcement"
) -> None:
    """Refuse parameters and features of rules that are named by a protected characteristic.

    Args:
        features: Dotted names.
        where: Rule or file, for the message.
        purpose: With ``protection``, age, child, health, language and interpreter may be used.

    Raises:
        TrainkitError: the first that is not lawful (red line R3).
    """
    refused = PROTECTED - PROTECTION if purpose == "protection" else PROTECTED
    for feature in features:
        found = sorted(refused & _words(feature))
        if found:
            raise TrainkitError(
                f"{where}: '{feature}' uses the protected characteristic '{found[0]}'. Nobody is "
                "picked by what they are: use what was seen or done, or the purpose 'protection'."
            )


def _words(feature: str) -> set[str]:
    """Return the words of a name; the age of a thing in hours is no person's age."""
    words = set(re.split(r"[^a-z]+", feature.lower()))
    return words - {"age"} if {"h", "min"} & words else words
