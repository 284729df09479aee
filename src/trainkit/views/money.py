"""The flow of money between holders: a table, a figure over time, and both in words.

A holder has a line; a payment leads from the payer's line, at the hour at which it left, to the
beneficiary's, at the hour at which it arrived, with its crowns beside it. Nothing is shown of what
is true of a payment: who reads the picture decides what belongs together.
"""

import base64
import io
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from trainkit.case.finance.entity import Payment
from trainkit.errors import TrainkitError
from trainkit.views.sheet import COLOURS, FAINT, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HEAD = ("payment", "left", "from", "to", "crowns", "arrived", "written on it")
_MOST = 60
_DAY_H = 24.0
_BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85}


def moment(at_h: float) -> str:
    """Return an hour as day and time; the first day is day 1.

    Examples:
        >>> moment(37.5)
        'day 2, 13:30'
    """
    minutes = round(60 * at_h)
    day, rest = divmod(minutes, 24 * 60)
    return f"day {day + 1}, {rest // 60:02}:{rest % 60:02}"


def crowns(cents: int) -> str:
    """Return an amount in crowns, with its cents where it has any.

    Examples:
        >>> crowns(123_450), crowns(90_000)
        ('1,234.50', '900')
    """
    whole, rest = divmod(cents, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


def rows(payments: Sequence[Payment], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return a row for each payment, under `HEAD`, by the hours at which they left.

    Args:
        payments: Payments.
        names: What the reader calls each account, by its number.

    Raises:
        TrainkitError: an account has no name, or there are more payments than can be read.
    """
    _require_readable(payments, names)
    return [
        (
            f"{place}",
            moment(one.at_h),
            names[one.payer_account],
            names[one.beneficiary_account],
            crowns(one.amount_cents),
            moment(one.arrives_h),
            one.purpose,
        )
        for place, one in enumerate(_rising(payments), start=1)
    ]


def told(payments: Sequence[Payment], names: Mapping[str, str]) -> str:
    """Return what table and figure show, a sentence for each payment."""
    return " ".join(
        f"Payment {place}: {left}, {payer} to {paid}, {amount} crowns, arrived {there}."
        for place, left, payer, paid, amount, there, _ in rows(payments, names)
    )


def money_figure(
    payments: Sequence[Payment], names: Mapping[str, str], title: str = "The flow of money"
) -> "Figure":
    """Return a figure of payments between holders over time, labelled with crowns.

    Args:
        payments: Payments, 60 at most.
        names: What the reader calls each account, by its number; lines stand in this order.
        title: What the picture is of.

    Raises:
        TrainkitError: an account has no name, or there are more payments than can be read.
    """
    words = f"{title}. {told(payments, names)}"
    lines = [number for number in names if number in _accounts(payments)]
    with style():
        made = sheet(title, words, 9.0, 1.6 + 0.45 * len(lines))
        ax = made.subplots()
        _lines(ax, [names[number] for number in lines])
        for place, one in enumerate(_rising(payments), start=1):
            _payment(ax, one, place, lines)
        ax.set_xlabel("day")
        ax.margins(x=0.04)
    return made


def in_page(figure: "Figure") -> str:
    """Return a figure as HTML that needs nothing from outside, with its words beside it.

    It is as wide as its inches say, so that its writing is as large as that around it.
    """
    buffer = io.BytesIO()
    with style():
        figure.savefig(buffer, format="png", metadata={"Software": None})
    content = base64.b64encode(buffer.getvalue()).decode("ascii")
    words, wide = escape(str(figure.get_label()), quote=True), 96 * figure.get_size_inches()[0]
    look = f"width:{wide:.0f}px;max-width:100%"
    return f'<img alt="{words}" src="data:image/png;base64,{content}" style="{look}">'


def _rising(payments: Sequence[Payment]) -> list[Payment]:
    return sorted(payments, key=lambda one: (one.at_h, one.id))


def _accounts(payments: Sequence[Payment]) -> set[str]:
    return {n for one in payments for n in (one.payer_account, one.beneficiary_account)}


def _require_readable(payments: Sequence[Payment], names: Mapping[str, str]) -> None:
    if len(payments) > _MOST:
        raise TrainkitError(
            f"{len(payments)} payments are too many for one picture. Show {_MOST} at most: those "
            "of some accounts, or of some days."
        )
    missing = sorted(_accounts(payments) - names.keys())
    if missing:
        raise TrainkitError(
            f"Account {missing[0]} has no name for the reader. Give names for all accounts."
        )


def _lines(ax: "Axes", names: Sequence[str]) -> None:
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.5, -0.7)
    for place in range(len(names)):
        ax.axhline(place, color=FAINT, zorder=0)


def _payment(ax: "Axes", one: Payment, place: int, lines: Sequence[str]) -> None:
    colour = COLOURS[(place - 1) % len(COLOURS)]
    start = one.at_h / _DAY_H + 1, lines.index(one.payer_account)
    end = one.arrives_h / _DAY_H + 1, lines.index(one.beneficiary_account)
    ax.annotate(
        "", xy=end, xytext=start, arrowprops={"arrowstyle": "->", "color": colour, "lw": 1.6}
    )
    ax.plot(*zip(start, end, strict=True), alpha=0.0)
    nearer = start[0] + 0.35 * (end[0] - start[0]), start[1] + 0.35 * (end[1] - start[1])
    text = f"{place}: {crowns(one.amount_cents)}"
    away: Any = {"textcoords": "offset points", "xytext": (3, 2), "bbox": _BEHIND}
    ax.annotate(text, nearer, fontsize=8, color=INK, **away)
