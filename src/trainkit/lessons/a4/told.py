"""What a marker must know of the case beside the decision log that a trainee has written."""

from trainkit.lessons.a4.case import Situation
from trainkit.lessons.a4.evening import clock


def told(case: Situation) -> str:
    """Return what a reader of the decision log must know of the evening."""
    moments = " ".join(f"{clock(one.minute)}: {one.told}" for one in case.evening)
    return (
        f"The six moments of this evening. {moments} An entry whose hour is that of the event and "
        "whose writing came later must say so; a record with yesterday's hour is a red line."
    )
