"""A3: what its tables say against law written without its rules, gates, the red line, its page."""

import re
from importlib import import_module
from itertools import product

import pytest
from tests.courses.conftest import KEYS, NOTEBOOKS

from trainkit.case.victims.signs import presumed
from trainkit.grading.keys import load_keys
from trainkit.guard import require_invented
from trainkit.kernel.luck import Luck
from trainkit.lessons.a3.explorer import CASES as WORKED
from trainkit.lessons.a3.explorer import told
from trainkit.lessons.a3.periods import LETTERS
from trainkit.lessons.a3.tables import table
from trainkit.lessons.a3.thousand import PEOPLE, RULES, identified
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A3")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"a3-{n}", "A3")) for n in range(40)]
KEY = load_keys(KEYS, LESSON)
PAGE = NOTEBOOKS["A3"].path.read_text(encoding="utf-8")
SLOTS = {row["id"]: row["slot"] for name in ("closed", "open") for row in table(name)[name]}
REAL = re.compile("Ital[yi]|Türkiye|Turk|Ankara|Rome")

CLOSED = {
    "paid": ("yes", "none", "none", "smuggling", "both"),
    "no_border": ("yes", "used", "shown", "trafficking", "neither"),
    "child": ("yes", "spared", "shown", "trafficking", "neither"),
    "held": ("yes", "used", "shown", "both", "both"),
    "unpaid": ("yes", "none", "none", "neither", "alder"),
    "exempt": ("no", "none", "none", "neither", "neither"),
}
"""Act, means, purpose, class and who punishes, by slot; written by hand."""
OPEN = {
    "smuggling": {"family", "hurt", "paid_skipper", "own_debt"},
    "trafficking": {"household", "contract", "child", "other_work"},
    "both": {"forced_tiller", "worked_off"},
    "neither": {"rescued", "own_child", "helper", "hard_job"},
}
DUE = {
    "forced_tiller": "protect",
    "other_work": "protect",
    "household": "separate",
    "child": "protect",
    "paid_skipper": "charge",
    "own_debt": "witness",
}


def right(case, task):
    return dict(KEY.player("reference")(case)[task])


def score(case, task, **changed):
    return KEY.scoring[task](case, {**right(case, task), **changed}, Luck(1))


def paper(case, slot):
    return f"paper_{[one.id for one in case.papers].index(slot) + 1}"


def truth():
    package = KEY.scoring["a3_files"].__module__.rpartition(".")[0]
    return import_module(f"{package}.truth")


def test_every_closed_file_is_what_its_slot_says_by_hand():
    for case in CASES:
        elements, laws = right(case, "a3_elements"), right(case, "a3_laws")
        for file in case.closed:
            names = [f"{one}_{file.number}" for one in ("act", "means", "purpose", "kind")]
            found = (*(elements[name] for name in names), laws[f"law_{file.number}"])
            assert found == CLOSED[SLOTS[file.id]], file.id


def test_every_open_file_is_what_its_slot_says_and_each_variant_has_the_same_mixture():
    for case in CASES:
        kinds = right(case, "a3_files")
        for file in case.files:
            assert SLOTS[file.id] in OPEN[kinds[f"kind_{file.number}"]], file.id
        assert sorted(SLOTS[file.id] for file in case.files) == sorted(set().union(*OPEN.values()))


def test_the_keys_know_every_name_of_the_tables_and_no_other():
    known = truth()

    assert set(known.CLOSED) == {row["id"] for row in table("closed")["closed"]}
    assert set(known.OPEN) == {row["id"] for row in table("open")["open"]}
    assert set(known.SIGNS) | known.CHILDREN <= set(known.OPEN)
    assert set(known.OFFENCES) == {row["slot"] for row in table("papers")["paper"]}
    assert set(known.DOES) == {row["slot"] for row in table("periods")["period"]}


def test_signs_presume_a_victim_in_exactly_the_files_that_show_one():
    known = truth()
    for row in table("open")["open"]:
        seen = known.SIGNS.get(row["id"], ())
        shown = row["slot"] in OPEN["trafficking"] | OPEN["both"]
        assert presumed(seen, row["id"] in known.CHILDREN) == shown, row["id"]


def test_every_paper_has_its_own_answer_by_hand():
    for case in CASES:
        found = right(case, "a3_treat")
        assert {one.id: found[paper(case, one.id)] for one in case.papers} == DUE


@pytest.mark.parametrize("label", ["trafficking", "both", "smuggling", "neither"])
def test_one_label_for_all_open_files_earns_nothing(label):
    for case in CASES[:10]:
        every = dict.fromkeys(right(case, "a3_files"), label)
        assert score(case, "a3_files", **every).points == 0


def test_a_missed_victim_costs_more_than_a_person_labelled_in_vain():
    for case in CASES[:10]:
        kinds = right(case, "a3_files")
        victim = next(name for name, one in kinds.items() if one == "trafficking")
        other = next(name for name, one in kinds.items() if one == "neither")

        missed = score(case, "a3_files", **{victim: "neither"}).points
        in_vain = score(case, "a3_files", **{other: "trafficking"}).points

        each = 10 / 14
        assert missed == pytest.approx((20 / 23) * (8 + 13 * each))
        assert in_vain == pytest.approx((24 / 25) * (8 + 13 * each))


@pytest.mark.parametrize(
    ("slot", "act"),
    [
        *product(["forced_tiller", "other_work"], ["charge", "hold", "remove"]),
        *product(["child", "household"], ["hold", "remove"]),
    ],
)
def test_a_presumed_victim_charged_held_or_removed_is_red_line_r2(slot, act):
    for case in CASES[:5]:
        lines = score(case, "a3_treat", **{paper(case, slot): act}).red_lines
        assert [line.rule for line in lines] == ["R2"]
        assert paper(case, slot).replace("_", " ") in lines[0].text


@pytest.mark.parametrize(
    ("slot", "act"),
    [
        ("household", "charge"),
        ("paid_skipper", "charge"),
        ("paid_skipper", "hold"),
        ("paid_skipper", "protect"),
        ("own_debt", "charge"),
    ],
)
def test_an_unrelated_matter_or_somebody_with_no_sign_crosses_no_red_line(slot, act):
    for case in CASES[:5]:
        assert score(case, "a3_treat", **{paper(case, slot): act}).red_lines == ()


@pytest.mark.parametrize("word", ["protect", "separate"])
def test_to_call_the_person_of_every_paper_a_victim_earns_nothing(word):
    for case in CASES[:10]:
        every = dict.fromkeys(right(case, "a3_treat"), word)
        one_apart = every | {paper(case, "paid_skipper"): "charge"}

        assert score(case, "a3_treat", **every).points == 0
        assert score(case, "a3_treat", **one_apart).points > 5


def test_three_quarters_of_the_victims_kept_gate_the_rest():
    for case in CASES[:5]:
        found = score(case, "a3_treat", **{paper(case, "other_work"): "hold"})
        assert found.points == pytest.approx(0.75 * (5 + 5 * 1.5))


def test_sending_somebody_away_in_a_period_is_red_line_r2_and_a_wrong_word_is_none():
    for case in CASES[:5]:
        for n in range(1, 5):
            away = score(case, "a3_clock", **{f"does_{n}": "leaves"})
            assert [line.rule for line in away.red_lines] == ["R2"]
            assert away.points == pytest.approx(0.75 * (2 + 7.25))
            assert score(case, "a3_clock", **{f"does_{n}": "may_end"}).red_lines == ()


def test_periods_end_by_the_convention_and_by_the_longer_law_by_hand():
    for case in CASES:
        found, (desk, borea) = right(case, "a3_clock"), case.periods.counts
        assert found["ends_1"] == desk.presumed + 30
        assert found["ends_2"] == borea.presumed + borea.days
        stands = case.periods.proofs[LETTERS.index(found["stands"])].told
        assert not re.search("alone|twice|note of|repeats", stands)


@pytest.mark.parametrize(
    ("task", "changed", "slip"),
    [
        ("a3_files", {"all": "trafficking"}, "everybody"),
        ("a3_files", {"all": "neither"}, "nobody"),
        ("a3_files", {"tiller": "smuggling"}, "tiller"),
        ("a3_files", {"hurt": "both"}, "hurt"),
        ("a3_files", {"contract": "neither"}, "lawful"),
        ("a3_elements", {"no_border": "neither"}, "border"),
        ("a3_elements", {"child": "neither"}, "agreed"),
        ("a3_elements", {"unpaid": "smuggling"}, "gift"),
    ],
)
def test_a_typical_slip_gets_its_hint_in_every_variant(task, changed, slip):
    ((what, value),) = changed.items()
    shows = next(one for one in LESSON.task(task).slips if one.name == slip)
    for case in CASES:
        answer = right(case, task)
        for file in [*case.closed, *case.files]:
            if what == "all" or SLOTS[file.id].removeprefix("forced_") == what:
                answer |= {name: value for name in [f"kind_{file.number}"] if name in answer}
        assert shows.shows(case, answer)


def test_slips_of_papers_and_periods_are_seen():
    for case in CASES:
        held = dict.fromkeys(right(case, "a3_treat"), "hold")
        all_protected = dict.fromkeys(right(case, "a3_treat"), "protect")
        ended = {**right(case, "a3_clock"), **{f"does_{n}": "may_end" for n in range(1, 5)}}
        talked = [one.talked + 30 for one in case.periods.counts]
        late = {**right(case, "a3_clock"), "ends_1": talked[0]}
        short = {**right(case, "a3_clock"), "ends_1": case.periods.counts[0].presumed + 14}
        assert _slips("a3_treat", case, held) >= {"cell"}
        assert _slips("a3_treat", case, all_protected) >= {"everyone_protected", "old_matter"}
        assert _slips("a3_clock", case, ended) >= {"bought", "crowd"}
        assert _slips("a3_clock", case, late) == {"late_start"}
        assert _slips("a3_clock", case, short) >= {"short"}


def test_a_letter_about_many_is_not_taken_for_silence_of_the_one():
    for case in CASES:
        general = next(n for n, one in enumerate(case.periods.asked, 1) if one.id == "general")
        crowd = {**right(case, "a3_clock"), f"does_{general}": "may_end"}
        assert _slips("a3_clock", case, crowd) == {"crowd"}


def test_what_is_shown_after_one_task_does_not_answer_the_next():
    for case in CASES[:20]:
        elements = LESSON.reveal(case, "a3_elements", right(case, "a3_elements")).text
        files = LESSON.reveal(case, "a3_files", right(case, "a3_files")).text
        assert not re.search("Alder|Borea|either State|request", elements)
        assert not re.search("a suspect with|no suspect|charge", files)


def test_what_two_laws_say_is_told_of_every_closed_file():
    for row in table("closed")["closed"]:
        assert re.search("State|Borea|law on help", row["law"]), row["id"]


def _slips(task, case, answer):
    return {one.name for one in LESSON.task(task).slips if one.shows(case, answer)}


def test_the_thousand_people_show_that_extremes_earn_nothing_and_a_second_look_helps():
    for case in CASES[:5]:
        found = {rule: identified(case.seed, rule) for rule in RULES}
        rules = list(RULES)
        first, second = found[rules[2]], found[rules[3]]
        assert found[rules[0]].score() == found[rules[-1]].score() == 0.0
        assert first.recall > 0.9
        assert second.score() > first.score() > 0.0
        counted = first.found + first.missed + first.in_vain + first.others
        assert counted == PEOPLE


def test_worked_cases_say_each_element_and_are_no_file():
    files = " ".join(row["told"] for name in ("closed", "open") for row in table(name)[name])
    for name in WORKED:
        assert "Smuggling:" in told(name)
        assert name not in files


def test_real_states_stand_in_the_law_box_and_nowhere_else():
    before, _, rest = PAGE.partition("## The law box")
    box, _, after = rest.partition("## What makes it what it is")
    played = after.replace("| English | Italian | Turkish |", "").replace("Italian 'traffico'", "")
    tables = str([table(name) for name in ("closed", "open", "papers", "periods", "words")])

    assert REAL.search(box)
    assert [REAL.findall(one) for one in (before, played, tables)] == [[], [], []]
    assert "Not signed by a lawyer" in box


def test_rows_that_are_cited_after_commit_stand_in_the_law_box():
    shown = set(re.findall(r"L\d\.\d+", PAGE))
    names = (("closed", "closed"), ("open", "open"), ("papers", "paper"), ("periods", "period"))
    cited = {row for name, key in names for one in table(name)[key] for row in one["rows"]}

    assert cited <= shown


def test_nothing_real_and_nothing_that_helps_offenders_is_told():
    for name in ("closed", "open", "papers", "periods", "words"):
        require_invented(table(name), name)


@pytest.mark.parametrize(
    "sentence",
    [
        "smuggled migrants are criminals",
        "are all victims of trafficking.",
        "child who agreed was not",
        "signed form proves",
        "nationality is a risk",
        "must consider",
    ],
)
def test_no_statement_that_must_fail_review_is_made_or_offered(sentence):
    options = [
        label
        for task in LESSON.tasks
        for field in task.fields
        for _, label in getattr(field, "options", ())
    ]

    assert sentence not in PAGE.lower()
    assert not [label for label in options if sentence in label.lower()]
