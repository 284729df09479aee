"""Appeals against red lines: what was said, what was decided and why, and which lines still cap.

Everything stands in the journal of the academy. A line is known by its task, its rule and the
entry of the log that shows it, so a decision outlasts a new grading that finds the same line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from trainkit.grading.journal import Noted

State = Literal["crossed", "appealed", "upheld", "lifted"]
Line = tuple[str, str, int]
APPEALED, DECIDED = "appealed", "appeal_decided"


@dataclass(frozen=True)
class Standing:
    """A red line and what became of it.

    Attributes:
        task: Id of the task whose answer crossed it.
        rule: The rule.
        event: Entry of the log that shows it.
        text: What happened, in words.
        state: crossed; appealed (it waits for a decision); upheld; lifted (it caps no more).
        appeal: What was said against it, last.
        reason: Why it was decided so.
        by: Who decided it.
    """

    task: str
    rule: str
    event: int
    text: str = ""
    state: State = "crossed"
    appeal: str = ""
    reason: str = ""
    by: str = ""

    @property
    def line(self) -> Line:
        """What it is known by."""
        return self.task, self.rule, self.event

    @property
    def name(self) -> str:
        """What a reader calls it."""
        return f"{self.rule} ({self.task}, entry {self.event})"


@dataclass(frozen=True)
class Wanted:
    """Which red lines of a submission are meant: all of a rule, or those of a task and an entry."""

    rule: str
    task: str | None = None
    event: int | None = None

    def fits(self, one: Standing) -> bool:
        """Return whether a line is meant."""
        return (
            one.rule.lower() == self.rule.strip().lower()
            and self.task in {None, one.task}
            and self.event in {None, one.event}
        )


def standing(lines: Sequence[Mapping[str, Any]], noted: Sequence[Noted]) -> tuple[Standing, ...]:
    """Return red lines with what became of them.

    Args:
        lines: Red lines of a result: ``task``, ``rule``, ``event``, ``text``.
        noted: Entries of the journal on this submission, in their order; others are left alone.
    """
    found = [Standing(one["task"], one["rule"], one["event"], one["text"]) for one in lines]
    return tuple(_followed(one, noted) for one in found)


def _followed(one: Standing, noted: Sequence[Noted]) -> Standing:
    for entry in noted:
        if entry.kind in {APPEALED, DECIDED} and _line(entry.content) == one.line:
            one = _after(one, entry)
    return one


def _line(content: Mapping[str, Any]) -> Line:
    return content["task"], content["rule"], content["event"]


def _after(one: Standing, entry: Noted) -> Standing:
    if entry.kind == APPEALED:
        return replace(one, state="appealed", appeal=entry.content["text"])
    decided = entry.content["decision"]
    return replace(one, state=decided, reason=entry.content["reason"], by=entry.who)


def capping(lines: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the red lines that cap the mark: all that were not lifted."""
    return tuple(one for one in lines if one.state != "lifted")


def remarks(lines: Sequence[Standing], noted: Sequence[Noted]) -> list[str]:
    """Return what an instructor should know where a grading after a decision found other lines."""
    decided = [entry for entry in noted if entry.kind == DECIDED]
    if not decided:
        return []
    known = {tuple(line) for line in decided[-1].content["lines"]}
    told = [
        f"Red line {one.name} is new since the last decision on an appeal; it caps the mark."
        for one in lines
        if one.line not in known and one.state == "crossed"
    ]
    gone = sorted({_line(entry.content) for entry in decided} - {one.line for one in lines})
    return [*told, *(f"Red line {Standing(*one).name} was decided and is gone." for one in gone)]


def of_notebook(noted: Sequence[Noted], notebook: str) -> list[Noted]:
    """Return the entries on appeals in a notebook."""
    kinds = {APPEALED, DECIDED}
    return [one for one in noted if one.notebook == notebook and one.kind in kinds]
