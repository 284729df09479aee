"""How `trainkit grade --explain` shows why a submission has its marks."""

import json as json_
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from trainkit.cli.output import show_json
from trainkit.errors import printable


def show_explanation(found: Any, *, json: bool) -> None:
    """Print an explanation of `trainkit.grading.explaining`."""
    if json:
        show_json(_content(found))
        return
    for line in _lines(found):
        print(printable(line))


def _content(found: Any) -> dict[str, Any]:
    marks = [
        {
            "task": mark.task.id,
            "answer": mark.answer,
            "committed_at": mark.committed_at,
            "replayed": mark.replayed.points if mark.replayed else None,
            "red_lines": list(mark.red_lines),
            **mark.kept,
        }
        for mark in found.marks
    ]
    about = {"variant": found.variant, "seed": found.seed, "changed": list(found.changed)}
    return {"row": asdict(found.row), **about, "made_by": dict(found.made_by), "marks": marks}


def _lines(found: Any) -> Iterable[str]:
    row = found.row
    yield f"{row.notebook} of {row.trainee}: {_number(row.raw)} of {_number(row.out_of)} points."
    yield f"Mark {_number(row.percent)} of 100, final {_number(row.final)} ({row.state})."
    yield f"Variant (visible seed {found.seed}): {found.variant or 'as the notebook shows it.'}"
    for mark in found.marks:
        yield ""
        yield from _mark_lines(mark)
    yield ""
    yield from _end_lines(found)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _mark_lines(mark: Any) -> Iterable[str]:
    kept = mark.kept
    by_hand = f"marked by hand, {kept['out_of']:g} points"
    points = f"{kept['points']:g} of {kept['out_of']:g} points, {kept['state']}"
    yield f"{mark.task.id} ({mark.task.title}): {by_hand if mark.task.manual else points}"
    if mark.committed_at:
        value = json_.dumps(mark.answer, ensure_ascii=False)
        yield f"  answer, committed {mark.committed_at} (own clock): {value}"
    for criterion in kept["criteria"]:
        yield (
            f"  {criterion['name']}: {criterion['earned']:.2f} of {criterion['points']:g}. "
            + (criterion["message"])
        )
        yield from _measure_lines(criterion["measure"])
    yield from (f"  {text}" for text in (kept["outcome"], kept["told"]) if text)
    yield from (
        f"  red line {line['rule']}, entry {line['event']}: {line['text']}"
        for line in mark.red_lines
    )
    if not mark.same:
        yield f"  Scored again it comes to {mark.replayed.points:g} points: see the end."


def _measure_lines(measure: Any) -> Iterable[str]:
    if measure:
        yield (
            f"    simulated: {measure['value']:.3f} {measure['unit']}; standing order "
            f"{measure['baseline']:.3f}, reference {measure['reference']:.3f}, in the same luck"
        )


def _end_lines(found: Any) -> Iterable[str]:
    given = ", ".join(f"{name} {value[:16] or 'none'}" for name, value in found.made_by.items())
    yield f"These marks were given by: {given}."
    if found.changed:
        yield f"Another today: {', '.join(found.changed)}."
    if all(mark.same for mark in found.marks):
        yield "Scored again just now, every automatic mark comes to the same points."
    yield from (f"Note: {note}" for note in found.row.notes)
