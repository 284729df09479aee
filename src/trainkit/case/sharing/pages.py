"""The entries of many watches as one table of numbers, filled without names."""

import math
from array import array

import numpy as np

from trainkit.case.sharing.kinds import KINDS
from trainkit.kernel.entry import entry_type
from trainkit.kernel.logbook import Logbooks

_FACTS = max(len(kind.facts) for kind in KINDS)
_EMPTY = tuple((math.nan,) * (_FACTS - many) for many in range(_FACTS + 1))
_NUMBERS = {kind.name: float(number) for number, kind in enumerate(KINDS)}


class Pages:
    """What the desks of many watches write, watch after watch."""

    def __init__(self) -> None:
        self._flat, self._starts = array("d"), [0]

    def write(self, time_h: float, kind: str, sort: float, facts: tuple[float, ...]) -> None:
        """Write what happened: the number of the sort of need, and all facts in their order."""
        self._flat.extend((time_h, _NUMBERS[kind], sort, *facts, *_EMPTY[len(facts)]))

    def turn(self) -> None:
        """Begin the next watch."""
        self._starts.append(len(self._flat) // (3 + _FACTS))

    def logbooks(self, subjects: tuple[str, ...]) -> Logbooks:
        """Return the watches side by side, as the runs of SimPy would have left them."""
        table = np.frombuffer(self._flat, dtype=np.float64).reshape(-1, 3 + _FACTS)
        entries = np.zeros(len(table), dtype=entry_type(KINDS))
        entries["time_h"], entries["kind"], entries["subject"] = table[:, :3].T
        entries["facts"] = table[:, 3:]
        return Logbooks(KINDS, subjects, entries, np.array(self._starts, dtype=np.intp))
