"""Names with dots: reaching into tables and arrays of tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown


def frozen(value: Any) -> Any:
    """Return *value* with tuples for lists and plain numbers for NumPy's, at any depth."""
    if isinstance(value, Mapping):
        return {key: frozen(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return tuple(frozen(member) for member in value)
    if hasattr(value, "tolist"):  # NumPy's scalars and arrays
        return frozen(value.tolist())
    return frozen(value.model_dump()) if hasattr(value, "model_dump") else value


def flat(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a nested table by dotted names.

    Examples:
        >>> flat({"units": {"*": {"speed_kn": "assumption: class"}}})
        {'units.*.speed_kn': 'assumption: class'}
    """
    return dict(_flat(table, ""))


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def replaced(value: Any, name: str, new: Any, where: str) -> Any:
    """Return a copy of nested *value* with *new* at the dotted *name*.

    Raises:
        TrainkitError: there is no such name; the message has the name most like it.
    """
    if not isinstance(name, str):
        raise TrainkitError(f"{where}: a parameter is named by text, not by {shown(name)}.")
    return _replaced(value, name.split("."), 0, new, where)


def _replaced(value: Any, parts: list[str], depth: int, new: Any, where: str) -> Any:
    if depth == len(parts):
        return new
    key = _key(value, parts, depth, where)
    member = _replaced(value[key], parts, depth + 1, new, where)
    if isinstance(value, tuple):
        return (*value[:key], member, *value[key + 1 :])
    return {**value, key: member}


def _key(value: Any, parts: list[str], depth: int, where: str) -> Any:
    part, above = parts[depth], ".".join(parts[:depth])
    if isinstance(value, tuple):
        if part.isdecimal() and len(part) < 10 and int(part) < len(value):
            return int(part)
        _refuse(where, parts, f"'{above}' has {len(value)} members, numbered from 0, and no {part}")
    if isinstance(value, Mapping):
        if part in value:
            return part
        if depth == 0 and part == "parameters" and len(parts) > 1:
            _refuse(where, parts, f"names begin below that table. Write {'.'.join(parts[1:])}")
        known = [f"{above}.{key}".strip(".") for key in value] + ["horizon_h"] * (depth == 0)
        hint = nearest(".".join(parts[: depth + 1]), known)
        _refuse(where, parts, f"there is no such parameter.{hint} Known are {', '.join(known)}")
    return _refuse(where, parts, f"'{above}' is one value and has nothing inside")


def _refuse(where: str, parts: list[str], reason: str) -> None:
    raise TrainkitError(f"{where}: {shown('.'.join(parts))} cannot be set: {reason}.")
