"""The page that a second or third marker reads: answer, case, scale and samples, without names."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from trainkit.grading.moderation.comments import Comment
from trainkit.grading.moderation.desk import Desk
from trainkit.grading.moderation.marks import Mark, Role
from trainkit.grading.moderation.standing import compared
from trainkit.grading.wording import rubric_html
from trainkit.kernel.chain import STATEMENT
from trainkit.lessons.task import Task


def answer_html(
    desk: Desk, task: Task, mark: Mark, answer: str, case: str, samples: str
) -> dict[str, Any]:
    """Return one answer as the page shows it.

    Args:
        desk: The desk of the notebook.
        task: What was asked.
        mark: The mark that is handed out.
        answer: The answer as harmless HTML, without names.
        case: What stands beside it, without names.
        samples: Sample answers as HTML.
    """
    rubric = desk.rubrics.get(mark.task)
    return {
        "form": mark.form,
        "title": task.title,
        "question": task.question,
        "answer": answer,
        "case": case,
        "scale": rubric_html(rubric, desk.out_of[mark.task]) if rubric else "",
        "samples": samples,
        "two": _two(desk, mark) if mark.role == "third" else [],
    }


def _two(desk: Desk, mark: Mark) -> list[tuple[str, int, int]]:
    """Return the levels of the two markers, in an order that follows from the form's id."""
    levels = compared(desk, mark.key)
    turned = int(mark.form, 16) % 2 == 1
    return [(name, *(reversed(two) if turned else two)) for name, two in levels.items()]


def page_html(
    notebook: str, role: Role, answers: Sequence[dict[str, Any]], bank: Iterable[Comment]
) -> str:
    """Return the page of one marker.

    Args:
        notebook: Id of the notebook.
        role: first, second or third.
        answers: What `answer_html` returned.
        bank: Comments that can be used by their code.
    """
    from jinja2 import Environment, StrictUndefined

    text = files("trainkit.grading.moderation").joinpath("page.html").read_text(encoding="utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
    return template.render(
        notebook=notebook, role=role, answers=answers, bank=list(bank), statement=STATEMENT
    )
