"""The link chart for print."""

import re

import pytest
from tests.views.case import ACTORS, ITEMS, NETWORK, TIES

from trainkit.case.actors import Actor, Network, Tie
from trainkit.errors import TrainkitError
from trainkit.views.figures import link_figure, save


def texts(figure):
    from matplotlib.text import Text

    return [found.get_text() for found in figure.findobj(Text)]


@pytest.fixture(scope="module")
def both():
    return link_figure(NETWORK, ITEMS, "Harbour case")


@pytest.fixture(scope="module")
def truth():
    return link_figure(NETWORK, ITEMS, "Harbour case", truth=NETWORK, whose="truth")


def test_a_printed_link_chart_names_the_actors_the_teams_know_and_nobody_else(both):
    named = set(texts(both))

    assert {"O1", "T2", "F3", "S4", "Alder", "Borea"} <= named
    assert "C5" not in " ".join(named)


def test_a_printed_link_chart_is_read_by_a_sentence_and_carries_its_words_and_the_statement(both):
    said = " ".join(texts(both))

    assert "2 actors are known to both" in said
    assert "EXERCISE - SYNTHETIC - NOT FOR OPERATIONS" in said
    assert "I2 | day 10, 00:00 | source report" in both.get_label()


def test_the_printed_truth_marks_who_was_never_seen(truth):
    assert "\N{MULTIPLICATION SIGN}C5" in texts(truth)
    assert "\N{MULTIPLICATION SIGN} neither team ever saw" in texts(truth)


def test_the_items_are_printed_in_the_lanes_of_who_has_them_with_their_grades(both, truth):
    lanes = [tick.get_text() for tick in truth.axes[1].get_yticklabels()]

    assert lanes == ["Alder team only", "both teams", "Borea team only", "no team"]
    assert [tick.get_text() for tick in both.axes[1].get_yticklabels()] == lanes[:3]
    assert {"B2", "E4", "A1"} <= {text.get_text() for text in both.axes[1].texts}


def test_every_tie_is_printed_and_two_of_a_pair_lie_beside_each_other(truth):
    lines = [line for found in truth.axes[0].collections for line in segments(found)]

    assert len(lines) == len(TIES)
    assert len({tuple(map(tuple, line)) for line in lines}) == len(TIES)


def segments(found):
    from matplotlib.collections import LineCollection

    return found.get_segments() if isinstance(found, LineCollection) else []


def test_of_many_actors_those_with_most_ties_are_named():
    actors = tuple(Actor(k, "skipper", "aide", "transport", "Alder") for k in range(100))
    ties = tuple(Tie(0, k, "contact") for k in range(90, 100))

    named = {one for one in texts(link_figure(Network(actors, ties))) if re.fullmatch(r"S\d+", one)}

    assert {"S0", *(f"S{k}" for k in range(90, 100))} <= named
    assert len(named) == 80


def test_a_network_without_items_says_so_and_one_without_actors_is_drawn():
    assert "no item" in texts(link_figure(Network(ACTORS, TIES)))
    assert "no item" in texts(link_figure(Network((), ())))


def test_a_printed_link_chart_is_saved_with_its_words(tmp_path, both):
    content = save(both, tmp_path / "case.svg").read_text(encoding="utf-8")

    assert "GAP: officer 9 took it, courier gave it on" in content


def test_an_unknown_reader_is_refused_with_the_nearest():
    with pytest.raises(TrainkitError, match="Did you mean 'Borea'"):
        link_figure(NETWORK, ITEMS, whose="Borae")
