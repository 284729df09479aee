"""The sea chart, in Python: what is sent, what is said, and the chart of an area search."""

import numpy as np
import pytest

from trainkit import load, run
from trainkit.errors import TrainkitError
from trainkit.model import declarations
from trainkit.views.chart import Area, Event, Grid, Mark, Track, chart, chart_text, chart_widget
from trainkit.views.search_chart import search_chart, search_parts, search_widget

SKUA = Track("Skua", [0.0, 1.0, 3.0], [0.0, 12.0, 12.0], [0.0, 0.0, -10.0], "Alder")
CELLS = Grid(("A", "B", "C", "D"), 2, -6.0, -6.0, 6.0, (0.1, 0.2, 0.3, 0.4), "Chance")


@pytest.fixture(scope="module")
def case():
    return load("trainkit/two-agency-search")


@pytest.fixture(scope="module")
def book(case):
    return run(case, replication=3)


def track_of(parts, name):
    return next(one for one in parts["tracks"] if one.name == name)


def test_a_track_is_straight_between_its_knots_and_nowhere_outside():
    assert SKUA.at(0.5) == (6.0, 0.0)
    assert SKUA.at(2.0) == (12.0, -5.0)
    assert SKUA.at(-0.1) is None
    assert SKUA.at(3.1) is None


def test_knots_with_nan_are_left_out():
    track = Track("Skua", [0.0, 1.0, 2.0], [0.0, np.nan, 2.0], [0.0, 0.0, 0.0])

    assert track.at(1.0) == (1.0, 0.0)


def test_a_track_with_unequal_columns_or_times_that_go_back_is_refused():
    with pytest.raises(TrainkitError, match="2, 1, 2 times, eastings and northings"):
        Track("Skua", [0.0, 1.0], [0.0], [0.0, 1.0])
    with pytest.raises(TrainkitError, match="go back"):
        Track("Skua", [1.0, 0.0], [0.0, 1.0], [0.0, 1.0])


def test_the_whole_track_is_sent_once_as_32_bit_numbers():
    tern = Track("Tern", [0.0, 2.0], [1.0, 2.0], [3.0, 4.0], "Borea")

    widget = chart_widget("Two vessels", (SKUA, tern))

    rows = np.frombuffer(widget.knots, "<f4").reshape(-1, 3)
    assert widget.about["starts"] == [0, 3, 5]
    np.testing.assert_allclose(rows[:3], SKUA.knots)
    np.testing.assert_allclose(rows[3:], tern.knots)


def test_the_words_carry_tracks_areas_cells_marks_and_events_with_units():
    area = Area("area of Skua", ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0)))
    mark = Mark("last known position", -3.0, 2.0)

    words = chart_text("A night", (SKUA,), (area, mark, CELLS), (Event(1.5, "Skua sees a light."),))

    assert "hours 0.00 to 3.00" in words
    assert "Skua (Alder): 0.0 NM east, 0.0 NM north at 0.00 h, 12.0 NM east, 10.0 NM south" in words
    assert "area of Skua: an area with its corners at 0.0 NM east, 0.0 NM north;" in words
    assert "last known position at 3.0 NM west, 2.0 NM north." in words
    assert "Chance: A 0.1, B 0.2, C 0.3, D 0.4." in words
    assert "1.50 h: Skua sees a light." in words


def test_many_tracks_are_counted_in_the_words():
    words = chart_text("Traffic", [SKUA] * 45)

    assert words.count("Skua (Alder)") == 30
    assert "15 more tracks are on the chart." in words


def test_an_empty_chart_and_an_empty_track_are_said():
    assert "hours" not in chart_text("Nothing")
    assert "Skua: no position." in chart_text("Nothing", (Track("Skua", [], [], []),))


def test_without_widgets_the_words_are_printed(capsys):
    chart("A night", (SKUA,))

    assert capsys.readouterr().out == chart_text("A night", (SKUA,)) + "\n"


def test_the_chart_shows_all_of_every_track_and_feature():
    west, east, south, north = chart_widget("A night", (SKUA,), (CELLS,)).about["views"][0][1]

    assert west <= -6.0
    assert east >= 12.0
    assert south <= -10.0
    assert north >= 6.0


def test_units_begin_at_their_bases_and_end_where_the_logbook_has_them(case, book):
    parts = search_parts(case, book)

    for unit in case.parameters.units:
        track = track_of(parts, unit.name)
        assert track.group == unit.agency
        np.testing.assert_allclose(track.knots[0, 1:], (unit.base_x_nm, unit.base_y_nm), atol=1e-9)


def test_a_unit_that_finds_is_as_far_from_the_object_as_the_logbook_says(case, book):
    parts = search_parts(case, book)
    contact = book.first("contact_detected")

    unit = track_of(parts, contact.subject).at(contact.time_h)
    thing = track_of(parts, "object").at(contact.time_h)

    apart = np.hypot(unit[0] - thing[0], unit[1] - thing[1])
    np.testing.assert_allclose(apart, contact.facts["range_nm"], atol=1e-6)


def test_every_leg_is_flown_over_the_ground_with_the_velocity_in_the_logbook(case, book):
    parts = search_parts(case, book)

    for leg in book.of("leg_began")[:50]:
        track, facts = track_of(parts, leg.subject), leg.facts
        half_h = facts["time_h"] / 2
        if leg.time_h + half_h > book.first("contact_detected").time_h:
            continue
        expected = (
            facts["x_nm"] + facts["vx_kn"] * half_h,
            facts["y_nm"] + facts["vy_kn"] * half_h,
        )
        np.testing.assert_allclose(track.at(leg.time_h + half_h), expected, atol=1e-6)


def test_areas_are_as_long_and_as_wide_as_ordered_and_drift_with_the_datum(case, book):
    areas = [one for one in search_parts(case, book)["features"] if isinstance(one, Area)]
    datum = book.first("datum_set").facts
    searching = [unit for unit in case.parameters.units if unit.pattern != "stand_by"]

    assert len(areas) == len(searching) == 4
    for area, unit in zip(areas, searching, strict=True):
        corners = np.array(area.corners_nm)
        sides = np.hypot(*(corners - np.roll(corners, 1, axis=0)).T)
        centre = corners.mean(axis=0) - (datum["x_nm"], datum["y_nm"])
        assert sorted({round(side, 6) for side in sides}) == sorted(
            {unit.area_length_nm, unit.area_width_nm}
        )
        np.testing.assert_allclose(centre, (unit.area_x_nm, unit.area_y_nm), atol=1e-9)
        assert (area.vx_kn, area.vy_kn) == (datum["vx_kn"], datum["vy_kn"])


def test_a_pattern_lies_within_the_area_that_is_drawn_for_it(case, book):
    """The legs begin inside the drawn rectangle, in the frame of the datum."""
    features = search_parts(case, book)["features"]
    area = next(one for one in features if one.name == "area of Borea Petrel")
    corners = np.array(area.corners_nm)
    along, across = corners[1] - corners[0], corners[3] - corners[0]

    for leg in book.of("leg_began", "Borea Petrel"):
        at = np.array([leg.facts["x_nm"], leg.facts["y_nm"]])
        at -= np.array([area.vx_kn, area.vy_kn]) * leg.time_h + corners[0]
        shares = (at @ along / (along @ along), at @ across / (across @ across))
        assert all(-1e-6 <= share <= 1 + 1e-6 for share in shares)


def test_finding_and_rescue_are_told_with_who_when_and_how_many(case, book):
    words = chart_text(**search_parts(case, book))
    contact, rescue = book.first("contact_detected"), book.first("persons_recovered")

    assert f"{contact.time_h:.2f} h: {contact.subject} sees the object at a range of" in words
    people = f"{rescue.facts['persons']:.0f} people on board, {rescue.facts['alive']:.0f} of them"
    assert f"{rescue.time_h:.2f} h: {rescue.subject} has {people} alive." in words


def test_the_closer_view_holds_the_areas_as_long_as_they_drift(case, book):
    widget = search_widget(case, book)
    name, (west, east, south, north) = widget.about["views"][1]
    until_h = widget.about["hours"][1]

    assert name == "the search areas"
    for area in widget.about["areas"]:
        for x, y in area["corners_nm"]:
            assert west <= x + area["vx_kn"] * until_h <= east
            assert south <= y + area["vy_kn"] * until_h <= north


def test_a_scenario_of_another_model_is_refused(night_search):
    with pytest.raises(TrainkitError, match="A search chart shows runs of 'area_search'"):
        search_chart(night_search, run(night_search))


def test_the_search_chart_prints_its_words_without_widgets(case, book, capsys):
    search_chart(case, book)

    assert capsys.readouterr().out == chart_text(**search_parts(case, book)) + "\n"


def test_declared_units_are_those_that_the_chart_names(case):
    units = {row.name: row.unit for row in declarations(case.parameters)}

    assert units["units.0.base_x_nm"] == "NM"
    assert units["wind_kn"] == "kn"
