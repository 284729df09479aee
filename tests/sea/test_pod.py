import numpy as np
import pytest
from scipy.integrate import quad

from trainkit.errors import TrainkitError
from trainkit.sea.pod import coverage, definite_range, inverse_cube, pod, random_search

COVERAGES = [0.5, 1.0, 1.5, 2.0]


@pytest.mark.parametrize(
    ("law", "published"),
    [
        (random_search, [0.3935, 0.6321, 0.7769, 0.8647]),
        (inverse_cube, [0.4691, 0.7899, 0.9399, 0.9878]),
        (definite_range, [0.5, 1.0, 1.0, 1.0]),
    ],
)
def test_the_laws_meet_the_published_values(law, published):
    np.testing.assert_allclose(law(COVERAGES), published, atol=5e-5)


@pytest.mark.parametrize("covered", COVERAGES)
def test_parallel_sweeps_past_an_inverse_cube_observer_give_the_inverse_cube_law(covered):
    # hazard of a straight track at lateral range x is W^2 / (4 pi x^2); tracks lie W / C apart
    spacing = 1 / covered
    tracks = (np.arange(-4000, 4001) + 0.0) * spacing

    def seen(x):
        return -np.expm1(-np.sum(1 / (4 * np.pi * (x - tracks) ** 2)))

    mean = quad(seen, 1e-12, spacing / 2)[0] / (spacing / 2)

    assert mean == pytest.approx(float(inverse_cube(covered)), abs=1e-4)


def test_random_search_is_the_floor_and_definite_range_the_ceiling():
    covered = np.linspace(0.01, 4, 200)

    assert np.all(random_search(covered) < inverse_cube(covered))
    assert np.all(inverse_cube(covered) < definite_range(covered))


def test_coverage_is_dimensionless():
    assert coverage(2.0, 20.0, 5.0, 100.0) == 2.0


@pytest.mark.parametrize("wrong", [-0.1, float("nan"), "much", None])
@pytest.mark.parametrize("law", ["random", "inverse cube", "definite range"])
def test_a_coverage_that_is_none_is_refused(law, wrong):
    with pytest.raises(TrainkitError, match="number from 0"):
        pod(law, wrong)


def test_an_unknown_law_is_refused_with_a_hint():
    with pytest.raises(TrainkitError, match="Did you mean 'inverse cube'"):
        pod("inverse cubed", 1.0)


@pytest.mark.parametrize("arguments", [(-1, 1, 1, 1), (1, 1, float("nan"), 1), (1, 1, 1, 0)])
def test_an_effort_or_area_that_is_none_is_refused(arguments):
    with pytest.raises(TrainkitError):
        coverage(*arguments)
