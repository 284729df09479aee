"""What the parameters of a day may not be together."""

from collections.abc import Iterator

from trainkit.case.interview.account import shares
from trainkit.case.interview.people import subjects
from trainkit.case.interview.spec import DaySpec


def contradictions(spec: DaySpec) -> Iterator[str]:
    """Yield, in sentences, what cannot be.

    Raises:
        TrainkitError: people or interpreters cannot be told apart, or one is missing.
    """
    subjects(spec)
    total = sum(shares(spec).values())
    if abs(total - 1.0) > 1e-6:
        yield f"the shares of the four sorts of question add up to {total:g}, and must to 1"
    if spec.explain_h + spec.account_h > spec.day_h:
        yield (
            f"explaining and account take {spec.explain_h + spec.account_h:g} h and the day has "
            f"{spec.day_h:g} h: nobody can be heard"
        )
    for group in spec.groups:
        if group.met_h > spec.day_h:
            yield f"'{group.name}' are met at {group.met_h:g} h, after the day has ended"
