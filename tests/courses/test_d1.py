"""D1 against its own draws, against exhaustive search, and what its page must say."""

import re
from dataclasses import replace
from importlib import import_module
from itertools import product

import numpy as np
import pytest
from tests.courses.conftest import KEYS, NOTEBOOKS

from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.d1 import holding, month, path, value
from trainkit.lessons.d1.tables import table
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("D1")
LUCKS = [visible_luck(LESSON.course, f"d1-{n}", "D1") for n in range(60)]
CASES = [LESSON.situation(luck) for luck in LUCKS]
KEY = load_keys(KEYS, LESSON)
REFERENCE = KEY.player("reference")
PAGE = NOTEBOOKS["D1"].path.read_text(encoding="utf-8")
HIDDEN = Luck(77)


@pytest.fixture(scope="module")
def truth():
    package = KEY.scoring["d1_path"].__module__.rpartition(".")[0]
    return import_module(f"{package}.truth")


def points(task, case, **changed):
    answer = {**REFERENCE(case)[task], **changed}
    return KEY.scoring[task](case, answer, HIDDEN).points


def test_the_keys_know_every_name_of_the_tables_and_no_other(truth):
    assert set(truth.SUBJECTS) == {row["id"] for row in table("subjects")["subject"]}
    assert set(truth.ITEMS) == {row["id"] for row in table("items")["item"]}
    assert set(truth.PROTECTED) == {
        row["id"] for row in table("items")["item"] if row["part"] == "origin"
    }


def test_the_reference_finds_the_parts_that_were_drawn_and_no_others():
    for luck, case in zip(LUCKS, CASES, strict=True):
        drawn = path._Drawing(luck, path._numbers(luck)).sum()
        laid = {(one.payer_account, one.beneficiary_account, one.amount_cents) for one in drawn}
        found = REFERENCE(case)["d1_path"]

        for one in case.way.payments:
            is_part = (one.payer_account, one.beneficiary_account, one.amount_cents) in laid
            assert found[f"payment_{one.id}"] == ("part" if is_part else "not")
        assert found["kept"] == case.way.came - drawn[-1].amount_cents // 100


def test_every_variant_has_the_same_parts_and_the_same_kinds_of_subjects_and_items(truth):
    for case in CASES:
        marks = [v for k, v in REFERENCE(case)["d1_path"].items() if k.startswith("payment")]
        assert sorted(marks) == ["not"] * 6 + ["part"] * 7
        shown = [truth.SUBJECTS[one.id] for one in case.subjects]
        assert sorted(shown) == ["ask", "none", "none", "none", "signal", "signal"]
        weighed = [truth.ITEMS[one.id][0] for one in case.items]
        assert sorted(weighed) == ["neither"] * 2 + ["proceeds"] * 2 + ["terrorist_financing"] * 2
        assert len(truth.PROTECTED & {one.id for one in case.items}) == 1


def test_the_second_branch_opens_in_some_variants_and_not_in_others():
    opens = [REFERENCE(case)["d1_branch"]["opens"] for case in CASES]

    assert set(opens) == {"proceeds", "both"}
    assert 15 <= opens.count("both") <= 45


def test_who_takes_every_payment_for_a_part_or_flags_everybody_earns_nothing_for_it():
    for case in CASES[:6]:
        marks = {f"payment_{n}": "part" for n in range(1, 14)}
        assert points("d1_path", case, **marks) == 6
        assert points("d1_subjects", case, **{f"subject_{n}": "signal" for n in range(1, 7)}) == 0


def test_a_person_who_did_nothing_and_is_flagged_costs_of_every_other_point(truth):
    case = CASES[0]
    numbers = [n for n, one in enumerate(case.subjects, 1) if truth.SUBJECTS[one.id] == "none"]
    earned = [
        points("d1_subjects", case, **{f"subject_{n}": "signal" for n in numbers[:flagged]})
        for flagged in range(4)
    ]

    np.testing.assert_allclose(earned, [14, 14 * 2 / 3, 14 / 3, 0])


@pytest.mark.parametrize("weighed", ["proceeds", "terrorist_financing"])
def test_to_weigh_origin_or_faith_is_red_line_r3_in_either_branch(truth, weighed):
    for case in CASES:
        number = next(n for n, one in enumerate(case.items, 1) if one.id in truth.PROTECTED)
        answer = {**REFERENCE(case)["d1_branch"], f"item_{number}": weighed}

        lines = KEY.scoring["d1_branch"](case, answer, HIDDEN).red_lines

        assert [(one.rule, one.event) for one in lines] == [("R3", number)]


def test_other_mistakes_about_items_cross_no_red_line(truth):
    for case in CASES[:20]:
        answer = dict.fromkeys(REFERENCE(case)["d1_branch"], "proceeds") | {"opens": "neither"}
        for n, one in enumerate(case.items, 1):
            if one.id in truth.PROTECTED:
                answer[f"item_{n}"] = "neither"
        assert KEY.scoring["d1_branch"](case, answer, HIDDEN).red_lines == ()


def test_alerts_are_counted_as_heads_in_a_table():
    told = month.Month(payments=10_000, one_in=1_000, recall_pct=50, false_pct=3.0)

    found = month.counted(told)

    assert found["true_alerts"] == 5
    assert found["all_alerts"] == pytest.approx(5 + 0.03 * 9_990)
    assert found["precision_pct"] == pytest.approx(100 * 5 / 304.7)
    assert found["half_pct"] == pytest.approx(100 * 2.5 / (2.5 + 0.03 * 9_995))


def test_a_reader_reads_no_more_alerts_than_can_be_read():
    book = month.month_ahead(Luck(3))
    everything = {"rule": "amount", "least_crowns": 0, "window_h": 24}
    first = [one.id for one in book.payments][: month.READ]

    assert month.hits(everything, book) == len(set(first) & book.laundering)


@pytest.mark.slow
def test_no_other_setting_of_a_rule_gains_more_than_a_tenth_over_the_reference():
    """Over 60 months; the kinds, amounts and hours that a trainee may set, on a grid."""
    books = [month.month_ahead(Luck(5, number)) for number in range(1, 61)]

    def mean(**rule):
        return np.mean([month.hits(rule, book) for book in books])

    best = max(
        mean(rule=kind, least_crowns=least, window_h=hours)
        for kind, least, hours in product(
            ("amount", "round", "velocity", "fan_in", "passed_on"),
            (0, 500, 1_000, 2_000, 4_000, 7_000, 10_000),
            (24, 72, 168, 336),
        )
    )
    told = REFERENCE(CASES[0])["d1_alerts"]
    assert mean(**{key: told[key] for key in ("rule", "least_crowns", "window_h")}) > 0.9 * best


@pytest.mark.slow
def test_no_other_asking_keeps_more_than_a_twentieth_over_the_reference():
    """All 324 answers, in the same 60 weeks."""
    for case in CASES[:2]:
        kept = {}
        for *how, first in product(*[("reasoned", "bare", "leave")] * 4, holding.PLACES):
            asks = dict(zip(("ask_p", "ask_q", "ask_r", "ask_x"), how, strict=True))
            answer = {**asks, "first": first}
            kept[(*how, first)] = holding.weeks(case.week, answer, Luck(8), 60).mean()
        reference = REFERENCE(case)["d1_hold"]
        best = max(kept.values())

        assert holding.weeks(case.week, reference, Luck(8), 60).mean() > 0.95 * best


def test_a_reason_is_answered_no_later_than_one_line_in_the_same_luck():
    case = CASES[0]
    reference = REFERENCE(case)["d1_hold"]
    hasty = {k: "bare" if v == "reasoned" else v for k, v in reference.items()}
    luck = Luck(12)

    assert (
        holding.weeks(case.week, reference, luck, 40).mean()
        > holding.weeks(case.week, hasty, luck, 40).mean()
    )


def test_money_that_was_not_traced_counts_half_against_whoever_holds_it():
    account = replace(CASES[0].week.accounts[0], crowns=3_000, traced=0)

    assert holding._judged(account, 10.0) == -1_500
    assert holding._judged(replace(account, traced=3_000), 10.0) == 3_000


def test_one_receiver_alone_was_handed_the_sum_in_time_and_one_payment_settles():
    for case in CASES:
        told = case.value
        given = next(one for one in told.taken if one.who == told.asked)
        same = [one for one in told.paid if one.crowns == given.crowns]
        in_time = [one for one in same if 0 < one.at_h - given.at_h <= 24]

        assert [one.who for one in in_time] == [value.receiver(told)]
        assert len(same) >= 3
        assert told.amounts.count(value.net(told)) == 1


WRONG = {
    "d1_path": [
        ("everything", lambda case: {f"payment_{n}": "part" for n in range(1, 14)}),
        ("too_early", lambda case: {"payment_1": "part"}),
        ("kept_whole", lambda case: {"kept": case.way.came}),
    ],
    "d1_alerts": [
        ("recall_for_precision", lambda case: {"precision_pct": case.month.recall_pct}),
        ("false_forgotten", lambda case: {"all_alerts": month.counted(case.month)["true_alerts"]}),
        ("half_is_half", lambda case: {"half_pct": month.counted(case.month)["precision_pct"] + 1}),
        ("flood", lambda case: {"rule": "amount", "least_crowns": 500}),
    ],
    "d1_subjects": [
        ("all_signal", lambda case: {f"subject_{n}": "ask" for n in range(1, 7)}),
        ("nothing_seen", lambda case: {f"subject_{n}": "none" for n in range(1, 7)}),
        ("agent_is_signal", lambda case: {f"subject_{n}": "signal" for n in range(1, 7)}),
    ],
    "d1_value": [
        ("same_sum_only", lambda case: {"receiver": case.value.paid[0].who}),
        ("gross", lambda case: {"owed": value.net(case.value) + case.value.back}),
        ("is_crime", lambda case: {"shows": "crime"}),
    ],
    "d1_branch": [
        ("always_weighs", lambda case: {f"item_{n}": "proceeds" for n in range(1, 7)}),
        ("one_branch", lambda case: {f"item_{n}": "neither" for n in range(1, 7)}),
    ],
    "d1_hold": [
        ("in_a_hurry", lambda case: dict(holding.USUAL)),
        ("asks_all", lambda case: dict(holding.USUAL)),
        ("begins_unasked", lambda _case: {"first": "P", "ask_p": "leave"}),
        (
            "calendar_days",
            lambda case: {
                "ends_day": case.week.ordered_day + {"Alder": 5, "Borea": 7}[case.week.side]
            },
        ),
    ],
}


@pytest.mark.parametrize(
    ("task", "name", "wrong"), [(t, *one) for t, s in WRONG.items() for one in s]
)
def test_a_typical_slip_gets_its_own_hint(task, name, wrong):
    for case in CASES[:10]:
        answer = {**REFERENCE(case)[task], **wrong(case)}
        shown = [one.name for one in LESSON.task(task).slips if one.shows(case, answer)]
        assert name in shown


def test_every_slip_is_tried():
    assert {t.id: {s.name for s in t.slips} for t in LESSON.tasks if not t.manual} == {
        task: {name for name, _ in slips} for task, slips in WRONG.items()
    }


def test_real_states_and_bodies_stand_in_the_law_box_and_nowhere_else():
    before, _, rest = PAGE.partition("## The law box")
    box, _, after = rest.partition("## The way of a sum")
    real = re.compile("Ital[yi]|Türkiye|Turk|UIF|MASAK")
    played = after.replace("| English | Italian | Turkish |", "")

    assert real.search(box)
    assert real.findall(before) == []
    assert real.findall(played) == []


def test_the_law_box_keeps_the_clocks_apart_and_says_that_nobody_has_signed_it():
    assert "Not signed by a lawyer" in PAGE
    for row in ("L4.6", "L4.7", "L4.8", "L5.6"):
        assert row in PAGE
    assert "5 working days, MASAK for 7" in PAGE
    assert "and not by (a), unless terrorism is shown" in PAGE


def test_no_account_number_is_shown_and_every_one_is_nobody_s():
    from trainkit.case.finance.number import remainder
    from trainkit.lessons.d1 import page

    for case in CASES[:10]:
        numbers = list(case.way.by_number)
        words = " ".join(
            part(case).words
            for part in (page._way, page._value, page._week, page._subjects, page._items)
        )
        assert all(remainder(one) != 1 for one in numbers)
        assert not any(one in words for one in numbers)
