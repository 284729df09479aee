"""E5 against calendars, hashes, the gate and closed forms, and what every variant must share."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib import import_module

import numpy as np
import pytest
from tests.courses.conftest import KEYS

from trainkit.grading.keys import load_keys
from trainkit.joint.plan import gate
from trainkit.joint.plan.covering import within
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.e5.base import base_plan, digest
from trainkit.lessons.e5.case import plan_of
from trainkit.lessons.e5.draft import lines
from trainkit.lessons.e5.letter import CAVEATS, RESCUES, SILENT
from trainkit.lessons.e5.night import CALLS, LOGS, PLACES
from trainkit.lessons.e5.tasks import LOG, PATROL, RESCUE
from trainkit.lessons.e5.versions import EDITS, edited
from trainkit.lessons.e5.water import LAST_YEAR, SIDES, flaw, held, sightings
from trainkit.lessons.e5.window import CLOCKS
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("E5")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"e5-{n}", "E5")) for n in range(60)]
GAP = 0.25
"""Share of the boats by which the best area is at least better than last year's."""


@pytest.fixture(scope="module")
def key():
    """Return a module of E5's keys by its name."""
    package = load_keys(KEYS, LESSON).scoring["e5_window"].__module__.rpartition(".")[0]
    return lambda name: import_module(f"{package}.{name}")


def marched(moment, zone, hour):
    """Return the first instant from *moment* on at which a clock strikes an hour, in UTC."""
    at = moment.astimezone(UTC).replace(minute=0, second=0)
    while at < moment.astimezone(UTC) or at.astimezone(zone).hour != hour:
        at += timedelta(hours=1)
    return at


def test_the_window_is_that_of_somebody_who_walks_hour_by_hour_in_utc():
    for case in CASES:
        host, alder = CLOCKS[case.window.host], CLOCKS["Alder"]
        at, midnights = case.window.signed, 0
        while midnights < 15:
            at = marched(at + timedelta(hours=1), host, 0)
            midnights += 1
        start = marched(at, alder, 20)

        assert case.window.first.astimezone(UTC) == at
        assert case.window.start.astimezone(UTC) == start
        assert case.window.end.astimezone(UTC) - start == timedelta(hours=case.window.lasts_h)


def test_every_window_crosses_the_change_of_both_clocks_so_that_wall_clocks_err_by_an_hour():
    for case in CASES:
        start, end = (one.astimezone(UTC) for one in (case.window.start, case.window.end))
        for zone in CLOCKS.values():
            assert start.astimezone(zone).utcoffset() != end.astimezone(zone).utcoffset()
        off = case.window.wall_clock_end.astimezone(UTC) - end
        assert abs(off) == timedelta(hours=1)


def test_the_reference_counts_the_window_as_the_lesson_does(key):
    for case in CASES:
        first, start, end = key("reference").window(case.window)

        assert (first, start, end) == (case.window.first, case.window.start, case.window.end)
        assert first.utcoffset() == case.window.first.utcoffset()
        assert end.utcoffset() == case.window.end.utcoffset()


def test_the_key_reads_every_act_as_the_gate_does(key):
    told = {
        "time": "time", "place": "outside the execution area", "caveat": "Cyra",
        "basis": "names no basis", "own": "national act", "rescue": "It is rescue",
        "plan": "The plan covers it",
    }  # fmt: skip
    for case in CASES:
        plan = plan_of(case.window)
        for logged in case.acts:
            read = key("reference").reading(case, logged)
            asked = gate(None, logged.act)
            decided = read in {"rescue", "basis", "own"}
            found = asked if decided else within(plan, logged.act)
            assert told[read] in found.reason, (read, found.reason)
            assert bool(found) == (read in {"plan", "own", "rescue"})


def test_every_variant_mixes_alike(key):
    truth, reference = key("truth"), key("reference")
    acts = {frozenset(Counter(reference.reading(c, a) for a in c.acts).items()) for c in CASES}
    drafts = {frozenset(Counter(truth.LINES[o.id] for o in c.draft).items()) for c in CASES}
    letters = {
        frozenset(Counter(truth.PROPOSALS[p.id] for p in c.letter.proposals).items()) for c in CASES
    }
    edits = {frozenset(Counter(reference.effect(c, e) for e in c.edits).items()) for c in CASES}

    assert acts == {
        frozenset({("rescue", 1), ("own", 1), ("plan", 2), ("time", 1), ("place", 1),
                   ("caveat", 1), ("basis", 1)})
    }  # fmt: skip
    assert drafts == {frozenset({("sound", 2), ("vague", 2), ("law", 2), ("one", 2)})}
    assert letters == {frozenset({("within", 2), ("against", 2), ("silent", 1), ("rescue", 1)})}
    assert edits == {frozenset({("same", 4), ("void", 4)})}


def test_one_act_beside_each_end_of_the_window_is_placed_wrongly_by_its_figures_or_not_by_luck():
    """An act within and one without lie less than an hour from an end, on another clock."""
    for case in CASES:
        near = []
        for logged in case.acts:
            apart = [abs(logged.act.at.astimezone(UTC) - one.astimezone(UTC))
                     for one in (case.window.start, case.window.end)]  # fmt: skip
            if min(apart) < timedelta(hours=1):
                near.append(logged)
        assert len(near) == 2
        assert all(logged.clock != "Alder" for logged in near)


def test_the_keys_know_every_name_of_the_pools_and_no_other(key):
    truth = key("truth")
    proposals = [one for caveat in CAVEATS for one in (caveat.kept, caveat.broken)]

    assert set(truth.LINES) == {line.id for line in lines().values()}
    assert all(truth.LINES[line.id] == line.kind for line in lines().values())
    assert set(truth.PROPOSALS) == {one.id for one in (*proposals, *SILENT, *RESCUES)}
    assert set(truth.PATROL) == set(PLACES)
    assert {caveat.kept.id for caveat in CAVEATS} == {
        name for name, verdict in truth.PROPOSALS.items() if verdict == "within"
    }


def test_an_edit_of_writing_leaves_the_hash_and_any_other_changes_it():
    writing = {"order", "breaks", "spaces", "clock", "whole", "remark", "accent", "approvals"}
    for case in CASES[:8]:
        before = digest(base_plan(case.window))
        for name, edit in EDITS.items():
            assert (digest(edited(case.window, edit)) == before) == (name in writing), name


def test_an_edit_does_to_the_record_what_is_told_of_it():
    window = CASES[0].window
    for name in ("breaks", "spaces", "accent", "word", "comma"):
        assert str(edited(window, EDITS[name])) != str(base_plan(window)), name
    accent = edited(window, EDITS["accent"])["title"]
    assert accent.count("e\u0301") == 1
    assert next(iter(edited(window, EDITS["order"]))) == "suspension"
    assert edited(window, EDITS["breaks"])["scope"]["text"].count("\n") == 2
    moved = edited(window, EDITS["offset"])["duration"]["start"]
    assert (moved.hour, window.start.astimezone(UTC) - moved.astimezone(UTC)) == (
        20, timedelta(hours=1),
    )  # fmt: skip


def test_each_pattern_of_approvals_occurs_and_is_read_off_the_hashes(key):
    found = {
        (key("reference").missing(c.history, 2), key("reference").missing(c.history, 3))
        for c in CASES
    }

    assert found == {
        ("Alder", "Alder"), ("both", "nobody"), ("Borea", "nobody"), ("Alder", "nobody"),
        ("nobody", "both"), ("nobody", "nobody"), ("Borea", "Borea"),
    }  # fmt: skip


def test_the_best_area_could_be_approved_and_is_far_better_than_last_year_s(key):
    for case in CASES:
        best = key("reference").best_area(case.water)
        sides = [best[side] for side in SIDES]

        assert flaw(case.water, best) == ""
        gap = key("reference").chance(case.water, *sides)
        gap -= key("reference").chance(case.water, *LAST_YEAR.values())
        assert gap >= GAP


def test_no_area_of_two_thousand_drawn_ones_is_better_than_the_best(key):
    chance = key("reference").chance
    for number, case in enumerate(CASES[:6]):
        best = key("reference").best_area(case.water)
        most = chance(case.water, *(best[side] for side in SIDES))
        luck = Luck(number)
        for place in range(2_000):
            wide = 10.0 + 40.0 * luck.uniform("wide", place)
            high = 500.0 / wide
            west = -28.0 + (68.0 - wide) * luck.uniform("west", place)
            south = -40.0 + (80.0 - high) * luck.uniform("south", place)
            drawn = dict(zip(SIDES, (west, west + wide, south, south + high), strict=True))
            if not flaw(case.water, drawn):
                assert chance(case.water, *drawn.values()) <= most * 1.005


def test_what_an_area_holds_agrees_with_the_normal_law(key):
    for number, case in enumerate(CASES[:6]):
        best = key("reference").best_area(case.water)
        expected = key("reference").chance(case.water, *(best[side] for side in SIDES))
        places = sightings(case.water, Luck(1000 + number), "e5 hidden", 20_000)

        share = held(places, best).mean()

        assert abs(share - expected) < 4 * np.sqrt(expected * (1 - expected) / 20_000)


def test_the_luck_of_the_marks_moves_the_area_by_less_than_half_a_point(key):
    scoring, players = key("scoring"), key("players")
    for case in CASES[:6]:
        answer = players.competent(case, Luck(1))["e5_area"]
        points = [scoring.area(case, answer, Luck(n)).points for n in range(20)]

        assert np.std(points, ddof=1) < 0.25


@pytest.mark.parametrize(("change", "told"), [
    ({"east_nm": 40.0}, "square miles"),
    ({"west_nm": 30.0, "east_nm": 20.0}, "must lie west"),
    ({"west_nm": -40.0, "east_nm": -30.0, "south_nm": 0.0, "north_nm": 10.0}, "the land"),
])  # fmt: skip
def test_an_area_that_nobody_could_approve_earns_nothing(key, change, told):
    case = CASES[0]
    answer = {**key("reference").best_area(case.water), **change}

    score = key("scoring").area(case, answer, Luck(1))

    assert score.points == 0
    assert told in score.criteria[0].message


def test_an_area_over_the_closed_ground_earns_nothing_however_much_it_holds(key):
    for case in CASES[:6]:
        west, _, south, _ = case.water.closed
        over = dict(zip(SIDES, (west, west + 20, south - 12, south + 8), strict=True))

        score = key("scoring").area(case, over, Luck(1))

        assert "cable ground" in flaw(case.water, over)
        assert score.points == 0


def test_one_mistake_in_the_start_is_not_counted_again_at_the_end(key):
    case = CASES[0]
    right = key("reference").reference(case)["e5_window"]
    late = {name: (datetime.fromisoformat(right[name]) + timedelta(hours=2)).isoformat()
            for name in ("start", "end")}  # fmt: skip

    score = key("scoring").on_time(case, {**right, **late}, Luck(1))

    assert score.points == 6


@pytest.mark.parametrize(("answer", "rule"), [
    *(({"rescue": one}, "R1") for one, _ in RESCUE if one != "go"),
    ({"patrol": "radio"}, "R4"),
    ({"log": "change"}, "R8"),
    ({"log": "remove"}, "R8"),
])  # fmt: skip
def test_rescue_delayed_an_unapproved_joint_act_and_an_altered_log_are_red_lines(key, answer, rule):
    for case in CASES[:12]:
        right = key("reference").reference(case)["e5_orders"]

        score = key("scoring").orders(case, {**right, **answer}, Luck(1))

        assert [line.rule for line in score.red_lines] == [rule]


def test_no_other_order_is_a_red_line_and_a_boat_that_waits_takes_all_points_with_it(key):
    case = CASES[0]
    scoring = key("scoring")
    for patrol, _ in PATROL:
        for log, _ in LOG:
            crossed = patrol == "radio" or log in {"change", "remove"}
            answer = {"rescue": "go", "patrol": patrol, "log": log}
            assert bool(scoring.orders(case, answer, Luck(1)).red_lines) == crossed
    waits = {**key("reference").reference(case)["e5_orders"], "rescue": "approve"}
    assert scoring.orders(case, waits, Luck(1)).points == 0


def test_variants_differ_in_dates_drafts_waters_and_nights():
    assert len({case.window for case in CASES}) == len(CASES)
    assert len({tuple(line.id for line in case.draft) for case in CASES}) > 50
    assert len({case.water for case in CASES}) > 50
    assert {case.window.host for case in CASES} == {"Alder", "Borea"}
    assert {case.window.start.month for case in CASES} == {3, 10}
    assert {case.night.place for case in CASES} == set(PLACES)
    assert {case.night.call for case in CASES} == set(CALLS)
    assert {case.night.log for case in CASES} == set(LOGS)
