"""What feedback and markers read: points by criterion, red lines, the decision log; as safe HTML.

Everything a trainee wrote is escaped here; nothing of theirs is ever taken as HTML.
"""

from collections.abc import Iterable, Sequence
from html import escape

from trainkit.exercise.redlines import RULES
from trainkit.grading.scoring import Scored
from trainkit.lessons.plain import log_table
from trainkit.lessons.records import Answers
from trainkit.lessons.score import Criterion, RedLine
from trainkit.lessons.task import Lesson

_MOST_ROWS = 200


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
        "notebook and can be appealed to your instructor."
    )


def _red_line(line: RedLine) -> str:
    return f"<p><strong>{safe(_red_words(line))}</strong></p>"


def head_html(red_lines: Iterable[RedLine], notes: Sequence[str]) -> str:
    """Return what stands at the top of a graded notebook; empty when there is nothing to say."""
    lines = [_red_line(line) for line in red_lines]
    told = [f"<li>{safe(note)}</li>" for note in notes]
    listed = ["<p>For the instructor:</p><ul>", *told, "</ul>"] if told else []
    return "".join(["<div>", *lines, *listed, "</div>"]) if lines or listed else ""


def context_html(lesson: Lesson, scored: Sequence[Scored], answers: Answers) -> str:
    """Return what a marker sees beside a written answer: outcomes in words, the decision log."""
    outcomes = [
        f"<li>{safe(one.task.title)}: {safe(one.score.outcome or one.told)}</li>"
        for one in scored
        if one.score.outcome or one.told
    ]
    rows = log_table(answers, {task.id: task for task in lesson.tasks})
    head = ("time", "task", "event", "what", "reason")
    return (
        "<div><p>What the decisions did (simulated by the grader):</p>"
        f"<ul>{''.join(outcomes)}</ul><p>Decision log (times are the trainee's own clock):</p>"
        f"{_table(head, rows[:_MOST_ROWS])}</div>"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{safe(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def safe(text: str) -> str:
    """Return a text as HTML on one line that no renderer of Markdown takes apart.

    Examples:
        >>> safe("a <b> $x$")
        'a &lt;b&gt; &#36;x&#36;'
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return escape(printable).replace("$", "&#36;")
