"""Account numbers look like account numbers and can be nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.finance.number import COUNTRIES, account_number, remainder, require_nobodys
from trainkit.errors import TrainkitError


def _by_long_division(number: str) -> int:
    """Return the remainder digit by digit, as it is done on paper."""
    left = 0
    for sign in number[4:] + number[:4]:
        for digit in str(int(sign, 36)):
            left = (left * 10 + int(digit)) % 97
    return left


@given(st.sampled_from(sorted(COUNTRIES)), st.integers(0, 10**16 - 1), st.integers(1, 96))
def test_a_drawn_number_always_fails_the_test_of_real_ones(side, serial, shift):
    number = account_number(side, serial, shift)

    assert _by_long_division(number) != 1
    assert remainder(number) == _by_long_division(number)
    assert 2 <= int(number[2:4]) <= 98
    require_nobodys(number)


@given(st.sampled_from(sorted(COUNTRIES)), st.integers(0, 10**16 - 1))
def test_a_number_that_passes_is_refused_and_told_why(side, serial):
    failing = account_number(side, serial, 1)
    passing = next(
        f"{failing[:2]}{check:02d}{failing[4:]}"
        for check in range(2, 99)
        if _by_long_division(f"{failing[:2]}{check:02d}{failing[4:]}") == 1
    )

    with pytest.raises(TrainkitError, match="passes the test of real ones"):
        require_nobodys(passing)


def test_the_standard_s_own_example_passes():
    assert remainder("GB82 WEST 1234 5698 7654 32") == 1


@pytest.mark.parametrize(
    "number", ["", "XA12", "IT" + "0" * 18, "xa" + "1" * 18, None, 5, "XA" + "\u0661" * 18]
)
def test_what_does_not_look_like_our_numbers_is_refused(number):
    with pytest.raises(TrainkitError, match="no account number of ours"):
        require_nobodys(number)


@pytest.mark.parametrize("number", ["", "XA", "XA-1 2345", "12XA34", "XA00\u0661", None, 5])
def test_what_has_the_form_of_no_account_number_has_no_remainder(number):
    with pytest.raises(TrainkitError, match="is no account number: it is two letters"):
        remainder(number)


@pytest.mark.parametrize(
    ("serial", "shift"), [(1, 0), (1, 97), (-1, 3), (10**16, 3), (1.0, 3), (1, 3.5)]
)
def test_a_shift_that_could_pass_is_refused(serial, shift):
    with pytest.raises(TrainkitError, match="could be somebody's"):
        account_number("Alder", serial, shift)


def test_a_bank_is_in_one_of_the_three_states():
    with pytest.raises(TrainkitError, match="No bank is in 'Italy'"):
        account_number("Italy", 1, 1)


def test_a_mistyped_state_of_a_bank_gets_a_near_name():
    with pytest.raises(TrainkitError, match="Did you mean 'Alder'"):
        account_number("Aldor", 1, 1)
