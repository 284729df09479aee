"""Until when a trainee's own copy is due, as commands show it."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

_WIDTH = 100


def due_of(place: Path) -> dict[str, Any] | None:
    """Return until when a copy is due, by the release beside it; None where it never is.

    Args:
        place: Folder of the trainee's own copy.
    """
    from trainkit.grading.exchange.dates import both
    from trainkit.grading.exchange.terms import away_words, late_words, release_beside
    from trainkit.lessons.answers import now

    release = release_beside(place)
    if release is None or release.due is None:
        return None
    due, at = release.due, now()
    return {
        "at": due.at.isoformat(),
        "zone": due.zone,
        "shown": both(due),
        "passed": at > due.at,
        "away": away_words(due.at, at),
        "late": late_words(release.rules) if release.rules else "",
    }


def notes_on(place: Path) -> list[str]:
    """Return what a trainee should know of the release beside a copy, a sentence each."""
    from trainkit.grading.exchange.manifest import NAME
    from trainkit.grading.exchange.terms import was_changed

    if not was_changed(place):
        return []
    told = (
        f"Note: {NAME} beside the notebook was changed after the academy had signed it, so no due "
        "date is shown. Ask your instructor until when it is due."
    )
    return [told]


def show_due(due: Mapping[str, Any]) -> None:
    """Print until when a copy is due, and what being late costs."""
    when = f"Due on {due['shown']}; {due['away']}."
    granted = "Where an extension was granted to you, that counts instead."
    print(fill(" ".join(filter(None, (when, due["late"], granted))), _WIDTH))
