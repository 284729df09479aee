"""The gate asks a joint act for a plan and every act for its basis, and lets rescue pass."""

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.joint.plan.conftest import DURING, EARLIER, SIDES

from trainkit.errors import TrainkitError
from trainkit.joint.plan import OTHER, RESCUE, Act, Plan, gate
from trainkit.joint.plan.approval import signed

LAW = "Coast Guard Act of Alder, section 4"
ANY_MOMENT = st.datetimes(timezones=st.one_of(st.none(), st.just(UTC)))


@pytest.fixture(scope="session")
def plans(pattern, keys):
    """Plans in every state: none, unapproved, by one side, by both, with caveats."""
    plan = Plan.of(pattern)
    one, two = (signed(keys[side], side, "chief", EARLIER, plan.digest) for side in SIDES)
    void = signed(keys["Alder"], "Alder", "chief", EARLIER, "0" * 64)
    given = ((), (one,), (one, two), (void,), (void, two))
    return (None, *(Plan(plan.content, approvals) for approvals in given))


@pytest.mark.parametrize("kind", sorted(RESCUE))
@given(
    basis=st.text(), joint=st.booleans(), x=st.floats(), y=st.floats(), at=ANY_MOMENT,
    by=st.one_of(st.text(), st.sampled_from(["Cyra", "Alder", "RCC Cyra"])), data=st.data(),
)  # fmt: skip
def test_no_plan_no_state_of_it_no_place_and_no_time_stops_a_rescue(
    plans, kind, basis, joint, x, y, at, by, data
):
    plan = data.draw(st.sampled_from(plans))

    act = Act(kind, basis, joint, x, y, at, by)

    assert gate(plan, act)
    assert plan is None or plan.allows(act)


@given(data=st.data(), kind=st.sampled_from(sorted(OTHER)), x=st.floats(), y=st.floats(),
       at=st.datetimes(timezones=st.just(UTC)))  # fmt: skip
def test_a_joint_act_never_passes_without_a_plan_that_both_sides_approved(
    plans, data, kind, x, y, at
):
    plan = data.draw(st.sampled_from([one for one in plans if not (one and one.approved)]))

    assert not gate(plan, Act(kind, LAW, True, x, y, at))


@pytest.mark.parametrize("basis", [
    "", "  ", "the paper", "The paper, point 9", "point 9", "the plan", "the plan, version 3",
    "Operational Proposals, points 1 and 9", "the operation plan alone",
])  # fmt: skip
def test_an_act_that_names_no_law_and_no_treaty_is_refused_joint_or_national(plans, basis):
    for joint in (True, False):
        found = gate(plans[3], Act("patrol", basis, joint, 0.0, 0.0, DURING))

        assert not found
        assert "Name the law or the convention" in found.reason


@pytest.mark.parametrize("basis", [
    LAW, "SAR Convention", "Smuggling Protocol, article 8(7)",
    "Planning Act of Borea", "Act on paper records, s. 2", "the plan's Annex to Law 12 of 2030",
])  # fmt: skip
def test_a_national_act_on_a_basis_needs_no_plan(basis):
    assert gate(None, Act("board", basis, False, 900.0, 0.0, DURING))


def act(**changes):
    said = {"kind": "patrol", "basis": LAW, "joint": True, "x_nm": 0.0, "y_nm": 0.0, "at": DURING}
    return Act(**{**said, **changes})


def test_a_joint_act_in_scope_time_and_area_is_allowed(record, approved):
    plan = approved(record)

    assert plan.allows(act())
    assert plan.allows(act(by="Alder"))
    assert plan.allows(act(by="Borea Coast Guard"))


@pytest.mark.parametrize(("changes", "told"), [
    ({"x_nm": 20.01}, "another area"),
    ({"y_nm": -10.5}, "another area"),
    ({"x_nm": math.nan}, "another area"),
    ({"at": datetime(2031, 5, 3, 17, 59, 59, tzinfo=UTC)}, "not yet valid"),
    ({"at": datetime(2031, 5, 6, 4, tzinfo=UTC)}, "has ended"),
    ({"kind": "board"}, "not in the plan's scope"),
    ({"by": "Dorne"}, "Alder and Borea's to do"),
    ({"by": "Aldera"}, "Alder and Borea's to do"),
])  # fmt: skip
def test_a_joint_act_outside_the_plan_is_refused_with_the_reason(record, approved, changes, told):
    found = approved(record).allows(act(**changes))

    assert not found
    assert told in found.reason


def test_the_border_of_the_area_and_the_first_instant_belong_to_the_plan_the_last_does_not(
    record, approved
):
    plan = approved(record)

    assert plan.allows(act(x_nm=20.0, y_nm=12.0))
    assert plan.allows(act(at=plan.start))
    assert plan.allows(act(at=plan.end - timedelta(seconds=1)))
    assert not plan.allows(act(at=plan.end))


@pytest.mark.parametrize(("changes", "told"), [
    ({"kind": "hail", "x_nm": 5.0}, "has agreed to do"),
    ({"kind": "share_picture", "x_nm": -5.0}, "area in which Cyra takes part"),
])  # fmt: skip
def test_a_third_party_acts_within_its_caveats_only(record, approved, changes, told):
    plan = approved(record)

    for name in ("Cyra", "RCC Cyra", "Cyra Watch"):
        found = plan.allows(act(by=name, **changes))
        assert not found
        assert told in found.reason
    assert plan.allows(act(kind="share_picture", x_nm=5.0, by="RCC Cyra"))
    assert plan.allows(act(kind="recover_people", x_nm=-500.0, by="RCC Cyra", basis=""))


def test_a_third_party_waits_for_its_own_consent(record, approved):
    record["third_parties"][0]["consent"]["at"] = DURING + timedelta(hours=1)
    plan = approved(record)

    early = plan.allows(act(kind="share_picture", x_nm=5.0, by="Cyra"))
    later = act(kind="share_picture", x_nm=5.0, by="Cyra", at=DURING + timedelta(hours=1))

    assert not early
    assert "before Cyra's consent" in early.reason
    assert plan.allows(later)


def test_a_kind_that_does_not_exist_is_named_with_the_nearest():
    with pytest.raises(TrainkitError, match="Did you mean 'recover_people'"):
        act(kind="recover_poeple")
