"""A plan of two sides with their keys, as a record and as a file."""

import copy
import tomllib
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from trainkit.joint.plan import Plan
from trainkit.joint.plan.approval import signed
from trainkit.joint.plan.writing import new_plan
from trainkit.kernel.keypair import key_in, public_part

DURING = datetime(2031, 5, 4, 1, tzinfo=UTC)
EARLIER = datetime(2031, 5, 1, 12, tzinfo=UTC)
SIDES = ("Alder", "Borea")


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The private keys of the two sides, by name."""
    folder = tmp_path_factory.mktemp("keys")
    return {side: key_in(folder / f"{side}.signing") for side in SIDES}


@pytest.fixture(scope="session")
def pattern(keys):
    """The pattern of a plan, as a record, with the keys of both sides."""
    text = files("trainkit.joint.plan").joinpath("template.toml").read_text(encoding="utf-8")
    for place, side in zip(("FIRST", "SECOND"), SIDES, strict=True):
        text = text.replace(f"@{place}@", side)
        text = text.replace(f"@{place}_KEY@", public_part(keys[side]))
    return tomllib.loads(text)


@pytest.fixture
def record(pattern):
    """A record of one's own to change."""
    return copy.deepcopy(pattern)


@pytest.fixture
def approved(keys):
    """Return a plan that both sides have approved."""

    def make(record, at=EARLIER):
        plan = Plan.of(record)
        both = [signed(keys[side], side, "chief", at, plan.digest) for side in SIDES]
        return Plan(plan.content, tuple(both), plan.where)

    return make


@pytest.fixture
def file(tmp_path, keys):
    """A plan file that nobody has approved."""
    path = tmp_path / "plan d'été.toml"
    new_plan(path, {side: public_part(keys[side]) for side in SIDES})
    return path
