"""The gate: what goes, what goes reduced, what stays, and each reason by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.sharing.conftest import ASKED, request

from trainkit.case.sharing.gate import decide
from trainkit.case.sharing.grounds import CATEGORIES, bases, fields, purposes
from trainkit.case.sharing.minimisation import minimisation_ratio, missing
from trainkit.case.sharing.request import STATES, Recipient
from trainkit.errors import TrainkitError

LIFE = {"purpose": "save_life", "basis": "vital_interest", "fields": ASKED["save_life"]}
CYRA = Recipient("Cyra post", "Cyra", ("locate", "save_life"))


def test_what_has_basis_mandate_measure_and_record_goes_as_asked_and_as_intelligence():
    found = decide(request())

    assert (found.verdict, found.fields, found.reasons) == ("passed", ASKED["locate"], ())
    assert (found.ratio, found.missing, found.use) == (1.0, (), "intelligence")
    assert "Intelligence, and not for use in court." in found.conditions
    assert "Not to be passed on without the leave of Alder." in found.conditions


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"basis": "wish"}, "no_basis"),
        ({"basis": "none"}, "no_basis"),
        ({"recipient": CYRA}, "third_state"),
        ({"basis": "national_law"}, "wrong_reach"),
        ({"recipient": Recipient("insurer", "none")}, "no_mandate"),
        ({"origin": "Cyra"}, "no_leave"),
        ({"use": "evidence"}, "not_evidence"),
        ({"category": "victim", "sensitivity": "named_recipients"}, "wrong_category"),
        ({"fields": ("convictions",)}, "nothing_needed"),
        ({"recorded": False}, "no_record"),
        ({"oral": True}, "not_oral"),
    ],
)
def test_each_thing_that_is_missing_refuses_by_itself_and_says_so(changed, code):
    found = decide(request(**changed))

    assert (found.verdict, found.fields, found.codes) == ("refused", (), (code,))
    assert found.conditions == ()


def test_what_is_too_much_is_left_out_and_what_is_missing_is_told():
    asked = ("name", "birth_date", "photograph", "convictions", "health", "accounts")

    found = decide(request(fields=asked, retention_days=365.0))

    assert (found.verdict, found.codes) == ("reduced", ("too_many", "retention"))
    assert found.fields == ("name", "birth_date", "photograph")
    assert (found.ratio, found.missing) == (0.5, ("vehicle", "last_seen"))
    assert found.retention_days == 30.0


def test_a_life_in_danger_waits_neither_for_paper_nor_for_leave_and_the_origin_is_told():
    found = decide(request(**LIFE, retention_days=7.0, origin="Cyra", oral=True, urgent=True))

    assert found.verdict == "passed"
    assert any(
        one.startswith("Cyra, where the data came from, is told") for one in found.conditions
    )
    assert "Confirmed in writing afterwards." in found.conditions


def test_a_third_state_has_its_own_basis_or_none():
    assert decide(request(recipient=CYRA, basis="third_state_agreement")).verdict == "passed"
    assert decide(request(recipient=CYRA)).codes == ("third_state",)


def test_evidence_goes_by_the_prosecutors_and_is_evidence_there():
    court = Recipient("Borea prosecutor", "Borea", ("take_evidence",))
    told = {"purpose": "take_evidence", "recipient": court, "use": "evidence"}
    named = {"fields": ("name", "birth_date", "statement"), "basis": "legal_assistance"}

    found = decide(request(**told, **named))

    assert (found.verdict, found.use) == ("passed", "evidence")


@given(
    purpose=st.sampled_from(list(purposes())),
    basis=st.sampled_from(list(bases())),
    category=st.sampled_from(CATEGORIES),
    state=st.sampled_from(STATES),
    asked=st.lists(st.sampled_from(list(fields())), min_size=1, unique=True),
    mandated=st.booleans(),
    leave=st.booleans(),
    recorded=st.booleans(),
)
def test_in_any_request_nothing_goes_without_a_reason_to(
    purpose, basis, category, state, asked, mandated, leave, recorded
):
    served = purposes()[purpose]
    if not served.protects and "language" in asked:
        asked = ["name"]
    post = Recipient("a post", state, (purpose,) if mandated else ())

    found = decide(
        request(
            purpose=purpose,
            basis=basis,
            category=category,
            recipient=post,
            fields=tuple(asked),
            origin="Cyra",
            leave=leave,
            recorded=recorded,
        )
    )

    assert set(found.fields) <= set(asked) & set(served.needs)
    assert ("address" not in found.fields) or category != "victim"
    if found.fields:
        assert purpose in bases()[basis].carries
        assert mandated
        assert recorded
        assert leave or purpose == "save_life"
        assert category in served.of
        assert found.retention_days <= served.most_days
        assert minimisation_ratio(found.fields, served.needs) == 1.0
    assert (found.verdict == "refused") == (found.fields == ())
    assert (found.verdict == "passed") == (found.reasons == ())
    assert set(found.missing) | (set(asked) & set(served.needs)) == set(served.needs)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"recipient": None}, "names no recipient"),
        ({"recipient": Recipient("  ", "Borea")}, "names no recipient"),
        (
            {"basis": "cooperation_agrement"},
            "no legal basis .* Did you mean 'cooperation_agreement'",
        ),
        ({"basis": ""}, "No legal basis is named"),
        ({"purpose": "locat"}, "Did you mean 'locate'"),
        ({"fields": ("name", "nationality")}, "protected characteristic 'nationality'"),
        ({"fields": ("name", "language")}, "protected characteristic 'language'"),
        ({"fields": ("name", "birth_dat")}, "Did you mean 'birth_date'"),
        ({"fields": ("name", "name")}, "there twice"),
        ({"fields": ()}, "asks for no field"),
        ({"category": "suspct"}, "Did you mean 'suspect'"),
        ({"retention_days": float("inf")}, "kept for ever"),
        ({"retention_days": 0.0}, "above zero"),
        ({"recipient": Recipient("a", "Borea", ("spy",))}, "mandate names 'spy'"),
    ],
)
def test_what_is_no_request_is_refused_with_what_was_found(changed, said):
    with pytest.raises(TrainkitError, match=said):
        decide(request(**changed))


def test_a_language_may_be_told_to_protect():
    told = {"purpose": "protect_victim", "basis": "victim_protection", "category": "victim"}
    post = Recipient("victim service", "Borea", ("protect_victim",))
    named = {"fields": ("name", "needs", "language", "contact"), "recipient": post}

    found = decide(request(**told, **named, sensitivity="named_recipients"))

    assert found.verdict == "passed"


def test_a_ratio_counts_each_field_once_and_needs_something_sent():
    assert minimisation_ratio(["name", "name", "health"], ["name", "vehicle"]) == 0.5
    assert missing(["name"], ["vehicle", "name", "health"]) == ("vehicle", "health")
    with pytest.raises(TrainkitError, match="Nothing is sent"):
        minimisation_ratio([], ["name"])
