"""A scenario file as it stands on disk: read, and its head checked."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit import guard
from trainkit.errors import TrainkitError, nearest, shown

REQUIRED = (
    "id", "title", "model", "horizon_h", "seed", "synthetic", "parameters", "provenance",
)  # fmt: skip
OPTIONAL = ("content_note", "generator")
LONGEST_HORIZON_H = 87_660.0
_LARGEST_BYTES = 4_000_000
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Head:
    """What a scenario file says besides its parameters."""

    id: str
    title: str
    model: str
    horizon_h: float
    seed: int
    content_note: str


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file.

    Raises:
        TrainkitError: it is missing, cannot be read, is too large, or is not UTF-8.
    """
    try:
        raw = _bytes(path)
    except (OSError, ValueError) as error:
        raise TrainkitError(f"{path} could not be read: {_reason(error)}.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise TrainkitError(
            f"{path} is not UTF-8: line {line} holds the byte 0x{raw[error.start]:02x}. Save it "
            "again with the encoding UTF-8."
        ) from error


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(_LARGEST_BYTES + 1)
    if len(raw) > _LARGEST_BYTES:
        raise ValueError(f"it is larger than {_LARGEST_BYTES:,} bytes")
    return raw


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        TrainkitError: it cannot be read, or is not TOML; the message names the line.
    """
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise TrainkitError(f"{path} is nested too deeply to be a scenario.") from error
    except ValueError as error:
        raise TrainkitError(
            f"{path} is not TOML: {' '.join(str(error).split())}. The file may be cut off, or a "
            "quote, bracket or equals sign may be missing there."
        ) from error


def head(document: Mapping[str, Any], where: str) -> Head:
    """Return the checked head of a scenario *document*.

    Raises:
        TrainkitError: a key is unknown, missing, or has a value that it may not have.
    """
    require_keys(document, REQUIRED, OPTIONAL, where)
    guard.require_synthetic(document, where)
    return Head(
        id=_id(document["id"], where),
        title=_text(document, "title", where),
        model=_text(document, "model", where),
        horizon_h=horizon_h(document["horizon_h"], where),
        seed=seed(document["seed"], where),
        content_note=_text(document, "content_note", where) if "content_note" in document else "",
    )


def require_keys(
    document: Mapping[str, Any], required: tuple[str, ...], optional: tuple[str, ...], where: str
) -> None:
    """Refuse a *document* with a key too many or too few.

    Raises:
        TrainkitError: the first such key, with the known key most like it.
    """
    for key in document:
        if key not in required + optional:
            hint = nearest(key, required + optional)
            raise TrainkitError(
                f"{where} has the key {shown(key)}, which is not known.{hint} "
                f"Known are {', '.join(required + optional)}."
            )
    for key in required:
        if key not in document:
            raise TrainkitError(f"{where} lacks the key '{key}'. Copy its line from a template.")


def _id(value: Any, where: str) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise TrainkitError(
            f"{where}: id = {shown(value)} is refused. An id is small letters and digits joined "
            "by hyphens, such as 'two-agency-search'."
        )
    return value


def _text(document: Mapping[str, Any], key: str, where: str) -> str:
    value = document[key]
    if not isinstance(value, str) or not value.strip():
        raise TrainkitError(f"{where}: {key} = {shown(value)} is refused: write a text in quotes.")
    return value


def horizon_h(value: Any, where: str) -> float:
    """Return a horizon in hours.

    Raises:
        TrainkitError: it is not a number over 0 and at most ten years.
    """
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (number and math.isfinite(_float(value)) and 0 < value <= LONGEST_HORIZON_H):
        raise TrainkitError(
            f"{where}: horizon_h = {shown(value)} is refused. It is the simulated time in hours: "
            f"a number over 0 and at most {LONGEST_HORIZON_H:g} h (ten years)."
        )
    return float(value)


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf


def seed(value: Any, where: str) -> int:
    """Return a seed.

    Raises:
        TrainkitError: it is not a whole number of 64 bits.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 64:
        raise TrainkitError(
            f"{where}: seed = {shown(value)} is refused. A seed is a whole number from 0 to "
            "2**64 - 1 (18446744073709551615)."
        )
    return value
