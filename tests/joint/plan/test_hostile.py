"""Whatever a plan file holds, it is read or refused in one paragraph; nothing else is raised."""

import copy
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.joint.plan.conftest import DURING
from tests.joint.plan.test_canonical import leaves

from trainkit.errors import TrainkitError
from trainkit.joint.plan import Act, Plan
from trainkit.joint.plan.telling import lines

ZONES = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-12, 0, 14)])
ENDS = [
    one.replace(tzinfo=timezone(timedelta(hours=hours)))
    for one in (datetime.min, datetime.max)  # noqa: DTZ901
    for hours in (-12, 14)
]
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.datetimes(),
    st.datetimes(timezones=ZONES), st.sampled_from(ENDS),
    st.binary(max_size=4), st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["Alder", "recover_people", "UTC+99", "Europe", ".", "0" * 64, "é" * 64, -1]),
)  # fmt: skip


def tried(record):
    """Read a record and use the plan in every way; return what was told where it is refused."""
    try:
        plan = Plan.of(record)
    except TrainkitError as error:
        return str(error)
    assert isinstance(plan.valid_at(DURING).reason, str)
    assert plan.allows(Act("recover_people", "", True, 0.0, 0.0, DURING))
    assert list(lines(plan))
    return ""


@settings(max_examples=300)
@given(data=st.data(), value=ODD)
def test_a_plan_with_any_value_at_any_key_is_read_or_refused_in_one_paragraph(pattern, data, value):
    record = copy.deepcopy(pattern)
    path = data.draw(st.sampled_from(list(leaves(record))))
    depth = data.draw(st.integers(1, len(path)))
    at = record
    for step in path[: depth - 1]:
        at = at[step]
    at[path[depth - 1]] = value

    assert "\n" not in tried(record)


@given(data=st.data())
def test_a_plan_that_lacks_any_key_is_read_or_refused_in_one_paragraph(pattern, data):
    record = copy.deepcopy(pattern)
    path = data.draw(st.sampled_from(list(leaves(record))))
    depth = data.draw(st.integers(1, len(path)))
    at = record
    for step in path[: depth - 1]:
        at = at[step]
    del at[path[depth - 1]]

    assert "\n" not in tried(record)


@given(rows=st.one_of(ODD, st.lists(ODD, max_size=3)))
def test_approvals_of_any_form_are_read_or_refused_and_never_taken_for_valid(pattern, rows):
    record = {**copy.deepcopy(pattern), "approvals": rows}

    told = tried(record)

    assert told or not Plan.of(record).approved


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_paragraph(content):
    with pytest.raises(TrainkitError) as caught:
        Plan.parsed(content, "plan.toml")

    assert "plan.toml" in str(caught.value)


@pytest.mark.parametrize("name", ["Al\nder", "Al\tder", "\u202eAlder", "Al\x1bder"])
def test_names_and_keys_that_steer_a_terminal_are_refused_and_shown_on_one_line(pattern, name):
    as_side, as_key, as_party = (copy.deepcopy(pattern) for _ in range(3))
    as_side["sides"][name] = as_side["sides"].pop("Alder")
    as_key[name] = 1
    as_party["third_parties"][0]["name"] = name
    as_party["third_parties"][0]["may"] = ["board"]

    for record in (as_side, as_key, as_party):
        told = tried(record)
        assert told
        assert told.isprintable(), told
