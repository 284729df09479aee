"""Refused values in one paragraph: key, value, bound, unit, and the known name most like it."""

from collections.abc import Mapping, Sequence
from typing import Any

from trainkit import guard
from trainkit.errors import TrainkitError, nearest, shown
from trainkit.model.declaration import Declaration, declarations
from trainkit.model.spec import Spec

_BOUNDS = {"greater_than_equal", "less_than_equal", "greater_than", "less_than"}
_EXPECTED = {
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "a text in quotes",
    "bool_type": "true or false",
    "tuple_type": "an array",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "dict_type": "a table",
    "finite_number": "a finite number",
}
_PLAIN = {"tuple_type": "a tuple", "int_type": "int(...)", "float_type": "float(...)"}
"""What lists and NumPy's numbers must be made in a program; a file's have been made it already."""


def refusal(
    flaws: Sequence[Mapping[str, Any]], spec: type[Spec], where: str, under: str = ""
) -> TrainkitError:
    """Return the error that says one of the *flaws* that validation found.

    An unknown key comes first, since what is missing is often the same key misspelt; before it, a
    protected characteristic, which is refused by its name.

    Args:
        flaws: Validation errors: each with type, loc, input, msg and ctx.
        spec: The declared parameters, for units, bounds and names.
        where: Scenario and file, or the spec's own name.
        under: Name of the table that holds them in a file.
    """
    try:
        _require_lawful_words(flaws, where)
    except TrainkitError as unlawful:
        return unlawful
    rows = declarations(spec)
    more = f" {len(flaws) - 1} more after this one." if len(flaws) > 1 else ""
    worst = min(flaws, key=lambda flaw: flaw["type"] != "extra_forbidden")
    return TrainkitError(f"{where}: {_sentence(worst, rows, under)}{more}")


def _require_lawful_words(flaws: Sequence[Mapping[str, Any]], where: str) -> None:
    """Refuse a protected characteristic by its name, before it is refused as unknown."""
    for flaw in flaws:
        if flaw["type"] == "extra_forbidden":
            guard.require_lawful_features(".".join(map(str, flaw["loc"])), where)
        if flaw["type"] == "literal_error" and isinstance(flaw["input"], str):
            guard.require_lawful_features(flaw["input"], where)


def _sentence(flaw: Mapping[str, Any], rows: list[Declaration], under: str) -> str:
    key = ".".join(str(part) for part in (under, *flaw["loc"]) if part != "")
    declared = _declaration(flaw["loc"], rows)
    if flaw["type"] == "extra_forbidden":
        return _unknown(flaw["loc"], rows, key)
    if flaw["type"] == "missing":
        return f"the key '{key}' is missing.{_meaning(declared)}"
    named = f"{key} = {shown(flaw['input'])}" if key else shown(flaw["input"])
    return (
        f"{named} is refused: {_reason(flaw, declared)}.{_hint(flaw, declared)}{_meaning(declared)}"
    )


def _reason(flaw: Mapping[str, Any], declared: Declaration | None) -> str:
    if flaw["type"] in _BOUNDS and declared:
        return f"it must be {_bounds(declared)}"
    if flaw["type"] == "literal_error" and declared and declared.choices:
        return f"it is none of {', '.join(map(repr, declared.choices))}"
    if flaw["type"] in _EXPECTED:
        unit = f" in {declared.unit}" if declared and declared.unit else ""
        return f"it is not {_EXPECTED[flaw['type']]}{unit}"
    return " ".join(str(flaw["msg"]).split()).removeprefix("Value error, ").rstrip(".")


def _hint(flaw: Mapping[str, Any], declared: Declaration | None) -> str:
    word = flaw["input"]
    if flaw["type"] in _PLAIN and (isinstance(word, list) or hasattr(word, "item")):
        return f" Write it as {_PLAIN[flaw['type']]}."
    if not declared or not isinstance(word, str) or len(word) > 100:
        return ""
    return nearest(word, declared.choices)


def _bounds(declared: Declaration) -> str:
    unit = f" {declared.unit}" if declared.unit else ""
    if declared.low is None:
        return f"at most {declared.high:g}{unit}"
    if declared.high is None:
        return f"at least {declared.low:g}{unit}"
    return f"from {declared.low:g} to {declared.high:g}{unit}"


def _meaning(declared: Declaration | None) -> str:
    if not declared or not declared.meaning:
        return ""
    return f" It is: {' '.join(declared.label.split())}."


def _unknown(loc: Sequence[str | int], rows: list[Declaration], key: str) -> str:
    known = known_at(loc[:-1], rows)
    name = str(loc[-1])
    hint = nearest(name, known)
    listed = f" Known are {', '.join(known)}." if known else ""
    return f"the key {shown(key)} is not known.{hint}{listed}"


def known_at(loc: Sequence[str | int], rows: list[Declaration]) -> list[str]:
    """Return the names that a table at *loc* may hold."""
    path = generic(loc)
    parts = [row.name.split(".") for row in rows]
    return list(dict.fromkeys(p[len(path)] for p in parts if _begins(p, path)))


def _begins(parts: list[str], path: list[str]) -> bool:
    return parts[: len(path)] == path and len(parts) > len(path)


def generic(loc: Sequence[str | int]) -> list[str]:
    """Return the parts of a name with ``*`` for every place of an array."""
    return ["*" if str(part).isdigit() else str(part) for part in loc]


def _declaration(loc: Sequence[str | int], rows: list[Declaration]) -> Declaration | None:
    """Return the declaration of a place; that of its array when the place is a bare number."""
    exact, whole = ".".join(generic(loc)), ".".join(generic(loc[:-1]))
    by_name = {row.name: row for row in rows}
    return by_name.get(exact) or by_name.get(whole)
