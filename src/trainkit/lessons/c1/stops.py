"""Four points of four cases at which to ask on, to stop, or to protect at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from trainkit.case.hypotheses import Hypotheses
from trainkit.case.hypotheses.items import Enquiry, asked
from trainkit.case.hypotheses.stopping import value_h
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import shuffled, whole

Sort = Literal["danger", "untested", "worth", "dear"]
SORTS: tuple[Sort, ...] = ("danger", "untested", "worth", "dear")
DUE: Mapping[Sort, str] = {
    "danger": "protect",
    "untested": "ask",
    "worth": "ask",
    "dear": "close",
}
ENOUGH, ERROR_H = 95, 200
"""Belief of 100 that is enough, once a rival was tested; hours that a wrong case costs."""
_APART_H, _MOST_DRAWS = 3.0, 500


@dataclass(frozen=True)
class Stop:
    """A point at which to decide, between a leading hypothesis and one rival.

    Attributes:
        sort: What it is.
        belief: Belief in the leading hypothesis, of 100.
        tested: Whether the rival has been tested.
        yes: Of 100, how often the next enquiry is answered yes under the leading one and the rival.
        cost_h: Hours of the next enquiry.
        danger: Whether there is a sign of danger to life or of a victim.
    """

    sort: Sort
    belief: int
    tested: bool
    yes: tuple[int, int]
    cost_h: int
    danger: bool


def draw_stops(luck: Luck) -> tuple[Stop, ...]:
    """Return the four points of a trainee's own case, in an order of their own."""
    return shuffled(luck, "stops", [_draw(luck, sort) for sort in SORTS])


def _draw(luck: Luck, sort: Sort) -> Stop:
    """Return a point whose enquiry is clearly worth its hours, or clearly not.

    Raises:
        TrainkitError: none could be drawn: an error of ours.
    """
    for index in range(_MOST_DRAWS):
        found = _candidate(luck, sort, index)
        gain = worth_h(found) - found.cost_h
        clear = abs(gain) > _APART_H and (gain > 0.0) == (sort == "worth")
        if sort == "danger" or clear:
            return found
    raise TrainkitError(f"No point '{sort}' could be drawn for {luck.seed}. This is our error.")


def _candidate(luck: Luck, sort: Sort, index: int) -> Stop:
    def number(name: str, low: int, high: int) -> int:
        return whole(luck, f"{sort} {name}", low, high, index)

    high = number("belief", 96, 98) if sort == "untested" else number("belief", 60, 80)
    low_yes, high_yes = 5 * number("yes", 1, 4), 5 * number("no", 14, 18)
    return Stop(
        sort=sort,
        belief=high,
        tested=sort in {"worth", "dear"} or (sort == "danger" and bool(number("tested", 0, 1))),
        yes=(low_yes, high_yes),
        cost_h=number("cost", 45, 60) if sort == "dear" else number("cost", 4, 12),
        danger=sort == "danger",
    )


def worth_h(stop: Stop) -> float:
    """Return what the next enquiry is worth, in hours."""
    lead = stop.belief / 100.0
    return value_h(Hypotheses({"lead": lead, "rival": 1.0 - lead}), enquiry(stop), ERROR_H)


def enquiry(stop: Stop) -> Enquiry:
    """Return the next enquiry."""
    yes = {"lead": stop.yes[0] / 100.0, "rival": stop.yes[1] / 100.0}
    return asked("next enquiry", yes, float(stop.cost_h))


def valued(stops: tuple[Stop, ...]) -> int:
    """Return the number of the point whose enquiry is to be valued, counted from 1."""
    return next(n for n, stop in enumerate(stops, start=1) if stop.sort == "worth")


def readings(stops: tuple[Stop, ...]) -> dict[str, float | str]:
    """Return what is due at each point, and what the one enquiry is worth."""
    due: dict[str, float | str] = {
        f"stop_{n}": DUE[stop.sort] for n, stop in enumerate(stops, start=1)
    }
    return {**due, "worth_h": round(worth_h(stops[valued(stops) - 1]), 1)}
