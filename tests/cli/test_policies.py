"""Policies that a model declares, as `trainkit compare` and `describe` know them."""

import json

import numpy as np
import pytest

from trainkit import compare
from trainkit.scenarios import load, under

SEASON = "trainkit/joint-season"
SHORT = ("--n", "2", "--engine", "simpy", "--seed", "11")


@pytest.mark.slow
def test_compare_sets_a_scenario_beside_itself_under_a_policy(ask):
    code, out, _ = ask("compare", SEASON, "--policy", "tasking", *SHORT, "--json")

    season = load(SEASON)
    shared = season.vary("sharing", "tasking")
    found = compare(season, shared, 2, seed=11, engine="simpy").values("message_h")
    told = json.loads(out)
    row = next(row for row in told["rows"] if row["metric"] == "message_h")
    assert code == 0
    assert told["second"] == f"{SEASON} policy tasking"
    assert row["difference"] == np.mean(found) != 0.0
    assert row["low"] < row["difference"] < row["high"]


def test_a_policy_plans_for_what_was_set_before():
    season = load(SEASON)
    quiet = season.vary("doubt_mean_h", 400.0)

    assert under(quiet, "optimised").parameters.doubt_mean_h == 400.0
    assert under(quiet, "optimised").parameters.units != under(season, "optimised").parameters.units


def test_describe_lists_the_policies_of_a_model_that_declares_some(ask):
    season = ask("describe", SEASON)[1]
    search = ask("describe", "hcg/night-search")[1]

    assert "Policies to compare: alone, alerts, picture, tasking, optimised" in season
    assert "Policies" not in search
    assert json.loads(ask("describe", SEASON, "--json")[1])["policies"][-1] == "optimised"


@pytest.mark.parametrize(
    ("scenario", "policy", "said"),
    [
        (SEASON, "taskin", "no policy 'taskin'. Did you mean 'tasking'? Known: alone, alerts"),
        (SEASON, "zzz", "no policy 'zzz'. Known: alone, alerts, picture, tasking, optimised."),
        ("hcg/night-search", "tasking", "'random_search' declares no policies"),
    ],
)
def test_a_policy_that_is_not_declared_is_one_paragraph_and_exit_code_2(
    ask, scenario, policy, said
):
    code, out, err = ask("compare", scenario, "--policy", policy)

    assert code == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
