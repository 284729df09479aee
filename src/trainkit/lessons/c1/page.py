"""What the cells of C1 show of the trainee's own case, each with its words."""

from trainkit.case.hypotheses.grading import CREDIBILITY, RELIABILITY
from trainkit.lessons import page
from trainkit.lessons.c1.case import Situation
from trainkit.lessons.c1.chain import Chain
from trainkit.lessons.c1.enquiries import ANALYSTS, CALL, CALL_H, CALLS_A_WEEK, WEEK_H
from trainkit.lessons.c1.stops import ENOUGH, ERROR_H, Stop, valued
from trainkit.lessons.c1.week import Kind
from trainkit.lessons.page import Part

_OF = ("under A", "under B", "under C")


def statements() -> None:
    """Show the six statements."""
    page.place(_statements)


def _statements(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.statements, start=1)]
    caption = f"Said of the {case.persons} people who work in {case.setting}"
    return page.table(caption, ("statement", "what is said"), rows)


def items() -> None:
    """Show the five items with their chances."""
    page.place(_items)


def _items(case: Situation) -> Part:
    rows = [
        (f"{n}", one.told, *(f"{chance}" for chance in one.of_100))
        for n, one in enumerate(case.items, start=1)
    ]
    caption = "Five items that were seen: in how many of 100 cases would they be seen?"
    return page.table(caption, ("item", "what was seen", *_OF), rows)


def reports() -> None:
    """Show the four reports."""
    page.place(_reports)


def _reports(case: Situation) -> Part:
    return page.table(
        f"Four reports; before them B is believed to {case.chain.prior} % and A to the rest",
        ("report", "what comes in", "how often it would, of 100"),
        _rows(case.chain),
    )


_SAID = (
    "The neighbour tells the police: the doors are locked at night",
    "A caller tells the hotline the same; it turns out to be the neighbour",
    "An inspector searched the office for papers of others, and found none",
    "A source graded {} says: all wages go to one account",
)


def _rows(told: Chain) -> list[tuple[str, str, str]]:
    doors = f"under A {told.doors[0]}, under B {told.doors[1]}"
    there = f"there: under A {told.exists[0]}, under B {told.exists[1]}"
    often = (
        doors,
        doors,
        f"{there}; found if there: {told.detection}",
        "under B it is so, under A it is not; for the source see the weights",
    )
    both = zip(_SAID, often, strict=True)
    return [(f"{n}", said.format(told.grade), of) for n, (said, of) in enumerate(both, start=1)]


def weights() -> None:
    """Show what grades are taken to mean; the same for everybody."""
    page.show(
        page.table(
            "Weights of the grades: an assumption of this exercise",
            ("source", "weight", "what it says", "weight"),
            [
                (letter, f"{high:g}", figure, f"{low:g}")
                for (letter, high), (figure, low) in zip(
                    RELIABILITY.items(), CREDIBILITY.items(), strict=True
                )
            ],
        )
    )


def week() -> None:
    """Show the enquiries that could be made."""
    page.place(_week)


_WEEK = (
    "enquiry",
    "what is asked",
    "leads a week",
    "fade after (h)",
    "hours each",
    *(f"yes {name}, of 100" for name in _OF),
    "repeat an earlier one",
)


def _week(case: Situation) -> Part:
    high, low, rest = case.week.priors
    rows = [_kind(f"{n}", kind) for n, kind in enumerate(case.week.kinds, start=1)]
    call = ("-", CALL, f"{CALLS_A_WEEK:g}", "does not", f"{CALL_H:g}", "10", "50", "5", "none")
    return page.table(
        f"The week: {ANALYSTS} analysts, {WEEK_H} hours each. Before it A is believed to {high} %, "
        f"B to {low} %, C to {rest} %",
        _WEEK,
        [*rows, call],
    )


def _kind(number: str, told: Kind) -> tuple[str, ...]:
    return (
        number,
        told.told,
        f"{told.a_week:g}",
        f"{told.fades_h:g}" if told.fades_h else "stay",
        f"{told.work_h:g}",
        *(f"{chance}" for chance in told.of_100),
        f"{told.repeats} of 100" if told.repeats else "none",
    )


def points() -> None:
    """Show the four points at which to ask on or to stop."""
    page.place(_points)


_POINT = (
    "case",
    "belief in the leading one (%)",
    "rival tested",
    "next enquiry: yes under the leading one / the rival, of 100",
    "its hours",
    "sign of danger or of a victim",
)


def _points(case: Situation) -> Part:
    marked = valued(case.stops)
    rows = [_point(n, one, n == marked) for n, one in enumerate(case.stops, start=1)]
    return page.table(
        f"Four cases; belief that is enough {ENOUGH} %, a wrong case costs {ERROR_H} hours",
        _POINT,
        rows,
    )


def _point(number: int, told: Stop, marked: bool) -> tuple[str, ...]:
    return (
        f"{number} (what is its enquiry worth?)" if marked else f"{number}",
        f"{told.belief}",
        "yes" if told.tested else "no",
        f"{told.yes[0]} / {told.yes[1]}",
        f"{told.cost_h}",
        "yes: a message from the flat asks for a doctor" if told.danger else "none known",
    )
