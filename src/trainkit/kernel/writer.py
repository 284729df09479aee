"""The pen of a SimPy run."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

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
        number = self._known(self._kind_numbers, kind, "kind of entry")
        who = self._known(self._subject_numbers, subject, "subject")
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
        rows = rows or self._rows
        entries = np.zeros(len(rows), dtype=entry_type(self.kinds))
        entries["facts"] = np.nan
        for place, (time_h, kind, subject, values) in enumerate(rows):
            entries[place] = (time_h, kind, subject, np.nan)
            entries["facts"][place, : len(values)] = values
        return Logbook(self.kinds, self.subjects, entries)

    @staticmethod
    def _known(numbers: Mapping[str, int], name: str, what: str) -> int:
        if name not in numbers:
            raise TrainkitError(f"The model declares no {what} '{name}'.{nearest(name, numbers)}")
        return numbers[name]
