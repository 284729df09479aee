"""A horizon on the command line: set as a value is, for one run and for both of a comparison."""

import json

from trainkit import load

CASE = "trainkit/two-teams-one-network"
TWO_YEARS = ("--set", "horizon_h=17568")


def test_a_longer_horizon_gives_the_outcome_that_a_year_cannot(ask):
    one, two = (
        json.loads(ask("run", CASE, "--n", "2", "--json", *more)[1])["rows"]
        for more in ((), TWO_YEARS)
    )
    asked = "capacity_after_365"
    (one,), (two,) = ([row for row in rows if row["metric"] == asked] for rows in (one, two))

    assert (one["n"], one["missing"]) == (0, 2)
    assert (two["n"], two["missing"]) == (2, 0)
    assert "if run as long" in two["label"]


def test_a_comparison_has_one_horizon_for_both(ask):
    code, said, _ = ask(
        "compare", CASE, "--policy", "expert", *TWO_YEARS, "--n", "2", "--seed", "3", "--json"
    )
    row = next(row for row in json.loads(said)["rows"] if row["metric"] == "capacity_after_365")

    assert code == 0
    assert (row["n"], row["missing"]) == (2, 0)


def test_a_horizon_of_nothing_is_refused_and_says_what_it_may_be(ask):
    code, _, err = ask("run", CASE, "--set", "horizon_h=0")

    assert code == 2
    assert "a number over 0 and at most" in err
    assert load(CASE).horizon_h == 8784.0
