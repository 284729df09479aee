"""A plan that both sides have signed answers what a boarding asks; one that was edited does not."""

import copy
import math
import tomllib
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from trainkit.joint.enforcement.agreed import Agreed
from trainkit.joint.enforcement.cover import in_force
from trainkit.joint.enforcement.redlines import red_lines
from trainkit.joint.plan import Plan
from trainkit.joint.plan.approval import signed
from trainkit.kernel.clock import Clock
from trainkit.kernel.keypair import key_in, public_part

CLOCK = Clock(datetime(2031, 5, 4, 0, tzinfo=UTC))
BOARD = {"kind": "board", "by": ["Alder"], "basis": "Alder's maritime police act (invented)"}


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    return {side: key_in(folder / f"{side}.signing") for side in ("Alder", "Borea")}


@pytest.fixture
def record(keys):
    text = files("trainkit.joint.plan").joinpath("template.toml").read_text(encoding="utf-8")
    for place, side in (("FIRST", "Alder"), ("SECOND", "Borea")):
        text = text.replace(f"@{place}@", side)
        text = text.replace(f"@{place}_KEY@", public_part(keys[side]))
    record = tomllib.loads(text)
    record["scope"]["acts"].append(BOARD)
    return record


def approved(record, keys, *sides):
    plan = Plan.of(record)
    at = datetime(2031, 5, 1, 12, tzinfo=UTC)
    given = tuple(signed(keys[side], side, "chief", at, plan.digest) for side in sides)
    return Agreed(Plan(plan.content, given, plan.where), CLOCK, "Alder", measures=("voice",))


def board(x_nm=0.0, y_nm=0.0, time_h=1.0):
    facts = {"act": "board", "joint": 1, "x_nm": x_nm, "y_nm": y_nm}
    return [(time_h, "act_began", "Alder Kite", facts)]


def test_a_boarding_within_a_plan_of_both_sides_crosses_no_line(record, keys):
    plan = approved(record, keys, "Alder", "Borea")

    assert red_lines(board(), plan) == ()
    assert plan.report_within_h == 2.0
    assert plan.allows("voice")
    assert not plan.allows("hands")


@pytest.mark.parametrize(
    ("x_nm", "time_h"), [(21.0, 1.0), (math.nan, 1.0), (0.0, 80.0), (0.0, -90.0)]
)
def test_outside_its_area_or_its_time_the_same_boarding_is_r4(record, keys, x_nm, time_h):
    plan = approved(record, keys, "Alder", "Borea")

    assert [line.rule for line in red_lines(board(x_nm, 0.0, time_h), plan)] == ["R4"]


def test_one_side_alone_an_edit_or_an_act_out_of_scope_leave_it_without_force(record, keys):
    alone = approved(record, keys, "Alder")
    both = approved(record, keys, "Alder", "Borea")
    edited = copy.deepcopy(dict(both.document.content))
    edited["title"] = "Another night"
    changed = Agreed(Plan.of(edited), CLOCK, "Alder")
    other = Agreed(both.document, CLOCK, "Alder", kind="detain_vessel")

    assert in_force(both, 1.0, 0.0, 0.0)
    assert not any(in_force(one, 1.0, 0.0, 0.0) for one in (alone, changed, other))
