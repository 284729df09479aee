"""A folder of wheels for another machine, with a pip that only pretends to fetch."""

from pathlib import Path

import pytest
from starting import lock, platforms, wheelhouse
from starting.failure import SetupError
from starting.house import ROOT, House
from starting.process import Ended

GOOD = Ended(0, "")


@pytest.mark.parametrize(
    ("platform", "python", "has", "lacks"),
    [
        ("win_amd64", "3.12", {"colorama", "pywinpty"}, {"pexpect", "appnope", "overrides"}),
        ("linux_x86_64", "3.11", {"pexpect", "overrides"}, {"colorama", "appnope", "pywinpty"}),
        ("macos_arm64", "3.13", {"pexpect", "appnope"}, {"colorama", "pywinpty", "overrides"}),
    ],
)
def test_a_wheelhouse_holds_what_the_other_machine_needs_not_this_one(platform, python, has, lacks):
    machine = platforms.target(platform, python)

    pins = wheelhouse.wanted(lock.pins(ROOT / "requirements.lock"), machine.environments[0])

    names = {pin.name for pin in pins}
    assert has <= names
    assert not lacks & names
    assert len(names) == len(pins)


def test_both_versions_are_fetched_where_the_patch_release_decides(tmp_path, checkout):
    machine, fetched = platforms.target("linux_x86_64", "3.11"), []
    house = House(checkout, lambda words, _: fetched.append(_listed(words)) or GOOD, len, {})
    pins = [pin for pin in lock.pins(checkout / "requirements.lock") if pin.name == "soupsieve"]
    assert len(pins) == 2

    missing = wheelhouse._lacking(house, pins, machine, tmp_path)

    assert sorted(fetched) == sorted({pin.text.split(" ")[0] for pin in pins})
    assert missing == set()


def _listed(words):
    return Path(words[-1]).read_text(encoding="utf-8").split(" ")[0]


def test_a_wheel_that_is_not_to_be_had_is_named_and_the_others_are_fetched(tmp_path, checkout):
    def run(words, _):
        named = "No matching distribution found for numba==9"
        return Ended(1, named) if "numba==" in _text(words) else GOOD

    pins = [
        pin for pin in lock.pins(checkout / "requirements.lock") if pin.name in {"numba", "simpy"}
    ]
    machine = platforms.target("win_arm64", "3.13")

    missing = wheelhouse._lacking(House(checkout, run, len, {}), pins, machine, tmp_path)

    assert missing == {"numba"}


def _text(words):
    return Path(words[-1]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("platform", "python", "said"),
    [
        ("win_amd65", "3.12", "Did you mean win_amd64"),
        ("win_amd64", "3.10", "3.11, 3.12 or newer"),
        ("win_amd64", "latest", "3.11, 3.12 or newer"),
    ],
)
def test_an_unknown_machine_or_python_is_refused_with_what_is_known(platform, python, said):
    with pytest.raises(SetupError, match=said):
        platforms.target(platform, python)
