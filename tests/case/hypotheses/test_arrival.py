"""Leads that arrive and fade: held to Erlang, Palm, Pollaczek, Cobham, Little and Bayes."""

import math

import numpy as np
import pytest

from trainkit.case.hypotheses.arrival import MODEL, ArrivalSpec, formulas
from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate
from trainkit.redlines import breaches
from trainkit.scenarios import load

CASE = load("trainkit/information-arrival")
LEAD = CASE.parameters.leads[0].model_dump()
LONG_H, BATCHES = 12_000.0, 20


def queue(hours=LONG_H, leads=(), **changed):
    """Return the parameters of one long case with leads of our own."""
    told = {**CASE.parameters.model_dump(), "week_h": hours, "stops_at": 1.0}
    told |= {"checks_origin": False, "law": "exponential", "order": "as_they_come", **changed}
    kinds = tuple({**LEAD, "name": f"kind {n}", **one} for n, one in enumerate(leads))
    return ArrivalSpec.model_validate({**told, "leads": kinds})


def long_run(spec):
    case = CASE.__class__(**{**CASE.__dict__, "parameters": spec, "horizon_h": spec.week_h + 1})
    return simulate(case, 7, 0, 1, "simpy")


def metric(books, name):
    return next(one for one in MODEL.metrics if one.name == name).read(books)


def waits_h(spec):
    """Return the waits of one long run, in batches so long that their means hardly depend."""
    began = long_run(spec)[0].of("enquiry_began")
    waited = np.array([float(entry.facts["waited_h"]) for entry in began])
    return np.array_split(waited[len(waited) // 20 :], BATCHES)


def assert_near(values, theory, within):
    """Hold batch means to theory, four standard errors wide, and these to a share of it."""
    error = np.std(values, ddof=1) / math.sqrt(BATCHES)
    assert abs(np.mean(values) - theory) < 4.0 * error, (np.mean(values), theory, error)
    assert error < within * theory


EVEN = {"fades_h": 0.0, "chances": (0.5, 0.5, 0.5), "repeats": 0.0, "urgent": False, "rank": 1}


@pytest.mark.parametrize(("analysts", "rate"), [(1, 0.6), (2, 1.4)])
def test_without_fading_the_wait_is_erlang_s(analysts, rate):
    kind = {**EVEN, "rate_per_h": rate, "work_h": 1.0}

    found = waits_h(queue(6_000.0, [kind], analysts=analysts))

    wait_h = formulas.erlang_wait_h(rate, 1.0, analysts)
    assert_near([batch.mean() for batch in found], wait_h, within=0.12)
    chance = wait_h * (
        analysts - rate
    )  # of waiting at all: 1 of 2 analysts is told from a fast one
    assert_near([(batch > 0.0).mean() for batch in found], chance, within=0.04)


@pytest.mark.parametrize(
    ("law", "variation"), [("fixed", 0.0), ("lognormal", math.exp(0.25) - 1.0)]
)
def test_with_any_law_of_work_the_wait_is_pollaczek_s(law, variation):
    kind = {**EVEN, "rate_per_h": 0.6, "work_h": 1.0}

    found = waits_h(queue(8_000.0, [kind], analysts=1, law=law, sigma=0.5))

    theory_h = formulas.single_wait_h(0.6, 1.0, variation)
    assert_near([batch.mean() for batch in found], theory_h, within=0.065)


def test_with_analysts_to_spare_a_lead_is_worked_in_time_with_mu_over_mu_plus_theta():
    kind = {**EVEN, "rate_per_h": 0.5, "work_h": 4.0, "fades_h": 12.0}
    spec = queue(analysts=60, leads=[kind])

    found = metric(long_run(spec), "answered")[0]

    assert found == pytest.approx(formulas.worked_in_time(4.0, 12.0), abs=0.02)
    assert formulas.share_answered(0.5, 4.0, 12.0, 60) == pytest.approx(0.75)


def test_with_fixed_work_it_is_the_transform_of_fading():
    kind = {**EVEN, "rate_per_h": 0.5, "work_h": 4.0, "fades_h": 12.0}
    spec = queue(analysts=60, law="fixed", leads=[kind])

    assert metric(long_run(spec), "answered")[0] == pytest.approx(math.exp(-4 / 12), abs=0.02)


@pytest.mark.parametrize("analysts", [1, 3])
def test_with_few_analysts_the_share_answered_is_that_of_the_birth_and_death_process(analysts):
    kind = {**EVEN, "rate_per_h": 0.8, "work_h": 4.0, "fades_h": 10.0}
    spec = queue(analysts=analysts, leads=[kind])

    found = metric(long_run(spec), "answered")[0]

    assert found == pytest.approx(formulas.share_answered(0.8, 4.0, 10.0, analysts), abs=0.02)


URGENT = {**EVEN, "rate_per_h": 0.2, "work_h": 1.0, "urgent": True}
OTHER = {**EVEN, "rate_per_h": 0.5, "work_h": 1.0}


def test_an_urgent_lead_that_comes_next_waits_as_cobham_says():
    spec = queue(analysts=1, urgent="next", leads=[URGENT, OTHER])

    found = metric(long_run(spec), "urgent_wait_h")[0]

    assert found == pytest.approx(formulas.urgent_wait_h(0.2, 1.0, 0.5, 1.0), rel=0.1)


def test_an_urgent_lead_that_sets_others_aside_waits_as_if_it_were_alone():
    spec = queue(analysts=1, urgent="at_once", leads=[URGENT, OTHER])

    found = metric(long_run(spec), "urgent_wait_h")[0]

    assert found == pytest.approx(formulas.erlang_wait_h(0.2, 1.0, 1), rel=0.15)


def test_work_that_is_set_aside_is_taken_up_where_it_was_left_and_no_hour_is_lost():
    spec = queue(analysts=1, urgent="at_once", leads=[URGENT, OTHER])
    books = long_run(spec)
    answered = books.count("enquiry_answered")[0]

    assert books.count("enquiry_set_aside")[0] == pytest.approx(
        books.count("enquiry_resumed")[0], abs=1
    )
    assert metric(books, "worked_h")[0] == pytest.approx(answered * 1.0, rel=0.03)


def test_leads_in_the_house_are_the_rate_times_the_time_that_they_stay():
    """Little's law, with the number counted from arrivals and departures of the same logbook."""
    hours = 3_000.0
    books = long_run(queue(hours, [{**EVEN, "rate_per_h": 1.2, "work_h": 1.0}], analysts=2))
    times = {"lead_arrived": 1, "enquiry_answered": -1}
    steps = sorted((e.time_h, times[e.kind]) for kind in times for e in books[0].of(kind))
    at = np.array([one for one, _ in steps])
    inside = np.cumsum([one for _, one in steps])
    mean = float((inside[:-1] * np.diff(at)).sum() / (at[-1] - at[0]))
    stayed = np.mean([float(e.facts["age_h"]) for e in books[0].of("enquiry_answered")])

    assert mean == pytest.approx(len(books[0].of("lead_arrived")) / hours * stayed, rel=0.02)


def test_every_lead_ends_once_or_is_open_at_the_end():
    books = simulate(CASE, 3, 0, 60, "simpy")
    ends = ("lead_faded", "repetition_found", "enquiry_answered", "lead_left_waiting")

    for n in range(60):
        ended = [e.facts["lead"] for kind in ends for e in books[n].of(kind)]
        came = [e.facts["lead"] for e in books[n].of("lead_arrived")]
        assert len(set(ended)) == len(ended)
        assert 0 <= len(came) - len(ended) <= CASE.parameters.analysts


def test_a_belief_that_checks_origins_is_calibrated():
    """With exact belief the chance given to the truth is the chance of being right."""
    books = simulate(CASE, 11, 0, 400, "simpy")
    loss, expected = metric(books, "loss"), metric(books, "expected_loss")

    error = np.std(loss - expected, ddof=1) / 20.0

    assert abs(np.mean(loss - expected)) < 3.0 * error


def test_who_counts_repetitions_as_new_is_surer_and_further_off():
    lazy = CASE.vary({"checks_origin": False, "leads.3.repeats": 0.8, "leads.3.rate_per_h": 0.4})
    kept = lazy.vary({"checks_origin": True})
    loose, careful = (simulate(one, 5, 0, 150, "simpy") for one in (lazy, kept))

    assert metric(loose, "expected_loss").mean() > metric(careful, "expected_loss").mean() + 0.01
    assert loose.count("repetition_found").sum() == 0 < careful.count("repetition_found").sum()


def test_leads_arrive_alike_however_they_are_worked():
    other = CASE.vary({"order": "leading_first", "analysts": 1, "checks_origin": False})

    for n in range(5):
        one, two = (simulate(case, 9, n, 1, "simpy")[0] for case in (CASE, other))
        assert [(e.time_h, e.subject, e.facts) for e in one.of("lead_arrived")] == [
            (e.time_h, e.subject, e.facts) for e in two.of("lead_arrived")
        ]


def test_what_tells_most_is_asked_before_what_the_first_idea_expects():
    worked = {}
    busy = CASE.vary({"analysts": 1, "leads.4.rank": 1, "leads.5.rank": 1, "stops_at": 1.0})
    for order in ("by_bits", "leading_first"):
        books = simulate(busy.vary("order", order), 5, 0, 100, "simpy")
        worked[order] = books.count("enquiry_began", "seen in one van").sum()
        worked[order, "loss"] = metric(books, "expected_loss").mean()

    assert worked["leading_first"] > 1.2 * worked["by_bits"]
    assert worked["leading_first", "loss"] > worked["by_bits", "loss"]


def test_danger_that_waits_behind_an_enquiry_is_red_line_1_and_at_once_crosses_nothing():
    def crossed(**changed):
        books = simulate(CASE.vary(changed), 2, 0, 40, "simpy")
        return [line for n in range(40) for line in breaches(MODEL.red_lines, books[n])]

    assert crossed(urgent="at_once") == crossed(urgent="next") == []
    late = crossed(urgent="in_turn", analysts=1, order="as_they_come", stops_at=1.0)
    assert {line.rule for line in late} == {"R1"}


def test_enquiries_end_when_belief_is_high_and_a_rival_was_tested():
    books = simulate(CASE.vary("stops_at", 0.8), 2, 0, 60, "simpy")

    ended = [books[n].first("enquiries_ended") for n in range(60)]

    assert all(one.facts["belief"] >= 0.8 for one in ended if one)
    assert sum(one is not None for one in ended) > 15
    for n, one in enumerate(ended):
        later = [e for e in books[n].of("enquiry_began") if one and e.time_h > one.time_h]
        assert all(e.facts["urgent"] == 1.0 for e in later)


def test_a_flat_item_never_ends_a_case_however_high_the_prior():
    """Belief of 0.9 at the start, and only a question that all hypotheses answer alike."""
    flat = {**EVEN, "rate_per_h": 1.0, "work_h": 1.0}
    priors = (("a", 0.9), ("b", 0.05), ("c", 0.05))
    sure = tuple({"name": n, "prior": p} for n, p in priors)
    spec = queue(hours=40.0, stops_at=0.85, leads=[flat], hypotheses=sure)

    assert long_run(spec).count("enquiries_ended")[0] == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"leads.0.name": "nationality of the driver"}, "'nationality'"),
        ({"leads.0.name": "team"}, "Two have the name 'team'"),
        ({"leads.0.chances": (0.5, 0.5)}, "gives 2 chances for 3 hypotheses"),
        ({"leads.0.chances": (0.5, 0.5, 1.5)}, "gives the chance 1.5"),
        ({"hypotheses.0.prior": 0.9}, "not exclusive"),
        ({"hypotheses.0.name": "held and exploited"}, "stands there twice"),
    ],
)
def test_a_case_that_cannot_be_is_refused_with_what_to_do(changed, told):
    with pytest.raises(TrainkitError) as error:
        simulate(CASE.vary(changed), 1, 0, 1, "simpy")

    assert told in str(error.value)


@pytest.mark.parametrize(
    "wait",
    [
        lambda: formulas.erlang_wait_h(2.0, 1.0, 2),
        lambda: formulas.erlang_wait_h(float("nan"), 1.0, 2),
        lambda: formulas.single_wait_h(1.5, 1.0, 1.0),
        lambda: formulas.urgent_wait_h(0.6, 1.0, 0.4, 1.0),
    ],
)
def test_where_more_arrives_than_can_be_done_there_is_no_mean_wait(wait):
    with pytest.raises(TrainkitError, match="no mean wait exists"):
        wait()
