"""A logbook on disk: JSON lines, each holding the hash of the line before.

The chain holds simulation time only, so the same run gives the same bytes. It shows what was
altered, taken out, put in or moved; it has no key, so it orders and explains, and proves nothing
against someone who writes the whole file anew.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Kind, Logbook, entry_type

STATEMENT = (
    "EXERCISE - SYNTHETIC DATA. Training aid. Not evidence, not intelligence, not a forecast, "
    "not legal advice, not for operational or individual decisions."
)
_FIRST = "0" * 64
_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


@dataclass(frozen=True)
class Flaw:
    """The first line of a file that is not as it was written.

    Attributes:
        line: Number of the line, from 1.
        what: altered, missing, out of order, or cut off, in a sentence.
    """

    line: int
    what: str


def canonical(content: Any) -> str:
    """Return *content* as JSON with sorted keys and no spaces: one text for one content."""
    return _CANONICAL.encode(content)


def digest_of(content: Any) -> str:
    """Return the hash of *content*, in hexadecimal figures: the same for the same content."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def link(content: Mapping[str, Any], previous: str) -> dict[str, Any]:
    """Return *content* as a link of a chain: with the hash before it and its own."""
    body = {**content, "previous": previous}
    return {**body, "hash": digest_of(body)}


def save(logbook: Logbook, path: Path, header: Mapping[str, Any] | None = None) -> None:
    """Write *logbook* to *path*, with a *header* that says what was run; whole or not at all.

    Raises:
        TrainkitError: the file cannot be written; one that was there before stays as it was.
    """
    part = _beside(path)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(canonical(line) + "\n" for line in _links(logbook, header or {}))
        part.replace(path)
    except OSError as error:
        _forget(part, path)
        raise TrainkitError(
            f"The logbook could not be written to {path}: {error.strerror}. Choose another place."
        ) from error


def _beside(path: Path) -> Path:
    """Return where a file is made before it takes its name; a device or a folder has none."""
    special = path.exists() and not path.is_file()
    return path if special else path.with_name(f"{path.name}.{os.getpid()}.part")


def _forget(part: Path, path: Path) -> None:
    with suppress(OSError):
        if part != path:
            part.unlink()


def _links(logbook: Logbook, header: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    previous = _FIRST
    for content in _contents(logbook, header):
        line = link(content, previous)
        previous = line["hash"]
        yield line


def _contents(logbook: Logbook, header: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    kinds = [
        {"name": kind.name, "facts": list(kind.facts), "choices": dict(kind.choices)}
        for kind in logbook.kinds
    ]
    yield {
        "statement": STATEMENT,
        "header": dict(header),
        "kinds": kinds,
        "subjects": list(logbook.subjects),
    }
    for entry in logbook:
        yield {
            "sequence": entry.sequence,
            "time_h": entry.time_h,
            "kind": entry.kind,
            "subject": entry.subject,
            "facts": entry.facts,
        }
    yield {"entries": len(logbook)}


def verify(path: Path) -> Flaw | None:
    """Return the first flaw of a saved logbook, or None when it is whole.

    Raises:
        TrainkitError: the file cannot be read.
    """
    return _read(path)[1]


def load(path: Path) -> Logbook:
    """Return a saved logbook.

    Raises:
        TrainkitError: the file cannot be read, or is not whole.
    """
    lines, flaw = _read(path)
    if flaw:
        raise TrainkitError(
            f"{path} is not the logbook that was saved: line {flaw.line} {flaw.what}. "
            "Run the scenario again with the seed of its first line to get it back."
        )
    return _logbook(lines[0], lines[1:-1])


def _read(path: Path) -> tuple[list[dict[str, Any]], Flaw | None]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TrainkitError(f"The logbook {path} could not be read: {error}.") from error
    return _follow(text)


def _follow(text: str) -> tuple[list[dict[str, Any]], Flaw | None]:
    lines: list[dict[str, Any]] = []
    previous = _FIRST
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _parse(raw)
        what = _flaw(line, previous, number)
        if line is None or what:
            return lines, Flaw(number, what or "is no line of a logbook")
        lines.append(line)
        previous = str(line["hash"])
    if not lines or "entries" not in lines[-1]:
        return lines, Flaw(len(lines) + 1, "is missing: the file was cut off before its end")
    return lines, None


def _parse(raw: str) -> dict[str, Any] | None:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) and {"hash", "previous"} <= line.keys() else None


def _flaw(line: dict[str, Any] | None, previous: str, number: int) -> str:
    """Return what is wrong with a line that should follow the hash *previous*."""
    if line is None:
        return "is cut off or is no line of a logbook"
    content = {key: value for key, value in line.items() if key not in {"hash", "previous"}}
    if link(content, str(line["previous"]))["hash"] != line["hash"]:
        return "was altered"
    if line["previous"] == previous:
        return ""
    expected = number - 2
    found = content.get("sequence", content.get("entries", expected))
    if isinstance(found, int) and found > expected:
        return f"should hold entry {expected} and holds {found}: entries before it are missing"
    return "is out of order"


def _logbook(head: Mapping[str, Any], lines: list[dict[str, Any]]) -> Logbook:
    kinds = tuple(
        Kind(k["name"], tuple(k["facts"]), {n: tuple(w) for n, w in k["choices"].items()})
        for k in head["kinds"]
    )
    subjects = tuple(head["subjects"])
    numbers = {kind.name: number for number, kind in enumerate(kinds)}
    entries = np.zeros(len(lines), dtype=entry_type(kinds))
    entries["facts"] = np.nan
    for place, line in enumerate(lines):
        kind = numbers[line["kind"]]
        values = kinds[kind].encode(line["facts"])
        entries[place] = (line["time_h"], kind, subjects.index(line["subject"]), np.nan)
        entries["facts"][place, : len(values)] = values
    return Logbook(kinds, subjects, entries)
