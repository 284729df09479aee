"""Finding scenarios: by name, by path, from partners, and when something is broken."""

import shutil

import pytest

from trainkit.errors import TrainkitError
from trainkit.scenarios import describe, expected, faults, load, names


def publish(folder, publisher, package, extra=""):
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        f"[trainkit.scenarios]\n{publisher} = {package}\n{extra}"
    )
    return folder


def test_a_partner_s_scenario_is_found_by_its_name(partner):
    assert "hcg/night-search" in names()
    assert load("hcg/night-search").model.name == "random_search"
    assert load("hcg/night_search") == load("hcg/night-search")


def test_a_file_and_its_folder_give_the_same_scenario(partner):
    folder = partner / "hcg_scenarios" / "night_search"

    by_folder, by_file = load(folder), load(str(folder / "scenario.toml"))

    assert by_folder == by_file
    assert by_folder.name == "night-search"


def test_a_path_with_spaces_and_accents_is_read(partner, tmp_path):
    folder = tmp_path / "søk i området é"
    shutil.copytree(partner / "hcg_scenarios" / "night_search", folder)

    assert load(folder).title == "Random search of a box by two boats"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hcg/night-serch", "Did you mean 'hcg/night-search'?"),
        ("hgc/night-search", "Did you mean 'hcg/night-search'?"),
        ("night-search", "Did you mean 'hcg/night-search'?"),
        ("no/such/file.toml", "No scenario or file"),
        ("", "named by text"),
        ("a\0b", "No scenario or file"),
        ("x" * 5000, "No scenario or file"),
        (None, "named by text"),
        (7, "named by text"),
    ],
)
def test_an_unknown_name_gets_the_nearest_known_one(partner, name, said):
    with pytest.raises(TrainkitError) as caught:
        load(name)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_publishers_with_one_name_are_both_reported_and_others_listed(
    partner, monkeypatch, tmp_path
):
    monkeypatch.syspath_prepend(str(publish(tmp_path / "a", "twice", "first_package")))
    monkeypatch.syspath_prepend(str(publish(tmp_path / "b", "twice", "second_package")))

    assert "first_package and second_package" in faults()["twice"]
    assert "hcg/night-search" in names()
    with pytest.raises(TrainkitError, match="two packages publish as 'twice'"):
        load("twice/anything")


@pytest.mark.parametrize("package", ["not_there", "not_there.inside", "broken_parent.inside"])
def test_a_broken_package_is_reported_and_others_listed(partner, monkeypatch, tmp_path, package):
    monkeypatch.syspath_prepend(str(publish(tmp_path, "broken", package)))
    (tmp_path / "broken_parent").mkdir()
    (tmp_path / "broken_parent" / "__init__.py").write_text("raise RuntimeError('no licence')")

    assert package in faults()["broken"]
    assert "hcg/night-search" in names()


def test_a_folder_and_its_id_must_have_one_name(partner, monkeypatch, tmp_path):
    package = publish(tmp_path, "other", "other_scenarios") / "other_scenarios"
    shutil.copytree(partner / "hcg_scenarios" / "night_search", package / "day_search")
    monkeypatch.syspath_prepend(str(tmp_path))

    with pytest.raises(TrainkitError, match="lies in the folder of 'day-search'"):
        load("other/day-search")


def test_templates_are_not_listed(partner, monkeypatch, tmp_path):
    package = publish(tmp_path, "other", "other_scenarios") / "other_scenarios"
    shutil.copytree(partner / "hcg_scenarios" / "night_search", package / "_template")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert not [name for name in names() if name.startswith("other/")]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("first_package:MODEL", "two models are called 'random_search'"),
        ("hcg_models:MODEL", None),
    ],
)
def test_two_models_with_one_name_are_refused_unless_they_are_the_same(
    partner, monkeypatch, tmp_path, value, said
):
    extra = f"[trainkit.models]\nrandom_search = {value}\n"
    monkeypatch.syspath_prepend(str(publish(tmp_path, "other", "other_scenarios", extra)))

    if said is None:
        assert load("hcg/night-search").model.name == "random_search"
    else:
        with pytest.raises(TrainkitError, match=said):
            load("hcg/night-search")


@pytest.mark.parametrize("value", ["os:sep", "not_there:MODEL", "hcg_models:MODDEL"])
def test_a_model_that_is_none_is_explained(partner, monkeypatch, tmp_path, value):
    extra = f"[trainkit.models]\nodd = {value}\n"
    monkeypatch.syspath_prepend(str(publish(tmp_path, "other", "other_scenarios", extra)))
    text = (partner / "hcg_scenarios/night_search/scenario.toml").read_text(encoding="utf-8")
    file = tmp_path / "odd.toml"
    file.write_text(text.replace('"random_search"', '"odd"'), encoding="utf-8")

    with pytest.raises(TrainkitError, match=r"cannot be imported|is no trainkit.model.Model"):
        load(file)


def test_a_description_has_units_bounds_and_provenance(night_search):
    told = describe(night_search)

    speed = next(row for row in told["parameters"] if row["name"] == "units.1.speed_kn")
    assert (speed["unit"], speed["low"], speed["high"]) == ("kn", 5.0, 40.0)
    assert speed["provenance"] == "assumption: cruising speed of the class"
    assert [row["name"] for row in told["metrics"]] == ["detected", "time_to_detection_h"]


def test_what_is_expected_is_read_beside_the_file(night_search):
    told = expected(night_search)

    assert told.replications == 400
    assert told.bounds == {"detected": (0.49, 0.70)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("replications = 1\n[metrics]", "from 2 to 100,000"),
        ("replications = 9\nmetrics = 3", "must be a table"),
        ("replications = 9\n[metrics.detekted]\nlow=0\nhigh=1", "Did you mean 'detected'?"),
        ("replications = 9\n[metrics.detected]\nlow=0", "lacks the key 'high'"),
        ("replications = 9\n[metrics.detected]\nlow=2\nhigh=1", "low at most high"),
        ("replications = 9\n[metrics.detected]\nlow=nan\nhigh=1", "low at most high"),
        ("replications = 9\n[metrics]\ndetected = 3", "must be a table"),
        ("replication = 9\n[metrics]", "Did you mean 'replications'?"),
    ],
)
def test_expectations_that_are_none_are_explained(partner, tmp_path, text, said):
    folder = tmp_path / "case"
    shutil.copytree(partner / "hcg_scenarios" / "night_search", folder)
    (folder / "expected.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TrainkitError) as caught:
        expected(load(folder))

    assert said in str(caught.value)
