"""The course key: the secret of an academy, under which hidden luck is drawn."""

import hashlib
import os
import secrets
from pathlib import Path

from trainkit.errors import TrainkitError

_KEY_BYTES = 32


def read_secret(path: Path, config: Path) -> bytes:
    """Return a course key.

    Args:
        path: Its file.
        config: The configuration that names it, for the reader of an error.

    Raises:
        TrainkitError: it is missing, or too short to be one.
    """
    try:
        found = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise TrainkitError(
            f"The course key {path} cannot be read: {error}. Without it no answer is scored, and "
            "with a new one marks would change. Bring the file back, or name it in "
            f"{config} (c.ScoreAnswers.course_key_file)."
        ) from error
    if len(found) < _KEY_BYTES:
        raise TrainkitError(f"The course key {path} is too short; it holds {_KEY_BYTES} bytes.")
    return found


def own_secret(folder: Path) -> Path:
    """Return where an academy's secret lies by default: in the user's settings, in no checkout."""
    from platformdirs import user_config_path

    home = Path(os.environ.get("TRAINKIT_CONFIG") or user_config_path("trainkit", appauthor=False))
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return home / "course-keys" / f"{name}.key"


def make_secret(path: Path, folder: Path) -> str:
    """Make the course key once, readable by its owner alone."""
    if path.exists():
        return f"{path} (course key) is there already and stays as it is."
    if path.is_relative_to(folder / "release") or path.is_relative_to(folder / "source"):
        raise TrainkitError(f"The course key may not lie in {path.parent}: it would be released.")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
        file.write(secrets.token_hex(_KEY_BYTES) + "\n")
    return f"{path} (course key) made: keep a copy in a safe place, never in a repository."
