"""The account against its formulas, published accuracy, and what may never happen."""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.interview import account
from trainkit.case.interview.harm import UNITS
from trainkit.case.interview.telling import STEADY_H
from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate

MANY = 400


def interval(values):
    error = np.std(values, ddof=1) / math.sqrt(len(values))
    return np.mean(values) - 4 * error, np.mean(values) + 4 * error


@pytest.fixture(scope="module")
def many(plain):
    """Many people who each speak for an hour at once."""
    return plain.vary(
        {
            "groups.0.people": MANY,
            "groups.0.interpreter": "",
            "account_law": "fixed",
            "account_h": 1.0,
            "explain_h": 0.5,
            "rest_h": 2.0,
        }
    )


def ended(books, fact):
    return [e.facts[fact] for e in books[0].of("account_ended")]


def test_right_details_meet_their_formula(many, books):
    spec = many.parameters
    group = spec.groups[0]
    tired = account.tiredness(spec, group.awake_h, 2.5)
    state = account.State(tired, account.rapport(spec))

    low, high = interval(ended(books(many, 1), "correct"))

    assert low <= account.expected_details(spec, state, group.details, 1.0) <= high


def test_errors_are_poisson_with_their_rate(many, books):
    spec = many.parameters
    tired = account.tiredness(spec, spec.groups[0].awake_h, 2.5)
    rate = account.error_rate(spec, account.State(tired, account.rapport(spec)))

    found = np.array(ended(books(many, 1), "errors"))

    low, high = interval(found)
    assert low <= rate <= high
    assert found.var(ddof=1) == pytest.approx(rate, rel=0.3)


@pytest.mark.parametrize("pause_every_h", [0.25, 0.5, 1.0])
def test_distress_shows_in_a_stretch_as_often_as_its_rate_says(many, books, pause_every_h):
    """With nobody more easily distressed than another: 1 - exp(-rate s^2 / steady)."""
    quiet = many.vary(
        {
            "distress_per_h": 1.0,
            "distress_sigma": 0.0,
            "pause_every_h": pause_every_h,
            "account_h": pause_every_h,
            "on_distress": "stop",
        }
    )
    spec = quiet.parameters
    tired = account.tiredness(spec, spec.groups[0].awake_h, 2.5)
    rate = account.distress_rate(spec, account.State(tired, account.rapport(spec)))

    shown = len(books(quiet, 1)[0].of("distress_shown"))

    chance = -math.expm1(-rate * pause_every_h**2 / STEADY_H)
    assert abs(shown - MANY * chance) < 4 * math.sqrt(MANY * chance * (1 - chance))


def test_interviews_that_let_people_tell_are_as_accurate_as_koehnken_and_others_found(
    authored, books, metric
):
    """82 % in structured and 85 % in cognitive interviews; half a point of ours is noise."""
    accuracy = metric("accuracy", books(authored, 60)).mean()

    assert 0.815 <= accuracy <= 0.86


@pytest.mark.parametrize(
    ("changed", "better"),
    [
        ({"open_share": 0.0, "closed_share": 0.6}, False),
        ({"open_share": 0.3, "leading_share": 0.3}, False),
        ({"explain_h": 0.1}, False),
        ({"supporter": False}, False),
        ({"interpreting": "telephone"}, False),
        ({"interpreting": "companion"}, False),
        ({"rest_h": 0.0}, False),
        ({"explain_h": 0.8}, True),
    ],
)
def test_what_research_says_of_directions_holds_in_the_formulas(authored, changed, better):
    """Lavoie 2021 (open, rapport), Saywitz 2016 (support), Frenda 2014, Ewens 2017."""

    def rates(scenario):
        spec = scenario.parameters
        tired = account.tiredness(spec, 26.0, spec.rest_h)
        state = account.State(tired, account.rapport(spec), spec.interpreting)
        told = account.expected_details(spec, state, 60, 1.0)
        return told, told / (told + account.error_rate(spec, state))

    before, after = rates(authored), rates(authored.vary(changed))

    assert (after[0] > before[0]) == better
    assert (after[1] > before[1]) == better


def test_in_the_same_luck_more_time_never_hears_less(many, books):
    short, long = (
        np.array(ended(books(many.vary("account_h", hours), 1), "correct")) for hours in (0.5, 1.5)
    )

    assert (long >= short).all()
    assert long.sum() > 1.3 * short.sum()


def test_a_second_telling_brings_less_than_the_first_and_harms(authored, books, metric):
    once, twice = (books(authored.vary({"tellings": n, "day_h": 40.0}), 40) for n in (1, 2))

    gain = metric("correct_details", twice).mean() / metric("correct_details", once).mean()
    assert 1.0 < gain < 1.3
    assert metric("accuracy", twice).mean() < metric("accuracy", once).mean()
    more = metric("harm_units", twice).mean() - metric("harm_units", once).mean()
    assert more > UNITS["retold"] * metric("retellings", twice).mean()


def test_everybody_is_heard_declines_or_is_not_reached_and_everybody_is_referred(authored):
    found = simulate(authored, 3, 0, 20, "simpy")

    for n in range(20):
        book = found[n]
        met = len(book.of("person_met"))
        kinds = ("account_began", "declined", "not_heard")
        assert sum(len(book.of(kind)) for kind in kinds) == met
        assert len(book.of("referred")) == met


@settings(max_examples=25, deadline=None)
@given(
    rest_h=st.floats(0.0, 10.0),
    explain_h=st.floats(0.0, 1.5),
    account_h=st.floats(0.05, 3.0),
    tellings=st.integers(1, 3),
    on_distress=st.sampled_from(["go_on", "pause", "stop"]),
    interpreting=st.sampled_from(["in_room", "telephone", "companion", "none"]),
    seed=st.integers(0, 1000),
)
def test_in_any_plan_nobody_tells_more_than_they_could_and_no_account_begins_late(
    authored, rest_h, explain_h, account_h, tellings, on_distress, interpreting, seed
):
    scenario = authored.vary(
        {
            "rest_h": rest_h, "explain_h": explain_h, "account_h": account_h,
            "tellings": tellings, "on_distress": on_distress, "interpreting": interpreting,
        }
    )  # fmt: skip
    book = simulate(scenario, seed, 0, 1, "simpy")[0]

    could = {group.name: group.details for group in scenario.parameters.groups}
    for entry in book.of("person_met"):
        told = sum(e.facts["correct"] for e in book.of("account_ended", entry.subject))
        assert 0 <= told <= could[entry.subject.rsplit(" ", 1)[0]]
        began = book.of("account_began", entry.subject)
        assert len(began) <= tellings
    for entry in book.of("account_began"):
        assert entry.time_h + account_h <= scenario.parameters.day_h + 1e-9
        assert 0.0 <= entry.facts["tired"] <= 1.0
        assert 0.0 <= entry.facts["rapport"] <= 1.0
    for entry in book.of("harmed"):
        assert entry.facts["units"] > 0.0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"open_share": 0.9}, "add up to 1.3, and must to 1. Lower open_share"),
        (
            {"open_share": 0.3},
            "closed_share or leading_share by 0.3",
        ),
        ({"explain_h": 2.0, "account_h": 3.0, "day_h": 4.0}, "Shorten explain_h or account_h"),
        ({"groups.1.met_h": 30.0}, "Set their met_h earlier, or raise day_h."),
        ({"groups.0.interpreter": "Tavry"}, "Did you mean 'Tavri'?"),
        ({"groups.1.name": "wheelhouse"}, "2 groups of people are called 'wheelhouse'"),
        ({"tellings": 0}, "tellings = 0 is refused"),
        ({"rest_h": -1.0}, "rest_h = -1"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_what_to_do(authored, changed, said):
    with pytest.raises(TrainkitError, match=re.escape(said)):
        authored.vary(changed)
