"""What the cells of A2 show of the trainee's own case, each with its words."""

from collections.abc import Sequence

from trainkit.lessons import page
from trainkit.lessons.a2.case import Situation, told
from trainkit.lessons.a2.orders import Night
from trainkit.lessons.a2.places import LETTERS, Landing
from trainkit.lessons.a2.states import BOUND
from trainkit.lessons.page import Part


def states() -> None:
    """Show what binds the two States and Cyra."""
    page.place(_states)


def _states(case: Situation) -> Part:
    named = (case.sides.outside, case.sides.inside, "Cyra")
    rows = [(text, *("yes" if one else "no" for one in bound)) for text, bound in BOUND]
    caption = f"What binds whom. You serve {case.sides.outside}"
    return page.table(caption, ("a treaty, or a paper", *named), rows)


def instruments() -> None:
    """Show the ten instruments, with what of each is to be checked before print."""
    page.place(_instruments)


def _instruments(case: Situation) -> Part:
    rows = [
        (str(number), one.told, one.row, one.confidence, one.flag or "none")
        for number, one in enumerate(case.instruments, start=1)
    ]
    head = ("instrument", "what it is and says", "row", "confidence", "flag")
    return page.table("Ten instruments", head, rows)


def sightings() -> None:
    """Show vignettes 1 to 6."""
    page.place(_sightings)


def _sightings(case: Situation) -> Part:
    rows = [(str(number), one.told) for number, one in enumerate(case.sightings, start=1)]
    return page.table("Vignettes 1 to 6", ("vignette", "what you know"), rows)


def landings() -> None:
    """Show vignettes 7 to 9."""
    page.place(_landings)


def _landings(case: Situation) -> Part:
    return _together([_landing(7 + at, one) for at, one in enumerate(case.landings)])


def _landing(number: int, landing: Landing) -> Part:
    rows = [
        (letter, offer.name, f"{offer.away_h:g} h", offer.told)
        for letter, offer in zip(LETTERS, landing.offers, strict=True)
    ]
    caption = f"Vignette {number}. {landing.told} {landing.wish}"
    return page.table(caption, ("place", "name", "away", "what is told"), rows)


def nights() -> None:
    """Show vignettes 10 to 12."""
    page.place(_nights)


def _nights(case: Situation) -> Part:
    return _together([_night(10 + at, one) for at, one in enumerate(case.nights)])


def _night(number: int, night: Night) -> Part:
    rows = [(letter, act.told) for letter, act in zip("ABCDE", night.acts, strict=True)]
    caption = f"Vignette {number}. {night.told} {night.demand}"
    return page.table(caption, ("act", "what your crew could do now"), rows)


def _together(parts: Sequence[Part]) -> Part:
    words = "\n\n".join(part.words for part in parts)
    return Part(words, lambda: [widget for part in parts for widget in part.shown()])


def note() -> None:
    """Show the commander's note."""
    page.place(lambda case: Part(told(case)))
