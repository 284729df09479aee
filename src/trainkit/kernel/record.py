"""State declared once for two engines: dataclasses of numbers for SimPy, records of them compiled.

A shared function reads `unit.x_nm` of either.
"""

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray


def record_type(kind: type[Any]) -> np.dtype[Any]:
    """Return the record type with the fields of a dataclass of numbers."""
    letters = {int: "i8", float: "f8"}
    return np.dtype([(field.name, letters[field.type]) for field in fields(kind)])  # type: ignore[index]


def records(rows: Sequence[Any], kind: type[Any]) -> NDArray[Any]:
    """Return *rows* of a dataclass as a record array, shape (rows,)."""
    table = np.zeros(len(rows), dtype=record_type(kind))
    for place, row in enumerate(rows):
        table[place] = astuple(row)
    return table.view(np.recarray)
