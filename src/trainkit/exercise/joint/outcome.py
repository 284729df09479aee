"""The outcome that an exercise is judged by: hours of people in distress, up to one hour.

A person's hours begin with the distress and end when somebody has taken the person on board, or at
the coast. Who is lost is never recovered, so that the hours go on until the end: no life is worth
less because it ended early, and no run looks better because it was cut off.
"""

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Logbooks

_OUT = ("persons_recovered", "boat_landed")
"""How people come out of distress; the fact ``person_hours`` says whether they were in it."""


def unsafe_hours(books: Logbooks, until_h: float) -> NDArray[np.float64]:
    """Return the hours of people in distress.

    Args:
        books: Logbooks of a joint operation.
        until_h: Hour up to which they are counted, not before the last entry.

    Returns:
        Person-hours, shape (replications,).
    """
    entries = books.entries
    run = np.repeat(np.arange(len(books)), np.diff(books.starts))
    hours = np.zeros(len(entries))
    begun = _places(books, "distress_began")
    hours[begun] = _fact(books, "distress_began", "persons")[begun]
    for kind in _OUT:
        out = _places(books, kind) & (_fact(books, kind, "person_hours") > 0.0)
        hours[out] = -_fact(books, kind, "persons")[out]
    weighed = hours * (until_h - entries["time_h"])
    return np.bincount(run, weights=weighed, minlength=len(books)).astype(np.float64)


def _places(books: Logbooks, kind: str) -> NDArray[np.bool_]:
    names = [known.name for known in books.kinds]
    found: NDArray[np.bool_] = books.entries["kind"] == names.index(kind)
    return found


def _fact(books: Logbooks, kind: str, fact: str) -> NDArray[np.float64]:
    facts = next(known.facts for known in books.kinds if known.name == kind)
    values: NDArray[np.float64] = np.nan_to_num(books.entries["facts"][:, facts.index(fact)])
    return values
