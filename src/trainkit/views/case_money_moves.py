"""Every movement of a case's money as a row, and each time that a team came to know of some."""

from collections.abc import Iterator, Sequence
from math import ceil

from trainkit.case.investigation.assets import Assets, Enquiry, Movement, Shared
from trainkit.views.case_basis import basis_words, day
from trainkit.views.link_words import counted

Row = tuple[str, ...]
_NBSP = "\N{NO-BREAK SPACE}"
_DONE = {
    "traced": "traced",
    "frozen": "frozen",
    "kept": "survived review",
    "released": "released on review",
    "confiscated": "confiscated",
}
"""What was done with money, as a reader reads it."""
_BY_CHANNEL = {
    "own": "found by its own enquiry too",
    "police": "told by the other team, from police to police",
    "assistance": "told by the other team, by legal assistance",
    "joint_team": "told by the other team, in the joint team",
}
COLUMNS = (
    *("Day", "Who", "What was done", "Holder", "Crowns", "Stems from"),
    *("Waited", "Basis"),
)


def exact(cents: int) -> str:
    """Return an amount in crowns with its cents.

    Examples:
        >>> exact(123_450)
        '1,234.50'
    """
    return f"{cents // 100:,}.{cents % 100:02}"


def rows(money: Assets) -> list[Row]:
    """Return every movement and everything that was shared, in the order of time."""
    done = [(one.at_h, _known(money, one)) for one in money.shared]
    done += [(move.at_h, _moved(money, move)) for move in money.movements]
    return [row for _, row in sorted(done, key=lambda one: one[0])]


def _known(money: Assets, one: Shared) -> Row:
    enquiries = [money.lots[lot].enquiry for lot in one.lots]
    who, what = f"{one.side} team", _BY_CHANNEL[one.channel]
    amount, stems = exact(money.cents(one)), "; ".join(_stems(enquiries))
    return (str(day(one.at_h)), who, what, f"actor {one.target}", amount, stems, "", "")


def _moved(money: Assets, move: Movement) -> Row:
    enquiries = [money.lots[lot].enquiry for lot in move.lots]
    court = move.became == "confiscated"
    return (
        str(day(move.at_h)),
        f"{move.side} court" if court else f"{move.side} team",
        _DONE[move.became] + (" on the other team's request" if move.asked else ""),
        f"actor {move.target}",
        exact(money.cents(move)),
        "; ".join(_stems(enquiries)),
        _answered(enquiries[0]) if move.became == "traced" else _since(money, move),
        "conviction" if court else " ".join(_basis(move)),
    )


def _stems(enquiries: Sequence[Enquiry]) -> Iterator[str]:
    """Yield the enquiries of each team, with the item that they brought or bore out."""
    for side, item in dict.fromkeys((one.side, one.item) for one in enquiries):
        places = [str(one.place) for one in enquiries if (one.side, one.item) == (side, item)]
        named = f" (item {item})" if item else ""
        yield f"{side} {'enquiries' if len(places) > 1 else 'enquiry'} {', '.join(places)}{named}"


def _answered(one: Enquiry) -> str:
    """Return the wait in hours begun, so that what came after 72 h is never told as 72 h."""
    return f"{ceil(one.after_h or 0.0)}{_NBSP}h, {'within' if one.prompt else 'beyond'} 72{_NBSP}h"


def _since(money: Assets, move: Movement) -> str:
    """Return how long ago the first of it was traced, in days."""
    traced_h = next(one.at_h for one in money.movements if one.lots == move.lots[:1])
    return f"{counted(day(move.at_h) - day(traced_h), 'day')} since it was traced"


def _basis(move: Movement) -> Iterator[str]:
    yield basis_words(move.basis, move.warrant)
    order = move.warrant
    if move.became == "frozen" and order and not order.in_force(move.at_h):
        yield "(it had ended by then)"
