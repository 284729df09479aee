"""Who is learning: the trainee's id, the same for notebook, folder, hub and gradebook."""

import os
import re
import unicodedata

from trainkit.errors import TrainkitError, shown

_LONGEST = 64
_MARKS = frozenset("._-@")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def trainee_id(text: object) -> str:
    """Return a trainee's id as it is compared and hashed: composed, stripped, in small letters.

    Args:
        text: What was typed, or came from a hub, a folder or a gradebook.

    Raises:
        TrainkitError: it is empty, too long, or no safe name of a folder on every system.

    Examples:
        >>> trainee_id(" Ada-Strong ")
        'ada-strong'
    """
    name = unicodedata.normalize("NFC", text).strip().lower() if isinstance(text, str) else ""
    if not name:
        raise TrainkitError("A trainee id is needed, such as 'ada-strong'.")
    if not _safe(name):
        raise TrainkitError(
            f"The trainee id {shown(text, 60)} cannot be used. Take 1 to {_LONGEST} letters, "
            "figures and the marks . _ - @, beginning and ending with a letter or figure, and no "
            "name that Windows keeps for itself, such as 'con'."
        )
    return name


def _safe(name: str) -> bool:
    known = all(sign.isalnum() or sign in _MARKS for sign in name)
    ends = name[0].isalnum() and name[-1].isalnum()
    short = len(name) <= _LONGEST and len(name.encode("utf-8", "replace")) <= 2 * _LONGEST
    return known and ends and short and not _RESERVED.match(name)


def announced_id() -> str | None:
    """Return the id that this machine or its hub announces, or None."""
    for variable in ("TRAINKIT_TRAINEE", "JUPYTERHUB_USER"):
        if os.environ.get(variable, "").strip():
            return trainee_id(os.environ[variable])
    return None
