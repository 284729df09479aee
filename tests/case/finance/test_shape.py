"""Sizes and shares of patterns answer to the published data; amounts are passed on, not made."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.finance.laying import amounts_cents
from trainkit.case.finance.shape import PUBLISHED, SHAPES, drawn_shape, flow, payments_each
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck

N = 2_000


@pytest.mark.parametrize(
    ("shape", "patterns", "payments"),
    [
        ("fan_out", 277, 2_014), ("fan_in", 279, 2_003), ("cycle", 298, 2_326),
        ("bipartite", 277, 1_858), ("stack", 259, 3_239), ("random", 278, 1_831),
        ("scatter_gather", 276, 4_202), ("gather_scatter", 284, 4_010),
    ],
)  # fmt: skip
def test_a_shape_has_the_published_number_of_payments_on_average(shape, patterns, payments):
    """The published means, within four standard errors of ours."""
    luck = Luck(20_231)
    sizes = [len(flow(shape, luck, number).legs) for number in range(N)]

    mean = sum(sizes) / N
    error = (sum((size - mean) ** 2 for size in sizes) / (N - 1) / N) ** 0.5

    assert abs(mean - payments / patterns) < 4 * error
    assert payments_each(shape) == payments / patterns


def test_shapes_are_drawn_by_the_published_shares():
    """Within four standard deviations of a share; and the whole by chi-squared (7 degrees)."""
    luck, whole = Luck(7), sum(patterns for patterns, _ in PUBLISHED.values())
    found = Counter(drawn_shape(luck, number) for number in range(N))

    expected = {shape: N * patterns / whole for shape, (patterns, _) in PUBLISHED.items()}
    chi_squared = sum((found[one] - expected[one]) ** 2 / expected[one] for one in SHAPES)

    assert chi_squared < 24.3  # 0.999 of chi-squared with 7 degrees of freedom
    assert all(abs(found[one] - n) < 4 * (n * (1 - n / N)) ** 0.5 for one, n in expected.items())


@given(st.sampled_from(SHAPES), st.integers(0, 2**40))
def test_an_account_passes_on_what_it_got_less_at_most_six_in_a_hundred(shape, seed):
    luck = Luck(seed)
    drawn = flow(shape, luck, 0)
    got, paid = defaultdict(int), defaultdict(int)
    for (payer, beneficiary, _), cents in zip(
        drawn.legs, amounts_cents(drawn, 0, luck), strict=True
    ):
        paid[payer] += cents
        got[beneficiary] += cents

    sources = {payer for payer, _, step in drawn.legs if step == 0}
    for account in set(got) & set(paid) - sources:
        slack = len(drawn.legs)  # a cent of rounding a leg
        assert 0.94 * got[account] - slack <= paid[account] <= got[account] + slack


def test_a_shape_that_is_not_known_is_refused_with_a_hint():
    with pytest.raises(TrainkitError, match="Did you mean 'fan_in'"):
        payments_each("fan in")
