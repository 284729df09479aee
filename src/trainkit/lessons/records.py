"""The records of a trainee's decisions, and what can be asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FILE = "answers.jsonl"
EVENTS = ("started", "saved", "checked", "hint", "committed", "reflected")
FIRST = "0" * 64
UNREAD = "the answers file cannot be read"
"""How a flaw of the whole file begins."""


@dataclass(frozen=True)
class Record:
    """One line of an answers file.

    Attributes:
        sequence: Its number, from 0.
        task: Id of the task; empty for what concerns the whole notebook.
        event: One of `EVENTS`.
        value: The answer, or what the event holds.
        reason: The trainee's own words.
        at: Date and time on the trainee's clock, with its zone.
        hash: Its own link of the chain.
    """

    sequence: int
    task: str
    event: str
    value: Any
    reason: str
    at: str
    hash: str

    @property
    def content(self) -> dict[str, Any]:
        """What is hashed, without the links of the chain."""
        names = ("sequence", "task", "event", "value", "reason", "at")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True)
class Flaw:
    """What is wrong with one line of an answers file, in a sentence's end."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line} {self.what}" if self.line else self.what


@dataclass(frozen=True)
class Answers:
    """The records that could be read, in their order, and what was wrong with the others."""

    records: tuple[Record, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def trainee(self) -> str:
        """The trainee whom the file names first; empty when it names nobody."""
        return next(iter(self.trainees), "")

    @property
    def trainees(self) -> tuple[str, ...]:
        """All trainees whom the file names: more than one where files were put together."""
        return self._started("trainee")

    @property
    def notebook(self) -> str:
        """The notebook that the file names; empty when it names none."""
        return next(iter(self._started("notebook")), "")

    def _started(self, name: str) -> tuple[str, ...]:
        values = [record.value for record in self.of("", "started")]
        found = [value.get(name) for value in values if isinstance(value, Mapping)]
        return tuple(dict.fromkeys(one for one in found if isinstance(one, str)))

    def of(self, task: str, *events: str) -> list[Record]:
        """Return the records of a task, of these events or of all."""
        return [
            record
            for record in self.records
            if record.task == task and (not events or record.event in events)
        ]

    def committed(self, task: str) -> Record | None:
        """Return the first committed answer of a task: the one that counts."""
        return next(iter(self.of(task, "committed")), None)

    def latest(self, task: str) -> Record | None:
        """Return the answer of a task that was saved or committed last."""
        found = self.of(task, "saved", "committed")
        return found[-1] if found else None
