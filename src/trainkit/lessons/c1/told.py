"""What a marker must know of the case beside the plan that a trainee has written."""

from trainkit.lessons.c1.case import Situation


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the investigation plan must know of the case."""
    high, low, rest = case.week.priors
    tips = next(kind for kind in case.week.kinds if kind.role == "repeated")
    return (
        f"{case.persons} people leave a flat in Alder before dawn and work in {case.setting}. "
        f"Before the week the team believes A (smuggled, now free to go) to {high} %, B (held and "
        f"exploited) to {low} % and C (lawful agency work) to {rest} %. Two analysts have forty "
        f"hours each. Of the {tips.told.lower()} {tips.repeats} in 100 repeat an earlier one. "
        "Borea could be asked about the journey. Calls for help come twice a week."
    )
