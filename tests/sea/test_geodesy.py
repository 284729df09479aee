import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from geographiclib.test.test_geodesic import GeodesicTest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.sea.geodesy import advance, direct, from_plane, inverse, to_plane, wrapped

_CASES = np.array([case[:8] for case in GeodesicTest.testcases])
_LAT1, _LON1, _AZI1, _LAT2, _LON2, _AZI2, _S12, _A12 = _CASES.T


def test_inverse_meets_the_published_test_values_of_geographiclib():
    distance_nm, bearing_deg = inverse(_LON1, _LAT1, _LON2, _LAT2)

    assert len(_CASES) == 20
    np.testing.assert_allclose(distance_nm * 1852, _S12, atol=1e-6)
    np.testing.assert_allclose(bearing_deg, _AZI1 % 360, atol=1e-9)


def test_direct_meets_the_published_test_values_of_geographiclib():
    lon, lat = direct(_LON1, _LAT1, _AZI1, _S12 / 1852)

    np.testing.assert_allclose(lat, _LAT2, atol=1e-9)
    np.testing.assert_allclose(wrapped(lon), wrapped(_LON2), atol=1e-9)


@given(st.floats(-180, 180), st.floats(-85, 85), st.floats(0, 360), st.floats(0, 500))
def test_the_plane_keeps_distance_and_bearing_from_its_origin(lon, lat, bearing_deg, distance_nm):
    there = Geodesic.WGS84.Direct(lat, lon, bearing_deg, distance_nm * 1852)

    x_nm, y_nm = to_plane(there["lon2"], there["lat2"], (lon, lat))

    wanted = distance_nm * np.exp(1j * np.radians(90 - bearing_deg))
    assert abs(complex(x_nm, y_nm) - wanted) < 1e-6


def test_from_plane_undoes_to_plane():
    lon, lat = from_plane([3.0, -20.0], [-4.0, 15.0], (15.5, 35.5))

    x_nm, y_nm = to_plane(lon, lat, (15.5, 35.5))

    np.testing.assert_allclose([x_nm, y_nm], [[3, -20], [-4, 15]], atol=1e-9)


@given(
    st.floats(-75, 75),
    st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)),
    st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)),
)
def test_two_short_moves_are_two_geodesics_within_centimetres(lat, move_m, then_m):
    there = {"lon2": 15.5, "lat2": lat}
    for east, north in (move_m, then_m):
        azimuth = np.degrees(np.arctan2(east, north))
        length = np.hypot(east, north)
        there = Geodesic.WGS84.Direct(there["lat2"], there["lon2"], azimuth, length)

    lon, stepped = advance(np.array([15.5]), np.array([lat]), move_m, then_m)

    off = Geodesic.WGS84.Inverse(there["lat2"], there["lon2"], stepped[0], lon[0])
    assert off["s12"] < 0.06


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ((float("nan"), 35.0), "finite"),
        ((15.0, float("inf")), "finite"),
        ((35.0, 95.0), "swapped"),
        ((400.0, 35.0), "swapped"),
    ],
)
def test_what_is_no_position_is_refused_in_one_sentence(position, words):
    with pytest.raises(TrainkitError, match=words):
        inverse(*position, 0.0, 0.0)


def test_a_distance_that_is_no_number_is_refused():
    with pytest.raises(TrainkitError, match="finite"):
        direct(0.0, 0.0, 90.0, float("nan"))
