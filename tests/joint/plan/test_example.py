"""The approved plan among the scenarios' data, to read and to run with."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trainkit.joint.plan import Act, Plan

FILE = Path(__file__).parents[3] / "simulations" / "_plans" / "third_party_joins.toml"
NIGHT = datetime(2031, 5, 4, 1, tzinfo=UTC)


def test_the_example_is_approved_by_both_sides_and_valid_in_its_own_window():
    plan = Plan.read(FILE)

    assert plan.valid_at(NIGHT)
    assert plan.valid_at(plan.start)
    assert not plan.valid_at(plan.end)
    assert not plan.valid_at(plan.start - timedelta(seconds=1))


def test_cyra_shares_its_picture_in_the_east_and_does_nothing_else():
    plan = Plan.read(FILE)
    basis = "Cooperation Agreement of 2012, article 5"

    assert plan.allows(Act("share_picture", basis, True, 10.0, 0.0, NIGHT, "RCC Cyra"))
    assert not plan.allows(Act("share_picture", basis, True, -10.0, 0.0, NIGHT, "RCC Cyra"))
    assert not plan.allows(Act("patrol", basis, True, 10.0, 0.0, NIGHT, "RCC Cyra"))
    assert plan.allows(Act("recover_people", "", True, -900.0, 0.0, NIGHT, "RCC Cyra"))


@pytest.mark.parametrize(("old", "new"), [
    ("report_within_h = 2", "report_within_h = 3"),
    ("No personal data from Cyra", "Personal data from Cyra"),
    ("[20.0, 12.0], [-20.0, 12.0]", "[20.0, 12.5], [-20.0, 12.0]"),
])  # fmt: skip
def test_an_edit_of_the_example_voids_both_approvals(tmp_path, old, new):
    text = FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "plan.toml").write_text(text.replace(old, new), encoding="utf-8")

    found = Plan.read(tmp_path / "plan.toml").valid_at(NIGHT)

    assert not found
    assert found.reason.count("approved another version") == 2


def test_no_private_key_of_a_plan_lies_beside_it():
    folder = FILE.parent

    assert [path.name for path in folder.iterdir()] == ["third_party_joins.toml"]
