"""The money of a run: figure, tables and words say the same, for both teams and for nobody."""

import base64
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from trainkit.case.investigation.assets import Assets, Enquiry, Lot, Movement, Shared
from trainkit.case.law import Warrant, statute
from trainkit.errors import TrainkitError
from trainkit.views.case_money import CaseMoney
from trainkit.views.case_money_figure import case_money_figure
from trainkit.views.case_money_moves import exact
from trainkit.views.case_money_words import tables, told, whole

SIDES = ("Alder", "Borea")
FIRST = Enquiry("Alder", 1, 5, 24.0, after_h=60.0, yielded=True, basis="A2", item="Alder 7")
LATE = Enquiry("Alder", 2, 5, 48.0, after_h=100.0, yielded=True, basis="A2", item="Alder 7")
OTHER = Enquiry("Borea", 1, 9, 48.0, after_h=72.0, yielded=False, basis="B2", item="Borea 3")
OPEN = Enquiry("Borea", 2, 8, 900.0, after_h=None, yielded=False, basis="B2")
ORDER = Warrant(
    statute("Alder", "freeze", "smuggling"), "freeze", 5, "judge", (), 6 * 24.0, 9 * 24.0
)


def on(day, became, lots, side="Alder", target=5, basis="A6", warrant=ORDER):
    return Movement(24.0 * day, side, became, target, lots, basis, warrant)


MONEY = Assets(
    SIDES,
    (FIRST, OTHER, LATE, OPEN),
    (Lot(FIRST, 100_000_05), Lot(OTHER, 50_000_00), Lot(LATE, 30_000_00)),
    (
        on(3.5, "traced", (0,), basis="A2", warrant=None),
        on(5, "traced", (1,), "Borea", 9, "B2", None),
        on(6.2, "traced", (2,), basis="A2", warrant=None),
        on(10, "frozen", (0, 2)),
        on(12, "frozen", (1,), "Alder", 9),
        on(17, "kept", (0, 2)),
        on(19, "released", (1,), "Alder", 9),
        on(30, "confiscated", (0, 2), basis="", warrant=None),
    ),
    40 * 24.0,
)
NOTHING = Assets(SIDES, (), (), (), 40 * 24.0)


def texts(figure):
    from matplotlib.text import Text

    return [found.get_text() for found in figure.findobj(Text)]


def test_the_sentence_leads_from_traced_to_confiscated_and_never_counts_arrests():
    said = CaseMoney(MONEY).says

    assert said == (
        "Of 180,000 crowns traced, 180,000 were frozen, 130,000 survived review and 130,000 were "
        "confiscated."
    )
    assert "arrest" not in CaseMoney(MONEY).html.lower()


def test_the_sums_of_each_team_add_up_to_the_cent_in_the_table():
    caption, head, rows = tables(MONEY)[0]

    assert caption.startswith("In crowns")
    assert [dict(zip(head, row, strict=True))["Traced"] for row in rows] == [
        *("130,000.05", "50,000.00", "180,000.05"),
    ]
    assert rows[0] == (
        "Alder team", "130,000.05", "130,000.05", "0.00", "0.00", "0.00", "130,000.05", "1 of 2"
    )  # fmt: skip
    assert rows[1] == (
        "Borea team", "50,000.00", "50,000.00", "50,000.00", "0.00", "0.00", "0.00", "0 of 2"
    )  # fmt: skip


def test_every_movement_has_its_enquiry_item_wait_and_basis():
    _, head, rows = tables(MONEY)[1]
    moves = [dict(zip(head, (cell.replace("\xa0", " ") for cell in row), strict=True))
             for row in rows]  # fmt: skip

    assert [one["What was done"] for one in moves] == [
        *("traced", "traced", "traced", "frozen", "frozen", "survived review"),
        *("released on review", "confiscated"),
    ]
    assert moves[0]["Stems from"] == "Alder enquiry 1 (item Alder 7)"
    assert moves[0]["Waited"] == "60 h, within 72 h"
    assert moves[1]["Waited"] == "72 h, within 72 h"
    assert moves[2]["Waited"] == "100 h, beyond 72 h"
    assert moves[3]["Stems from"] == "Alder enquiries 1, 2 (item Alder 7)"
    assert moves[3]["Waited"] == "7 days since it was traced"
    assert moves[4]["Who"] == "Alder team"
    assert moves[4]["Stems from"] == "Borea enquiry 1 (item Borea 3)"
    assert moves[7]["Who"] == "Alder court"
    assert moves[7]["Basis"] == "conviction"


@pytest.mark.parametrize(
    ("after_h", "waited"), [(71.4, "72 h, within 72 h"), (72.3, "73 h, beyond 72 h")]
)
def test_an_answer_that_came_just_after_72_hours_is_not_told_as_72(after_h, waited):
    asked = replace(FIRST, after_h=after_h)
    moved = on(4, "traced", (0,), basis="A2", warrant=None)
    money = Assets(SIDES, (asked,), (Lot(asked, 100_00),), (moved,), 40 * 24.0)
    _, head, moves = tables(money)[-1]

    assert moves[0][head.index("Waited")].replace("\N{NO-BREAK SPACE}", " ") == waited


def test_what_a_team_came_to_know_and_what_it_froze_on_request_stand_in_their_place_in_time():
    told_on = Shared(11 * 24.0, "Alder", 9, (1,), "joint_team")
    again = Shared(11 * 24.0, "Borea", 5, (0,), "own")
    asked = replace(MONEY.movements[4], asked=True)
    moves = (*MONEY.movements[:4], asked, *MONEY.movements[5:])
    money = replace(MONEY, movements=moves, shared=(told_on, again))
    caption, _, rows = tables(money)[1]

    assert caption == "What was done with it (10)"
    assert rows[4] == (
        "11", "Alder team", "told by the other team, in the joint team", "actor 9", "50,000.00",
        "Borea enquiry 1 (item Borea 3)", "", "",
    )  # fmt: skip
    assert rows[5][2] == "found by its own enquiry too"
    assert rows[6][:3] == ("12", "Alder team", "frozen on the other team's request")
    assert "of 150,000 crowns that one had traced the other came to know" in told(money)


def test_a_freeze_on_an_order_that_had_ended_says_so():
    _, head, rows = tables(MONEY)[1]
    basis = [row[head.index("Basis")] for row in rows]

    assert basis[3] == "statute A6, order of a judge of day 6 to day 9 (it had ended by then)"
    assert basis[0] == "statute A2, no order needed"


def test_the_words_say_what_the_figure_shows_and_are_its_text():
    figure, words = CaseMoney(MONEY).figure(), told(MONEY)

    assert words in figure.get_label()
    for said in ("50,000 were released on review", "The Alder team traced 130,000 crowns",
                 "from day 3 on", "1 of its 2 enquiries yielded within 72 h",
                 "The Borea team traced 50,000 crowns",
                 "50,000 frozen (50,000 of it by the other team, once it knew of it)"):  # fmt: skip
        assert said in words


def test_the_bars_are_the_sums_by_the_end_and_are_labelled_with_both_teams():
    figure = case_money_figure(MONEY)
    bars = figure.subfigs[0].axes[0]

    names = [tick.get_text() for tick in bars.get_yticklabels()]
    assert names == [
        "traced", "ever frozen", "released on review", "survived review", "confiscated"
    ]  # fmt: skip
    widths = [bar.get_width() for bar in bars.patches]
    assert widths == [180_000.05, 180_000.05, 50_000.0, 130_000.05, 130_000.05]
    assert "180,000  (Alder 130,000, Borea 50,000)" in texts(figure)


def test_each_field_steps_from_traced_to_confiscated_with_units_on_its_axes():
    alder, borea = case_money_figure(MONEY).subfigs[1].axes

    assert [ax.get_xlabel() for ax in (alder, borea)] == ["day of the case"] * 2
    assert alder.get_ylabel() == "crowns"
    assert alder.get_ylim() == borea.get_ylim()
    days, crowns = alder.lines[1].get_data()
    assert list(days[np.flatnonzero(np.diff(crowns)) + 1]) == [10.0]
    days, crowns = borea.lines[1].get_data()
    assert list(crowns[np.isin(days, (12.0, 19.0))]) == [50_000.0, 0.0]
    assert days[-1] == 40.0


def test_no_writing_of_the_figure_is_cut_off_or_lies_on_other_writing():
    """Also where amounts are long: a thousand million crowns, as far as a case may go."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    great = Assets(
        SIDES, (FIRST, OTHER), (Lot(FIRST, 10**11), Lot(OTHER, 10**11)), MONEY.movements[:2], 960.0
    )
    for money in (MONEY, great):
        figure = case_money_figure(money)
        FigureCanvasAgg(figure).draw()
        room = figure.bbox
        for ax in figure.subfigs[0].axes + figure.subfigs[1].axes:
            box = ax.get_tightbbox()
            assert box.x0 >= room.x0 - 1
            assert box.x1 <= room.x1 + 1
        heads = [figure.subfigs[0].axes[0].get_tightbbox(), figure._suptitle.get_window_extent()]
        assert heads[0].y1 <= heads[1].y0


def test_the_colours_are_told_apart_in_grey():
    """Print without colour: each step is darker than the one before it by a visible amount."""
    from matplotlib.colors import to_rgb

    fields = case_money_figure(MONEY).subfigs[1].axes[0]
    shades = [
        float(np.dot(to_rgb(one.get_facecolor()[0]), (0.2126, 0.7152, 0.0722)))
        for one in fields.collections
    ]
    assert len(shades) == 4
    assert all(before - after > 0.1 for before, after in pairwise(shades))


def test_the_page_holds_the_picture_as_svg_with_its_words_and_nothing_from_outside():
    html = CaseMoney(MONEY, "Money <of> the case").html

    assert "Money &lt;of&gt; the case" in html
    assert f'<img alt="{CaseMoney(MONEY).says}' in html
    svg = base64.b64decode(re.search(r"image/svg\+xml;base64,([^\"]+)", html).group(1))
    assert svg.startswith(b"<?xml")
    assert svg.rstrip().endswith(b"</svg>")
    assert b"<script" not in svg
    assert html.count("<table>") == 2


def test_the_same_money_gives_the_same_page():
    assert CaseMoney(MONEY).html == CaseMoney(MONEY).html


def test_where_nothing_was_traced_words_say_why_and_nothing_is_drawn():
    none_sent = CaseMoney(NOTHING)
    unanswered = CaseMoney(Assets(SIDES, (OPEN,), (), (), 960.0))

    assert none_sent.says.startswith("No asset was traced: no financial enquiry was sent")
    assert "1 financial enquiry was sent, 0 of them answered" in unanswered.says
    for empty in (none_sent, unanswered):
        assert "<img" not in empty.html
        assert "<table" not in empty.html
        assert empty.says in empty.words
        with pytest.raises(TrainkitError, match="there is nothing to draw"):
            empty.figure()


def test_a_team_that_traced_nothing_is_named():
    one_sided = Assets(SIDES, (FIRST,), (Lot(FIRST, 100),), MONEY.movements[:1], 960.0)

    assert "The Borea team traced nothing; 0 of its 0 enquiries" in told(one_sided)
    assert "it traced nothing" in texts(case_money_figure(one_sided))


def test_in_lines_a_long_table_is_cut_and_says_so():
    moves = tuple(on(50 + n, "frozen", (0, 2)) for n in range(60))
    long = Assets(SIDES, MONEY.enquiries, MONEY.lots, (*MONEY.movements, *moves), 9000.0)

    assert "28 more are in the table of the page." in CaseMoney(long).words
    assert CaseMoney(long).html.count("<tr>") == 2 + 3 + 68


def test_amounts_are_whole_in_a_sentence_and_exact_in_a_table():
    assert [whole(cents) for cents in (0, 149, 151, 123_456_789)] == ["0", "1", "2", "1,234,568"]
    assert [exact(cents) for cents in (0, 5, 123_456_789)] == ["0.00", "0.05", "1,234,567.89"]


def test_outside_of_a_notebook_it_is_told_in_lines(capsys):
    CaseMoney(MONEY, "The money").show()

    said = capsys.readouterr().out
    assert said.startswith("The money. Of 180,000 crowns traced")
    assert "Alder team | 130,000.05" in said
