"""Appealing against a red line and deciding an appeal: acts that the journal keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.appeals import APPEALED, DECIDED, Standing, Wanted, of_notebook, standing
from trainkit.grading.journal import entries, note
from trainkit.grading.result import read_results
from trainkit.grading.submitted import same_trainee

Decision = Literal["upheld", "lifted"]


@dataclass(frozen=True)
class Appealed:
    """A red line of a submission that somebody appealed against.

    Attributes:
        notebook: Id of the notebook.
        trainee: Whose submission it is.
        line: The red line with what became of it.
        found: Whether the last grading still finds it.
    """

    notebook: str
    trainee: str
    line: Standing
    found: bool


def appeals(book: Any, notebook: str | None = None) -> list[Appealed]:
    """Return all red lines that were appealed against, by notebook and trainee.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of one notebook; all when left out.
    """
    noted = [one for one in entries(book) if one.kind == APPEALED]
    chosen = {(one.notebook, one.trainee) for one in noted if notebook in {None, one.notebook}}
    return [one for pair in sorted(chosen) for one in _appealed(book, *pair)]


def _appealed(book: Any, notebook: str, trainee: str) -> list[Appealed]:
    noted = of_notebook(entries(book, trainee), notebook)
    there = {one.line for one in _standing(book, notebook, trainee)}
    about = {key: {**one.content, "text": ""} for one in noted if (key := _key(one.content))}
    lines = standing(list(about.values()), noted)
    return [Appealed(notebook, trainee, one, one.line in there) for one in lines]


def _key(content: Mapping[str, Any]) -> tuple[str, str, int]:
    return content["task"], content["rule"], content["event"]


def appeal(
    book: Any, notebook: str, trainee: str, wanted: Wanted, text: str, who: str
) -> list[Standing]:
    """Note an appeal, and return the red lines that it is about; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
        trainee: Whose submission it is.
        wanted: Which red lines.
        text: What the trainee says.
        who: Who notes it.

    Raises:
        TrainkitError: there is no such red line, it was lifted before, or nothing is said.
    """
    said = _said(text, "--text: what the trainee says against the red line")
    owner, lines = _of(book, notebook, trainee)
    meant = [one for one in _meant(lines, wanted, owner, notebook) if one.state != "lifted"]
    if not meant:
        raise TrainkitError(f"{wanted.rule} of {owner} in {notebook} was lifted already.")
    for one in meant:
        note(book, APPEALED, who, owner, notebook, {**_content(one), "text": said})
    return meant


def decide(
    book: Any,
    notebook: str,
    trainee: str,
    wanted: Wanted,
    decision: Decision,
    reason: str,
    who: str,
) -> list[Standing]:
    """Decide an appeal, or decide it anew, and return the red lines; the caller commits.

    Args:
        book: nbgrader's open gradebook.
        notebook: Id of the notebook.
        trainee: Whose submission it is.
        wanted: Which red lines.
        decision: Whether they stay (upheld) or cap no more (lifted).
        reason: Why.
        who: Who decides.

    Raises:
        TrainkitError: nobody appealed against such a red line, or no reason is given.
    """
    why = _said(reason, "--reason: why it is decided so")
    owner, lines = _of(book, notebook, trainee)
    meant = [one for one in _meant(lines, wanted, owner, notebook) if one.state != "crossed"]
    if not meant:
        raise TrainkitError(
            f"Nobody has appealed against {wanted.rule} of {owner} in {notebook}. Note what is "
            f"said against it first: `trainkit appeal {notebook} {owner} --rule {wanted.rule}`."
        )
    known = [list(one.line) for one in lines]
    for one in meant:
        content = {**_content(one), "decision": decision, "reason": why, "lines": known}
        note(book, DECIDED, who, owner, notebook, content)
    return meant


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise TrainkitError(f"An appeal needs {what}.")
    return text.strip()


def _of(book: Any, notebook: str, trainee: str) -> tuple[str, tuple[Standing, ...]]:
    """Return the owner of a submission as the gradebook spells the id, and the red lines."""
    there = list(read_results(book, notebook))
    same = [trainee] if trainee in there else same_trainee(trainee, there)
    if len(same) != 1:
        raise TrainkitError(
            f"No graded {notebook} of '{trainee}' is in the gradebook.{nearest(trainee, there)}"
        )
    return same[0], _standing(book, notebook, same[0])


def _standing(book: Any, notebook: str, trainee: str) -> tuple[Standing, ...]:
    result = read_results(book, notebook, trainee).get(trainee)
    lines = result.red_lines if result else ()
    return standing(lines, of_notebook(entries(book, trainee), notebook))


def _meant(
    lines: tuple[Standing, ...], wanted: Wanted, trainee: str, notebook: str
) -> list[Standing]:
    found = [one for one in lines if wanted.fits(one)]
    if not found:
        there = "; ".join(f"{one.name}, {one.state}" for one in lines) or "none"
        raise TrainkitError(
            f"{trainee} has crossed no such red line '{wanted.rule}' in {notebook}. There is: "
            f"{there}."
        )
    return found


def _content(one: Standing) -> dict[str, Any]:
    return {"task": one.task, "rule": one.rule, "event": one.event}
