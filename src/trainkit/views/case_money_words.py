"""The money of a case in words and as tables: a sentence, what became of it, and every movement."""

from collections.abc import Iterator

from trainkit.case.investigation.assets import Assets, Movement, Sums
from trainkit.views.case_basis import day
from trainkit.views.case_money_moves import COLUMNS, Row, exact, rows
from trainkit.views.link_words import counted

Table = tuple[str, Row, list[Row]]
_ADDS_UP = (
    "In crowns. What was ever frozen is what was released, is still frozen, or was confiscated"
)
_HEAD = (
    *("Traced by", "Traced", "Ever frozen", "Released on review", "Frozen, review to come"),
    *("Frozen, survived review", "Confiscated", "Enquiries: yielded within 72 h, of all"),
)


def whole(cents: int) -> str:
    """Return an amount in whole crowns.

    Examples:
        >>> whole(123_450)
        '1,234'
    """
    return f"{round(cents / 100):,}"


def sentence(money: Assets) -> str:
    """Return what became of the money, in a sentence; where nothing was traced, why."""
    end = money.sums()
    if not end.traced:
        return _nothing(money)
    return (
        f"Of {whole(end.traced)} crowns traced, {whole(end.ever_frozen)} were frozen, "
        f"{whole(end.survived)} survived review and {whole(end.confiscated)} were confiscated."
    )


def _nothing(money: Assets) -> str:
    if not money.enquiries:
        return (
            "No asset was traced: no financial enquiry was sent, so that nothing could be frozen "
            "or confiscated."
        )
    answered = sum(one.after_h is not None for one in money.enquiries)
    sent = counted(len(money.enquiries), "financial enquiry was", "financial enquiries were")
    return (
        f"No asset was traced: {sent} sent, {answered:,} of them answered, and no answer spoke "
        "against anybody who holds anything."
    )


def told(money: Assets) -> str:
    """Return all that the figure shows, in words."""
    if not money.lots:
        return sentence(money)
    lines = (sentence(money), _released(money.sums()), *_known_to_both(money))
    return " ".join((*lines, *(_of_team(money, side) for side in money.sides)))


def _released(end: Sums) -> str:
    return (
        f"{whole(end.released)} were released on review, {whole(end.to_review)} wait for a review "
        f"and {whole(end.kept)} are frozen until a court decides."
    )


def _known_to_both(money: Assets) -> Iterator[str]:
    """Yield how much of what one team traced the other came to know of: only that can it freeze."""
    cents = sum(map(money.cents, money.shared))
    if cents:
        yield (
            f"Each team freezes what it knows of and what lies in its State: of {whole(cents)} "
            "crowns that one had traced the other came to know."
        )


def _of_team(money: Assets, side: str) -> str:
    end, mine = money.sums(side), [one for one in money.enquiries if one.side == side]
    first = next((move for move in money.movements if _is_of(money, move, side)), None)
    enquiries = (
        f"{money.prompt(side)} of its {counted(len(mine), 'enquiry', 'enquiries')} yielded within "
        "72 h."
    )
    if first is None:
        return f"The {side} team traced nothing; {enquiries}"
    return (
        f"The {side} team traced {whole(end.traced)} crowns from day {day(first.at_h)} on: "
        f"{whole(end.ever_frozen)} frozen{_by_partner(money, side)}, "
        f"{whole(end.survived)} survived review, "
        f"{whole(end.confiscated)} confiscated; {enquiries}"
    )


def _by_partner(money: Assets, side: str) -> str:
    """Return how much of what a team traced the other team has frozen."""
    theirs = {
        lot
        for move in money.movements
        if move.became == "frozen" and move.side != side
        for lot in move.lots
        if money.lots[lot].enquiry.side == side
    }
    cents = sum(money.lots[lot].cents for lot in theirs)
    return f" ({whole(cents)} of it by the other team, once it knew of it)" if cents else ""


def _is_of(money: Assets, move: Movement, side: str) -> bool:
    return money.lots[move.lots[0]].enquiry.side == side


def tables(money: Assets) -> tuple[Table, ...]:
    """Return what became of the money and every movement: caption, columns, rows."""
    if not money.lots:
        return ()
    teams: tuple[str | None, ...] = (*money.sides, None)
    return (
        (_ADDS_UP, _HEAD, [_sums(money, side) for side in teams]),
        (
            f"What was done with it ({len(money.movements) + len(money.shared):,})",
            COLUMNS,
            rows(money),
        ),
    )


def _sums(money: Assets, side: str | None) -> Row:
    end = money.sums(side)
    amounts = (
        *(end.traced, end.ever_frozen, end.released, end.to_review),
        *(end.kept, end.confiscated),
    )
    asked = sum(side in {None, one.side} for one in money.enquiries)
    who = f"{side} team" if side else "both teams"
    return (who, *map(exact, amounts), f"{money.prompt(side)} of {asked}")
