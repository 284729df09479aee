"""The event model of a boarding against formulas, conservation, and the same luck."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from trainkit.errors import TrainkitError
from trainkit.experiments import replicate, run
from trainkit.experiments.interval import proportion_interval
from trainkit.joint.enforcement.boarding.fate import Fate, known_h, passed_h, pressed
from trainkit.joint.enforcement.boarding.spec import ACTS, ENFORCEMENT_ACTS, RESCUE_ACTS
from trainkit.joint.enforcement.redlines import red_lines
from trainkit.scenarios import load

RIGHT = ("report", "jackets", "take_off", "triage", "ask", "observe", "question", "board")


@pytest.fixture(scope="module")
def distress():
    return load("trainkit/boarding-in-distress")


@pytest.fixture(scope="module")
def silent():
    return load("trainkit/boarding-silent-flag")


def ordered(scenario, *acts):
    return scenario.vary("acts", [{"act": act} for act in acts])


def values(scenario, metric, n=300):
    return replicate(scenario, n, progress=False).values(metric)


@given(st.floats(0, 48), st.floats(0, 48), st.floats(1, 6))
def test_hours_that_pass_faster_add_up_to_the_calm_ones(calm_h, worsens_h, factor):
    at_h = passed_h(calm_h, worsens_h, factor)

    used_h = min(at_h, worsens_h) + factor * max(0.0, at_h - worsens_h)

    assert used_h == pytest.approx(calm_h, abs=1e-9)


def test_a_cutter_at_the_pressing_distance_leaves_a_boat_half_of_its_hours():
    assert pressed(0.3, 0.3) == 0.5
    assert pressed(3.0, 0.0) == 1.0


def test_what_makes_the_watch_act_is_the_cue_it_waits_for_if_it_can_see_it(silent):
    spec, fate = silent.parameters, Fate(1.0, 2.0, 3.0, 2.5)
    known = {
        cue: known_h(spec.model_copy(update={"rescue_at": cue}), fate)
        for cue in ("sign", "distress", "call", "as_ordered")
    }
    far = spec.model_copy(update={"rescue_at": "sign", "keep_nm": 8.0})

    assert known == {"sign": 1.0, "distress": 2.0, "call": 2.5, "as_ordered": math.inf}
    assert known_h(far, fate) == 2.5
    assert known_h(spec, fate, left_h=0.5) == 2.5


def test_a_boat_that_nobody_helps_is_swamped_as_often_as_the_formula_says(distress):
    alone = ordered(distress, "observe").vary({"overheard_h": 24.0, "night_h": 3.0})

    found = proportion_interval(values(alone, "swamped", 800))

    calm_h = 1.5 + 2.0 * (3.0 - 1.5)
    assert found.low <= norm.cdf(math.log(calm_h / 2.5) / 0.4) <= found.high


def test_people_in_the_water_die_as_often_as_the_formula_says(distress):
    bare = ordered(distress, "take_off").vary(
        {"capsize_bare": 1.0, "keep_nm": 0.5, "cutter_kn": 40.0, "take_off_h": 1.0,
         "capacity": 34, "hurt": 0, "spread": 0.4}
    )  # fmt: skip

    alive = values(bare, "persons_alive", 400) / 34

    shares = []
    for replication in range(400):
        book = run(bare, replication=replication)
        swamped, ended = book.first("boat_swamped"), book.first("act_ended")
        waited_h = ended.time_h - swamped.time_h
        shares.append(1.0 - norm.cdf(math.log(waited_h / 1.0) / 0.4))
    error = math.sqrt(np.var(alive - shares) / 400)
    assert abs(alive.mean() - np.mean(shares)) < 4 * error


def test_photographs_find_what_an_exponential_trace_leaves(distress):
    early = ordered(distress, "observe").vary("spread", 0.0)

    found = values(early, "evidence", 1_000)

    expected = 2 * math.exp(-0.5 / 6.0)
    assert abs(found.mean() - expected) < 4 * found.std() / math.sqrt(1_000)


def test_a_flag_state_says_yes_as_often_as_its_chance(silent):
    asked = ordered(silent, "ask").vary({"granted": 0.45, "refused": 0.2, "answer_h": 0.5})

    said = [run(asked, replication=at).first("flag_answered") for at in range(400)]

    yes = np.array([float(one is not None and one.facts["answer"] == "granted") for one in said])
    found = proportion_interval(yes)
    assert found.low <= 0.45 <= found.high


@settings(max_examples=60, deadline=None)
@given(
    acts=st.lists(st.sampled_from(ACTS), min_size=1, max_size=8),
    cue=st.sampled_from(["as_ordered", "sign", "distress", "call"]),
    silence=st.sampled_from(["keep_watch", "board", "leave"]),
    capacity=st.integers(1, 40),
    replication=st.integers(0, 500),
)
def test_nobody_is_lost_from_the_books(silent, acts, cue, silence, capacity, replication):
    levers = {"rescue_at": cue, "on_silence": silence, "capacity": capacity}

    book = run(ordered(silent, *acts).vary(levers), replication=replication)

    kinds = ("persons_recovered", "persons_lost", "persons_landed")
    persons = sum(entry.facts["persons"] for kind in kinds for entry in book.of(kind))
    assert persons == silent.parameters.persons
    hours = [entry.facts.get("hours", 0.0) for entry in book]
    assert min(hours) >= 0.0


def test_lifejackets_first_never_cost_a_life_in_the_same_luck(distress):
    first = values(ordered(distress, "report", "jackets", "take_off"), "persons_alive")
    after = values(ordered(distress, "report", "take_off", "jackets"), "persons_alive")

    assert (first >= after).mean() == 1.0
    assert first.mean() > after.mean() + 1.0


def test_a_report_that_comes_later_never_brings_people_sooner(distress):
    early = values(ordered(distress, *RIGHT), "person_hours_in_distress")
    late = values(
        ordered(distress, "jackets", "take_off", "triage", "report"), "person_hours_in_distress"
    )

    assert late.mean() > early.mean() + 5.0


def test_without_a_yes_a_boarding_finds_nothing_that_stands(silent):
    never = silent.vary({"granted": 0.0, "on_silence": "board", "rescue_at": "call"})

    for replication in range(60):
        book = run(never, replication=replication)
        boarded = [one for one in book.of("act_ended") if one.facts["act"] == "board"]
        assert all(one.facts["items"] == 0 for one in boarded)


def test_words_before_care_do_not_stand(distress):
    early = ordered(distress, "take_off", "question", "triage")

    for replication in range(40):
        book = run(early, replication=replication)
        heard = [one for one in book.of("act_ended") if one.facts["act"] == "question"]
        assert [one.facts["items"] for one in heard] == [0]


@pytest.mark.parametrize("act", ENFORCEMENT_ACTS)
def test_any_enforcement_before_the_rescue_is_a_red_line_in_the_regenerated_log(distress, act):
    book = run(ordered(distress, act, *RESCUE_ACTS))

    assert {line.rule for line in red_lines(book.records())} == {"R1"}
    assert red_lines(run(ordered(distress, *RESCUE_ACTS, act)).records()) == ()


def test_a_rescue_by_a_cue_waits_for_no_answer_and_crosses_no_line(silent):
    for replication in range(60):
        book = run(silent, replication=replication)
        assert red_lines(book.records()) == ()


def test_no_plan_and_no_answer_stand_in_the_way_of_a_rescue(silent):
    mute = silent.vary({"granted": 0.0, "refused": 0.0})

    asked, never = (
        values(mute, "persons_alive", 100),
        values(ordered(mute, "observe"), "persons_alive", 100),
    )

    np.testing.assert_array_equal(asked, never)


@pytest.mark.parametrize(
    ("levers", "told"),
    [
        ({"granted": 0.8, "refused": 0.4}, "granted \\+ refused is 1.2"),
        ({"persons": 3, "hurt": 4}, "hurt is 4, of 3 persons"),
        ({"acts": []}, "acts holds no act"),
        ({"keep_nm": 40.0}, "keep_nm = 40"),
        ({"rescue_at": "whenever"}, "rescue_at"),
        ({"acts": [{"act": "shoot"}]}, "act"),
    ],
)
def test_parameters_that_contradict_each_other_are_refused_with_the_reason(silent, levers, told):
    with pytest.raises(TrainkitError, match=told):
        run(silent.vary(levers))


def test_a_full_cutter_takes_nobody_more_however_often_it_is_told(distress):
    twice = ordered(distress, "report", "jackets", "take_off", "take_off", "take_off")

    for replication in range(40):
        book = run(twice, replication=replication)
        taken = book.of("persons_recovered", "Alder Kite")
        assert sum(entry.facts["persons"] for entry in taken) <= 22


def test_nobody_boards_for_traces_while_others_still_wait_on_the_boat(distress):
    early = ordered(distress, "report", "jackets", "take_off", "ask", "board")
    early = early.vary({"granted": 1.0, "refused": 0.0})

    boarded = 0
    for replication in range(60):
        book = run(early, replication=replication)
        began = [one for one in book.of("act_began") if one.facts["act"] == "board"]
        others = book.first("persons_recovered", "Borea Tern")
        boarded += len(began)
        assert all(others is not None and one.time_h >= others.time_h for one in began)
    assert boarded > 30
