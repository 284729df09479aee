"""What a court of Alder or Borea may use: the two laws, the channel, the order, the custody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.evidence.conftest import carried, item, order

from trainkit.case import law
from trainkit.case.evidence import CHANNELS, REASONS, admissible, usable
from trainkit.case.law import ACTIONS, statutes
from trainkit.case.law.statutes import AUTHORITIES
from trainkit.errors import TrainkitError


def reason(found, state="Alder"):
    return admissible(found, state).reason


def traffic_data(**changed):
    """Return telecom data of Alder, which its prosecutor orders; in Borea a judge would."""
    told = {"action": "telecom_data", "warrant": order("telecom_data", "prosecutor")}
    return item(custody=(), **{**told, **changed})


def test_a_lawful_search_with_a_whole_chain_is_evidence_at_home():
    ruling = admissible(item(), "Alder")

    assert (ruling.admitted, ruling.reason) == (True, "evidence")


@pytest.mark.parametrize("channel", ["police_answer", "fiu_answer"])
@pytest.mark.parametrize("state", ["Alder", "Borea"])
def test_an_answer_from_police_to_police_is_intelligence_in_both_states(channel, state):
    assert reason(item(channel=channel), state) == "intelligence"


@pytest.mark.parametrize("action", ["source_handling", "financial_enquiry"])
def test_what_a_source_or_a_financial_unit_says_is_intelligence_by_whatever_channel(action):
    for channel in CHANNELS:
        assert reason(item(action=action, warrant=None, channel=channel)) == "intelligence"


def test_intelligence_becomes_evidence_when_it_comes_again_by_letter():
    told = item(id="A-1", channel="police_answer", side="Borea", warrant=order(side="Borea"))
    by_letter = {"channel": "letter_of_request", "side": "Borea", "warrant": order(side="Borea")}
    again = item(id="A-2", **by_letter)

    assert usable([told], told.fact, "Alder") == ()
    assert usable([told, again], told.fact, "Alder") == (again,)


def test_what_was_found_abroad_and_never_transmitted_is_not_used():
    assert reason(item(), "Borea") == "not_transmitted"


@pytest.mark.parametrize("channel", ["letter_of_request", "joint_team"])
def test_traffic_data_of_alder_s_prosecutor_count_in_alder_and_not_in_borea(channel):
    assert reason(traffic_data()) == "evidence"
    assert reason(traffic_data(channel=channel), "Borea") == "no_authority"
    judge = order("telecom_data", "judge")
    assert reason(traffic_data(channel=channel, warrant=judge), "Borea") == "evidence"


def test_alder_asks_for_the_law_of_the_place_and_no_more():
    """Borea's prosecutor may order surveillance for 30 days; Alder takes it as Borea gave it."""
    told = {"action": "surveillance", "side": "Borea", "channel": "letter_of_request"}
    seen = item(**told, warrant=order("surveillance", "prosecutor", side="Borea"), custody=())

    assert reason(seen, "Alder") == "evidence"


def test_facilitation_has_no_basis_in_borea_whoever_ordered_the_search():
    found = item(offence="facilitation", action="interception", channel="letter_of_request")

    assert reason(replace(found, warrant=order("interception")), "Borea") == "no_basis"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"warrant": None}, "no_warrant"),
        ({"warrant": order("interception")}, "other_warrant"),
        ({"warrant": order(side="Borea")}, "other_warrant"),
        ({"warrant": order(authority="supervisor")}, "no_authority"),
        ({"warrant": order(authority="prosecutor")}, "no_authority"),
        ({"obtained_h": 72.0}, "outside_warrant"),
        ({"obtained_h": 71.9}, "evidence"),
        ({"obtained_h": 1.0, "warrant": order(from_h=2.0)}, "outside_warrant"),
        ({"custody": ()}, "custody"),
        ({"action": "open_sources", "warrant": None}, "evidence"),
    ],
)
def test_each_fault_has_its_own_reason(changed, expected):
    assert reason(item(**changed)) == expected


def test_an_order_for_organised_crime_does_not_carry_what_a_case_of_smuggling_hears():
    longer = law.granted(
        "Alder", "interception", "organised_crime",
        target=1, authority="judge", grounds=(0,), now_h=0.0,
    )  # fmt: skip
    heard = item(action="interception", obtained_h=30 * 24.0, warrant=longer)

    assert reason(heard, "Alder") == "other_warrant"
    assert reason(replace(heard, offence="organised_crime"), "Alder") == "evidence"


def test_a_gap_in_custody_costs_the_exhibit():
    broken = carried(item(custody=()), 3, taken_h=60.0)

    ruling = admissible(broken, "Alder")

    assert ruling.reason == "custody"
    assert "nobody held it" in ruling.text


def test_an_unknown_court_is_refused_with_the_nearest():
    with pytest.raises(TrainkitError, match=r"No court is known of 'Aldr'\. Did you mean 'Alder'"):
        admissible(item(), "Aldr")


ORDERED = sorted({(one.side, action) for one in statutes() for action in one.actions})
ORDERS = st.builds(
    lambda place, authority, from_h, to_h: order(place[1], authority, from_h, to_h, place[0]),
    st.sampled_from([one for one in ORDERED if one[1] != "defer_arrest"]),
    st.sampled_from(AUTHORITIES),
    st.floats(0.0, 100.0),
    st.floats(100.0, 300.0),
)
ITEMS = st.builds(
    item,
    channel=st.sampled_from(CHANNELS),
    action=st.sampled_from(ACTIONS),
    offence=st.sampled_from(("smuggling", "facilitation", "trafficking")),
    side=st.sampled_from(("Alder", "Borea")),
    obtained_h=st.floats(0.0, 500.0),
    warrant=st.none() | ORDERS,
)


@given(ITEMS, st.sampled_from(("Alder", "Borea")))
def test_no_item_that_needs_an_order_is_admitted_outside_its_order(found, state):
    ruling = admissible(found, state)

    assert ruling.reason in REASONS
    assert ruling.admitted == (ruling.reason == "evidence")
    if ruling.admitted and found.action in {"search", "interception", "digital_forensics"}:
        assert found.warrant is not None
        assert found.warrant.action == found.action
        assert found.warrant.granted_h <= found.obtained_h < found.warrant.expires_h
        assert found.warrant.authority == "judge"
    if found.channel in {"police_answer", "fiu_answer"}:
        assert not ruling.admitted


@given(ITEMS)
def test_what_borea_admits_of_alder_alder_admits_at_home(found):
    """Borea holds what comes from abroad to both laws, Alder to one: Alder can only ask less."""
    if found.side == "Alder" and admissible(found, "Borea").admitted:
        assert admissible(replace(found, channel="own"), "Alder").admitted


@pytest.mark.parametrize(("day", "expected"), [(44, "evidence"), (46, "outside_warrant")])
def test_an_order_written_for_years_ends_when_the_law_of_alder_ends_it_after_45_days(day, expected):
    call = {"action": "interception", "warrant": order("interception", to_h=1e6)}

    assert reason(item(custody=(), obtained_h=24.0 * day, **call)) == expected


def test_an_order_dated_before_the_case_was_opened_carries_nothing():
    assert reason(item(warrant=order(from_h=-1.0))) == "outside_warrant"


def test_a_chain_that_was_cut_off_costs_the_exhibit_where_the_register_knows_its_end():
    whole = carried(item(custody=()), 4)
    noted, cut = str(whole.custody[-1]["hash"]), replace(whole, custody=whole.custody[:2])

    assert admissible(whole, "Alder", noted).admitted
    assert admissible(cut, "Alder", noted).reason == "custody"
    assert usable([cut], cut.fact, "Alder", {cut.id: noted}) == ()
    assert usable([cut], cut.fact, "Alder") == (cut,)
