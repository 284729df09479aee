"""The pen of a SimPy run."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.entry import Kind, entry_type
from trainkit.kernel.logbook import Logbook


class _HasTime(Protocol):
    @property
    def now(self) -> Any: ...


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
        self._rows: list[tuple[float, int, int, tuple[float, ...]]] = []

    def write(self, kind: str, subject: str, /, **facts: float | str) -> None:
        """Write that *kind* happened to *subject* now.

        Raises:
            TrainkitError: the model declares no such kind, subject or fact.
        """
        number = self._known(self._kind_numbers, kind, "kind of entry")
        who = self._known(self._subject_numbers, subject, "subject")
        values = self.kinds[number].encode(facts)
        self._rows.append((float(self._env.now), number, who, values))

    def logbook(self) -> Logbook:
        """Return what has been written so far."""
        entries = np.zeros(len(self._rows), dtype=entry_type(self.kinds))
        entries["facts"] = np.nan
        for place, (time_h, kind, subject, values) in enumerate(self._rows):
            entries[place] = (time_h, kind, subject, np.nan)
            entries["facts"][place, : len(values)] = values
        return Logbook(self.kinds, self.subjects, entries)

    @staticmethod
    def _known(numbers: Mapping[str, int], name: str, what: str) -> int:
        if name not in numbers:
            raise TrainkitError(f"The model declares no {what} '{name}'.{nearest(name, numbers)}")
        return numbers[name]
