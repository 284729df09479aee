"""Who gives a command: the name that the journal keeps."""

import getpass

_NOBODY = "instructor"


def who_acts(given: str | None) -> str:
    """Return who acts: the name that was given, or this machine's user.

    Args:
        given: What stands behind ``--by``; None or blank when nothing does.

    Examples:
        >>> who_acts(" M. Oak ")
        'M. Oak'
    """
    if given and given.strip():
        return given.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine that knows no users
        return _NOBODY
