"""What happened, in order: the only thing that a run leaves.

Processes write entries and nobody counts; every number is a pure function of the entries
afterwards. In memory a logbook is a typed record array, which both engines fill; on disk it is a
chain of JSON lines (`trainkit.kernel.chain`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.entry import Entry, Kind, Record, entry_type

__all__ = ["Entry", "Kind", "Logbook", "Logbooks", "Record", "entry_type"]

_AT_ONCE = 1024
"""Entries that are read at once: who stops early has read little."""


@dataclass(frozen=True, eq=False)
class Logbook:
    """The entries of one run.

    Attributes:
        kinds: Kinds of entry of the model.
        subjects: Names of who or what acts; entries hold their number.
        entries: Record array of `entry_type`, shape (entries,), in order.
    """

    kinds: tuple[Kind, ...]
    subjects: tuple[str, ...]
    entries: NDArray[Any]

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        for low in range(0, len(self), _AT_ONCE):
            yield from self._read(np.arange(low, min(low + _AT_ONCE, len(self))))

    def records(self) -> list[Record]:
        """Return the entries as tuples (time_h, kind, subject, facts)."""
        return [(entry.time_h, entry.kind, entry.subject, entry.facts) for entry in self]

    def of(self, kind: str, subject: str | None = None) -> list[Entry]:
        """Return the entries of one *kind*, of one *subject* if it is named."""
        return self._read(self._places(kind, subject))

    def first(self, kind: str, subject: str | None = None) -> Entry | None:
        """Return the first entry of a *kind*, or None."""
        places = self._places(kind, subject)
        return self._read(places[:1])[0] if len(places) else None

    def _places(self, kind: str, subject: str | None) -> NDArray[np.intp]:
        return np.flatnonzero(_mask(self.kinds, self.subjects, self.entries, kind, subject))

    def _read(self, places: NDArray[np.intp]) -> list[Entry]:
        """Return the entries at *places*, column by column: thrice as fast as one by one."""
        raw = self.entries[places]
        columns = (raw[name].tolist() for name in ("time_h", "kind", "subject", "facts"))
        return [
            Entry(at, time_h, kind.name, self.subjects[who], kind.decode(facts))
            for at, time_h, number, who, facts in zip(places.tolist(), *columns, strict=True)
            for kind in (self.kinds[number],)
        ]


@dataclass(frozen=True, eq=False)
class Logbooks:
    """The logbooks of many replications of one scenario, side by side.

    Metrics read this: each reader returns one number a replication, shape (replications,).

    Attributes:
        kinds: Kinds of entry of the model.
        subjects: Names of who or what acts.
        entries: All entries, replication after replication, shape (entries,).
        starts: Where each replication begins, and the end of the last, shape (replications + 1,).
    """

    kinds: tuple[Kind, ...]
    subjects: tuple[str, ...]
    entries: NDArray[Any]
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, books: Sequence[Logbook]) -> "Logbooks":
        """Return *books* of one scenario side by side.

        Raises:
            TrainkitError: there is no book, or they are not of one model.
        """
        if not books or any(book.kinds != books[0].kinds for book in books):
            raise TrainkitError("Logbooks are put side by side when they are of one model.")
        starts = np.cumsum([0, *(len(book) for book in books)], dtype=np.intp)
        entries = np.concatenate([book.entries for book in books])
        return cls(books[0].kinds, books[0].subjects, entries, starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, replication: int) -> Logbook:
        low, high = self.starts[replication], self.starts[replication + 1]
        return Logbook(self.kinds, self.subjects, self.entries[low:high])

    def count(self, kind: str, subject: str | None = None) -> NDArray[np.float64]:
        """Return how often it happened."""
        places = np.flatnonzero(self._mask(kind, subject))
        return np.diff(np.searchsorted(places, self.starts)).astype(np.float64)

    def first_time_h(self, kind: str, subject: str | None = None) -> NDArray[np.float64]:
        """Return when it first happened, in hours; nan where it never did."""
        return self._first(self._mask(kind, subject), self.entries["time_h"])

    def first_fact(self, kind: str, fact: str, subject: str | None = None) -> NDArray[np.float64]:
        """Return a *fact* of the first entry of a kind; nan where there is none."""
        return self._first(self._mask(kind, subject), self._fact(kind, fact))

    def total(self, kind: str, fact: str, subject: str | None = None) -> NDArray[np.float64]:
        """Return the sum of a *fact* over the entries of a kind."""
        places = np.flatnonzero(self._mask(kind, subject))
        running = np.concatenate(([0.0], np.cumsum(self._fact(kind, fact)[places])))
        sums: NDArray[np.float64] = np.diff(running[np.searchsorted(places, self.starts)])
        return sums

    def _mask(self, kind: str, subject: str | None) -> NDArray[np.bool_]:
        return _mask(self.kinds, self.subjects, self.entries, kind, subject)

    def _fact(self, kind: str, fact: str) -> NDArray[np.float64]:
        facts = self.kinds[_number([known.name for known in self.kinds], kind, "kind")].facts
        values: NDArray[np.float64] = self.entries["facts"][:, _number(facts, fact, "fact")]
        return values

    def _first(self, mask: NDArray[np.bool_], values: NDArray[np.float64]) -> NDArray[np.float64]:
        places = np.flatnonzero(mask)
        at = np.searchsorted(places, self.starts[:-1])
        found = at < np.searchsorted(places, self.starts[1:])
        result = np.full(len(self), np.nan)
        result[found] = values[places[at[found]]]
        return result


def _mask(
    kinds: tuple[Kind, ...],
    subjects: tuple[str, ...],
    entries: NDArray[Any],
    kind: str,
    subject: str | None,
) -> NDArray[np.bool_]:
    mask: NDArray[np.bool_] = entries["kind"] == _number([k.name for k in kinds], kind, "kind")
    if subject is not None:
        mask = mask & (entries["subject"] == _number(subjects, subject, "subject"))
    return mask


def _number(names: Sequence[str], name: str, what: str) -> int:
    if name not in names:
        raise TrainkitError(f"This logbook knows no {what} '{name}'.{nearest(name, names)}")
    return list(names).index(name)
