"""What an operation may not be told is refused when it is loaded, with what to do about it."""

import shutil

import pytest
from tests.joint.operation.waters import SEASON, season

from trainkit.errors import TrainkitError
from trainkit.joint.operation import MODEL
from trainkit.joint.operation.kinds import subjects
from trainkit.scenarios import load

AREA = ("area_x_nm", "area_y_nm")


def refused(values):
    """Return the words in which values are refused."""
    with pytest.raises(TrainkitError) as caught:
        season(**values)
    said = str(caught.value)
    assert "\n" not in said
    return said


def table(name, number, **values):
    """Return an array of tables of the season, with other values in one of them."""
    rows = [row.model_dump() for row in getattr(load(SEASON).parameters, name)]
    rows[number].update(values)
    return {name: tuple(rows)}


@pytest.mark.parametrize(
    ("values", "found", "advice"),
    [
        (table("lands", 0, west_nm=-50.0), "lands.0 crosses itself", "must lie west of its east"),
        (table("regions", 2, south_nm=-10.0), "regions.2 crosses itself", "south of its northern"),
        (
            table("regions", 0, contested=False),
            "the regions of Alder and Borea overlap",
            "Draw them apart, or set contested = true",
        ),
        (
            table("ports", 0, x_nm=-90.0),
            "the port 'North Haven' lies on land-locked ground, 30 NM from the sea",
            "Move it to the coast",
        ),
        (
            {"units.0.speed_kn": 40.0},
            "the unit 'Skua' has speed_kn = 40, and its hull can do 32 kn",
            "Lower the one or raise the other",
        ),
        (
            {"units.0.patrol_speed_kn": 33.0},
            "'Skua' has patrol_speed_kn = 33",
            "Lower the one or raise the other",
        ),
        (
            {"units.0.area_x_nm": -75.0},
            "the patrol area of 'Skua' reaches over land",
            "Move area_x_nm and area_y_nm, or make it smaller",
        ),
        (
            {"units.0.reserve_h": 16.0},
            "keeps a reserve of 16 h of an endurance of 16 h, so it never leaves",
            "Lower reserve_h",
        ),
        (
            {"units.0.survivor_capacity": 0},
            "can recover people and carries none",
            "raise survivor_capacity",
        ),
        ({"regions": ()}, "no State has declared a search and rescue region", "Add at least one"),
        ({"seas": ()}, "no state of the sea", "Add at least one [[parameters.seas]]"),
        ({"origins": ()}, "no coast is given", "Add at least one [[parameters.origins]]"),
        (
            {"ports": ()},
            "no port is a place of safety",
            "At least one needs needs_met = true and life_not_threatened = true",
        ),
        ({"first_sea": 4}, "first_sea = 4, and there are 4 states of the sea", "from 0 on"),
        (
            {"spells": ({"sea": 5, "time_h": 6.0, "wind_from_deg": 0.0},)},
            "spells.0.sea = 5",
            "from 0 on",
        ),
        (
            {"plan_from_h": 100.0, "plan_to_h": 50.0},
            "the plan ends at 50 h, before it begins at 100 h",
            "plan",
        ),
    ],
)
def test_a_contradiction_is_told_with_what_to_do(values, found, advice):
    said = refused(values)

    assert found in said
    assert advice in said
    assert "joint-season" in said


def test_people_who_call_a_state_without_a_centre_are_pointed_to_those_that_have_one():
    regions = [row.model_dump() for row in load(SEASON).parameters.regions]

    said = refused({"regions": tuple(row for row in regions if row["centre"] != "Borea")})

    assert "people call Borea, which has declared no region" in said
    assert "Alder, Cyra" in said


def test_legs_across_land_are_refused_for_a_vessel_and_allowed_to_an_aircraft():
    cape = {"west_nm": -50.0, "east_nm": -38.0, "south_nm": 0.0, "north_nm": 40.0}
    lands = tuple(row.model_dump() for row in load(SEASON).parameters.lands)
    flying = {f"units.{n}.flies": True for n in range(len(load(SEASON).parameters.units))}
    off = {"units.0.area_x_nm": -10.0}

    blocked = {"lands": (*lands, cape), **off}

    assert "from its base to its area crosses land" in refused(blocked)
    assert len(season(**blocked, **flying).parameters.lands) == len(lands) + 1


def order(**values):
    usual = {"time_h": 1.0, "order": "patrol", "unit": "", "area_x_nm": 0.0, "area_y_nm": 0.0}
    return {"orders": ({**usual, "word": "", "case": -1, **values},)}


@pytest.mark.parametrize(
    ("values", "found", "advice"),
    [
        (order(unit="Skuo"), "orders.0 is to 'Skuo', and no unit is called so", "'Skua'"),
        (order(order="task", case=3), "orders.0 sends nobody", "names its unit"),
        (
            order(order="sharing", word="pictur"),
            "orders.0 sets sharing to 'pictur'",
            "alone, alerts, picture, tasking",
        ),
        (order(order="dispatch", word=""), "orders.0 sets dispatch to ''", "nearest, largest"),
        (
            order(order="dispatch_phase", word="panic"),
            "orders.0 sets dispatch_phase to 'panic'",
            "uncertainty, alert, distress",
        ),
    ],
)
def test_an_order_to_nobody_or_of_an_unknown_word_is_refused(values, found, advice):
    said = refused(values)

    assert found in said
    assert advice in said


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"units.0.speed_kn": 251.0}, "units.0.speed_kn = 251.0 is refused"),
        ({"sharing": "everything"}, "sharing"),
        ({"units.12.speed_kn": 20.0}, "12"),
        ({"departures_per_day": float("nan")}, "departures_per_day"),
        (order(order="sail"), "order"),
    ],
)
def test_a_value_out_of_its_bounds_is_refused_by_its_name(values, found):
    assert found in refused(values)


def test_two_units_of_one_name_are_refused():
    spec = season(**{"units.1.name": "Skua"}).parameters

    with pytest.raises(TrainkitError, match="Two subjects of the operation are called 'Skua'"):
        subjects(spec)


def test_a_file_that_contradicts_itself_is_refused_when_it_is_loaded(tmp_path):
    folder = tmp_path / "season"
    shutil.copytree(load(SEASON).folder, folder)
    path = folder / "scenario.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("first_sea = 0", "first_sea = 5", 1), encoding="utf-8")

    with pytest.raises(TrainkitError, match="first_sea = 5, and there are 4 states of the sea"):
        load(path)


def test_the_season_itself_has_no_contradiction():
    assert list(MODEL.contradictions(load(SEASON).parameters)) == []
