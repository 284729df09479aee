"""Refused values in one paragraph: key, value, bound, unit, and the known name most like it."""

from collections.abc import Mapping, Sequence
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.model import Declaration, Spec, declarations

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


def refusal(flaws: Sequence[Mapping[str, Any]], spec: type[Spec], where: str) -> TrainkitError:
    """Return the error that says one of the *flaws* that validation found.

    An unknown key comes first, since what is missing is often the same key misspelt.

    Args:
        flaws: Validation errors: each with type, loc, input, msg and ctx.
        spec: The declared parameters, for units, bounds and names.
        where: Scenario and file.
    """
    rows = declarations(spec)
    more = f" {len(flaws) - 1} more after this one." if len(flaws) > 1 else ""
    worst = min(flaws, key=lambda flaw: flaw["type"] != "extra_forbidden")
    return TrainkitError(f"{where}: {_sentence(worst, rows)}{more}")


def _sentence(flaw: Mapping[str, Any], rows: list[Declaration]) -> str:
    key = ".".join(str(part) for part in flaw["loc"])
    declared = _declaration(flaw["loc"], rows)
    if flaw["type"] == "extra_forbidden":
        return _unknown(flaw["loc"], rows)
    if flaw["type"] == "missing":
        return f"the key 'parameters.{key}' is missing.{_meaning(declared)}"
    return (
        f"{'.'.join(filter(None, ('parameters', key)))} = {shown(flaw['input'])} is refused: "
        f"{_reason(flaw, declared)}.{_hint(flaw, declared)}{_meaning(declared)}"
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
    return f" It is: {declared.label}."


def _unknown(loc: Sequence[str | int], rows: list[Declaration]) -> str:
    known = known_at(loc[:-1], rows)
    name = str(loc[-1])
    hint = nearest(name, known)
    listed = f" Known are {', '.join(known)}." if known else ""
    key = ".".join(str(part) for part in loc)
    return f"the key {shown('parameters.' + key)} is not known.{hint}{listed}"


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
