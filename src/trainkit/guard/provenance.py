"""A file says that it is invented, and of each number where it comes from."""

from collections.abc import Iterable, Mapping
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown


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
