"""The flow of money between holders: a table, a figure over time, and both in words.

A holder has a line; a payment leads from the payer's line, at the hour at which it left, to the
beneficiary's, at the hour at which it arrived, with its crowns beside it. Nothing is shown of what
is true of a payment: who reads the picture decides what belongs together.
"""

import base64
import io
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from trainkit.case.finance.entity import Payment
from trainkit.errors import TrainkitError
from trainkit.views.money_labels import Arrow, placed
from trainkit.views.sheet import COLOURS, FAINT, INK, sheet, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HEAD = ("payment", "left", "from", "to", "crowns", "arrived", "written on it")
_MOST = 60
_DAY_H = 24.0
_WIDE_IN, _LINE_IN = 7.8, 0.5
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
        rising = _rising(payments)
        arrows = [_ends(one, lines) for one in rising]
        for place, arrow in enumerate(arrows):
            _arrow(ax, arrow, place)
        ax.set_xlabel("day (beside each arrow: number of the payment, crowns)")
        ax.margins(x=0.04)
        _labels(ax, arrows, [f"{n}: {crowns(p.amount_cents)}" for n, p in enumerate(rising, 1)])
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


def _ends(one: Payment, lines: Sequence[str]) -> Arrow:
    """Return where a payment leaves and arrives: in days from 1, and by the lines from the top."""
    start = one.at_h / _DAY_H + 1, float(lines.index(one.payer_account))
    return start, (one.arrives_h / _DAY_H + 1, float(lines.index(one.beneficiary_account)))


def _arrow(ax: "Axes", arrow: Arrow, place: int) -> None:
    (x0, y0), (x1, y1) = arrow
    look = {"arrowstyle": "->", "color": COLOURS[place % len(COLOURS)], "lw": 1.6}
    ax.annotate("", xy=(x1, y1), xytext=(x0, y0), arrowprops=look)
    ax.plot((x0, x1), (y0, y1), alpha=0.0)


def _labels(ax: "Axes", arrows: Sequence[Arrow], texts: Sequence[str]) -> None:
    """Write the labels where they hide least; lines are counted downwards, inches upwards."""
    least, most = ax.get_xlim()
    inch_x = _WIDE_IN / (most - least)
    to_in = [tuple(((x - least) * inch_x, -y * _LINE_IN) for x, y in arrow) for arrow in arrows]
    for text, (x, y) in zip(texts, placed(to_in, texts, _WIDE_IN), strict=True):  # type: ignore[arg-type]
        spot = least + x / inch_x, -y / _LINE_IN
        ax.annotate(text, spot, fontsize=8, color=INK, va="bottom", bbox=_BEHIND)
