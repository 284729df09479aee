"""The link chart, in Python: who knows what, what is sent, what is said, and what is refused."""

import json
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import pdist
from tests.views.case import ACTORS, ITEMS, NETWORK, TIES

from trainkit.case.actors import ROLES, SIDES, Actor, Network, Tie
from trainkit.errors import TrainkitError
from trainkit.views import link_look
from trainkit.views.link_chart import Handover, LinkChart, Shown, shown_item
from trainkit.views.link_item import grade_words
from trainkit.views.link_known import chosen, pictures
from trainkit.views.link_place import APART, places
from trainkit.views.link_timeline import rows, timeline


@pytest.fixture(scope="module")
def found():
    return pictures(NETWORK, ITEMS, truth=NETWORK)


@pytest.mark.parametrize(
    ("whose", "actors", "pairs", "items"),
    [
        ("Alder", {1, 2, 3}, {(1, 2), (2, 3)}, ["I1", "I3"]),
        ("Borea", {2, 3, 4}, {(3, 4)}, ["I2", "I3"]),
        ("both", {1, 2, 3, 4}, {(1, 2), (2, 3), (3, 4)}, ["I1", "I2", "I3"]),
        ("truth", {1, 2, 3, 4, 5}, {(1, 2), (2, 3), (3, 4), (4, 5)}, ["I1", "I2", "I3", "I4"]),
    ],
)
def test_each_reader_knows_what_was_seen_and_what_the_items_show(
    found, whose, actors, pairs, items
):
    picture = chosen(found, whose)

    assert picture.numbers == actors
    assert picture.pairs == pairs
    assert [item.id for item in picture.items] == items


def test_a_team_that_knows_two_actors_by_two_items_does_not_know_their_tie():
    network = Network(ACTORS, TIES)
    items = [Shown(f"I{one}", "record", 0.0, (one,), known_to=("Alder",)) for one in (1, 2)]

    alder = chosen(pictures(network, items), "Alder")

    assert alder.numbers == {1, 2}
    assert alder.ties == ()


def test_nothing_that_no_team_knows_is_sent_before_the_truth_is_given():
    about = LinkChart(NETWORK, ITEMS).widget().about

    assert [one["whose"] for one in about["views"]] == ["Alder", "Borea", "both"]
    assert {one["id"] for one in about["actors"]} == {1, 2, 3, 4}
    assert {item["id"] for item in about["items"]} == {"I1", "I2", "I3"}
    assert len(about["ties"]) == 4
    assert not any(one["coerced"] for one in about["actors"])
    assert '"kin"' not in json.dumps(about["ties"])


def test_the_truth_marks_what_neither_team_ever_saw():
    about = LinkChart(NETWORK, ITEMS, truth=NETWORK).widget().about

    unseen = [one for one in about["actors"] if one["in"] == ["truth"]]

    assert [(one["label"], one["known"]) for one in unseen] == [("C5", "never seen")]
    assert [tie["ends"] for tie in about["ties"] if tie["in"] == ["truth"]] == [(4, 5)]
    assert [one["id"] for one in about["actors"] if one["coerced"]] == [4]


def test_a_tie_that_is_believed_and_not_true_is_in_the_teams_picture_and_not_in_the_truth():
    truth = Network(ACTORS, TIES[:-2])
    items = [Shown("I1", "source_report", 1.0, (3, 4), "E5", ("Borea",))]

    about = LinkChart(NETWORK, items, truth=truth).widget().about

    believed = [tie for tie in about["ties"] if tie["ends"] == (3, 4)]
    assert [tie["in"] for tie in believed] == [["Borea", "both"]]


def test_where_nobody_is_said_to_know_anything_the_whole_network_is_drawn_without_a_switch():
    about = LinkChart(Network(ACTORS, TIES)).widget().about

    assert [one["whose"] for one in about["views"]] == ["both"]
    assert len(about["actors"]) == 5
    assert about["views"][0]["says"].startswith("5 actors and 4 tied pairs. Most ties: T2")


def test_one_sentence_reads_the_picture():
    assert LinkChart(NETWORK, ITEMS).says == (
        "The two teams together know 4 actors and 3 tied pairs: 2 actors are known to both, 1 to "
        "Alder's alone, 1 to Borea's alone. Most ties: T2, transporter in Alder, tied to 2 others. "
        "3 items, day 3 to day 20."
    )
    assert LinkChart(NETWORK, ITEMS, truth=NETWORK, whose="truth").says == (
        "In truth there are 5 actors and 4 tied pairs; neither team ever saw 1 of the actors and "
        "1 of the tied pairs. Most ties: T2, transporter in Alder, tied to 2 others. 4 items, day "
        "3 to day 25."
    )


def test_the_words_hold_actors_ties_and_items_with_grade_basis_custody_and_courts():
    words = LinkChart(NETWORK, ITEMS, "Harbour case").words

    assert words.startswith("Harbour case. Both teams. The two teams together know 4 actors")
    assert "T2 | transporter | aide | Alder | Alder and Borea" in words
    assert "T2 | F3 | money | 0.25" in words
    assert (
        "I1 | day 3, 02:00 | interception | T2, F3 | B2: usually reliable source, probably true | "
        "Alder | warrant of a judge | day 3, 03:00 collected to officer 4; day 3, 08:00 officer 4 "
        "to laboratory | Alder" in words
    )
    assert "GAP: officer 9 took it, courier gave it on" in words
    assert "nowhere: intelligence only" in words


def test_long_tables_are_cut_in_the_words_and_say_so_and_are_whole_in_html():
    actors = tuple(Actor(k, "skipper", "aide", "transport", "Alder") for k in range(70))
    shown = LinkChart(Network(actors, ()))

    assert "10 more are on the chart." in shown.words
    assert shown.html.count("<tr><td>S") == 70


def test_what_an_item_says_cannot_become_part_of_the_page():
    items = [Shown("<b>", "<script>alert(1)</script>", 0.0, basis="<img src=x>")]

    page = LinkChart(NETWORK, items).html

    assert not re.search("<script|<img|<b>", page)


def test_without_widgets_the_words_are_printed(monkeypatch, capsys):
    monkeypatch.setenv("TRAINKIT_PLAIN", "1")

    LinkChart(NETWORK, ITEMS, "Harbour case").show()

    assert capsys.readouterr().out.startswith("Harbour case. Both teams.")


def test_roles_are_told_apart_without_colour():
    letters, outlines = link_look.LETTERS, link_look.OUTLINES

    assert set(letters) == set(outlines) == set(ROLES)
    assert len(set(letters.values())) == len(set(outlines.values())) == len(ROLES)
    assert len(set(link_look.DASHES.values())) == 4


@pytest.mark.parametrize("side", SIDES)
def test_names_on_actors_have_the_contrast_that_small_text_needs(side):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return np.dot((0.2126, 0.7152, 0.0722), linear)

    fill, ink, _ = link_look.SIDES_DRAWN[side]
    low, high = sorted((light(fill), light(ink)))

    assert (high + 0.05) / (low + 0.05) >= 4.5  # WCAG 2.1, 1.4.3


@st.composite
def networks(draw):
    n = draw(st.integers(1, 30))
    sides = draw(st.lists(st.sampled_from(SIDES), min_size=n, max_size=n))
    ends = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=60))
    actors = tuple(Actor(k, "skipper", "aide", "transport", side) for k, side in enumerate(sides))
    pairs = {(min(two), max(two)) for two in ends if two[0] != two[1]}
    return Network(actors, tuple(Tie(*two, "contact") for two in sorted(pairs)))


@settings(max_examples=30, deadline=None)
@given(networks())
def test_no_two_actors_stand_on_each_other_and_alder_is_left_of_borea(network):
    at = places(network)

    assert set(at) == set(network.by_id)
    assert at == places(network)
    assert len(at) == 1 or pdist(list(at.values())).min() > 0.6 * APART
    lefts = [at[one.id][0] for one in network.actors if one.side == "Alder"]
    rights = [at[one.id][0] for one in network.actors if one.side == "Borea"]
    assert not lefts or not rights or max(lefts) < min(rights)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 9000), st.sampled_from([(), SIDES, ("Alder",)]))))
def test_no_two_items_of_a_timeline_lie_on_each_other(drawn):
    items = [Shown(str(k), "record", time_h, known_to=s) for k, (time_h, s) in enumerate(drawn)]
    time, placed = timeline(items), rows(items)

    assert len(set(placed)) == len(items)
    for item, (_, column, _) in zip(items, placed, strict=True):
        first = time.first + column * time.step
        assert 0 <= column < time.columns
        assert first <= item.time_h // 24 < first + time.step


def test_an_item_of_any_model_is_shown_by_what_it_calls_its_fields():
    item = {
        "name": "W7",
        "kind": "interception",
        "day": 2.5,
        "actors": [3],
        "source_grade": "C3",
        "known_to": ["Borea team"],
        "custody": [{"time_h": 61, "giver": "", "taker": "desk"}, (62, "desk", "court")],
        "admissible": {"Alder": False, "Borea": True},
        "cost_crowns": 4,
    }

    made = shown_item(item, names={"id": "name", "grade": "source_grade"})

    custody = (Handover(61.0, "", "desk"), Handover(62.0, "desk", "court"))
    assert made == Shown(
        "W7", "interception", 60.0, (3,), "C3", ("Borea",), "", custody, ("Borea",)
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"grade": "G7"}, "has the grade 'G7', which does not exist.* from A to F"),
        ({"grade": "B"}, "has the grade 'B', which does not exist"),
        ({"known_to": ["Cyra"]}, "names the team 'Cyra'.*Alder and Borea"),
        ({"known_to": ["Aldr"]}, "Did you mean 'Alder'"),
        ({"time_h": -1}, "hours since the case was opened: a number, not negative"),
        ({"time_h": float("nan")}, "a number, not negative"),
        ({"time_h": "soon"}, "has time_h = 'soon'. Give a number"),
        ({"day": 3}, "has a day and another time_h"),
        ({"knwon_to": ["Alder"]}, "field 'knwon_to'.*Did you mean 'known_to'"),
        ({"custody": ["laboratory"]}, "Give time_h, giver and taker"),
    ],
)
def test_an_item_that_cannot_be_shown_is_refused_with_what_to_do(change, said):
    with pytest.raises(TrainkitError, match=said):
        shown_item({"id": "I1", "kind": "record", "time_h": 5.0, **change})


@pytest.mark.parametrize(("field", "named"), [("id", "id"), ("kind", "kind"), ("time_h", "day")])
def test_an_item_that_lacks_a_field_is_refused_with_its_name(field, named):
    item = {"id": "I1", "kind": "record", "time_h": 5.0}
    del item[field]

    with pytest.raises(TrainkitError, match=f"lacks '{named}'"):
        shown_item(item)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([Shown("I1", "record", 0.0, (9,))], "'I1' concerns actor 9, who is not among the 5"),
        ([Shown("I1", "record", 0.0)] * 2, "Two items have the id 'I1'"),
        ([{"id": "I1"}], "Make what is shown of it with shown_item"),
    ],
)
def test_items_that_do_not_fit_the_network_are_refused(items, said):
    with pytest.raises(TrainkitError, match=said):
        LinkChart(NETWORK, items)


def test_the_truth_is_refused_before_it_is_given_and_where_it_lacks_somebody():
    with pytest.raises(TrainkitError, match="drawn when truth= is given"):
        LinkChart(NETWORK, ITEMS, whose="truth")
    with pytest.raises(TrainkitError, match="The truth lacks actor 5"):
        LinkChart(NETWORK, ITEMS, truth=Network(ACTORS[:4], TIES[:4]))


@pytest.mark.parametrize(
    ("grade", "said"),
    [("F6", "F6: source that cannot be judged, truth cannot be judged"), ("", "not graded")],
)
def test_a_grade_is_said_in_words(grade, said):
    assert grade_words(grade) == said


@pytest.mark.parametrize(
    ("custody", "gap"),
    [
        ((), ""),
        ((Handover(1, "", "a"), Handover(2, "a", "b")), ""),
        ((Handover(1, "", "a"), Handover(2, "c", "b")), "a took it, c gave it on"),
        ((Handover(3, "", "a"), Handover(2, "a", "b")), "b took it before a did"),
    ],
)
def test_a_gap_in_custody_is_found(custody, gap):
    assert Shown("I1", "record", 0.0, custody=custody).gap == gap
