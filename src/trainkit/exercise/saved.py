"""An exercise on disk: seed and orders, written whole or not at all."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError

_PARTS: Mapping[str, tuple[type, ...]] = {
    "seed": (int,),
    "replication": (int,),
    "now_h": (int, float),
    "orders": (list,),
}


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write an exercise beside its old file, then put it in its place.

    Raises:
        TrainkitError: it cannot be written; what was there before is still there.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump(content, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise TrainkitError(
            f"The exercise cannot be saved in {path}: {error.strerror}. What was saved before is "
            "still there. Make room or choose another folder, and save again."
        ) from error


def read(path: Path, fingerprint: str) -> Mapping[str, Any]:
    """Return a saved exercise.

    Args:
        path: The file.
        fingerprint: Fingerprint of the scenario that is played.

    Raises:
        TrainkitError: it cannot be read, or was played in another scenario.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"{path} cannot be read as a saved exercise: {error}. Take the last copy that can, or "
            "begin anew with the same seed and orders."
        ) from error
    if not isinstance(found, dict) or any(
        not isinstance(found.get(name), kind) for name, kind in _PARTS.items()
    ):
        raise TrainkitError(
            f"{path} is no saved exercise: it needs {', '.join(_PARTS)}. Save one with "
            "exercise.save(path)."
        )
    if found.get("fingerprint") != fingerprint:
        raise TrainkitError(
            f"{path} was played in another version of '{found.get('scenario')}', where the same "
            "orders would meet another night. Open it with the scenario that it was saved with."
        )
    return found
