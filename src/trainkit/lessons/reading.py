"""Reading an answers file, whatever it holds: each line is a record or a flaw, never an exception.

The file lies on the trainee's machine and may be cut off, edited, merged or forged. Its chain
orders and explains; it has no key and proves nothing. A line whose chain is broken is still a
record, and is pointed out.
"""

import json
import math
from codecs import BOM_UTF8
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from trainkit.kernel.chain import canonical, link
from trainkit.lessons.records import EVENTS, FIRST, UNREAD, Answers, Flaw, Record
from trainkit.lessons.regular import regular_bytes

_LARGEST_BYTES = 4_000_000
_LONGEST_LINE = 200_000
_MOST_LINES = 20_000
_DEEPEST = 8
_LONGEST_ID = 64
_LONGEST_REASON = 4_000


class _FlawError(ValueError):
    """A line is no record; says why, as a sentence's end."""


def read(path: Path) -> Answers:
    """Return the records of an answers file; a missing file has none.

    Args:
        path: The file. Links and what is no regular file are not followed.

    Returns:
        Records and flaws; nothing is raised for what the file holds.
    """
    try:
        content = regular_bytes(path, _LARGEST_BYTES)
    except FileNotFoundError:
        return Answers()
    except (OSError, ValueError) as error:
        return Answers(flaws=(Flaw(0, f"{UNREAD}: {error}"),))
    return parse(content)


def parse(content: bytes) -> Answers:
    """Return the records in the bytes of an answers file."""
    records: list[Record] = []
    flaws: list[Flaw] = []
    previous = FIRST
    for number, raw in enumerate(content.removeprefix(BOM_UTF8).split(b"\n"), start=1):
        if number > _MOST_LINES:
            flaws.append(Flaw(number, "and what follows is left out: there are too many lines"))
            break
        if not raw.strip():
            continue
        try:
            line = _line(raw)
            record = _record(line)
        except (ValueError, RecursionError) as error:
            flaws.append(Flaw(number, _said(error)))
            continue
        flaws += _chain(number, line, record, previous, len(records))
        records.append(record)
        previous = record.hash
    return Answers(tuple(records), tuple(flaws))


def _said(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "is no text in UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return "is cut off or is no JSON"
    return "is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _line(raw: bytes) -> dict[str, Any]:
    if len(raw) > _LONGEST_LINE:
        raise _FlawError(f"has {len(raw):,} bytes; {_LONGEST_LINE:,} are allowed")
    line = json.loads(
        raw.decode("utf-8"), parse_constant=_no_number, parse_int=_whole, parse_float=_real
    )
    if not isinstance(line, dict):
        raise _FlawError("is no record")
    if _depth(line) > _DEEPEST:
        raise RecursionError
    if b"\\u" in raw:
        canonical(line).encode()  # half a sign, such as \ud800, is no text that could be kept
    return line


def _no_number(name: str) -> Any:
    raise _FlawError(f"holds {name}, which is no number")


def _whole(text: str) -> int:
    if len(text) > 20:
        raise _FlawError("holds a number of too many figures")
    return int(text)


def _real(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _FlawError(f"holds {text[:20]}, which is too large for a number")
    return value


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def _record(line: Mapping[str, Any]) -> Record:
    """Return the record in a line.

    Raises:
        _FlawError: a part is missing or of the wrong type.
    """
    sequence = line.get("sequence")
    if isinstance(sequence, bool) or not isinstance(sequence, int):
        raise _FlawError("has no number in its 'sequence'")
    if line.get("event") not in EVENTS:
        raise _FlawError(f"has none of the events {', '.join(EVENTS)}")
    words = [
        _text(line, name, longest)
        for name, longest in (
            ("task", _LONGEST_ID),
            ("reason", _LONGEST_REASON),
            ("at", _LONGEST_ID),
            ("hash", _LONGEST_ID),
        )
    ]
    task, reason, at, hash_ = words
    return Record(sequence, task, str(line["event"]), line.get("value"), reason, at, hash_)


def _text(line: Mapping[str, Any], name: str, longest: int) -> str:
    found = line.get(name, "")
    if not isinstance(found, str) or len(found) > longest:
        raise _FlawError(f"has no text of at most {longest} signs in its '{name}'")
    found.encode("utf-8")
    return found


def _chain(
    number: int, line: Mapping[str, Any], record: Record, previous: str, expected: int
) -> list[Flaw]:
    """Return what is wrong with a line's place in the chain and with its time."""
    found = []
    content = {name: part for name, part in line.items() if name not in {"hash", "previous"}}
    try:
        own = link(content, str(line.get("previous")))["hash"]
    except ValueError:
        own = ""
    if own != record.hash:
        found.append(Flaw(number, "was altered after it was written"))
    elif line.get("previous") != previous or record.sequence != expected:
        found.append(Flaw(number, "does not follow the line before it"))
    return [*found, *([] if _has_zone(record.at) else [Flaw(number, "has no time with a zone")])]


def _has_zone(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
