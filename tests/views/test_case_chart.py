"""The link chart of a run: each team's picture is what came to it, and the truth stands beside."""

import json
import re

import pytest

from trainkit import load
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.dossier import dossier
from trainkit.experiments import run
from trainkit.kernel.luck import Luck
from trainkit.views.case_chart import case_chart, suspected_in_vain
from trainkit.views.link_page import page

YEAR = load("trainkit/two-teams-one-network")


@pytest.fixture(scope="module", params=[None, "joint_team_early", "low_level_arrests"])
def found(request):
    case = (
        YEAR if request.param is None else YEAR.vary(MODEL.policies[request.param](YEAR.parameters))
    )
    return dossier(run(case, seed=3, replication=1), case.parameters, Luck(3, 1))


def test_a_teams_picture_has_the_members_it_heard_of_and_the_ties_it_was_shown(found):
    chart = case_chart(found)
    members = frozenset(found.network.by_id)
    for picture in chart.pictures:
        if picture.whose not in found.known:
            continue
        side = picture.whose
        assert picture.numbers == found.known[side] & members
        assert picture.pairs == {pair for pair in found.ties[side] if set(pair) <= members}


def test_the_truth_marks_what_no_team_knew(found):
    chart = case_chart(found)
    truth = next(one for one in chart.pictures if one.whose == "truth")

    assert truth.numbers == frozenset(found.network.by_id)
    both = next(one for one in chart.pictures if one.whose == "both")
    assert both.numbers < truth.numbers


def test_every_item_has_a_basis_custody_and_courts_to_be_read(found):
    items = case_chart(found).pictures[-1].items

    assert len(items) == len(found.held)
    assert all(item.basis.startswith("statute ") and len(item.custody) >= 2 for item in items)
    assert any(item.gap for item in items)
    assert any(item.admissible == () for item in items)


def test_people_with_no_part_in_it_are_named_and_never_drawn(found):
    said = suspected_in_vain(found)
    drawn = {actor.id for one in case_chart(found).pictures for actor in one.actors}

    assert not drawn & set(found.bystanders)
    named = set(map(int, re.findall(r"(?<=[ :])\d+(?=[,.])", said)))
    known = frozenset().union(*found.known.values())
    assert named == known & set(found.bystanders)


def test_the_page_holds_all_it_needs_and_asks_for_nothing(found):
    text = page(case_chart(found, "A case <seed 3>"), "A note & more.")

    assert "<title>A case &lt;seed 3&gt;</title>" in text
    assert "A note &amp; more." in text
    assert "EXERCISE - SYNTHETIC DATA" in text
    assert not re.search(r"""(?:src|href)=["']https?:""", text)
    about = json.loads(re.search(r'id="about">(.*?)</script>', text, re.DOTALL).group(1))
    assert len(about["items"]) == len(found.held)
