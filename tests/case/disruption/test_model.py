"""The model of disruption: what it counts is held to its own log, formulas and red lines."""

import numpy as np
import pytest
import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.actors import Actor, Network, Tie
from trainkit.case.disruption.adaptation import Ring
from trainkit.case.disruption.choosing import cost
from trainkit.case.disruption.metrics import began_h, capacity_at, capacity_over_time, expected_harm
from trainkit.case.disruption.model import MODEL
from trainkit.case.disruption.picture import Picture, network_of, signs_of_coercion
from trainkit.case.disruption.spec import GROUPS, DisruptionSpec, contradictions
from trainkit.case.disruption.work import kind_of
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.redlines import breaches

WEEK_H = 168.0
READ = {metric.name: metric.read for metric in MODEL.metrics}


def run(spec, seed=9, replication=0, until_weeks=None):
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    MODEL.start(env, spec, Luck(seed, replication), writer)
    env.run(until=(until_weeks or spec.followed_weeks) * WEEK_H + 1.0)
    return writer.logbook()


def runs(n=30, **told):
    return Logbooks.of([run(DisruptionSpec(**told), replication=k) for k in range(n)])


def mean(books, name):
    return float(np.nanmean(READ[name](books)))


@pytest.fixture(scope="module")
def compared():
    """Every policy on four networks, in the same luck."""
    return {
        name: [runs(12, network_seed=seed, **policy(None)) for seed in (1, 2, 3, 4)]
        for name, policy in MODEL.policies.items()
    }


def of(compared, name, metric):
    return np.mean([mean(books, metric) for books in compared[name]])


def test_without_arrests_the_network_does_all_it_could_and_harm_is_its_rate():
    books = runs(first="none", followed_weeks=50, harm_per_week=2.0)

    assert (READ["harm_expected"](books) == 100.0).all()
    # 100 events to be expected in each of 30 runs: standard error sqrt(100 / 30)
    assert abs(mean(books, "harm") - 100.0) < 4 * np.sqrt(100.0 / 30)
    assert (READ["capacity_180_days"](books) == 1.0).all()


def test_what_happens_after_the_weeks_that_are_looked_at_counts_for_nothing():
    spec = DisruptionSpec(followed_weeks=40)
    shorter = spec.model_copy(update={"followed_weeks": 10})
    long, short = run(spec), run(shorter, until_weeks=40)

    times, values = capacity_over_time(long)
    hours = np.clip(np.append(times, np.inf), 0.0, 10 * WEEK_H)

    assert (times > 10 * WEEK_H).any()
    assert expected_harm(short) == pytest.approx((np.diff(hours) * values).sum() / WEEK_H)
    assert len(short.of("harm_done")) == sum(
        one.time_h <= 10 * WEEK_H for one in long.of("harm_done")
    )


def test_harm_that_happens_is_on_average_what_was_to_be_expected():
    books = runs(60, **MODEL.policies["expert"](None), harm_per_week=3.0)

    apart = READ["harm"](books) - READ["harm_expected"](books)

    # the difference is a Poisson number less its mean: its variance is the mean
    spread = np.sqrt(mean(books, "harm_expected") / len(apart))
    assert abs(apart.mean()) < 4 * spread


def test_expected_harm_is_the_area_under_the_capacity_counted_by_hand():
    book = run(DisruptionSpec(first="papers", second="money", partner="joint"))
    times, values = capacity_over_time(book)

    hours = np.arange(0.0, 80 * WEEK_H, 0.5) + 0.25
    by_hand = np.mean([values[times <= hour][-1] for hour in hours]) * 80

    assert expected_harm(book) == pytest.approx(by_hand, abs=0.02)
    assert capacity_at(book, began_h(book) - 1e-6 if began_h(book) else 0.0) <= 1.0


def test_what_comes_after_the_case_is_closed_is_not_known():
    assert np.isnan(capacity_at(run(DisruptionSpec(followed_weeks=4)), 5 * WEEK_H))


def test_many_arrests_in_the_field_are_worth_less_than_few_at_a_scarce_kind_of_work(compared):
    arrests = {
        name: np.mean([books.count("actor_arrested").mean() for books in compared[name]])
        for name in ("low_level", "expert")
    }

    assert arrests["low_level"] > 1.5 * arrests["expert"]
    assert (
        of(compared, "expert", "capacity_180_days")
        < of(compared, "low_level", "capacity_180_days") - 0.15
    )
    assert of(compared, "expert", "harm_expected") < of(compared, "low_level", "harm_expected") - 5


def test_the_hub_hurts_on_the_day_and_comes_back(compared):
    assert of(compared, "hub", "impact") > 0.2
    assert of(compared, "hub", "capacity_365_days") > 0.85


def test_waiting_has_its_price(compared):
    assert of(compared, "wait_and_map", "weeks_to_arrests") > 8.0
    assert of(compared, "wait_and_map", "harm_expected") > of(compared, "expert", "harm_expected")


def test_no_policy_crosses_a_red_line(compared):
    for books in (one for many in compared.values() for one in many):
        for place in range(len(books)):
            assert breaches(MODEL.red_lines, books[place]) == ()


def test_waiting_on_in_danger_is_red_line_1_and_costs_lives():
    told = {"first": "direction", "mapping_weeks": 30, "danger_per_week": 0.2}
    waits, acts = (runs(12, **told, on_danger=choice) for choice in ("wait", "act"))

    lines = [line for k in range(12) for line in breaches(MODEL.red_lines, waits[k])]

    assert {line.rule for line in lines} == {"R1"}
    assert mean(waits, "dangers_left") > 2
    assert mean(waits, "harm_expected") > mean(acts, "harm_expected") + 6
    # mean time to a danger is five weeks: acting ends the mapping then
    assert mean(acts, "weeks_to_arrests") < 8 < mean(waits, "weeks_to_arrests")


def test_after_the_first_arrests_a_danger_is_acted_on_whatever_the_plan_says_of_waiting():
    told = {"first": "direction", "mapping_weeks": 4, "danger_per_week": 0.5, "followed_weeks": 60}
    books = runs(20, **told, on_danger="wait")

    averted = 0
    for place in range(20):
        book = books[place]
        struck = book.first("arrests_began").time_h
        assert all(entry.time_h <= struck for entry in book.of("danger_left"))
        averted += sum(entry.time_h > struck for entry in book.of("danger_averted"))
    assert averted > 20


def test_two_who_are_known_show_a_third_twice_as_a_coin_thrown_twice_does():
    actors = tuple(
        Actor(n, "recruiter", "aide", "recruitment", "Alder" if n < 3 else "Borea")
        for n in (1, 2, 3)
    )
    ties = (Tie(1, 3, "contact"), Tie(2, 3, "contact"))
    network = Network(actors, ties, (("Alder", frozenset({1, 2})),))
    spec = DisruptionSpec(find_chance=0.5)
    found = 0
    for seed in range(2000):
        picture = Picture(spec, network, Luck(seed))
        found += picture.look(Ring(network), week=0, alerted=False) == [3]

    # found unless both coins fail: 1 - .5 * .5; standard error .01
    assert abs(found / 2000 - 0.75) < 0.04


def test_who_escaped_is_looked_for_anew():
    told = {"first": "anybody", "timing": "as_found", "success": 0.0, "find_chance": 0.3}
    book = run(DisruptionSpec(**told, budget=200, mapping_weeks=30))

    lost, tried = set(), 0
    for entry in book:
        actor = entry.facts.get("actor")
        if entry.kind == "actor_found":
            lost.discard(actor)
        elif entry.kind == "actor_escaped":
            assert actor not in lost
            lost.add(actor)
            tried += 1
    assert tried > len(book.of("actor_found")) / 2 > 5


def test_to_join_adds_what_the_other_state_knows_and_brings_back_nobody_who_escaped():
    spec = DisruptionSpec()
    network = network_of(spec.network, spec.network_seed)
    picture = Picture(spec, network, Luck(1))
    ours, theirs = (network.seen_by(side) for side in ("Alder", "Borea"))
    (lost, *_) = sorted(ours - theirs)
    picture.known.discard(lost)

    picture.join()

    assert picture.known == (ours | theirs) - {lost}


def test_arresting_who_shows_signs_of_coercion_is_red_line_2_and_screening_refers_them():
    told = {"first": "passage", "budget": 40, "partner": "joint", "mapping_weeks": 6}
    detained, screened = (runs(6, **told, skippers=one) for one in ("detain", "screen"))

    lines = [line for k in range(6) for line in breaches(MODEL.red_lines, detained[k])]

    assert lines
    assert {line.rule for line in lines} == {"R2"}
    assert all(breaches(MODEL.red_lines, screened[k]) == () for k in range(6))
    assert screened.count("possible_victim_referred").sum() > 0


def test_signs_can_be_seen_beforehand_and_are_the_same_in_every_replication():
    spec = DisruptionSpec(coercion_seen=1.0, coercion_seeming=0.0)
    network = network_of(spec.network, spec.network_seed)

    shown = {actor.id for actor in network.actors if signs_of_coercion(spec, actor)}

    assert shown == {actor.id for actor in network.actors if actor.coerced}


def test_alone_nobody_is_arrested_abroad():
    spec = DisruptionSpec(first="anybody", budget=200, mapping_weeks=8)
    network = network_of(spec.network, spec.network_seed)

    alone, joint = (run(spec.model_copy(update={"partner": p})) for p in ("alone", "joint"))

    def sides(book):
        taken = book.of("actor_arrested")
        return {network.by_id[int(entry.facts["actor"])].side for entry in taken}

    assert sides(alone) == {"Alder"}
    assert sides(joint) == {"Alder", "Borea"}


def test_a_boss_is_found_less_than_others():
    books = runs(40, first="none", partner="joint", mapping_weeks=20, find_chance=0.1)
    network = network_of(DisruptionSpec().network, 1)
    bosses = [actor.id for actor in network.actors if actor.rank == "boss"]
    hidden = [a.id for a in network.actors if not any(a.id in seen for _, seen in network.seen)]

    found = [int(e.facts["actor"]) for k in range(40) for e in books[k].of("actor_found")]

    share = {
        name: np.mean([found.count(number) / 40 for number in group])
        for name, group in (
            ("boss", [n for n in bosses if n in hidden]),
            ("other", [n for n in hidden if n not in bosses]),
        )
    }
    assert share["boss"] < 0.75 * share["other"]


@settings(max_examples=25, deadline=None)
@given(
    first=st.sampled_from(GROUPS),
    second=st.sampled_from(GROUPS),
    timing=st.sampled_from(["one_day", "as_found"]),
    weeks=st.integers(0, 20),
    partner=st.sampled_from(["alone", "joint"]),
    budget=st.integers(2, 40),
    seed=st.integers(0, 500),
)
def test_in_any_drawn_plan_the_budget_holds_and_only_those_who_were_known_are_arrested(
    first, second, timing, weeks, partner, budget, seed
):
    spec = DisruptionSpec(
        first=first,
        second=second,
        timing=timing,
        mapping_weeks=weeks,
        partner=partner,
        budget=budget,
        network_seed=seed,
        followed_weeks=40,
    )
    network = network_of(spec.network, seed)
    book = run(spec, seed)

    met = [*book.of("actor_arrested"), *book.of("actor_escaped")]
    units = sum(entry.facts["units"] for entry in met)
    joined = spec.cost_joint if partner == "joint" else 0
    (closed,) = book.of("case_closed")
    assert closed.facts["units_left"] == budget - joined - units >= 0
    for entry in met:
        actor = network.by_id[int(entry.facts["actor"])]
        assert entry.facts["units"] == cost(spec, actor)
        if not {first, second} & {"hub", "anybody"}:
            assert kind_of(actor) in {first, second}
    found = {e.facts["actor"] for e in book.of("actor_found")}
    seen = set().union(*(network.seen_by(side) for side in ("Alder", "Borea")))
    assert {entry.facts["actor"] for entry in met} <= found | seen
    _, values = capacity_over_time(book)
    assert ((values >= 0) & (values <= 1)).all()
    assert list(contradictions(spec)) == []
    assert run(spec, seed).records() == book.records()


def test_what_may_not_be_together_is_said():
    broke = list(contradictions(DisruptionSpec(partner="joint", budget=1)))
    endless = list(contradictions(DisruptionSpec(mapping_weeks=10, followed_weeks=10)))

    assert "joining the teams takes 2 units and budget is 1" in broke[0]
    assert "leaves nothing of followed_weeks = 10" in endless[0]
