"""The dossier of a run: custody that can be verified, orders, courts, and who knows what."""

from dataclasses import replace

import pytest

from trainkit.case.evidence.admissibility import admissible
from trainkit.case.evidence.custody import custody_flaws
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.chain import CHANNELS
from trainkit.case.investigation.dossier import dossier
from trainkit.kernel.luck import Luck

SIDES = ("Alder", "Borea")
CASES = [(None, 0), (None, 1), ("joint_team_early", 0), ("expert", 1), ("low_level_arrests", 2)]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0] or 'plan'}-{case[1]}")
def told(request, year, play):
    """A year under a policy: its scenario, its logbook, its dossier."""
    policy, replication = request.param
    case = year if policy is None else year.vary(MODEL.policies[policy](year.parameters))
    book = play(case, replication)
    return book, dossier(book, case.parameters, Luck(7, replication))


def entries(book):
    found = {}
    for entry in book.of("item_obtained"):
        found.setdefault(int(entry.facts["item"]), []).append(entry)
    return found


def numbers(book):
    """Return the numbers of items by their names: a State, and the place among what it took."""
    took = {side: [] for side in SIDES}
    for number, taken in entries(book).items():
        took[taken[0].subject.removesuffix(" team")].append(number)
    return {f"{side} {n}": one for side in SIDES for n, one in enumerate(took[side], start=1)}


def test_every_item_of_the_log_stands_in_the_dossier_once(told):
    book, found = told

    assert {held.item.id for held in found.held} == numbers(book).keys()
    assert len(found.held) > 50


def test_a_chain_of_custody_holds_and_shows_a_gap_where_the_log_has_one(told):
    book, found = told
    broken = {int(entry.facts["item"]) for entry in book.of("custody_broken")}
    number = numbers(book)

    assert broken
    for held in found.held:
        flaws = custody_flaws(held.item)
        assert bool(flaws) is (number[held.item.id] in broken)
        assert all((flaw.line, flaw.kind) == (2, "gap") for flaw in flaws)


def test_a_line_of_custody_that_is_written_anew_is_found(told):
    _, found = told
    held = next(one for one in found.held if not custody_flaws(one.item))
    first, *rest = held.item.custody
    forged = replace(held.item, custody=({**first, "taker": "officer, nobody"}, *rest))

    assert next((flaw.line, flaw.kind) for flaw in custody_flaws(forged)) == (1, "altered")


def test_a_court_hears_what_the_run_let_it_hear_and_the_reason_says_why_not(told):
    """The run decides by its own rules, `admissible` by those of evidence: they agree."""
    book, found = told
    taken, number = entries(book), numbers(book)
    for held in found.held:
        heard = {
            e.subject.removesuffix(" team")
            for e in taken[number[held.item.id]]
            if e.facts["evidence"]
        }
        assert set(held.courts) == heard
        for side, why in held.why.items():
            assert (side in held.courts) is why.startswith("It was lawfully obtained")


def test_the_cases_hold_answers_of_police_late_items_gaps_and_shared_evidence(year, play):
    """What the tests here look at occurs in them, so that none of them passes on nothing."""
    found = []
    for policy, replication in CASES:
        case = year if policy is None else year.vary(MODEL.policies[policy](year.parameters))
        book = play(case, replication)
        found += dossier(book, case.parameters, Luck(7, replication)).held
    late = [
        one
        for one in found
        if one.item.warrant and one.item.obtained_h >= one.item.warrant.expires_h
    ]
    ways = [channel for one in found for _, _, channel in one.known[1:]]

    assert len(late) >= 3
    assert ways.count("police") > 20
    assert ways.count("joint_team") > 20
    assert sum(bool(custody_flaws(one.item)) for one in found) > 5
    assert sum(len(one.courts) == 2 for one in found) > 20


def test_what_speaks_for_the_accused_is_held_back_where_the_plan_selects(year, play):
    for disclosure, held_back in (("all", False), ("selected", True)):
        case = year.vary("plan.disclosure", disclosure)
        found = dossier(play(case, 0), case.parameters, Luck(7, 0)).held
        assert any(not one.disclosed for one in found) is held_back
        assert all(one.disclosed for one in found if one.against)


def test_what_the_police_of_the_partner_answered_is_intelligence_to_every_court(told):
    _, found = told
    for held in found.held:
        if [channel for _, _, channel in held.known[1:]] == ["police"]:
            item = replace(held.item, channel=CHANNELS["police"])
            assert not any(admissible(item, side).admitted for side in SIDES)
            assert held.known[1][0] not in held.courts


def test_what_was_taken_after_the_end_of_its_order_is_heard_nowhere(told):
    _, found = told
    for held in found.held:
        order = held.item.warrant
        if order is not None and held.item.obtained_h >= order.expires_h:
            assert held.courts == ()


def test_no_team_takes_in_twice_what_it_had_first_itself(told):
    """One source told again is no second source, also where the partner sends it back."""
    book, _ = told
    for taken in entries(book).values():
        teams = [entry.subject for entry in taken]
        assert len(teams) == len(set(teams))


@pytest.mark.parametrize("side", SIDES)
def test_a_team_knows_nobody_and_no_tie_that_did_not_come_to_it(told, side):
    book, found = told
    shown = {int(e.facts["actor"]) for e in book.of("actor_shown") if e.subject == f"{side} team"}
    everybody = {*found.network.by_id, *found.bystanders}

    assert found.known[side] == shown
    assert shown <= everybody
    around = {frozenset(pair) for pair in found.network.pairs}
    for one, other in found.ties[side]:
        assert {one, other} <= shown
        members = {one, other} <= set(found.network.by_id)
        assert not members or frozenset((one, other)) in around


def test_teams_that_never_speak_share_no_item(year, play):
    silent = [e for e in year.parameters.plan.efforts if e.action != "partner_request"]
    efforts = tuple(one.model_dump() for one in silent)
    case = year.vary({"plan.efforts": efforts, "plan.arrest.whom": "nobody"})
    found = dossier(play(case, 3), case.parameters, Luck(7, 3))

    assert len(found.held) > 50
    assert all(len(held.known) == 1 for held in found.held)
