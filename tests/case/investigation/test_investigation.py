"""The investigation answers to queues, to Bayes, to the law's clocks, and to what it is told."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.case.hypotheses import grading
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.desk import Desk
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.redlines import breaches


def erlang_c_wait(servers, load, service_h):
    """Return the mean wait of M/M/c by the textbook sum; *load* is arrival rate times service."""
    terms = [load**n / math.factorial(n) for n in range(servers)]
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(terms) + last) * service_h / (servers - load)


def waits(servers, gaps, works, priorities=None):
    """Return waits by priority of a desk that people come to after these gaps."""
    import simpy

    env = simpy.Environment()

    class Pen:
        def __init__(self):
            self.rows = []

        def write(self, kind, subject, **facts):
            self.rows.append(facts)

    pen = Pen()
    desk = Desk(env, pen, 0, "Alder team", servers)

    def arrivals():
        for n, (gap, work) in enumerate(zip(gaps, works, strict=True)):
            yield env.timeout(gap)
            env.process(desk.serve(work, 1 if priorities is None else int(priorities[n])))

    env.process(arrivals())
    env.run()
    rows = pen.rows[len(pen.rows) // 20 :]
    return {p: np.mean([r["waited_h"] for r in rows if r["priority"] == p]) for p in (0, 1)
            if any(r["priority"] == p for r in rows)}  # fmt: skip


@pytest.mark.parametrize("servers", [1, 3])
def test_a_desk_with_exponential_work_waits_as_erlang_says(servers):
    rng = np.random.default_rng(5)
    n, load = 60000, 0.7 * servers
    found = waits(servers, rng.exponential(1.0 / load, n), rng.exponential(1.0, n))[1]
    assert found == pytest.approx(erlang_c_wait(servers, load, 1.0), rel=0.08)


def test_a_desk_with_any_work_waits_as_pollaczek_and_khinchine_say():
    rng = np.random.default_rng(6)
    n, rate = 60000, 0.7
    works = rng.lognormal(-0.08, 0.4, n)
    theory = rate * np.mean(works**2) / (2 * (1 - rate * np.mean(works)))
    assert waits(1, rng.exponential(1 / rate, n), works)[1] == pytest.approx(theory, rel=0.08)


def test_who_is_urgent_waits_as_cobham_says():
    rng = np.random.default_rng(7)
    n, rate, urgent = 80000, 0.8, 0.25
    priorities = (rng.random(n) >= urgent).astype(int)
    found = waits(1, rng.exponential(1 / rate, n), rng.exponential(1.0, n), priorities)
    residual = rate * 2.0 / 2.0
    first = rate * urgent
    assert found[0] == pytest.approx(residual / (1 - first), rel=0.08)
    assert found[1] == pytest.approx(residual / ((1 - first) * (1 - rate)), rel=0.1)


def test_the_same_seed_gives_the_same_year(year, play):
    one, other = play(year, days=200.0), play(year, days=200.0)
    assert one.entries.tobytes() == other.entries.tobytes()


def graded(chance, facts):
    """Return a chance with the share of a thrown coin that the grade of a source stands for."""
    sure = grading.weight(facts["grade"]) if "grade" in facts else 1.0
    return sure * chance + (1 - sure) / 2


def on_bystander(ring, mean, replication, person):
    """Return the chance of an error about a bystander: near ones have more, the mean is as told."""
    near = min(ring.near_times * mean, (1 + mean) / 2)
    stands_near = Luck(7, replication).uniform("case stands near", int(person)) < ring.near
    return near if stands_near else (mean - ring.near * near) / (1 - ring.near)


def test_what_is_believed_of_somebody_is_the_product_of_odds(year, play):
    """Against enumeration: prior and rumour, times each likelihood ratio, in plain chances."""
    book, spec = play(year, days=120.0), year.parameters
    told = {action.action: action for action in spec.actions}
    weights = [entry.facts for entry in book.of("item_obtained")]
    assert len(weights) > 20
    for facts in weights:
        if facts["action"] == "testimony":
            continue
        action = told[facts["action"]]
        against = bool(facts["against"])
        guilty, innocent = (
            chance if against else 1 - chance
            for chance in (graded(one, facts) for one in (action.hit, action.false_hit))
        )
        assert math.exp(facts["weight"]) == pytest.approx(guilty / innocent)


def test_answers_speak_against_members_and_bystanders_as_often_as_declared(year, play):
    """Over many years: what is left of the answers after their chances lies within 3.5 errors."""
    ring = year.parameters.ring
    told = {action.action: action for action in year.parameters.actions}
    left, variance = {True: 0.0, False: 0.0}, {True: 0.0, False: 0.0}
    for replication in range(10):
        members = cast(year.parameters, Luck(7, replication))[0].by_id
        for entry in play(year, replication).of("item_obtained"):
            if entry.facts["channel"] != "own" or entry.facts["action"] == "testimony":
                continue
            member = entry.facts["target"] in members
            action = told[entry.facts["action"]]
            chance = graded(action.hit if member else action.false_hit, entry.facts)
            if not member:
                chance = on_bystander(ring, chance, replication, entry.facts["target"])
            left[member] += entry.facts["against"] - chance
            variance[member] += chance * (1 - chance)
    for member in (True, False):
        assert variance[member] > 1.0
        assert abs(left[member]) < 3.5 * math.sqrt(variance[member])


def test_what_came_with_a_gap_or_after_the_order_is_no_evidence(year, play):
    for replication in range(4):
        for entry in play(year, replication).of("item_obtained"):
            if entry.facts["gap"] or not entry.facts["in_force"]:
                assert entry.facts["evidence"] == 0.0


def test_a_police_answer_is_intelligence(year, play):
    asked = year.vary("plan.efforts.11.hours_a_week", 40.0)
    shared = [
        entry.facts
        for replication in range(3)
        for entry in play(asked, replication).of("item_obtained")
        if entry.facts["channel"] == "police"
    ]
    assert shared
    assert not any(facts["evidence"] for facts in shared)


@settings(max_examples=8, deadline=None)
@given(
    offence=st.sampled_from(["smuggling", "organised_crime", "laundering"]),
    lead=st.sampled_from([0.0, 5.0, 20.0]),
    together=st.booleans(),
    reflection=st.floats(30.0, 120.0),
    replication=st.integers(0, 50),
)
def test_no_drawn_case_breaks_a_clock_of_the_law(
    year, play, offence, lead, together, reflection, replication
):
    """Provisional arrest under 40 days, interception under its cap, reflection over 30."""
    case = (
        year.vary("plan.offence", offence)
        .vary("plan.renewal_lead_days", lead)
        .vary("plan.arrest.together", together)
        .vary("plan.arrest.whom", "aides")
        .vary("plan.arrest.from_days", 60.0)
        .vary("plan.reflection_days", reflection)
    )
    book = play(case, replication, days=250.0)
    held = [entry.facts["held_days"] for entry in book.of("provisional_arrest_ended")]
    assert all(days <= 40.0 + 1e-9 for days in held)
    for entry in book.of("reflection_began"):
        assert entry.facts["until_h"] - entry.time_h >= 30.0 * 24.0 - 1e-6
    _caps_hold(book, offence)


def _caps_hold(book, offence):
    caps = {"Alder team": 45.0 if offence != "organised_crime" else math.inf, "Borea team": 150.0}
    for team, cap_days in caps.items():
        began = {}
        for entry in book:
            if entry.subject != team or entry.facts.get("action") != "interception":
                continue
            if entry.kind == "order_granted":
                began.setdefault(entry.facts["target"], []).append(entry.time_h)
            if entry.kind == "order_renewed":
                latest = max(t for t in began[entry.facts["target"]])
                first = min(began[entry.facts["target"]])
                lasted = entry.facts["expires_h"] - (latest if began else first)
                assert lasted <= cap_days * 24.0 + 1e-6


def test_a_danger_that_is_held_back_costs_lives_and_is_a_red_line(year, play):
    passed = [play(year, replication) for replication in range(12)]
    held_back = year.vary("plan.on_danger", "hold")
    held = [play(held_back, replication) for replication in range(12)]
    lost = [
        books.total("person_lost", "persons").sum() for books in map(Logbooks.of, (passed, held))
    ]
    assert lost[1] > lost[0]
    assert not any(breaches(MODEL.red_lines, book) for book in passed)
    assert all(
        {breach.rule for breach in breaches(MODEL.red_lines, book)} == {"R1"}
        for book in held
        if book.of("danger_known")
    )


def test_a_coerced_skipper_charged_before_anybody_looked_is_red_line_r2(year, play):
    rash = (
        year.vary("plan.screening", "after_charge")
        .vary("plan.arrest.whom", "aides")
        .vary("plan.arrest.from_days", 150.0)
        .vary("network.coerced_skippers", 1.0)
    )
    careful = rash.vary("plan.screening", "first")
    rules = {
        scenario.parameters.plan.screening: {
            breach.rule
            for replication in range(12)
            for breach in breaches(MODEL.red_lines, play(scenario, replication, days=200.0))
        }
        for scenario in (rash, careful)
    }
    assert rules == {"after_charge": {"R2"}, "first": set()}


def test_without_the_board_work_is_done_twice(year, play):
    blind = Logbooks.of([play(year.vary("plan.deconflict", False), r) for r in range(6)])
    board = Logbooks.of([play(year, r) for r in range(6)])
    assert blind.count("work_duplicated").sum() > 0
    assert board.count("work_duplicated").sum() == 0
    assert board.count("teams_collided").sum() == 0


def test_capacity_is_whole_while_nobody_is_arrested(year, play):
    nobody = Logbooks.of([play(year.vary("plan.arrest.whom", "nobody"), r) for r in range(3)])
    read = {metric.name: metric.read(nobody) for metric in MODEL.metrics}
    assert np.all(read["capacity_mean"] == 1.0)
    assert np.all(read["capacity_365"] == 1.0)


def test_departures_come_as_often_as_declared(year, play):
    """Two a week at full capacity: a Poisson count over 52 weeks, 12 years."""
    nobody = year.vary("plan.arrest.whom", "nobody")
    counts = [len(play(nobody, r, days=364.0).of("departure")) for r in range(12)]
    assert np.mean(counts) == pytest.approx(104.0, abs=3.5 * math.sqrt(104.0 / 12))


def test_hours_for_an_action_without_a_basis_are_refused(year):
    plan = [*map(dict, ({"action": "controlled_delivery", "hours_a_week": 10.0},))]
    with pytest.raises(TrainkitError, match="no legal basis"):
        year.vary("plan.offence", "trafficking").vary("plan.efforts", tuple(plan))


def test_an_order_with_a_mistyped_word_gets_a_near_name(year):
    wrong = ({"time_h": 24.0, "order": "focus", "word": "broker", "amount": 0.0},)
    with pytest.raises(TrainkitError, match="brokers"):
        year.vary("orders", wrong)


def test_an_order_changes_the_plan_from_its_hour_on_and_nothing_before(year, play):
    """The past of a branch is the past of the run that it leaves, entry by entry."""
    order = ({"time_h": 100 * 24.0, "order": "hours", "word": "interception", "amount": 0.0},)
    branch = play(year.vary("orders", order), days=160.0)
    run = play(year, days=160.0)
    cut = [np.searchsorted(book.entries["time_h"], 100 * 24.0) for book in (run, branch)]
    assert cut[0] == cut[1]
    assert run.entries[: cut[0]].tobytes() == branch.entries[: cut[1]].tobytes()
    assert run.entries.tobytes() != branch.entries.tobytes()
