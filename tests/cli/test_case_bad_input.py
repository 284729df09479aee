"""Mistakes in a case's file, on the command line: one paragraph, what was found, what to do."""

import shutil

import pytest
import trainkit_simulations

HOME = trainkit_simulations.__path__[0]
ARRIVAL, CLOCK, DESK, NETWORK, TEAMS = (
    "information_arrival",
    "evidence_clock",
    "sharing_gate",
    "network_disruption",
    "two_teams_one_network",
)


@pytest.fixture
def refused(ask, tmp_path):
    """Run a copy of a scenario with one thing changed; return what was said."""

    def refused(folder, old, new):
        shutil.copytree(f"{HOME}/{folder}", tmp_path / folder)
        path = tmp_path / folder / "scenario.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        code, out, err = ask("run", str(path))
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        assert err.startswith(f"{path}: ")
        return err

    return refused


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nationality", "uses the protected characteristic 'nationality'"),
        ("language on the telephone", "uses the protected characteristic 'language'"),
        ("seen at the mosque", "rests on 'mosque', which stands in for origin or faith"),
        ("country of origin", "rests on 'country of origin'"),
        ("surname on the lease", "rests on 'surname'"),
        ("paid to GB82 WEST 1234 5698 7654 32", "holds what looks like an IBAN"),
        ("who holds the wages", "Two have the name 'who holds the wages'"),
    ],
)
def test_a_lead_is_no_characteristic_no_proxy_no_account_and_no_other_lead(refused, name, said):
    assert said in refused(ARRIVAL, 'name = "gate camera"', f'name = "{name}"')


def test_a_hypothesis_that_rests_on_faith_is_refused_and_the_word_is_named(refused):
    said = refused(ARRIVAL, 'name = "lawful agency work"', 'name = "people who pray"')

    assert "a hypothesis: 'people who pray' rests on 'pray'" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('whom = "supported"', 'whom = "nationality"', "characteristic 'nationality'"),
        ('whom = "supported"', 'whom = "supported"\nreligion = "x"', "characteristic 'religion'"),
        ("order_h = 2.0", "order_h = 2.0\nsuspect_surname = 1.0", "rests on 'surname'"),
    ],
)
def test_a_rule_on_what_somebody_is_is_refused_by_the_guard_and_not_as_a_misprint(
    refused, old, new, said
):
    told = refused(TEAMS, old, new)

    assert said in told
    assert "Nobody is picked by what they are" in told


def test_a_value_set_for_what_somebody_is_is_refused_by_the_guard(ask):
    code, _, err = ask("run", f"{HOME}/{CLOCK}/scenario.toml", "--set", "parameters.faith=1")

    assert code == 2
    assert "uses the protected characteristic 'faith'" in err
    assert "Did you mean" not in err


def test_the_origin_of_funds_is_a_lawful_lead(ask, tmp_path):
    shutil.copytree(f"{HOME}/{ARRIVAL}", tmp_path / ARRIVAL)
    path = tmp_path / ARRIVAL / "scenario.toml"
    text = path.read_text(encoding="utf-8").replace("gate camera", "origin of funds", 1)
    path.write_text(text, encoding="utf-8")

    code, _, err = ask("run", str(path))

    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("folder", "old", "new", "said"),
    [
        (TEAMS, "reflection_days = 30.0", "reflection_days = 29.0", "from 30 to 365 days"),
        (TEAMS, '"telecom_data"', '"telecom_dta"', "Did you mean 'telecom_data'"),
        (TEAMS, "from_days = 200.0", "from_days = -3.0", "from 0 to 1000 days"),
        (
            TEAMS,
            "orders = []",
            'orders = [{time_h = 5.0, order = "sure_at", amount = 5.0}]',
            "The order 'sure_at' of hour 5 says 5. Give a number from 0.3 to 0.999",
        ),
        (
            TEAMS,
            "orders = []",
            'orders = [{time_h = 5.0, order = "hours", word = "search", amount = 900.0}]',
            "says 900. Give a number from 0 to 400",
        ),
        (TEAMS, 'offence = "smuggling"', 'offence = "smugling"', "Did you mean 'smuggling'"),
        (NETWORK, "density = 0.08", "density = 0.01", "Set density to 0.041 or more"),
        (NETWORK, "skill = 0.5", "skill = nan", "skill = nan is refused"),
        (CLOCK, 'authority = "judge"', 'authority = ""', "authority = '' is refused"),
        (CLOCK, 'authority = "judge"', 'authority = "jugde"', "Did you mean 'judge'"),
        (CLOCK, "seized_days = 0.0", "seized_days = -1.0", "seized_days = -1.0 is refused"),
        (CLOCK, "order_to_days = 30.0", "order_to_days = nan", "order_to_days = nan is refused"),
        (CLOCK, "order_from_days = 0.0", "order_from_days = 40.0", "day 40 and ends on day 30"),
        (CLOCK, 'name = "chart plotter"', 'name = "telephone"', "Two exhibits are called"),
        (DESK, 'basis = "vital_interest"', 'basis = "vital_intrest"', "mean 'vital_interest'"),
        (DESK, 'basis = "vital_interest"', 'basis = ""', "No legal basis is named"),
        (DESK, 'purpose = "locate"', 'purpose = "locat"', "Did you mean 'locate'"),
        (DESK, 'asked = ["name", "needs"', 'asked = ["religion", "needs"', "'religion'"),
        (ARRIVAL, "chances = [0.3, 0.7, 0.2]", "chances = [0.3, 0.7]", "2 chances for 3"),
        (ARRIVAL, "prior = 0.5", "prior = 0.6", "sum to 1.1, not to 1"),
    ],
)
def test_what_no_law_or_number_allows_is_one_paragraph(refused, folder, old, new, said):
    assert said in refused(folder, old, new)
