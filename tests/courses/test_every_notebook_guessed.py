"""What answers without thought earn: a constant one at most half of a task, whatever the task."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from tests.courses.conftest import Played

from trainkit.kernel.luck import Luck
from trainkit.lessons.field import Allocation, Choice, Number, problems

GUESSED = ("A3", "A4", "C1", "C2", "C3", "C4", "D1")
"""Notebooks of the case, all but the capstone."""
VARIANTS = [f"variant-{number}" for number in range(10)]
SOME = VARIANTS[:3]
HIGHEST = {"first": 0.0, "middle": 0.5, "last": 1.0}


def widest(task):
    """Return how many options the longest list of a task has."""
    return max((len(f.options) for f in task.fields if isinstance(f, Choice)), default=1)


def constants(task):
    """Yield every answer that looks at nothing: one place in all lists, one height of numbers."""
    choices = any(isinstance(field, Choice) for field in task.fields)
    numbers = any(not isinstance(field, Choice) for field in task.fields)
    places = [*range(widest(task)), *(["middle", "last"] if choices else [])]
    for place, height in product(places, HIGHEST if numbers else ["first"]):
        yield f"{place}/{height}", {f.name: _at(f, place, height) for f in task.fields}


def _at(field, place, height):
    if isinstance(field, Choice):
        last = len(field.options) - 1
        at = {"middle": (last + 1) // 2, "last": last}.get(place, place)
        return field.options[min(at, last)][0]
    if isinstance(field, Number):
        return _number(field, HIGHEST[height])
    if isinstance(field, Allocation):
        return _allocation(field, height)
    raise AssertionError(f"nobody has said what a constant {type(field).__name__} is")


def _number(field, part):
    value = field.low + part * (field.high - field.low)
    return int(value) if field.whole else value


def _allocation(field, height):
    if height == "middle":
        each = field.total // field.step // len(field.cells) * field.step
        return dict.fromkeys(field.cells, each)
    chosen = field.cells[0 if height == "first" else -1]
    return {cell: field.total if cell == chosen else 0 for cell in field.cells}


def drawn(task, luck):
    """Return an answer whose every field is drawn with equal chance."""
    return {f.name: _drawn(f, luck.uniform("guess", at)) for at, f in enumerate(task.fields)}


def _drawn(field, part):
    if isinstance(field, Choice):
        return field.options[int(part * len(field.options))][0]
    if isinstance(field, Number):
        return _number(field, part)
    return _allocation(field, ("first", "middle", "last")[int(3 * part)])


def share(played, trainee, task, answer, folder):
    """Return which share of a task's points an answer earns."""
    assert problems(task.fields, answer) == []
    scored = played.scored(trainee, {task.id: answer}, folder)
    return next(one.points for one in scored if one.task.id == task.id) / task.points


def best_constant(played, task, folder, trainees):
    """Return the constant answer that earns most on average, and its share."""
    found = {
        name: float(np.mean([share(played, one, task, answer, folder) for one in trainees]))
        for name, answer in constants(task)
    }
    best = max(found, key=found.get)
    return best, found[best]


def by_chance(played, task, folder, trainees, each=3):
    """Return the mean share of answers that are drawn, *each* of them a trainee."""
    return float(
        np.mean(
            [
                share(played, one, task, drawn(task, Luck(1946 + number)), folder)
                for at, one in enumerate(trainees)
                for number in range(each * at, each * at + each)
            ]
        )
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "trainees", [SOME, pytest.param(VARIANTS, marks=pytest.mark.long)], ids=["sample", "all"]
)
@pytest.mark.parametrize("name", GUESSED)
def test_no_answer_that_looks_at_nothing_earns_more_than_half_of_a_task(name, trainees, folder):
    played = Played(name)
    for task in played.asked:
        best, earned = best_constant(played, task, folder, trainees)
        guessed = by_chance(played, task, folder, trainees)

        assert earned <= 0.5, (task.id, best)
        assert guessed <= 0.5, task.id


SORTED = (("C3", "c3_plan"),)
"""Tasks that ask the same of many things, where "all alike, and the rest right" is a plan."""


def all_alike(task, right):
    """Yield right answers but for one option for all that has one list: one hand, one place."""
    sorts = {}
    for one in task.fields:
        if isinstance(one, Choice):
            sorts.setdefault(one.options, []).append(one.name)
    many = {options: names for options, names in sorts.items() if len(names) > 1}
    for chosen in product(*many):
        answer = dict(right)
        for names, (value, _) in zip(many.values(), chosen, strict=True):
            answer.update(dict.fromkeys(names, value))
        yield "/".join(value for value, _ in chosen), answer


@pytest.mark.slow
@pytest.mark.parametrize(("name", "asked"), SORTED)
def test_one_hand_and_one_place_for_everything_earn_at_most_half(name, asked, folder):
    played = Played(name)
    task = played.lesson.task(asked)
    rights = {one: played.answers("reference", one)[asked] for one in SOME}

    guesses = [list(all_alike(task, rights[one])) for one in SOME]

    for alike in zip(*guesses, strict=True):
        each = [share(played, t, task, g[1], folder) for t, g in zip(SOME, alike, strict=True)]
        assert np.mean(each) <= 0.5, alike[0][0]


def test_the_scan_finds_a_task_whose_every_field_has_its_right_option_at_one_place(folder):
    """What the scan is for: the last option of every list was the right one."""
    played = Played("A4")
    task = played.lesson.task("a4_desk")
    right = played.answers("reference", SOME[0])[task.id]
    sorted_badly = replace(task, fields=tuple(_right_last(one, right) for one in task.fields))

    best, earned = best_constant(played, sorted_badly, folder, SOME[:1])

    assert earned == 1.0, best


def _right_last(field, right):
    value = right[field.name]
    others = [one for one in field.options if one[0] != value]
    return replace(field, options=(*others, (value, dict(field.options)[value])))
