"""The course key: the secret of an academy, under which hidden luck is drawn."""

import hashlib
import os
import secrets
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.keysafety import require_place, require_private
from trainkit.kernel.secretfile import write_secret

_KEY_BYTES = 32


def read_secret(path: Path, config: Path) -> bytes:
    """Return a course key.

    Args:
        path: Its file.
        config: The configuration of the academy that names it.

    Raises:
        TrainkitError: it is missing, too short to be one, lies where it would be handed on, or
            everybody may read it.
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
    require_place(path, config.parent)
    require_private(path)
    return found


def fingerprint(key: bytes) -> str:
    """Return what a course key is known by; it tells nothing of the key."""
    return hashlib.sha256(b"fingerprint\0" + key).hexdigest()[:16]


def own_secret(folder: Path) -> Path:
    """Return where an academy's secret lies by default: in the user's settings, in no checkout."""
    from platformdirs import user_config_path

    home = Path(os.environ.get("TRAINKIT_CONFIG") or user_config_path("trainkit", appauthor=False))
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    return home / "course-keys" / f"{name}.key"


def make_secret(path: Path, folder: Path) -> str:
    """Make the course key of the academy in *folder* once, readable by its owner alone.

    Raises:
        TrainkitError: it would lie where it is handed on, or everybody may read the one there.
    """
    require_place(path, folder)
    if path.exists():
        require_private(path)
        return f"{path} (course key) is there already and stays as it is."
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_secret(path, secrets.token_bytes(_KEY_BYTES))
    return f"{path} (course key) made: keep a copy in a safe place, never in a repository."
