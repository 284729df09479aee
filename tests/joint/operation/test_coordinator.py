"""What an experienced mission coordinator demands, each as a test.

The ten demands are those of an experienced coordinator of rescues at sea; each test says its own.
"""

import math

import numpy as np
import pytest
from scipy import stats
from tests.joint.operation.books import Books
from tests.joint.operation.waters import (
    by_case,
    calm,
    facts,
    operation,
    origin,
    port,
    region,
    run,
    season,
    times,
    unit,
)

from trainkit.joint.operation.places import LinkSpec, SpellSpec


def told_of(book, kind, case):
    """Return the entries of a kind about one case."""
    return [entry for entry in book.of(kind) if entry.facts.get("case") == case]


def records_of(book, *left_out):
    return [record for record in book.records() if record[1] not in left_out]


# 1. Rescue outranks interdiction.


def meeting(state, **values):
    """Return an operation in which a police patrol comes upon boats in a region of Alder."""
    patrol = unit(
        "Petrel",
        state=state,
        polices=True,
        posture="patrol",
        flies=True,
        area_length_nm=4.0,
        area_width_nm=1.0,
        patrol_speed_kn=20.0,
    )
    usual = {"units": (patrol,), "board_under_way": True, "departures_per_day": 2.0}
    return operation(**{**usual, "doubt_mean_h": 60.0, **values})


def kept_waiting(finish):
    """Return an operation in which one police unit boards boats while others call for help."""
    often = {"departures_per_day": 12.0, "doubt_mean_h": 4.0, "boarding_h": 2.0}
    return run(meeting("Alder", finish_boarding=finish, **often), 480.0)


def test_1_a_boarding_is_broken_off_for_an_alert_unless_the_red_line_is_crossed():
    assert len(kept_waiting(True).of("alert_kept_waiting")) > 5
    assert not kept_waiting(False).of("alert_kept_waiting")
    assert kept_waiting(False).of("boarding_began")


def test_1_where_alerts_are_kept_waiting_the_breach_is_written_down_once_a_boarding():
    waiting = set()
    for entry in kept_waiting(True):
        if entry.kind == "alert_kept_waiting":
            assert entry.subject not in waiting, entry
            waiting.add(entry.subject)
        elif entry.kind == "boarding_ended":
            waiting.discard(entry.subject)


def test_1_securing_evidence_takes_no_minute_from_a_rescue_or_a_disembarkation():
    secured = 0
    for replication in range(3):
        quick = run(season(evidence_h=0.0).parameters, 720.0, replication=replication)
        thorough = run(season(evidence_h=12.0).parameters, 720.0, replication=replication)

        secured += len(thorough.of("evidence_secured"))
        assert records_of(thorough, "evidence_secured") == records_of(quick)
    assert secured > 0


def test_1_no_rescue_asks_for_a_plan():
    plans = ({"plan_valid": True}, {"plan_valid": False}, {"plan_to_h": 0.0})
    held, void, expired = (run(season(**plan).parameters, 720.0) for plan in plans)

    assert held.of("persons_recovered")
    assert held.records() == void.records() == expired.records()


def test_1_a_joint_boarding_is_refused_without_a_plan_and_marked_where_it_is_made_all_the_same():
    refused = run(meeting("Borea", plan_valid=False), 480.0)
    breached = run(meeting("Borea", plan_valid=False, board_outside_plan=True), 480.0)
    own = run(meeting("Alder", plan_valid=False), 480.0)

    assert refused.of("boarding_refused")
    assert not refused.of("boarding_began")
    assert refused.of("persons_recovered")
    assert set(facts(breached, "boarding_began", "valid")) == {0.0}
    assert {e.facts["basis"] for e in breached.of("boarding_began")} == {"joint"}
    assert {e.facts["basis"] for e in own.of("boarding_began")} == {"national"}
    assert set(facts(own, "boarding_began", "valid")) == {1.0}


def test_1_a_joint_boarding_stands_under_the_plan_within_its_window_only():
    book = run(meeting("Borea", plan_from_h=120.0, plan_to_h=300.0), 480.0)

    began = [entry.time_h for entry in book.of("boarding_began")]
    refused = [entry.time_h for entry in book.of("boarding_refused")]
    assert began
    assert refused
    assert all(120.0 <= time_h < 300.0 for time_h in began)
    assert not any(120.0 <= time_h < 300.0 for time_h in refused)


def test_1_evidence_is_secured_only_when_everyone_is_ashore():
    book = run(season().parameters, 720.0)
    carried = {}
    for entry in book:
        if entry.kind == "persons_recovered":
            carried[entry.subject] = entry.facts["aboard"]
        elif entry.kind == "persons_disembarked":
            carried[entry.subject] = 0.0
        elif entry.kind == "evidence_secured":
            assert carried.get(entry.subject, 0.0) == 0.0
    assert book.of("evidence_secured")


# 2. A distress call is not required.


def test_2_a_boat_that_cannot_call_is_helped_when_a_patrol_sees_that_it_is_in_distress():
    patrol = unit(
        posture="patrol", flies=True, area_length_nm=4.0, area_width_nm=1.0, patrol_speed_kn=20.0
    )
    book = run(operation(units=(patrol,), call_chance=0.0, departures_per_day=1.0), 480.0)

    assert {e.facts["source"] for e in book.of("alert_received")} == {"sighting"}
    assert len(book.of("persons_recovered")) > 5


def test_2_phases_only_rise_and_a_boat_in_doubt_is_an_alert_before_it_is_in_distress():
    order = ("uncertainty", "alert", "distress")
    for replication in range(3):
        rank, book = {}, run(season().parameters, 720.0, replication=replication)
        for entry in book:
            if entry.kind == "phase_declared":
                phase = order.index(entry.facts["phase"])
                assert phase > rank.get(entry.facts["case"], -1)
                rank[entry.facts["case"]] = phase
            elif entry.kind == "case_closed":
                rank.pop(entry.facts["case"])
        assert {e.facts["phase"] for e in book.of("phase_declared")} == set(order)


# 3. The receiving centre acts until the responsible one accepts.


def handed_over(**values):
    """Return an operation in which Alder is told of boats in a region of Borea."""
    alder = unit(flies=True, state="Alder")
    borea = unit("Petrel", flies=True, state="Borea")
    other = {"accepts": 1.0, "answer_mean_h": 0.5}
    usual = {
        "units": (alder, borea),
        "regions": (region("Borea", **{**other, **values.pop("answers", {})}),),
        "origins": (origin(told="Alder"),),
        "departures_per_day": 1.0,
    }
    return operation(**{**usual, **values})


def test_3_who_is_told_sends_units_at_once_and_the_responsible_centre_is_asked():
    book = run(handed_over(), 400.0)

    told, tasked = by_case(book, "alert_received"), by_case(book, "unit_tasked")
    assert len(tasked) > 10
    prompt = [c for c in tasked if tasked[c].time_h == told[c].time_h]
    assert len(prompt) > 0.5 * len(tasked)
    assert {tasked[case].facts["centre"] for case in prompt} == {"Alder"}
    assert {e.facts["recipient"] for e in book.of("handover_requested")} == {"Borea"}


def test_3_a_silent_centre_leaves_the_one_that_was_told_acting_and_everyone_is_recovered():
    book = run(handed_over(answers={"accepts": 0.0, "refuses": 0.0}), 400.0)

    assert book.of("handover_requested")
    assert not book.of("handover_accepted")
    assert {e.subject for e in book.of("case_closed")} == {"RCC Alder"}
    assert {e.facts["reason"] for e in book.of("case_closed")} == {"recovered"}


def test_3_where_the_told_centre_waits_for_acceptance_a_silent_centre_costs_every_hour():
    values = {"answers": {"accepts": 0.0, "refuses": 0.0}, "handover": "wait_for_acceptance"}
    book = run(handed_over(**values), 200.0)

    assert len(book.of("alert_received")) > 3
    assert not book.of("unit_tasked")


def test_3_an_acceptance_comes_after_the_request_and_hands_the_case_over():
    slow = unit(flies=True, state="Alder", ready_h=12.0)
    far = unit("Petrel", flies=True, state="Borea", ready_h=12.0)
    book = run(handed_over(units=(slow, far), departures_per_day=0.5), 400.0)

    asked, accepted = by_case(book, "handover_requested"), by_case(book, "handover_accepted")
    assert len(accepted) > 3
    for case, entry in accepted.items():
        assert entry.subject == "RCC Borea"
        assert entry.time_h > asked[case].time_h
    closed = by_case(book, "case_closed")
    assert all(closed[case].subject == "RCC Borea" for case in accepted if case in closed)


def test_3_in_a_contested_stretch_the_centre_that_is_told_is_responsible():
    both = region("Borea", contested=True), region("Alder", contested=True)
    book = run(handed_over(regions=both), 400.0)

    assert len(book.of("alert_received")) > 5
    assert not book.of("handover_requested")
    assert {e.subject for e in book.of("case_closed")} == {"RCC Alder"}


# 4. A place of safety is not simply the nearest port; a ship is only temporary.


def test_4_nobody_is_brought_to_a_port_that_is_near_and_no_place_of_safety():
    near = port("Near Quay", needs_met=False), port("Unsafe Quay", life_not_threatened=False)
    safe = port("Far Haven", x_nm=30.0)
    spec = operation(ports=(*near, safe), departures_per_day=6.0)

    book = run(spec, 240.0)

    assert len(book.of("persons_disembarked")) > 20
    assert set(facts(book, "persons_disembarked", "port")) == {2.0}


def test_4_a_port_without_room_is_passed_by_for_one_with_room_and_used_where_none_has():
    full, roomy = port("Full Quay", capacity=5), port("Haven", x_nm=30.0)
    spec = operation(ports=(full, roomy), departures_per_day=6.0)
    alone = operation(ports=(full,), departures_per_day=6.0)

    assert set(facts(run(spec, 240.0), "persons_disembarked", "port")) == {1.0}
    assert len(run(alone, 240.0).of("persons_disembarked")) > 20


def test_4_a_ship_is_only_temporary_whom_a_merchant_takes_it_lands():
    spec = operation(units=(), ask_merchants=True, traffic_density_nm2=0.1, traffic_sight_nm=12.0)
    book = run(spec, 480.0)

    taken = facts(book, "persons_recovered", "persons").sum()
    assert taken > 100
    last = book.of("persons_recovered")[-1]
    assert facts(book, "persons_disembarked", "persons").sum() >= taken - last.facts["aboard"]


# 5. The on-scene coordinator is designated, first the first unit on scene.


def test_5_the_first_unit_on_scene_coordinates_and_a_better_placed_one_takes_over():
    changed = 0
    for replication in range(4):
        book, holder = run(season().parameters, 720.0, replication=replication), {}
        came = by_case(book, "unit_on_scene")
        for case, first in by_case(book, "coordinator_designated").items():
            assert (first.subject, first.time_h) == (came[case].subject, came[case].time_h)
        for entry in book.of("coordinator_designated"):
            before = holder.get(entry.facts["case"])
            changed += before is not None and before != entry.subject
            holder[entry.facts["case"]] = entry.subject
        assert set(came) == set(holder)
    assert changed > 0


def test_5_a_vessel_takes_over_coordination_from_an_aircraft_and_not_the_other_way_round():
    aircraft = unit("Swift", flies=True, can_recover=False)
    vessel = unit("Skua", speed_kn=100.0, recovery_per_h=1.0)
    pair = {"most_units": 2, "departures_per_day": 0.2, "seas": (calm(speed_factor=0.5),)}
    book = run(operation(units=(aircraft, vessel), origins=(origin(x_nm=20.0),), **pair), 720.0)

    order = {}
    for entry in book.of("coordinator_designated"):
        order.setdefault(entry.facts["case"], []).append(entry.subject)

    assert ["Swift", "Skua"] in order.values()
    assert ["Skua", "Swift"] not in order.values()


# 6. Uncertainty grows; the object changes.


def test_6_the_error_of_a_position_grows_with_the_age_of_the_report():
    lazy = unit(flies=True, ready_h=6.0)
    spec = operation(units=(lazy,), call_error_nm=2.0, drift_error_kn=0.5, departures_per_day=0.5)
    book = run(spec, 480.0)

    told, began = by_case(book, "alert_received"), by_case(book, "search_began")
    assert len(began) > 4
    for case, entry in began.items():
        age_h = entry.time_h - told[case].time_h
        assert age_h >= 6.0
        assert entry.facts["error_nm"] == pytest.approx(math.hypot(2.0, 0.5 * age_h), rel=1e-9)


def drifted_kn(book, first, then):
    """Return how fast boats drifted between two entries, (east, north)."""
    early, late = by_case(book, first), by_case(book, then)
    moves = []
    for case, end in late.items():
        hours = end.time_h - early[case].time_h
        if hours > 0.2:
            step = [end.facts[axis] - early[case].facts[axis] for axis in ("x_nm", "y_nm")]
            moves.append(np.array(step) / hours)
    return np.array(moves)


def test_6_a_boat_drifts_otherwise_when_it_is_swamped_as_the_leeway_table_says():
    """Wind from the west, 20 kn: an open boat makes 5.34 % of it, a swamped one 1.65 %."""
    seas = (calm(wind_kn=20.0),)
    spec = operation(
        units=(),
        seas=seas,
        wind_from_deg=270.0,
        swamped_mean_h=2.0,
        water_mean_h=2.0,
        departures_per_day=6.0,
    )
    book = run(spec, 480.0)

    intact = drifted_kn(book, "distress_began", "boat_swamped")
    swamped = drifted_kn(book, "boat_swamped", "people_in_water")
    assert len(intact) > 30
    assert intact[:, 0] == pytest.approx(20.0 * 0.0534, rel=1e-6)
    assert swamped[:, 0] == pytest.approx(20.0 * 0.0165, rel=1e-6)
    assert np.abs(intact[:, 1]) == pytest.approx(20.0 * 0.0226, rel=1e-6)
    assert {-1.0, 1.0} == set(np.sign(intact[:, 1]))


# 7. Sweep width collapses; coverage 1 is no certainty; cumulative chance is kept.


def thin(**values):
    one = unit(flies=True, sweep_width_nm=4.0, water_sweep_width_nm=0.4, patrol_speed_kn=10.0)
    return operation(units=(one,), call_error_nm=3.0, departures_per_day=0.5, **values)


def test_7_heads_in_the_water_take_ten_times_the_search_that_a_hull_takes():
    long = {"survival_median_h": 500.0, "survival_sigma": 0.1, "call_mean_h": 0.5}
    sunk = run(thin(swamped_mean_h=0.01, water_mean_h=0.01, **long), 4000.0)
    whole = run(thin(call_mean_h=0.5), 4000.0)

    hours = [by_case(book, "boat_found") for book in (sunk, whole)]
    both = [c for c in hours[0] if c in hours[1] and told_of(sunk, "people_in_water", c)]
    pairs = [(b[0], b[1]) for b in ((hours[0][c].facts, hours[1][c].facts) for c in both)]
    assert len(pairs) > 15
    for sunk_facts, whole_facts in pairs:
        assert sunk_facts["pos"] == pytest.approx(whole_facts["pos"], abs=1e-9)
        ratio = sunk_facts["searched_h"] / whole_facts["searched_h"]
        assert ratio == pytest.approx(10.0, rel=0.02)


def test_7_a_search_of_coverage_one_still_misses_every_third():
    """Random search of coverage 1 finds 63 %; the best plan no more than the theory's share."""
    book = run(thin(suspend_pos=0.6321, review_h=240.0), 8784.0)

    found, given_up = len(book.of("boat_found")), len(book.of("search_suspended"))

    assert given_up > 30
    assert stats.binomtest(found, found + given_up, 0.6321).pvalue > 1e-3


def test_7_what_a_failed_search_has_swept_is_kept_for_the_next():
    units = tuple(
        unit(f"Skua {n}", flies=True, sweep_width_nm=2.0, patrol_speed_kn=5.0, endurance_h=4.0)
        for n in range(2)
    )
    spec = operation(units=units, call_error_nm=6.0, departures_per_day=0.3, review_h=240.0)
    book = run(spec, 2000.0)

    last, compared = {}, 0
    for entry in book:
        case = entry.facts.get("case")
        if entry.kind == "search_ended":
            last[case] = entry.facts["pos"]
        elif entry.kind == "search_began" and case in last:
            assert entry.facts["pos"] == pytest.approx(last[case], abs=1e-12)
            compared += entry.facts["pos"] > 0.0
    assert compared > 10


# 8. Endurance, capacity, rest, launch limits.


def test_8_a_unit_rests_between_sorties_and_leaves_in_no_sea_beyond_its_limit():
    spec = season().parameters
    rest = {u.name: u.rest_h + u.ready_h for u in spec.units}
    limit = {u.name: u.worst_sea for u in spec.units}
    for replication in range(3):
        home, sea = {}, 0.0
        for entry in run(spec, 720.0, replication=replication):
            if entry.kind == "weather_changed":
                sea, since = entry.facts["sea"], entry.time_h
            elif entry.kind == "sortie_ended":
                home[entry.subject] = entry.time_h
            elif entry.kind == "sortie_began" and entry.subject in rest:
                rested_h = entry.time_h - home.get(entry.subject, -math.inf)
                assert rested_h >= rest[entry.subject] - 1e-9
                notice = next(u.ready_h for u in spec.units if u.name == entry.subject)
                ordered_before = entry.time_h - notice < since
                assert sea <= limit[entry.subject] or ordered_before


def test_8_no_unit_is_sent_where_it_could_not_come_back_from():
    """100 NM out at 20 kn is 10 h there and back; with 9 h of endurance nobody goes."""
    far = origin(x_nm=100.0)
    values = {"origins": (far,), "departures_per_day": 1.0, "seas": (calm(speed_factor=1.0),)}
    slow = {"flies": True, "speed_kn": 20.0}

    short = run(operation(units=(unit(endurance_h=9.0, **slow),), **values), 480.0)
    enough = run(operation(units=(unit(endurance_h=16.0, **slow),), **values), 480.0)

    assert len(short.of("alert_received")) > 5
    assert not short.of("sortie_began")
    assert enough.of("sortie_began")


def test_8_a_unit_takes_no_more_people_than_it_can_carry_and_others_fetch_the_rest():
    small = tuple(unit(f"Skua {n}", flies=True, survivor_capacity=3) for n in range(4))
    book = run(operation(units=small, most_units=4, departures_per_day=1.0), 480.0)

    assert facts(book, "persons_recovered", "aboard").max() == 3.0
    closed = book.of("case_closed")
    assert len(closed) > 5
    assert {e.facts["safe"] for e in closed} == {10.0}


# 9. False alarms, duplicates, wrong head counts.


def test_9_no_case_is_closed_as_recovered_while_anyone_is_unaccounted_for():
    for replication in range(3):
        spec = season().parameters
        book = run(spec, 720.0, replication=replication)
        people = Books(spec).read_through(book).boats
        closed = [e for e in book.of("case_closed") if e.facts["reason"] == "recovered"]
        assert len(closed) > 10
        for entry in closed:
            left = people[entry.facts["case"]].left
            assert entry.facts["safe"] + entry.facts["lost"] == left


def test_9_units_go_to_a_false_alarm_until_an_inquiry_has_verified_it():
    spec = operation(departures_per_day=0.0, false_alarms_per_day=2.0, dispatch_phase="uncertainty")
    book = run(spec, 480.0)

    told, closed = by_case(book, "alert_received"), by_case(book, "case_closed")
    assert len(closed) > 20
    assert {e.facts["reason"] for e in closed.values()} <= {"verified_false", "searched"}
    assert len(by_case(book, "unit_tasked")) > 10
    verified = [
        e.time_h - told[c].time_h for c, e in closed.items() if e.facts["reason"] != "searched"
    ]
    assert stats.kstest(verified, "expon", args=(0.0, 4.0)).pvalue > 1e-3


def test_9_a_second_report_of_one_boat_opens_no_second_case():
    values = {"overdue_chance": 1.0, "overdue_mean_h": 0.5, "traffic_density_nm2": 0.1}
    near = origin(toward_x_nm=0.5)
    slow = unit(flies=True, ready_h=6.0)
    book = run(operation(units=(slow,), origins=(near,), departures_per_day=1.0, **values), 480.0)

    told = facts(book, "alert_received", "case")
    assert len(told) > len(set(told))
    assert set(told) <= set(facts(book, "boat_departed", "case"))


# 10. Mass rescue.


def crowded(**values):
    """Return a rescue of a hundred people in a sea that can capsize the boat at an approach."""
    seas = tuple(calm(name=f"sea {n}") for n in range(2))
    many = {"persons_median": 100.0, "most_persons": 100, "capsize_chance": 0.8}
    return operation(
        seas=seas,
        spells=(SpellSpec(sea=1, time_h=2000.0),),
        departures_per_day=1.0,
        **many,
        **values,
    )


def test_10_lifejackets_come_before_anyone_is_taken_off_and_spare_capsizings():
    with_first = run(crowded(lifejackets_first=True, lifejackets_h=0.3), 1500.0)
    without = run(crowded(), 1500.0)

    given = by_case(with_first, "lifejackets_given")
    taken = by_case(with_first, "persons_recovered")
    came = by_case(with_first, "unit_on_scene")
    assert len(given) > 30
    for case, entry in given.items():
        assert entry.time_h == pytest.approx(came[case].time_h + 0.3)
        assert case not in taken or entry.time_h < taken[case].time_h
    assert 0 < len(with_first.of("boat_capsized")) < len(without.of("boat_capsized"))


def test_10_a_suspension_names_who_decided_and_with_what_chance():
    book = run(season(suspend_pos=0.7, review_h=6.0).parameters, 720.0)

    suspended = book.of("search_suspended")
    assert suspended
    for entry in suspended:
        assert entry.subject.startswith("RCC ")
        assert 0.0 <= entry.facts["pos"] <= 0.7 + 1e-9
        (closed,) = [
            e for e in told_of(book, "case_closed", entry.facts["case"]) if e.time_h == entry.time_h
        ]
        assert closed.facts["reason"] == "searched"
    ended = [e for e in book.of("case_closed") if e.facts["reason"] == "searched"]
    assert len(ended) == len(suspended)


def test_10_a_hundred_people_are_accounted_for_one_by_one():
    spec = crowded(lifejackets_first=True, lifejackets_h=0.3)
    book = run(spec, 480.0)

    Books(spec).read_through(book)
    closed = [e for e in book.of("case_closed") if e.facts["reason"] == "recovered"]
    assert len(closed) > 5
    assert {e.facts["safe"] + e.facts["lost"] for e in closed} == {100.0}


# Messages: distress before everything.


def test_a_message_is_read_after_it_was_sent_and_distress_waits_behind_nothing():
    """With one clerk and long texts, what may wait queues; distress is written at once."""
    link = LinkSpec(compose_median_h=2.0, translate_median_h=0.0, sigma=0.0, delay_h=0.01, loss=0.0)
    values = {"link": link, "answers": {"accepts": 0.0}, "departures_per_day": 20.0}
    alert = run(handed_over(distress_mean_h=1000.0, escalate_mean_h=48.0, **values), 240.0)
    grave = run(handed_over(call_mean_h=1.0, **values), 240.0)

    ages = facts(alert, "message_received", "age_h")
    assert ages.min() >= 2.0
    assert ages.max() > 10.0
    prompt = [e for e in grave.of("message_sent") if e.facts["priority"] == 0.0]
    assert len(prompt) > 20
    sent = {e.facts["case"]: e.time_h for e in prompt}
    read = by_case(grave, "message_received")
    waited = [read[case].time_h - time_h for case, time_h in sent.items() if case in read]
    assert max(waited) < 2.2
    assert len(times(grave, "message_received")) > 20
