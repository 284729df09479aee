"""What A2 tells: whatever is answered, a reveal explains it, and slips and pages never fail."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.a2 import explorer, page
from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.a2.thousand import waits
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.field import problems
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A2")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"told-{n}", "A2")) for n in range(25)]
ASKED = [task for task in LESSON.tasks if not task.manual]


def values(field):
    if hasattr(field, "options"):
        return [value for value, _ in field.options]
    return list(range(int(field.low), int(field.high) + 1))


def drawn(task, number):
    """Return an answer of good form, each field drawn by itself."""
    luck = Luck(number)
    return {
        field.name: values(field)[int(len(values(field)) * luck.uniform(field.name, 0))]
        for field in task.fields
    }


@pytest.mark.parametrize("task", ASKED, ids=[task.id for task in ASKED])
def test_any_answer_of_good_form_is_explained_line_by_line(task):
    for number, case in enumerate(CASES):
        answer = drawn(task, number)

        told = LESSON.reveal(case, task.id, answer).text

        assert problems(task.fields, answer) == []
        assert {"a2_binding": 10, "a2_duty": 6, "a2_place": 3, "a2_order": 3}[task.id] == sum(
            line.startswith(("Instrument", "Vignette")) for line in told.split("\n\n")
        )
        assert ".." not in told
        assert "?." not in told


@pytest.mark.parametrize("task", ASKED, ids=[task.id for task in ASKED])
def test_no_slip_fails_on_any_answer_of_good_form(task):
    for number, case in enumerate(CASES):
        shown = [slip.shows(case, drawn(task, number)) for slip in task.slips]

        assert all(isinstance(one, bool) for one in shown)


@pytest.mark.parametrize("due", ["hold", "ask", "none"])
def test_what_the_centre_did_is_shown_beside_passing_on_in_the_same_luck(due):
    for case in CASES[:10]:
        answer = drawn(LESSON.task("a2_duty"), 1)
        done = {name: due if name.startswith("due") else v for name, v in answer.items()}

        found = LESSON.reveal(case, "a2_duty", done)

        assert (found.samples["yours"] == waits(case.seed, due)).all()
        assert (found.samples["pass it on"] == waits(case.seed, "none")).all()
        assert f"after {found.samples['yours'].mean():.1f} hours" in found.text
        assert "hours" in found.label.lower()


def test_a_reveal_says_why_each_instrument_binds_and_what_is_to_be_checked():
    for case in CASES:
        told = LESSON.reveal(case, "a2_binding", drawn(LESSON.task("a2_binding"), 2)).text

        assert all(one.why in told and one.row in told for one in case.instruments)
        assert all(one.flag in told for one in case.instruments)


def test_a_landing_is_explained_for_the_place_taken_and_for_the_nearest():
    for case in CASES:
        answer = drawn(LESSON.task("a2_place"), 3)

        told = LESSON.reveal(case, "a2_place", answer).text

        for number, landing in enumerate(case.landings, start=1):
            taken = landing.offers[LETTERS.index(answer[f"place_{number}"])]
            assert f"at {taken.name}, {taken.away_h:g} hours off" in told
            assert landing.nearest.name in told


def test_an_order_is_told_in_the_order_that_was_given():
    case, answer = CASES[0], drawn(LESSON.task("a2_order"), 0)
    ranks = dict(zip("abcde", (3, 1, 5, 2, 4), strict=True))
    answer |= {f"night_1_act_{letter}": rank for letter, rank in ranks.items()}

    told = LESSON.reveal(case, "a2_order", answer).text.split("\n\n")[0]

    acts = [case.nights[0].acts[place].told for place in (1, 3, 0, 4, 2)]
    places = [told.index(f"({rank}) {act}") for rank, act in enumerate(acts, start=1)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("part", "rows"),
    [(page._states, 6), (page._instruments, 10), (page._sightings, 6), (explorer._thousand, 3)],
)
def test_a_table_says_all_its_rows_in_words_too(part, rows):
    for case in CASES:
        words = part(case).words.splitlines()

        assert len(words) == 2 + rows
        assert all("|" in line for line in words[1:])


def test_vignettes_are_numbered_from_one_to_twelve():
    for case in CASES:
        words = "\n".join(part(case).words for part in (page._landings, page._nights))

        assert [f"Vignette {number}." in words for number in range(7, 13)] == [True] * 6


def test_every_worked_case_names_what_is_due_its_source_and_its_rows():
    for name in explorer.CASES:
        told = explorer.told(name)
        assert told.startswith(name)
        assert all(words in told for words in ("So: ", "Source: ", "Rows: L1."))
