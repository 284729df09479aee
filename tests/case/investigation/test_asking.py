"""What enquiries tell, and which were chosen to confirm: against Bayes written out in the test."""

import math

import pytest

from trainkit.case.hypotheses import Hypotheses
from trainkit.case.hypotheses.items import asked
from trainkit.case.hypotheses.seeking import confirms
from trainkit.case.investigation import MODEL
from trainkit.kernel.logbook import Logbooks

PRIORS = (0.6, 0.2, 0.2)
YES = {"discriminate": (0.2, 0.7, 0.05), "confirm": (0.8, 0.8, 0.1)}
"""Smuggling, smuggling and trafficking, lawful business: as the model says in `findings`."""


def entropy(chances):
    return -sum(p * math.log2(p) for p in chances if p > 0)


def expected_bits(belief, yes):
    """Return the uncertainty now less that after the answer, on average."""
    left = 0.0
    for told in (yes, [1 - p for p in yes]):
        joint = [b * p for b, p in zip(belief, told, strict=True)]
        left += sum(joint) * entropy([one / sum(joint) for one in joint])
    return entropy(belief) - left


@pytest.mark.parametrize("enquiry", ["discriminate", "confirm"])
def test_the_first_enquiry_tells_as_many_bits_as_the_priors_allow(year, play, enquiry):
    book = play(year.vary("plan.enquiry", enquiry), days=120.0)

    first = book.of("hypothesis_tested")[0].facts

    assert first["bits"] == pytest.approx(expected_bits(PRIORS, YES[enquiry]))
    assert first["tells"] == 1.0


def test_who_seeks_confirmation_is_shown_and_who_discriminates_is_not(year, play):
    read = {metric.name: metric.read for metric in MODEL.metrics}
    shares, telling = {}, {}
    for enquiry in YES:
        books = Logbooks.of([play(year.vary("plan.enquiry", enquiry), r) for r in range(4)])
        shares[enquiry], telling[enquiry] = (
            read[name](books).mean() for name in ("confirming", "tests_that_tell")
        )
    assert shares["discriminate"] == 0.0
    assert shares["confirm"] > 0.5
    assert telling["confirm"] < telling["discriminate"]


def test_an_enquiry_confirms_where_the_two_that_lead_both_expect_it():
    held = Hypotheses({"one": 0.5, "two": 0.3, "three": 0.2})
    asks = {
        (0.8, 0.8, 0.1): True,
        (0.8, 0.4, 0.9): False,
        (0.2, 0.7, 0.9): False,
        (0.5, 0.5, 0.5): True,
    }
    for chances, found in asks.items():
        told = dict(zip(held.priors, chances, strict=True))
        assert confirms(held, asked(f"{chances}", told)) is found


def test_a_freeze_is_reviewed_when_the_suspension_of_its_state_ends(year, play):
    """Five working days in Alder and seven in Borea, counted here from a Monday."""
    money = ({"action": a, "hours_a_week": h} for a, h in _MONEY.items())
    case = year.vary("plan.efforts", tuple(money))
    reviewed = 0
    for replication in range(6):
        book = play(case, replication)
        due = [(_same(e), _review_h(e.subject, e.time_h)) for e in book.of("assets_frozen")]
        for entry in book.of("freeze_reviewed"):
            due.remove((_same(entry), entry.time_h))
            reviewed += 1
    assert reviewed > 10


_MONEY = {"financial_enquiry": 60.0, "records": 30.0, "telecom_data": 30.0, "freeze": 20.0}


def _same(entry):
    return entry.subject, entry.facts["target"], entry.facts["crowns"]


def _review_h(team, hour):
    """Return the end of the last working day of the team's term after the day of *hour*."""
    days = 5 if team == "Alder team" else 7
    while days:
        hour += 24.0
        days -= hour // 24 % 7 < 5
    return (hour // 24 + 1) * 24.0
