"""The money flow: a table, a figure and words that carry the same message."""

import re
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from tests.case.finance.books import NUMBERS, paid

from trainkit.errors import TrainkitError
from trainkit.views.money import HEAD, crowns, in_page, moment, money_figure, rows, told
from trainkit.views.money_labels import placed
from trainkit.views.sheet import save

NAMES = {number: f"account {'ABCDE'[at]}" for at, number in enumerate(NUMBERS[:5])}
FLOW = [
    paid(7, 1, 2, at_h=30.0, cents=123_450),
    paid(3, 0, 1, at_h=10.5, cents=130_000),
    paid(9, 2, 3, at_h=55.25, cents=120_000),
]


def texts(figure):
    from matplotlib.text import Text

    return [found.get_text() for found in figure.findobj(Text)]


def test_the_table_has_every_payment_in_the_order_in_which_they_left():
    table = rows(FLOW, NAMES)

    assert all(len(row) == len(HEAD) for row in table)
    assert [row[2:5] for row in table] == [
        ("account A", "account B", "1,300"),
        ("account B", "account C", "1,234.50"),
        ("account C", "account D", "1,200"),
    ]
    assert table[0][1] == "day 1, 10:30"


def test_figure_table_and_words_carry_the_same_amounts_holders_and_times():
    figure = money_figure(FLOW, NAMES)
    seen, words = " ".join(texts(figure)), told(FLOW, NAMES)

    for place, left, payer, beneficiary, amount, arrived, _ in rows(FLOW, NAMES):
        assert f"{place}: {amount}" in seen
        assert payer in seen
        assert beneficiary in seen
        assert f"{left}, {payer} to {beneficiary}, {amount} crowns, arrived {arrived}" in words
    assert words in figure.get_label()


def test_every_arrow_leads_from_payer_to_beneficiary_and_from_leaving_to_arriving():
    ax = money_figure(FLOW, NAMES).axes[0]
    arrows = [(one.xyann, one.xy) for one in ax.texts if one.arrow_patch is not None]

    assert arrows == [
        ((1 + 10.5 / 24, 0), (1 + 11.5 / 24, 1)),
        ((1 + 30.0 / 24, 1), (1 + 31.0 / 24, 2)),
        ((1 + 55.25 / 24, 2), (1 + 56.25 / 24, 3)),
    ]


def test_accounts_that_take_no_part_have_no_line():
    assert "account E" not in texts(money_figure(FLOW, NAMES))


def test_the_picture_stands_in_a_page_with_nothing_from_outside_and_its_words():
    page = in_page(money_figure(FLOW, NAMES, "Ten days"))

    assert page.startswith('<img alt="Ten days. Payment 1:')
    assert "http" not in page
    assert re.search(r'src="data:image/png;base64,[A-Za-z0-9+/=]{1000,}"', page)


def test_the_same_flow_gives_the_same_picture(tmp_path):
    first, second = (money_figure(FLOW, NAMES) for _ in range(2))

    assert in_page(first) == in_page(second)
    saved = [save(one, tmp_path / f"{id(one)}.svg").read_bytes() for one in (first, second)]
    assert saved[0] == saved[1]


def test_what_no_reader_could_read_is_refused():
    with pytest.raises(TrainkitError, match="61 payments are too many"):
        rows([paid(n, 0, 1) for n in range(61)], NAMES)
    with pytest.raises(TrainkitError, match="has no name for the reader"):
        rows([paid(1, 0, 9)], NAMES)


def test_hours_are_days_and_times_and_cents_are_shown_where_there_are_any():
    assert [moment(h) for h in (0.0, 23.999, 24.0, 49.25)] == [
        "day 1, 00:00", "day 2, 00:00", "day 2, 00:00", "day 3, 01:15"
    ]  # fmt: skip
    assert [crowns(c) for c in (1, 100, 123_456_789)] == ["0.01", "1", "1,234,567.89"]


def _extents(figure):
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    labels = [one for one in figure.axes[0].texts if one.get_text()]
    return [one.get_window_extent(canvas.get_renderer()) for one in labels]


def test_no_label_lies_on_another_where_many_payments_leave_within_hours():
    flow = [paid(n, n // 2 % 4, n // 2 % 4 + 1, at_h=9.0 * (n // 2)) for n in range(24)]
    figure = money_figure(flow, NAMES)
    found = _extents(figure)

    assert len(found) == len(flow)
    assert not any(one.overlaps(other) for one, other in combinations(found, 2))
    assert all(figure.bbox.x0 <= one.x0 and one.x1 <= figure.bbox.x1 for one in found)


def test_a_label_keeps_away_from_an_arrow_where_it_can():
    arrows = [((1.0, 0.0), (1.0, 2.0)), ((1.3, 0.0), (1.3, 2.0))]
    texts = ["1: 900", "2: 900"]

    (one_x, _), (other_x, _) = placed(arrows, texts, wide_in=4.0)

    assert one_x < 1.0 - 0.068 * len(texts[0])
    assert other_x > 1.3
