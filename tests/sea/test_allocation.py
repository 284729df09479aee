import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import minimize
from scipy.stats import norm

from trainkit.errors import TrainkitError
from trainkit.sea.allocation import allocate, optimality_gap, probability_of_success
from trainkit.sea.stone import stone_circular


@pytest.mark.parametrize(
    ("weights", "effort", "rates", "published", "digits"),
    [
        ([4, 2, 8, 1], 0.10, [4, 1, 1, 12], [0.09298, 0, 0, 0.00702], 5),
        ([2, 4, 2], 0.20, [9, 3, 6], [0.073224, 0.084517, 0.042259], 6),
        ([1, 4, 20, 0], 0.5, [8, 4, 0, 10], [0.1089, 0.3911, 0, 0], 4),
        ([2, 6, 4], 0.5, [6, 2, 3], [0.083333, 0.25, 0.166667], 6),
    ],
)
def test_one_resource_is_spread_as_in_the_soral_test_bed(weights, effort, rates, published, digits):
    spread, _ = allocate(weights, [effort], np.array(rates)[:, None])

    assert spread[:, 0].round(digits).tolist() == published


def test_the_charnes_cooper_case_meets_its_total_probability():
    areas_nm2 = np.array([28, 30, 14, 12])

    spread, pos = allocate([0.1935, 0.2581, 0.2903, 0.2581], [40], 1 / areas_nm2[:, None])

    assert pos == pytest.approx(0.4492576371, abs=1e-10)
    assert spread.sum() == pytest.approx(40)


def test_stone_meets_the_published_case():
    pos, radius_nm = stone_circular(5.0, 100.0)

    assert pos == pytest.approx(0.311347, abs=5e-7)
    assert radius_nm == pytest.approx(7.511, abs=5e-4)


def test_stone_is_the_limit_of_many_small_cells():
    edges = np.linspace(-15, 15, 121)
    chance = np.diff(norm.cdf(edges, scale=5))
    cell_nm2 = (edges[1] - edges[0]) ** 2

    spread, pos = allocate(
        np.outer(chance, chance).ravel(), [100], np.full((14400, 1), 1 / cell_nm2)
    )

    middle = (edges[:-1] + edges[1:]) / 2
    radius = np.sqrt(np.add.outer(middle**2, middle**2)).ravel()
    within = chance.sum() ** 2
    assert pos * within == pytest.approx(stone_circular(5.0, 100.0)[0], abs=2e-4)
    assert radius[spread[:, 0] > 0].max() == pytest.approx(stone_circular(5.0, 100.0)[1], abs=0.2)


def test_no_uniform_disc_is_as_good_as_stones_plan():
    radii = np.linspace(1, 20, 2000)
    uniform = -np.expm1(-(radii**2) / 50) * -np.expm1(-100 / (np.pi * radii**2))

    assert uniform.max() == pytest.approx(0.302192, abs=1e-6)
    assert uniform.max() < stone_circular(5.0, 100.0)[0]


@pytest.mark.parametrize(
    "arguments", [(0, 1), (-1, 1), (5, -1), (float("nan"), 1), (5, float("inf")), ("a", 1)]
)
def test_stone_refuses_what_is_no_spread_or_effort(arguments):
    with pytest.raises(TrainkitError, match="must be a finite number"):
        stone_circular(*arguments)


@st.composite
def _searches(draw, most_cells=12):
    cells, resources = draw(st.integers(1, most_cells)), draw(st.integers(1, 4))
    number = st.one_of(st.just(0.0), st.floats(0.01, 10))
    weights = draw(arrays(float, cells, elements=number))
    weights[0] += 1.0
    efforts = draw(arrays(float, resources, elements=number))
    return weights, efforts, draw(arrays(float, (cells, resources), elements=number))


@given(_searches())
def test_every_allocation_is_optimal_by_its_own_tangent(search):
    spread, _ = allocate(*search)

    assert optimality_gap(*search, spread) < 1e-9


@given(_searches())
def test_effort_gains_equally_wherever_it_is_spent_and_no_more_elsewhere(search):
    weights, efforts, rates = search
    spread, pos = allocate(*search)

    left = weights / weights.sum() * np.exp(-(rates * spread).sum(axis=1))
    gain = left[:, None] * rates
    spent = spread > 1e-6 * np.maximum(efforts, 1e-9)
    for resource in np.flatnonzero(efforts > 0):
        best = gain[:, resource].max()
        np.testing.assert_allclose(gain[spent[:, resource], resource], best, atol=1e-6)
    assert 0 <= pos <= 1


@given(_searches())
def test_budgets_are_spent_wherever_they_help_and_never_exceeded(search):
    weights, efforts, rates = search
    spread, _ = allocate(*search)

    helps = ((rates > 0) & (weights > 0)[:, None]).any(axis=0)
    np.testing.assert_allclose(spread.sum(axis=0), np.where(helps, efforts, 0), rtol=1e-12)
    assert np.all(spread >= 0)
    assert np.all(spread[(rates == 0) | (weights == 0)[:, None]] == 0)


@given(_searches(), st.randoms(use_true_random=False))
def test_the_order_of_cells_and_resources_does_not_matter(search, random):
    weights, efforts, rates = search
    cells, resources = list(range(len(weights))), list(range(len(efforts)))
    random.shuffle(cells)
    random.shuffle(resources)

    turned = allocate(weights[cells], efforts[resources], rates[np.ix_(cells, resources)])

    assert turned[1] == pytest.approx(allocate(*search)[1], abs=1e-9)


@given(_searches(), st.floats(1, 5))
def test_more_effort_never_finds_less(search, factor):
    weights, efforts, rates = search

    assert allocate(weights, efforts * factor, rates)[1] >= allocate(*search)[1] - 1e-12


@given(_searches(), st.floats(1e-6, 1e6))
def test_the_unit_of_the_weights_does_not_matter(search, factor):
    weights, efforts, rates = search

    assert allocate(weights * factor, efforts, rates)[1] == pytest.approx(
        allocate(*search)[1], abs=1e-9
    )


def _slsqp(weights, efforts, rates):
    shape, p = rates.shape, weights / weights.sum()

    def failure(x):
        return p @ np.exp(-(rates * x.reshape(shape)).sum(axis=1))

    def slope(x):
        return (-(p * np.exp(-(rates * x.reshape(shape)).sum(axis=1)))[:, None] * rates).ravel()

    budgets = [
        {"type": "ineq", "fun": lambda x, j=j: efforts[j] - x.reshape(shape)[:, j].sum()}
        for j in range(shape[1])
    ]
    start = np.tile(efforts / shape[0], shape[0])
    options = {"ftol": 1e-14, "maxiter": 1000}
    bounds = [(0, None)] * start.size
    found = minimize(failure, start, jac=slope, bounds=bounds, constraints=budgets, options=options)
    return 1 - found.fun


@pytest.mark.parametrize("case", range(25))
def test_slsqp_finds_the_same_probability_with_two_and_three_resources(case):
    luck = np.random.default_rng(case)
    cells, resources = luck.integers(2, 9), 2 + case % 2
    weights, efforts = luck.exponential(size=cells), luck.exponential(2, size=resources)
    rates = luck.exponential(size=(cells, resources)) * (luck.random((cells, resources)) > 0.2)

    _, pos = allocate(weights, efforts, rates)

    assert pos == pytest.approx(_slsqp(weights, efforts, rates), abs=1e-7)
    assert pos >= _slsqp(weights, efforts, rates) - 1e-10


def test_a_large_map_with_three_resources_is_optimal_too():
    luck = np.random.default_rng(4)
    search = (luck.exponential(size=900), np.array([50.0, 80, 20]), luck.exponential(size=(900, 3)))

    spread, _ = allocate(*search)

    assert optimality_gap(*search, spread) < 1e-9


def test_coverage_beyond_all_need_finds_everything():
    spread, pos = allocate([1, 2, 3], [1e4, 1e4], np.ones((3, 2)))

    assert pos == 1.0
    np.testing.assert_allclose(spread.sum(axis=0), 1e4)


def test_two_like_resources_are_as_good_as_one_of_both_efforts():
    rates = np.array([[0.5], [0.2], [0.1]])

    _, together = allocate([3, 2, 1], [4], rates)
    _, apart = allocate([3, 2, 1], [1, 3], np.hstack((rates, rates)))

    assert apart == pytest.approx(together, abs=1e-12)


def test_a_resource_that_can_find_nothing_stays_in_port():
    spread, pos = allocate([1, 0], [5.0, 2.0], [[0.0, 0.3], [1.0, 0.3]])

    assert spread.tolist() == [[0.0, 2.0], [0.0, 0.0]]
    assert pos == pytest.approx(1 - np.exp(-0.6))


def test_no_resources_and_no_effort_find_nothing():
    assert allocate([1, 2], [], np.zeros((2, 0)))[1] == 0.0
    assert allocate([1, 2], [0.0], [[1.0], [1.0]])[1] == 0.0


def test_a_worse_allocation_finds_less_than_the_gap_allows():
    search = ([0.2, 0.8], [2.0], [[1.0], [1.0]])
    even = [[1.0], [1.0]]

    lost = allocate(*search)[1] - probability_of_success(search[0], even, search[2])

    assert 0 < lost <= optimality_gap(*search, even)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([1, -1], [1], [[1], [1]]), "weights must be finite numbers from 0"),
        (([1, float("nan")], [1], [[1], [1]]), "weights must"),
        (([0, 0], [1], [[1], [1]]), "No cell has any weight"),
        (([], [1], np.zeros((0, 1))), "No cell has any weight"),
        (([1, 1], [-1], [[1], [1]]), "efforts must"),
        (([1, 1], 1, [[1], [1]]), "efforts must"),
        (([1, 1], [1], [1, 1]), "effectiveness must"),
        (([1, 1], [1], [[1], [float("inf")]]), "effectiveness must"),
        (([1, 1], [1, 2], [[1], [1]]), r"need \(2, 2\)"),
        (([1, 1, 1], [1], [[1], [1]]), r"need \(3, 1\)"),
        ((["a", 1], [1], [[1], [1]]), "weights must"),
        (([1, 1], [1], [[1], [1, 2]]), "effectiveness must"),
        ((None, [1], [[1]]), "weights must"),
    ],
)
def test_what_cannot_be_allocated_is_refused_in_one_paragraph(arguments, words):
    with pytest.raises(TrainkitError, match=words) as refused:
        allocate(*arguments)

    assert "\n" not in str(refused.value)
