"""What E5 shows: its pools, its slips, its pages and what it reveals."""

import json
from datetime import timedelta

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e5 import LESSON, explorer, page
from trainkit.lessons.e5.base import base_plan, digest
from trainkit.lessons.e5.case import situation
from trainkit.lessons.e5.draft import PARTS, lines
from trainkit.lessons.e5.seen import water_part
from trainkit.lessons.e5.versions import HEAD
from trainkit.lessons.e5.water import LAST_YEAR, held, seen
from trainkit.lessons.e5.window import misjudged

CASES = [situation(Luck(seed)) for seed in range(1, 13)]
SHOWN = {
    "window": page._window, "draft": page._draft, "water": water_part, "edits": page._edits,
    "history": page._history, "plan": page._plan, "acts": page._acts, "letter": page._letter,
    "night": page._night,
}  # fmt: skip


def slips(task, case, answer):
    return [one.name for one in LESSON.task(task).slips if one.shows(case, answer)]


def numbered(name, values):
    return {f"{name}_{n}": value for n, value in enumerate(values, start=1)}


def test_every_part_of_a_draft_has_a_line_of_each_kind_and_no_text_stands_twice():
    found = lines()

    assert len(found) == len(PARTS) * 4
    assert len({line.text for line in found.values()}) == len(found)
    assert len({line.why for line in found.values()}) == len(found)


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_before_an_answer_holds_none(name):
    for case in CASES:
        words = SHOWN[name](case).words
        assert len(words.split()) > 20
        if name == "window":
            assert case.window.first.date().isoformat() not in words
            assert str(case.window.first.day) + " " not in words.split("Signed")[0][-40:]
        if name in {"draft", "letter"}:
            whys = [line.why for line in case.draft] + [p.why for p in case.letter.proposals]
            assert not any(why in words for why in whys)


def test_the_table_of_the_water_counts_every_boat_that_lies_on_it_once():
    for case in CASES:
        rows = [line for line in water_part(case).words.splitlines()[2:] if " | " in line]
        counted = sum(int(cell) for row in rows for cell in row.split(" | ")[1:] if cell != ".")
        places = seen(case.water, case.seed)
        on_table = (
            (places[:, 0] >= -24) & (places[:, 0] < 40)
            & (places[:, 1] >= -40) & (places[:, 1] < 32)
        ).sum()  # fmt: skip

        assert counted == on_table
        assert counted > 80
        assert f"would have held {int(held(places, LAST_YEAR).sum())}." in water_part(case).words


def test_versions_are_shown_by_the_first_figures_of_their_real_hashes():
    for case in CASES:
        words = page._history(case).words
        assert digest(base_plan(case.window))[:HEAD] in words
        assert len({figures[:HEAD] for figures in case.history.hashes}) == len(
            set(case.history.hashes)
        )


def test_the_plan_that_the_crews_have_is_shown_whole():
    words = page._plan(CASES[0]).words

    for part in ("Scope", "Target", "Force", "Duration", "Area", "Rescue", "Suspension"):
        assert f"\n{part} | " in words
    assert "Third party | Cyra" in words


def test_typical_slips_of_the_window_are_told_apart():
    for case in CASES:
        window = case.window
        right = {name: getattr(window, name).isoformat() for name in ("first", "start", "end")}
        early = window.first - timedelta(days=1)
        figures = window.wall_clock_end

        assert slips("e5_window", case, right) == []
        counted = {**right, "first": early.isoformat()}
        assert slips("e5_window", case, counted) == ["day of signature counted"]
        walls = {**right, "end": figures.isoformat()}
        assert slips("e5_window", case, walls) == ["wall clocks counted"]
        soon = {**right, "start": (window.first - timedelta(hours=4)).isoformat()}
        assert slips("e5_window", case, soon) == ["before the paper"]
        evening = window.start.astimezone(window.end.tzinfo).utcoffset()
        old = window.end.replace(tzinfo=None).isoformat() + _offset(evening)
        assert slips("e5_window", case, {**right, "end": old}) == ["old offset kept"]


def _offset(ahead):
    return f"+{int(ahead / timedelta(hours=1)):02d}:00"


def test_typical_slips_of_the_other_tasks_have_their_hints():
    case = CASES[0]
    everything = numbered("edit", ["void"] * 8)
    west = dict(zip(LAST_YEAR, (-12.0, 12.0, -10.0, 10.0), strict=True))

    assert "nothing is one-sided" in slips("e5_elements", case, numbered("line", ["sound"] * 8))
    assert slips("e5_area", case, west) == ["last year's area"]
    assert slips("e5_area", case, {**west, "east_nm": 40.0}) == ["too large"]
    assert slips("e5_area", case, {**west, "east_nm": -13.0}) == ["sides crossed"]
    assert slips("e5_versions", case, everything) == ["everything voids"]
    assert "rescue held against the plan" in slips("e5_acts", case, numbered("act", ["plan"] * 8))
    said = slips("e5_joining", case, numbered("proposal", ["within"] * 6))
    assert said == ["silence taken for consent", "a letter before a rescue"]
    ordered = {"rescue": "go", "patrol": "radio", "log": "remove"}
    assert slips("e5_orders", case, ordered) == ["a voice as an approval", "a changed log"]


def test_an_hour_too_long_misjudges_one_act_in_so_many_as_the_night_has_hours():
    """Twenty acts fall evenly over the window and six hours on either side."""
    for case in CASES[:4]:
        window = case.window
        wrong = misjudged(case.seed, window, window.start, window.wall_clock_end).mean()
        expected = 20 / (window.lasts_h + 12)

        assert abs(wrong - expected) < 4 * (expected / 1000) ** 0.5
        assert misjudged(case.seed, window, window.start, window.end).sum() == 0


def test_the_explorer_says_of_each_writing_whether_the_hash_is_the_same():
    same = [name for name in explorer.WRITINGS if "the same hash" in explorer.told(name)]

    assert same == [
        "as first written", "the two lines in the other order",
        "a tabulator in place of a space", "12.0 in place of 12",
    ]  # fmt: skip


def test_reveals_say_what_was_chosen_and_why(capsys):
    case = CASES[0]
    voids = {**numbered("edit", ["void"] * 8), "missing_2": "both", "missing_3": "both"}

    told = LESSON.reveal(case, "e5_versions", voids).text

    assert told.count("another hash: both are void") == 8
    assert digest(base_plan(case.window))[:HEAD] in told
    area = LESSON.reveal(case, "e5_area", dict(LAST_YEAR))
    assert set(area.samples) == {"yours", "last year's area"}
    assert (area.samples["yours"] == area.samples["last year's area"]).all()
    explorer.writings()
    assert json.dumps(capsys.readouterr().out)
