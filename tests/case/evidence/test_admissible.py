"""What a court of Alder or Borea may use: the two tables, the channel, the warrant, the custody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.evidence.conftest import carried, item, warrant

from trainkit.case.evidence import REASONS, admissible, usable
from trainkit.case.evidence.item import ACTIONS, AUTHORITIES, CHANNELS
from trainkit.errors import TrainkitError


def reason(found, state="Alder"):
    return admissible(found, state).reason


def test_a_lawful_search_with_a_whole_chain_is_evidence_at_home():
    ruling = admissible(item(), "Alder")

    assert (ruling.admitted, ruling.reason) == (True, "evidence")


@pytest.mark.parametrize("channel", ["police_answer", "fiu_answer"])
@pytest.mark.parametrize("state", ["Alder", "Borea"])
def test_an_answer_from_police_to_police_is_intelligence_in_both_states(channel, state):
    assert reason(item(channel=channel), state) == "intelligence"


def test_what_a_source_says_is_intelligence_by_whatever_channel():
    for channel in CHANNELS:
        assert reason(item(action="source", warrant=None, channel=channel)) == "intelligence"


def test_intelligence_becomes_evidence_when_it_comes_again_by_letter():
    told = item(id="A-1", channel="police_answer", side="Borea")
    again = item(id="A-2", channel="letter_of_request", side="Borea")

    assert usable([told], told.fact, "Alder") == ()
    assert usable([told, again], told.fact, "Alder") == (again,)


def test_what_was_found_abroad_and_never_transmitted_is_not_used():
    assert reason(item(), "Borea") == "not_transmitted"


def test_a_prosecutor_s_search_counts_in_alder_and_not_in_borea():
    found = item(channel="letter_of_request", warrant=warrant(authority="prosecutor"))

    assert reason(found, "Alder") == "evidence"
    assert reason(found, "Borea") == "unconfirmed"


def test_alder_takes_a_search_of_borea_s_judge_by_the_law_of_the_place():
    found = item(side="Borea", channel="letter_of_request", warrant=warrant(side="Borea"))

    assert reason(found, "Alder") == "evidence"


@pytest.mark.parametrize(("confirmed_h", "expected"), [(24.0, "evidence"), (24.1, "unconfirmed")])
def test_a_judge_of_borea_confirms_within_a_day_or_too_late(confirmed_h, expected):
    order = warrant(authority="prosecutor", side="Borea", confirmed_h=confirmed_h)

    assert reason(item(side="Borea", warrant=order), "Borea") == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"warrant": None}, "no_warrant"),
        ({"warrant": warrant(action="interception")}, "other_warrant"),
        ({"warrant": warrant(authority="police")}, "no_authority"),
        ({"obtained_h": 73.0}, "outside_warrant"),
        ({"obtained_h": 1.0, "warrant": warrant(from_h=2.0)}, "outside_warrant"),
        ({"custody": ()}, "custody"),
        ({"action": "open_source", "warrant": None}, "evidence"),
    ],
)
def test_each_fault_has_its_own_reason(changed, expected):
    assert reason(item(**changed)) == expected


def test_a_gap_in_custody_costs_the_exhibit():
    broken = carried(item(custody=()), 3, taken_h=60.0)

    ruling = admissible(broken, "Alder")

    assert ruling.reason == "custody"
    assert "nobody held it" in ruling.text


def test_an_unknown_court_is_refused_with_the_nearest():
    with pytest.raises(TrainkitError, match=r"No court is known of 'Aldr'\. Did you mean 'Alder'"):
        admissible(item(), "Aldr")


ITEMS = st.builds(
    item,
    channel=st.sampled_from(CHANNELS),
    action=st.sampled_from(ACTIONS),
    side=st.sampled_from(("Alder", "Borea")),
    obtained_h=st.floats(0.0, 500.0),
    warrant=st.none()
    | st.builds(
        warrant,
        action=st.sampled_from(ACTIONS),
        authority=st.sampled_from(AUTHORITIES),
        from_h=st.floats(0.0, 100.0),
        to_h=st.floats(100.0, 300.0),
        side=st.sampled_from(("Alder", "Borea")),
        confirmed_h=st.none() | st.floats(0.0, 100.0),
    ),
)


@given(ITEMS, st.sampled_from(("Alder", "Borea")))
def test_no_item_that_needs_an_order_is_admitted_outside_its_order(found, state):
    ruling = admissible(found, state)

    assert ruling.reason in REASONS
    assert ruling.admitted == (ruling.reason == "evidence")
    if ruling.admitted and found.action in {"search", "interception", "digital_forensics"}:
        assert found.warrant is not None
        assert found.warrant.action == found.action
        assert found.warrant.from_h <= found.obtained_h <= found.warrant.to_h
        assert found.warrant.authority in {"judge", "prosecutor"}
    if found.channel in {"police_answer", "fiu_answer"}:
        assert not ruling.admitted


@given(ITEMS)
def test_what_borea_admits_of_alder_alder_would_admit_by_letter_too(found):
    """Borea holds what comes from abroad to both tables, Alder to one: it can only ask less."""
    if found.side == "Alder" and admissible(found, "Borea").admitted:
        assert admissible(replace(found, channel="own"), "Alder").admitted
