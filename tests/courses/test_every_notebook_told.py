"""What every authored notebook says: hints without answers, slips that are slips, plain prose."""

import re

import nbformat

from trainkit.lessons.field import problems

VARIANTS = [f"variant-{number}" for number in range(30)]
SOME = VARIANTS[:2]
"""Of these every reveal is read; each is simulated, and its sentences are the same in all."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
FIGURES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def told(task):
    """Return every hint of a task, those of its slips too."""
    return [*task.hints, *(slip.hint for slip in task.slips)]


def spellings(field, value):
    """Return how a right value might be written in a hint, as patterns."""
    kind = type(field).__name__
    if kind == "Instant":
        day = f"{int(value[8:10])} {MONTHS[int(value[5:7]) - 1]}"
        return [re.escape(value[:10]), rf"\b{day}\b"]
    if kind == "Choice":
        label = dict(field.options)[value]
        quoted = [rf"['\"]{re.escape(one)}['\"]" for one in (label, value)]
        return [*quoted, *([re.escape(label)] if len(label) > 12 else [])]
    if kind == "Number":
        return numerals(value, field.unit)
    if kind == "Allocation":
        return [rf"\b{cell}\b\D{{0,12}}\b{amount:g}\b" for cell, amount in value.items() if amount]
    if kind == "Position":
        return [rf"(?<![\d.]){abs(part):g} (NM|nm)" for part in value.values() if part]
    return []


def numerals(value, unit):
    figures = [rf"(?<![\d.]){value:g}(?!\d|\.\d) ?{re.escape(unit)}"]
    if value == int(value) and 0 <= value <= 12:
        figures.append(rf"\b{FIGURES[int(value)]} {re.escape(unit)}")
    return figures


def test_no_hint_holds_a_value_of_the_right_answer(played):
    found = []
    for trainee in VARIANTS:
        right = played.answers("reference", trainee)
        for task in played.asked:
            for field in task.fields:
                for pattern in spellings(field, right[task.id][field.name]):
                    found += [(task.id, h) for h in told(task) if re.search(pattern, h)]

    assert found == []


def test_the_search_for_values_in_hints_finds_one_that_is_there(played):
    right = played.answers("reference", SOME[0])
    planted = {
        "Instant": lambda field, value: f"It is {value}.",
        "Choice": lambda field, value: f"Choose '{value}'.",
        "Number": lambda field, value: f"It is {value:g} {field.unit}.",
        "Allocation": lambda field, value: "; ".join(f"{c}: {a:g}" for c, a in value.items()),
        "Position": lambda field, value: f"{abs(value['x_nm']):g} NM, {abs(value['y_nm']):g} NM",
    }
    for task in played.asked:
        for field in task.fields:
            value = right[task.id][field.name]
            hint = planted[type(field).__name__](field, value)
            assert any(re.search(one, hint) for one in spellings(field, value)), hint


def test_every_task_has_three_hints_and_every_slip_one_of_its_own(played):
    for task in played.asked:
        assert len(task.hints) == 3, task.id
        assert all(hint.strip() for hint in told(task))
        assert len(set(told(task))) == len(told(task)), task.id


def test_no_slip_shows_for_the_right_answer(played):
    for trainee in VARIANTS:
        case, right = played.case(trainee), played.answers("reference", trainee)
        for task in played.asked:
            shown = [slip.name for slip in task.slips if slip.shows(case, right[task.id])]
            assert shown == [], (trainee, task.id)


def markdown(played):
    found = nbformat.reads(played.built(), as_version=4).cells
    return [cell.source for cell in found if cell.cell_type == "markdown"]


def test_prose_has_no_exclamation_marks_and_pictures_have_words(played):
    texts = markdown(played)
    texts += [task.question for task in played.lesson.tasks]
    texts += [hint for task in played.lesson.tasks for hint in told(task)]
    for trainee in SOME:
        case, right = played.case(trainee), played.answers("reference", trainee)
        texts += [played.lesson.reveal(case, t.id, right[t.id]).text for t in played.asked]

    loud = [text for text in texts if "!" in text.replace("![", "[")]
    wordless = [
        text for text in texts if re.search(r"!\[\s*\]\(|<img(?![^>]*alt=\"[^\"]+\")", text)
    ]
    assert loud == []
    assert wordless == []


def test_a_reveal_has_words_enough_and_names_what_its_samples_measure(played):
    for trainee in SOME:
        case = played.case(trainee)
        for player in ("reference", "baseline"):
            answers = played.answers(player, trainee)
            for task in played.asked:
                if problems(task.fields, answers[task.id]):
                    continue
                shown = played.lesson.reveal(case, task.id, answers[task.id])
                assert len(shown.text.split()) >= 15, task.id
                assert not shown.samples or shown.label
