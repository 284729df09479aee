"""What feedback and markers read: points by criterion, red lines, the decision log; as safe HTML.

Everything a trainee wrote is escaped here; nothing of theirs is ever taken as HTML.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from trainkit.grading.appeals import Standing
from trainkit.grading.report import Row
from trainkit.grading.rubric import LEVELS, Rubric
from trainkit.grading.rubric import Criterion as Scale
from trainkit.grading.scoring import Scored
from trainkit.grading.written import UNTYPESET
from trainkit.lessons.plain import log_table
from trainkit.lessons.records import Answers
from trainkit.lessons.score import Criterion, RedLine
from trainkit.lessons.task import Lesson
from trainkit.redlines import RULES

NOTES_CELL, HEAD_CELL, RUBRIC_SUFFIX = "trainkit-notes", "trainkit-head", "-rubric"
"""Ids of cells that feedback may leave out."""
FIGURE_SUFFIX, SAMPLES_SUFFIX = "-figure", "-samples"
"""Ends of ids of cells that markers alone see: they hold references and sample answers."""
_MOST_ROWS = 200
_ROOM = 'style="padding: 2px 6px; border: 1px solid #ccc; text-align: left; vertical-align: top"'
"""For cells of tables: formgrader's page leaves no room between them."""


def scored_html(one: Scored) -> str:
    """Return what a graded cell says: points by criterion, what happened, red lines."""
    if one.state != "scored":
        return f"<p>{safe(one.told)}</p>"
    rows = [_criterion(one, criterion) for criterion in one.score.criteria]
    parts = [_table(("criterion", "points", "what was found"), rows)]
    if any(criterion.life for criterion in one.score.criteria):
        parts.append("<p>Life comes first: the other points are multiplied by its share.</p>")
    if one.score.outcome:
        parts.append(f"<p>{safe(one.score.outcome)}</p>")
    return "".join([*parts, *map(_red_line, one.score.red_lines)])


def scored_text(one: Scored) -> str:
    """Return the same in plain text."""
    if one.state != "scored":
        return one.told
    rows = [_criterion(one, criterion) for criterion in one.score.criteria]
    lines = [f"{name}: {points}. {message}" for name, points, message in rows]
    told = [one.score.outcome] if one.score.outcome else []
    return "\n".join([*lines, *told, *map(_red_words, one.score.red_lines)])


def _criterion(one: Scored, criterion: Criterion) -> tuple[str, str, str]:
    name = f"{criterion.name} (life)" if criterion.life else criterion.name
    points = f"{one.score.earned(criterion):.1f} of {criterion.points:g}"
    return name, points, criterion.message


def _red_words(line: RedLine) -> str:
    meaning = RULES.get(line.rule, "")
    return (
        f"Red line {line.rule} ({meaning}), entry {line.event} of the log: {line.text} It caps the "
        "notebook unless an appeal lifts it; appeal to your instructor."
    )


def _red_line(line: RedLine) -> str:
    return f"<p><strong>{safe(_red_words(line))}</strong></p>"


def head_html(red_lines: Iterable[RedLine]) -> str:
    """Return the red lines for the top of a graded notebook; empty when there are none."""
    lines = [_red_line(line) for line in red_lines]
    return f"<div {UNTYPESET}>{''.join(lines)}</div>" if lines else ""


def notes_html(notes: Sequence[str]) -> str:
    """Return what an instructor alone should know; empty when there is nothing."""
    told = "".join(f"<li>{safe(note)}</li>" for note in notes)
    return f"<div {UNTYPESET}><p>For the instructor:</p><ul>{told}</ul></div>" if told else ""


def mark_html(row: Row, pass_mark: float) -> str:
    """Return the mark of a submission, as feedback shows it."""
    if row.final is None:
        return f"<div {UNTYPESET}><p>{safe(' '.join(row.notes))}</p></div>"
    told = [f"Points: {row.raw:g} of {row.out_of:g}. Mark: {row.percent:g} of 100."]
    if row.red_lines:
        crossed = ", ".join(row.red_lines)
        told.append(f"A red line was crossed ({crossed}): the final mark is {row.final:g}.")
    else:
        told.append(f"Final mark: {row.final:g} of 100; {pass_mark:g} are needed to pass.")
    told += [_became(one) for one in row.lines if one.state != "crossed"]
    if row.manual_waiting:
        told.append(f"{row.manual_waiting} answers wait for a marker, so it is not final yet.")
    lines = "".join(f"<p><strong>{safe(one)}</strong></p>" for one in told)
    return f"<div {UNTYPESET}>{lines}</div>"


def _became(line: Standing) -> str:
    """Return what became of a red line that was appealed against."""
    name = f"Red line {line.rule} ({RULES.get(line.rule, '')}), entry {line.event} of the log"
    if line.state == "appealed":
        return f"{name}: your appeal waits for a decision."
    caps = "it caps the mark no more" if line.state == "lifted" else "it caps the mark"
    return f"{name}, was {line.state} on appeal: {caps}. Reason: {line.reason}"


def rubric_html(rubric: Rubric, points: float, given: Mapping[str, int] | None = None) -> str:
    """Return a scale as a table: what is seen at each level, and the points that it gives.

    Args:
        rubric: The scale.
        points: Points of the task.
        given: Levels that were given, by criterion: they are marked in words.
    """
    head = ("criterion", *(f"level {level}" for level in range(LEVELS)))
    rows = [
        (one.name, *_levels(one, points, (given or {}).get(one.name))) for one in rubric.criteria
    ]
    title = safe(f"How this answer is marked: {rubric.title}")
    return f"<div {UNTYPESET}><p><strong>{title}</strong></p>{_table(head, rows)}</div>"


def _levels(criterion: Scale, points: float, given: int | None) -> list[str]:
    return [
        f"{'GIVEN: ' if level == given else ''}{criterion.points(level, points):g} points: {seen}"
        for level, seen in enumerate(criterion.levels)
    ]


def context_html(
    lesson: Lesson, scored: Sequence[Scored], answers: Answers, brief: str = ""
) -> str:
    """Return what a marker sees beside a written answer: case, outcomes in words, decision log."""
    outcomes = [
        f"<li>{safe(one.task.title)}: {safe(one.score.outcome or one.told)}</li>"
        for one in scored
        if one.score.outcome or one.told
    ]
    rows = log_table(answers, {task.id: task for task in lesson.tasks})
    head = ("time", "task", "event", "what", "reason")
    case = f"<p>{safe(brief)}</p>" if brief else ""
    return (
        f"<div {UNTYPESET}>{case}<p>What the decisions did (simulated by the grader):</p>"
        f"<ul>{''.join(outcomes)}</ul><p>Decision log (times are the trainee's own clock):</p>"
        f"{_table(head, rows[:_MOST_ROWS])}</div>"
    )


def original_html(trainee: str, notebook: str) -> str:
    """Return where the file lies that a trainee handed in, in words: it is never opened here."""
    path = f"submitted/{trainee}/{notebook}/{notebook}.ipynb"
    told = f"The file as it was handed in: {path} in the academy's folder. Read it, never run it."
    return f"<p>{safe(told)}</p>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th {_ROOM}>{safe(name)}</th>" for name in head)
    body = "".join(
        f"<tr>{''.join(f'<td {_ROOM}>{safe(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table {UNTYPESET}><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def safe(text: str) -> str:
    """Return a text as HTML on one line that no renderer of Markdown takes apart.

    Examples:
        >>> safe("a <b> $x$")
        'a &lt;b&gt; &#36;x&#36;'
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return escape(printable).replace("$", "&#36;")
