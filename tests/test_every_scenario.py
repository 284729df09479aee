"""Every installed scenario conforms, and the suite finds those that do not."""

import shutil

import pytest

from trainkit.scenarios import faults, names
from trainkit.testing import CHECKS, check_scenario, findings


@pytest.mark.parametrize("name", names())
def test_the_scenario_conforms(name):
    check_scenario(name)


def test_no_publisher_is_broken():
    assert faults() == {}


def test_a_second_publisher_s_scenario_conforms(partner):
    check_scenario("hcg/night-search")


@pytest.fixture
def draft(partner, tmp_path):
    """Write a copy of the partner's scenario with one thing changed."""

    def draft(file, old, new):
        folder = tmp_path / "draft"
        shutil.copytree(partner / "hcg_scenarios" / "night_search", folder)
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return draft


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("briefing.md", "EXERCISE", "REAL", "lacks the statement"),
        ("briefing.md", "one raft", "one raft (ada@example.org)", "an e-mail address"),
        ("expected.toml", "high = 0.70", "high = 0.50", "the mean of 'detected' is"),
        ("expected.toml", "high", "hihg", "Did you mean 'high'?"),
    ],
)
def test_what_does_not_conform_is_found(draft, file, old, new, said):
    with pytest.raises(AssertionError) as caught:
        check_scenario(draft(file, old, new))

    assert said in str(caught.value)


def test_a_scenario_in_memory_that_nobody_can_load_is_found(night_search):
    assert "its file gives another scenario" in "\n".join(
        findings(night_search.vary("area_nm2", 401.0))
    )


@pytest.mark.parametrize(
    ("module", "name", "fault", "said"),
    [
        ("hcg_models", "exponential", "luck of its own", "the same seed and replication gave two"),
        ("hcg_twin", "found_at_h", "one engine only", "the engines give two logbooks"),
    ],
)
def test_a_model_with_a_fault_is_found(night_search, monkeypatch, module, name, fault, said):
    import importlib
    import random

    home = importlib.import_module(module)
    right = getattr(home, name)
    monkeypatch.setattr(home, name, lambda *given: right(*given) * random.uniform(0.5, 1.0))

    assert said in "\n".join(findings(night_search)), fault


def test_the_suite_has_a_check_for_each_promise():
    assert len(CHECKS) == 8
