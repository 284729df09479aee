"""What a marker must know of the case beside the proposal that a trainee has written."""

from trainkit.lessons.c5.case import Situation
from trainkit.lessons.c5.plan import DAYS

_ABOUT = {
    "plain": "a plain collision",
    "unsure": "a match of which Borea was unsure and asked in writing",
    "risk": "a collision in which an officer of Alder could come to harm",
}


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the proposal must know of the case."""
    months = case.months
    return (
        f"A joint team takes {months.setup_days:.0f} days to be set up; an answer from police to "
        f"police takes about {months.police_days:.0f} days. Each team knows about "
        f"{100 * months.known_abroad:.0f} % of the aides in the other State. At full capacity the "
        f"network sends {months.departures:.0f} boats a week and begins to exploit "
        f"{months.exploited:.0f} people a month. The plan covers {DAYS} days. The notice was about "
        f"{_ABOUT[case.circumstance]}."
    )
