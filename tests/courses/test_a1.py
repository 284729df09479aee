"""A1 against the text of the sixteen points, a calendar, and what every variant must share."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import numpy as np
import pytest

from trainkit.grading.keys import load_keys
from trainkit.lessons.a1.acts import _OLDER, _POWER, _RESCUE, _UNDER_PAPER
from trainkit.lessons.a1.case import MAPPED
from trainkit.lessons.a1.clauses import CLAUSES
from trainkit.lessons.a1.daylog import NAMES
from trainkit.lessons.a1.explorer import RULES
from trainkit.lessons.a1.night import CALLS, REQUESTS, VESSELS
from trainkit.lessons.a1.paper import POINTS
from trainkit.lessons.a1.sentences import SENTENCES
from trainkit.lessons.a1.signing import first_instant
from trainkit.lessons.a1.thousand import ACTS, LOGS, misjudged
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A1")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"a1-{n}", "A1")) for n in range(120)]

VERBS = {
    1: {"emphasize", "agree"},
    2: {"agree"},
    3: {"agree"},
    4: {"consider"},
    5: {"encourage"},
    6: {"consider"},
    7: {"consider"},
    8: {"consider"},
    9: {"consider"},
    10: {"exchange"},
    11: {"hold"},
    12: {"continue"},
    13: {"continue"},
    14: {"maintain", "consider", "taking concrete measures", "ensure"},
    15: {"agree"},
    16: {"come into operation"},
}
"""The verbs of the published text, point by point: point 14 has four of them."""

KINDS = {
    "state": {"emphasize"},
    "agree": {"agree"},
    "consider": {"consider"},
    "encourage": {"encourage"},
    "keep": {"exchange", "hold", "continue", "maintain"},
    "act": {"taking concrete measures", "ensure"},
}


@pytest.fixture
def truth(played_keys):
    return import_module(f"{played_keys}.truth")


@pytest.fixture
def played_keys():
    """The package of A1's keys, loaded as the grader loads them."""
    from tests.courses.conftest import KEYS

    keys = load_keys(KEYS, LESSON)
    return keys.scoring["a1_date"].__module__.rpartition(".")[0]


def test_the_points_have_the_verbs_of_the_published_text():
    every = set().union(*VERBS.values())

    for point, text in POINTS.items():
        found = {verb for verb in every if re.search(rf"\b{verb}\b", text.lower())}
        assert found - {"exchange"} == VERBS[point] - {"exchange"}, point

    assert POINTS[10].startswith("Further exchange")


def test_the_published_paper_is_in_operation_from_26_september_2025():
    not_counted = next(iter(RULES.values()))

    assert not_counted == datetime.fromisoformat("2025-09-25T22:00+00:00")
    assert [first for rule, first in RULES.items() if "signature counted" in rule] == [
        datetime.fromisoformat("2025-09-25T00:00+02:00")
    ]


def test_the_first_instant_is_the_fifteenth_midnight_after_the_day_of_signature():
    for case in CASES:
        signed, first = case.signing.at, first_instant(case.signing)
        midnights = [
            signed + timedelta(minutes=minutes)
            for minutes in range(0, 17 * 24 * 60, 5)
            if (signed + timedelta(minutes=minutes)).time() == datetime.min.time()
        ]
        assert first == midnights[14]
        assert first.utcoffset() == signed.utcoffset()


def test_every_variant_has_the_same_traps():
    for case in CASES:
        signing, first = case.signing, first_instant(case.signing)
        elsewhere = signing.at.astimezone(signing.clock(signing.other))
        assert elsewhere.date() != signing.at.date()
        assert (first.month - signing.at.month) % 12 == 1
        assert first.day <= 12
        assert first.day != first.month
        assert first.month != date(2025, 9, 26).month
        seems = [act.at.replace(tzinfo=first.tzinfo) >= first for act in case.acts]
        turned = [s != (act.at >= first) for s, act in zip(seems, case.acts, strict=True)]
        assert sum(turned) == 2
        assert not any(t for t, a in zip(turned, case.acts, strict=True) if a.clock == signing.host)


def test_every_variant_mixes_alike(truth):
    acts = {frozenset(Counter(truth.ACTS[a.id] for a in c.acts).items()) for c in CASES}
    clauses = {frozenset(Counter(truth.CLAUSES[o.id] for o in c.clauses).items()) for c in CASES}
    said = {frozenset(Counter(truth.SENTENCES[s.id] for s in c.sentences).items()) for c in CASES}

    assert acts == {frozenset({("paper", 5), ("own", 2), ("power", 1)})}
    assert clauses == {
        frozenset({("consider", 3), ("state", 1), ("act", 1), ("agree", 1), ("keep", 1),
                   ("encourage", 1)})
    }  # fmt: skip
    assert said == {frozenset({("stronger", 3), ("same", 2), ("weaker", 1), ("adds", 2)})}


def test_variants_differ_in_dates_clocks_order_and_orders_of_the_night():
    assert len({case.signing for case in CASES}) > 100
    assert {case.signing.host for case in CASES} == {"Alder", "Borea"}
    assert len({tuple(act.id for act in case.acts) for case in CASES}) > 100
    assert {case.night.vessel for case in CASES} == set(VESSELS)
    assert {case.night.request for case in CASES} == set(REQUESTS)
    assert {case.night.call for case in CASES} == set(CALLS)


def test_the_keys_know_every_name_of_the_pools_and_no_other(truth):
    pools = (*_UNDER_PAPER, *_OLDER, *_RESCUE, *_POWER)

    assert set(truth.ACTS) == {one[0] for one in pools}
    assert set(truth.CLAUSES) == {clause.id for clause in CLAUSES}
    assert set(truth.SENTENCES) == {sentence.id for sentence in SENTENCES}
    assert {e.id for case in CASES for e in case.log.entries} == set(truth.ENTRIES)
    assert set(truth.BOARDING) == set(VESSELS)
    assert set(truth.DATA) == set(REQUESTS)
    assert set(truth.NOTEBOOKS) == set(MAPPED)


def test_the_verb_of_every_clause_stands_in_its_point(truth):
    for clause in CLAUSES:
        assert VERBS[clause.point] & KINDS[truth.CLAUSES[clause.id]], clause.id


def test_no_sentence_that_is_stronger_or_weaker_misnames_how_its_point_binds(truth):
    for sentence in SENTENCES:
        verdict, verbs = truth.SENTENCES[sentence.id], VERBS[sentence.point]
        if verdict == "stronger":
            assert "consider" in verbs, sentence.id
        if verdict == "weaker":
            assert verbs & {"agree", "ensure"}, sentence.id


def test_one_joint_act_of_the_day_comes_before_the_second_approval():
    for case in CASES:
        approved = max(case.log.alder_approved, case.log.borea_approved)
        legs = [entry for entry in case.log.entries if entry.basis.startswith("the plan")]

        before = [entry for entry in legs if entry.at < approved]

        assert (len(legs), len(before), len(case.log.entries)) == (2, 1, len(NAMES))
        written = [entry.at.replace(tzinfo=UTC) for entry in legs]
        assert legs[int(np.argmin(written))] != before[0]


def test_a_day_of_error_misjudges_a_quarter_of_four_days():
    right = datetime(2031, 5, 4, tzinfo=UTC)

    off = misjudged(1946, right, right - timedelta(days=1))

    share, se = 0.25, (0.25 * 0.75 / (LOGS * ACTS)) ** 0.5
    assert abs(off.mean() / ACTS - share) < 3.3 * se
    assert misjudged(1946, right, right).sum() == 0
    assert misjudged(1946, right, right + timedelta(days=90)).mean() == pytest.approx(10, abs=0.25)
