"""The clocks of justice stand in our laws and scenarios as case.md section 4 has them."""

import pytest

from trainkit.case import law
from trainkit.case.finance.hold import SUSPENSION_DAYS
from trainkit.case.victims.reflection import LEAST_DAYS
from trainkit.scenarios import load

MONTH_DAYS = 365.25 / 12


@pytest.fixture(scope="module")
def channels():
    return load("trainkit/two-teams-one-network").parameters.channels


@pytest.mark.parametrize(
    ("offence", "terms"),
    [
        ("smuggling", (15.0, 15.0, 45.0)),  # 15 + 15 days, capped at 45
        ("laundering", (15.0, 15.0, 45.0)),
        ("organised_crime", (40.0, 20.0, None)),  # 40 + 20
    ],
)
def test_interception_in_alder_has_the_terms_of_the_table(offence, terms):
    known = law.statute("Alder", "interception", offence)

    assert (known.valid_days, known.renewal_days, known.cap_days) == terms
    assert known.authority == "judge"


def test_provisional_arrest_may_end_at_eighteen_days_and_must_at_forty():
    assert law.ProvisionalArrest(18.0, 40.0) == law.PROVISIONAL_ARREST


def test_units_suspend_for_five_and_for_seven_working_days():
    assert dict(SUSPENSION_DAYS) == {"Alder": 5, "Borea": 7}


def test_reflection_is_thirty_days_at_least():
    assert LEAST_DAYS == 30.0


def test_legal_assistance_takes_four_to_thirty_six_months(channels):
    assert 4 * MONTH_DAYS <= channels.assistance_median_days <= 36 * MONTH_DAYS
    # the middle nine in ten of its lognormal law too
    spread = 2.718281828 ** (1.645 * channels.sigma)
    assert channels.assistance_median_days / spread >= 4 * MONTH_DAYS
    assert channels.assistance_median_days * spread <= 36 * MONTH_DAYS


def test_a_surrender_takes_about_nine_months(channels):
    assert channels.surrender_median_days == pytest.approx(9 * MONTH_DAYS, rel=0.05)


def test_every_step_of_extradition_asks_for_a_year_in_both_states():
    for offence in law.offences():
        punished = [offence.punished_in(side) for side in ("Alder", "Borea")]
        both = all(years is not None and years[1] >= 1.0 for years in punished)
        ruling = law.may_surrender(offence.name, requested="Borea", national_of_requested=False)
        assert ruling.holds == both, offence.name
