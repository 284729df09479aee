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
    yield from _shares(spec)
    yield from _hours(spec)


def _shares(spec: DaySpec) -> Iterator[str]:
    total = sum(shares(spec).values())
    if abs(total - 1.0) > 1e-6:
        more = "Lower" if total > 1.0 else "Raise"
        yield (
            f"the shares of the four sorts of question add up to {total:g}, and must to 1. {more} "
            f"open_share, probing_share, closed_share or leading_share by {abs(total - 1.0):g}."
        )


def _hours(spec: DaySpec) -> Iterator[str]:
    asking_h = spec.explain_h + spec.account_h
    if asking_h > spec.day_h:
        yield (
            f"explaining and account take {asking_h:g} h and the day has {spec.day_h:g} h: nobody "
            "can be heard. Shorten explain_h or account_h, or raise day_h."
        )
    for group in spec.groups:
        if group.met_h > spec.day_h:
            yield (
                f"'{group.name}' are met at {group.met_h:g} h, after the day has ended at "
                f"{spec.day_h:g} h. Set their met_h earlier, or raise day_h."
            )
