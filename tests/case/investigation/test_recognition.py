"""Who is presumed a victim in the investigation: against the table of signs, Bayes and the law."""

import math
from itertools import pairwise, product

import numpy as np
import pytest
import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.investigation import MODEL
from trainkit.case.investigation.processes import opened
from trainkit.case.investigation.recognition import Met, seen, shown
from trainkit.case.victims.signs import SIGNS, presumed
from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer


@pytest.fixture
def run(year):
    env, spec = simpy.Environment(), year.parameters
    return opened(env, spec, Luck(11, 0), Writer(env, MODEL.kinds, MODEL.subjects(spec)))


@pytest.fixture(scope="session")
def looking(year):
    """A case in which signs are looked for often, and nobody is arrested."""
    return year.vary({"plan.efforts.10.hours_a_week": 60.0, "plan.arrest.whom": "nobody"})


def chance_of_presumption(is_victim, looked):
    """Return the chance of a presumption at a first look, by enumeration of all sets of signs."""
    names = [name for name in SIGNS if SIGNS[name].if_victim > 0.0]
    chances = [looked * (SIGNS[n].if_victim if is_victim else SIGNS[n].if_not) for n in names]
    return sum(
        math.prod(c if shown else 1.0 - c for c, shown in zip(chances, shows, strict=True))
        for shows in product((True, False), repeat=len(names))
        if presumed([name for name, shown in zip(names, shows, strict=True) if shown])
    )


@pytest.mark.parametrize("is_victim", [True, False])
def test_a_first_look_presumes_as_often_as_the_table_of_signs_says(run, is_victim):
    met = [Met(run.teams[0], "", "case sign", number, is_victim) for number in range(1500)]

    found = np.mean([presumed(seen(shown(run, one), 0.6)) for one in met])

    chance = chance_of_presumption(is_victim, 0.6)
    assert abs(found - chance) < 3.5 * math.sqrt(chance * (1 - chance) / len(met))


def test_who_looks_closer_in_the_same_luck_never_sees_less(run):
    for number in range(200):
        met = Met(run.teams[0], "", "case sign", number, number % 2 == 0)
        looks = [seen(shown(run, met), looked) for looked in (0.0, 0.3, 0.6, 1.0)]
        assert all(less <= more for less, more in pairwise(looks))


def test_a_second_look_protects_fewer_in_vain_and_finds_those_who_were_doubtful(looking, play):
    once = [play(looking.vary("plan.second_look", False), r) for r in range(6)]
    twice = [play(looking, r) for r in range(6)]

    rates = {
        name: _share_presumed(books, victims=False)
        for name, books in {"once": once, "twice": twice}.items()
    }

    assert rates["twice"] < rates["once"] / 2
    assert _share_presumed(twice, victims=True) > 0.8


def _share_presumed(books, *, victims):
    last = {
        (number, entry.subject): entry.facts["presumed"]
        for number, book in enumerate(books)
        for entry in book.of("signs_weighed")
        if bool(entry.facts["victim"]) is victims
    }
    assert len(last) > 20
    return np.mean(list(last.values()))


def test_nobody_is_charged_while_the_identification_is_pending(year, play):
    raid = year.vary({"plan.arrest.whom": "aides", "plan.arrest.from_days": 150.0})
    pending = set()
    for replication in range(8):
        for entry in play(raid, replication, days=250.0):
            if entry.kind == "identification_began":
                pending.add((replication, entry.subject))
            if entry.kind == "identification_ended":
                pending.discard((replication, entry.subject))
            if entry.kind == "person_charged":
                assert (replication, entry.subject) not in pending


def test_the_victims_metric_is_the_f_measure_of_the_last_decisions(looking, play):
    """Written out again from the logbook: 4 found / (4 found + 3 missed + in vain)."""
    from trainkit.kernel.logbook import Logbooks

    read = next(metric.read for metric in MODEL.metrics if metric.name == "victims_score")
    for replication in range(4):
        book = play(looking, replication)
        last = {
            e.subject: (e.facts["victim"], e.facts["presumed"]) for e in book.of("signs_weighed")
        }
        counts = [
            sum(pair == cell for pair in last.values()) for cell in product((1.0, 0.0), repeat=2)
        ]
        found, missed, in_vain, others = counts
        lost = 3 * missed + in_vain
        floor_met = others >= in_vain
        expected = 4 * found / (4 * found + lost) if found + lost else 1.0
        assert read(Logbooks.of([book]))[0] == pytest.approx(expected if floor_met else 0.0)


def test_whom_nobody_looked_at_before_the_charge_counts_as_passed_by(year, play):
    rash = year.vary(
        {
            "plan.screening": "after_charge",
            "plan.arrest.whom": "aides",
            "plan.arrest.from_days": 150.0,
            "network.coerced_skippers": 1.0,
        }
    )
    charged = [
        entry
        for replication in range(8)
        for entry in play(rash, replication, days=200.0).of("signs_weighed")
        if entry.facts["look"] == 0.0
    ]
    assert charged
    assert not any(entry.facts["presumed"] for entry in charged)


def cut(hour, whom, ground="improper_claim", reason="She said so herself, twice, to two people"):
    return {
        "time_h": hour, "order": "end_reflection", "word": ground, "amount": 0.0,
        "whom": whom, "reason": reason,
    }  # fmt: skip


@settings(max_examples=10, deadline=None)
@given(
    days=st.floats(30.0, 200.0),
    after_h=st.floats(1.0, 700.0),
    replication=st.integers(0, 20),
    ordered=st.booleans(),
)
def test_no_reflection_period_is_shorter_than_thirty_days_but_on_a_decision(
    looking, play, days, after_h, replication, ordered
):
    case = looking.vary({"plan.reflection_days": days, "harm.trafficking": 1.0})
    began = play(case, replication, days=300.0).of("reflection_began")
    if ordered and began:
        case = case.vary("orders", (cut(began[0].time_h + after_h, began[0].subject),))
    book = play(case, replication, days=300.0)
    starts = {e.subject: e.time_h for e in book.of("reflection_began")}
    cuts = {e.subject: e.time_h for e in book.of("reflection_cut")}
    assert len(cuts) == bool(ordered and began)
    for entry in book.of("reflection_ended"):
        lasted = entry.time_h - starts[entry.subject]
        if entry.subject in cuts:
            assert entry.time_h == cuts[entry.subject]
        else:
            assert lasted >= max(days, 30.0) * 24.0 - 1e-6


def test_a_decision_on_a_period_that_does_not_run_is_void_and_written(looking, play):
    book = play(looking.vary("orders", (cut(24.0, "person 3"),)), days=30.0)
    assert len(book.of("decision_void")) == 1
    assert not book.of("reflection_cut")


@pytest.mark.parametrize(
    ("ground", "reason", "whom", "said"),
    [
        ("silent", "She would not speak to us", "person 3", "ends no reflection period"),
        ("public_order", "because", "person 3", "Say in a sentence"),
        ("public_order", "He hurt two others here", "", "names nobody"),
    ],
)
def test_a_period_does_not_end_without_ground_reason_and_person(year, ground, reason, whom, said):
    with pytest.raises(TrainkitError, match=said):
        year.vary("orders", (cut(24.0, whom, ground, reason),))
