"""A file says that it is invented, and of each number where it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
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
    covering = {name: tuple(_covering(name)) for name in names}
    known = {pattern for patterns in covering.values() for pattern in patterns}
    for pattern, text in provenance.items():
        _require_known(pattern, known, covering, where)
        _require_marked(pattern, text, where)
    for name, patterns in covering.items():
        if not any(pattern in provenance for pattern in patterns):
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
    return pattern in _covering(name)


def _covering(name: str) -> Iterator[str]:
    """Yield the keys that cover a name: itself, and with ``*`` in place of its numbers."""
    choices = [(part, "*") if part.isdigit() else (part,) for part in name.split(".")]
    return map(".".join, product(*choices))


def _require_known(pattern: str, known: set[str], names: Iterable[str], where: str) -> None:
    if pattern not in known:
        raise TrainkitError(
            f"{where}: provenance.{pattern} is of no parameter.{nearest(pattern, names)} "
            "Take the line out or name the parameter."
        )


def _require_marked(pattern: str, text: Any, where: str) -> None:
    told = text.partition(":") if isinstance(text, str) else ("", "", "")
    if told[0].strip() not in {"source", "assumption"} or not told[2].strip():
        raise TrainkitError(
            f"{where}: provenance.{pattern} = {shown(text)} says neither 'source: ...' nor "
            "'assumption: ...'. Readers must see which numbers are published and which are ours."
        )
