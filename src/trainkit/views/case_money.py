"""The money of a case after its run: a figure, tables, and all of it in words.

From what was traced to what was frozen, survived review and was confiscated, over the days and for
each team. Where nothing was traced, words say so and why.
"""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from trainkit.case.investigation.assets import Assets
from trainkit.views import case_money_words, front
from trainkit.views.case_money_moves import Row
from trainkit.views.sheet import in_page

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NUMBERS = frozenset(
    {
        *("Day", "Traced", "Ever frozen", "Released on review", "Frozen, review to come"),
        *("Frozen, survived review", "Confiscated", "Crowns"),
    }
)
_MOST_TOLD = 40


@dataclass(frozen=True)
class CaseMoney:
    """The money of a case, to be seen, read and printed.

    Attributes:
        money: What `trainkit.case.investigation.following.follow` returned.
        title: What it shows, in a few words.
    """

    money: Assets
    title: str = "The money of the case"

    @property
    def says(self) -> str:
        """The sentence that reads the figure."""
        return case_money_words.sentence(self.money)

    @property
    def words(self) -> str:
        """All of it in lines; a long table is cut and says so."""
        lines = [f"{self.title}. {case_money_words.told(self.money)}"]
        for caption, columns, rows in case_money_words.tables(self.money):
            lines += ["", f"{caption}: {' | '.join(columns)}"]
            lines += [" | ".join(row) for row in rows[:_MOST_TOLD]]
            more = len(rows) - _MOST_TOLD
            lines += [f"{more:,} more are in the table of the page."] if more > 0 else []
        return "\n".join(lines)

    @property
    def html(self) -> str:
        """Figure, words and tables as HTML that needs nothing from outside."""
        figure = in_page(self.figure()) if self.money.lots else ""
        parts = [f"<h4>{escape(self.title)}</h4>", figure]
        parts.append(f"<p>{escape(case_money_words.told(self.money))}</p>")
        parts += [_table(*one) for one in case_money_words.tables(self.money)]
        return f'<section class="trainkit-money trainkit-tables">{"".join(parts)}</section>'

    def figure(self) -> "Figure":
        """Return the figure.

        Raises:
            TrainkitError: nothing was traced.
        """
        from trainkit.views.case_money_figure import case_money_figure

        return case_money_figure(self.money)

    def show(self) -> None:
        """Show it in a notebook; in lines where there is none."""
        front.tell(self.words, self.html)

    def _ipython_display_(self) -> None:
        self.show()


def _table(caption: str, columns: Row, rows: list[Row]) -> str:
    head = "".join(f'<th scope="col"{_side(one)}>{escape(one)}</th>' for one in columns)
    body = "".join(f"<tr>{_cells(columns, row)}</tr>" for row in rows)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _cells(columns: Row, row: Row) -> str:
    cells = zip(columns, row, strict=True)
    return "".join(f"<td{_side(name)}>{escape(cell)}</td>" for name, cell in cells)


def _side(column: str) -> str:
    return ' style="text-align:right"' if column in _NUMBERS else ""
