"""A scenario's values: varied by dotted names, checked, compared, sent to other processes."""

import pickle

import numpy as np
import pytest

from trainkit.errors import TrainkitError
from trainkit.model import declarations


def test_a_loaded_scenario_has_the_values_of_its_file(night_search):
    assert night_search.name == "hcg/night-search"
    assert night_search.horizon_h == 6.0
    assert night_search.seed == 1946
    assert [unit.speed_kn for unit in night_search.parameters.units] == [12.0, 18.0]
    assert night_search.parameters.n_rafts == 1
    assert night_search.briefing.startswith("# Random search")


def test_a_dotted_name_reaches_a_member_of_an_array(night_search):
    varied = night_search.vary("units.1.speed_kn", 25)

    assert [unit.speed_kn for unit in varied.parameters.units] == [12.0, 25.0]
    assert night_search.parameters.units[1].speed_kn == 18.0


def test_many_values_are_varied_at_once(night_search):
    varied = night_search.vary({"law": "certain", "area_nm2": 900.0, "units.0.speed_kn": 30.0})

    assert varied.parameters.law == "certain"
    assert varied.parameters.area_nm2 == 900.0
    assert varied.parameters.units[0].speed_kn == 30.0


def test_the_horizon_is_varied_by_its_name_alone_or_with_parameters(night_search):
    longer = night_search.vary({"horizon_h": 12, "area_nm2": 900.0})

    assert (longer.horizon_h, longer.parameters.area_nm2) == (12.0, 900.0)
    assert longer.fingerprint != night_search.vary("area_nm2", 900.0).fingerprint
    assert night_search.vary("horizon_h", 6.0) == night_search
    assert night_search.horizon_h == 6.0


@pytest.mark.parametrize("horizon_h", [0.0, -1.0, float("nan"), 1e9, "long"])
def test_a_horizon_that_is_none_is_refused_with_what_it_may_be(night_search, horizon_h):
    with pytest.raises(TrainkitError, match="over 0 and at most 87660 h"):
        night_search.vary("horizon_h", horizon_h)


def test_an_array_and_a_table_are_varied_whole(night_search):
    one = night_search.vary("units", [{"name": "Cyra 1", "speed_kn": 10.0}])
    other = night_search.vary("units.0", {"name": "Cyra 1", "speed_kn": 10.0})

    assert len(one.parameters.units) == 1
    assert [unit.name for unit in other.parameters.units] == ["Cyra 1", "Borea 1"]


def test_values_from_numpy_are_numbers(night_search):
    varied = night_search.vary({"area_nm2": np.float64(500), "n_rafts": np.int64(2)})

    assert varied.parameters.n_rafts == 2
    assert type(varied.parameters.area_nm2) is float


def test_every_parameter_varied_to_its_own_value_is_the_same_scenario(night_search):
    for row in declarations(night_search.parameters):
        again = night_search.vary(row.name, row.value)

        assert again == night_search
        assert hash(again) == hash(night_search)


def test_another_value_seed_or_name_is_another_scenario(night_search):
    assert night_search.vary("area_nm2", 401.0) != night_search
    assert night_search.vary("area_nm2", 401.0).fingerprint != night_search.fingerprint
    assert night_search != "hcg/night-search"


def test_a_scenario_is_the_same_in_another_process(night_search):
    assert pickle.loads(pickle.dumps(night_search)) == night_search  # noqa: S301, our own bytes


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("units.0.sped_kn", 20.0, "Did you mean 'units.0.speed_kn'?"),
        ("unit.0.speed_kn", 20.0, "Did you mean 'units'?"),
        ("units.2.speed_kn", 20.0, "'units' has 2 members, numbered from 0"),
        ("units.x.speed_kn", 20.0, "'units' has 2 members, numbered from 0"),
        ("area_nm2.x", 20.0, "'area_nm2' is one value"),
        ("", 20.0, "there is no such parameter"),
        ("horizon", 20.0, "Did you mean 'horizon_h'"),
        (
            "units.0.speed_kn",
            90.0,
            "units.0.speed_kn = 90.0 is refused: it must be from 5 to 40 kn",
        ),
        ("units.0.speed_kn", 4.9, "from 5 to 40 kn"),
        ("units.0.speed_kn", "18", "it is not a number in kn. It is: Search speed (kn)."),
        ("units.0.speed_kn", True, "it is not a number in kn"),
        ("units.0.speed_kn", float("nan"), "is refused"),
        ("units.0.speed_kn", float("inf"), "is refused"),
        ("n_rafts", 1.5, "it is not a whole number"),
        ("law", "randon", "it is none of 'random', 'certain'. Did you mean 'random'?"),
        ("units", 3, "parameters.units = 3 is refused: it is not an array"),
        ("units.0", {"name": "x", "sped_kn": 3.0}, "Did you mean 'speed_kn'?"),
        ("units.0.name", "call +90 532 000 00 00", "looks like a telephone number"),
        (3, 4, "named by text"),
        (("a",), 4, "named by text"),
    ],
)
def test_a_refused_value_is_explained_in_one_paragraph(night_search, name, value, said):
    with pytest.raises(TrainkitError) as caught:
        night_search.vary(name, value)

    text = str(caught.value)
    assert said in text
    assert "\n" not in text
    assert text.startswith("hcg/night-search: ")


def test_vary_needs_a_value_or_a_dictionary(night_search):
    with pytest.raises(TrainkitError, match="takes a name and a value"):
        night_search.vary("area_nm2")
    with pytest.raises(TrainkitError, match="takes a name and a value"):
        night_search.vary({"area_nm2": 1.0}, 2.0)


def test_a_scenario_shows_itself_on_one_line(night_search):
    assert repr(night_search) == "<Scenario hcg/night-search: random_search, 6 h, seed 1946>"
