"""The pen of a SimPy run."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.entry import Kind, entry_type
from trainkit.kernel.logbook import Logbook


class _HasTime(Protocol):
    @property
    def now(self) -> Any: ...


_Row = tuple[float, int, int, Sequence[float]]


class _Line(Protocol):
    time_h: float
    kind: int
    subject: int
    facts: list[float]


class Writer:
    """Writes the entries of a SimPy run, which are stamped with the environment's time in hours.

    Attributes:
        kinds: Kinds of entry of the model.
        subjects: Names of who or what acts.
    """

    def __init__(self, env: _HasTime, kinds: Sequence[Kind], subjects: Sequence[str]) -> None:
        self.kinds, self.subjects = tuple(kinds), tuple(subjects)
        self._env = env
        self._kind_numbers = {kind.name: number for number, kind in enumerate(kinds)}
        self._subject_numbers = {name: number for number, name in enumerate(subjects)}
        self._rows: list[_Row] = []
        self._lines: Callable[[], Sequence[_Line]] = tuple

    def write(self, kind: str, subject: str, /, **facts: float | str) -> None:
        """Write that *kind* happened to *subject* now.

        Raises:
            TrainkitError: the model declares no such kind, subject or fact.
        """
        number, who = self._kind_numbers.get(kind), self._subject_numbers.get(subject)
        if number is None:
            raise _undeclared(self._kind_numbers, kind, "kind of entry")
        if who is None:
            raise _undeclared(self._subject_numbers, subject, "subject")
        values = self.kinds[number].encode(facts)
        self._rows.append((float(self._env.now), number, who, values))

    def read_from(self, lines: Callable[[], Sequence[_Line]]) -> None:
        """Take over the entries of a model that writes them as numbers, as its twin does.

        Args:
            lines: Gives all entries written so far, with facts in the declared order.
        """
        self._lines = lines

    def logbook(self) -> Logbook:
        """Return what has been written so far."""
        rows: list[_Row] = [(x.time_h, x.kind, x.subject, x.facts) for x in self._lines()]
        return Logbook(self.kinds, self.subjects, _entries(self.kinds, rows or self._rows))


def _undeclared(numbers: Mapping[str, int], name: str, what: str) -> TrainkitError:
    return TrainkitError(f"The model declares no {what} '{name}'.{nearest(name, numbers)}")


def _entries(kinds: Sequence[Kind], rows: Sequence[_Row]) -> NDArray[Any]:
    """Return rows as a table, column by column, which is many times faster than row by row."""
    entries = np.zeros(len(rows), dtype=entry_type(kinds))
    if not rows:
        return entries
    times, numbers, subjects, facts = zip(*rows, strict=True)
    entries["time_h"], entries["kind"], entries["subject"] = times, numbers, subjects
    lengths = np.fromiter(map(len, facts), dtype=np.intp, count=len(rows))
    table = entries["facts"]
    table[:] = np.nan
    given = np.arange(table.shape[1]) < lengths[:, np.newaxis]
    table[given] = np.fromiter(chain.from_iterable(facts), np.float64, count=lengths.sum())
    return entries
