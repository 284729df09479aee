"""Where a course key may lie and who may read it."""

from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.kernel.secretfile import checkout_of, mending, readers

_HANDED_ON = ("source", "release", "submitted", "autograded", "feedback", "inbox", "exchange")


def require_place(path: Path, academy: Path) -> None:
    """Refuse a place from which a course key would be handed on.

    Args:
        path: File of the key; it need not be there.
        academy: The academy's folder.

    Raises:
        TrainkitError: it lies in a folder that trainees get or fill, or in a checkout.
    """
    place, folder = path.resolve(), academy.resolve()
    if any(place.is_relative_to(folder / name) for name in _HANDED_ON):
        raise TrainkitError(
            f"The course key may not lie in {place.parent}: it would be released, or is within "
            f"reach of trainees. {_elsewhere(place)}"
        )
    checkout = checkout_of(place)
    if checkout:
        raise TrainkitError(
            f"The course key may not lie in {checkout}: that is a checkout of git, and a key that "
            f"was committed once is known to all who fetch it. {_elsewhere(place)}"
        )


def _elsewhere(path: Path) -> str:
    if not path.exists():
        return "Name another file with --course-key."
    return (
        "Move it, with the older keys beside it, to a folder of your own, and name it in the "
        "academy's nbgrader_config.py (c.ScoreAnswers.course_key_file)."
    )


def require_private(path: Path) -> None:
    """Refuse a key that everybody on this machine may read or change.

    Raises:
        TrainkitError: they may; it says the command that mends it.
        OSError: there is no such file.
    """
    if readers(path) == "everybody":
        raise TrainkitError(
            f"Everybody on this machine may use the course key {path}, so it is no secret. Mend "
            f"it with `{mending(path)}`. If somebody may have read it, make a new one: `trainkit "
            "academy rotate-key`."
        )
