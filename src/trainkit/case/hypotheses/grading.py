"""Grades of a source and of what it says, and what they are taken to mean: a stated assumption.

A report is taken to be right because it is known with the weight of both grades, and otherwise to
be no better than a coin that was thrown: of two contrary facts it then names either with one half.
The letters and figures are those of the common admiralty scale; the weights are the exercise's own,
since the scale gives none and readers differ widely in what they take from it.

Sources:
    Samet (1975). *Quantitative interpretation of two qualitative scales*, on how readers differ.
"""

from collections.abc import Mapping

from trainkit.case.hypotheses.items import Item
from trainkit.errors import TrainkitError, shown

RELIABILITY: Mapping[str, float] = {
    "A": 0.95,
    "B": 0.8,
    "C": 0.6,
    "D": 0.3,
    "E": 0.0,
    "F": 0.5,
}
"""Weight of the source, from completely reliable to unreliable; F cannot be judged: half way."""
CREDIBILITY: Mapping[str, float] = {
    "1": 1.0,
    "2": 0.8,
    "3": 0.6,
    "4": 0.3,
    "5": 0.0,
    "6": 0.5,
}
"""Weight of what is said, from confirmed to improbable; 6 cannot be judged: half way."""


def weight(grade: str) -> float:
    """Return the weight of a grade such as ``B2``: 0 tells nothing, 1 is taken as known.

    Raises:
        TrainkitError: it is no grade.

    Examples:
        >>> round(weight("B2"), 2), weight("E1")
        (0.64, 0.0)
    """
    known = isinstance(grade, str) and len(grade) == 2
    if not known or grade[0] not in RELIABILITY or grade[1] not in CREDIBILITY:
        raise TrainkitError(
            f"{shown(grade)} is no grade. Give a letter from A to F for the source and a figure "
            "from 1 to 6 for what it says, such as 'B2'."
        )
    return RELIABILITY[grade[0]] * CREDIBILITY[grade[1]]


def said_if_true(grade: str) -> float:
    """Return the chance that a source of this grade says of a true fact that it is so."""
    return (1.0 + weight(grade)) / 2.0


def factor(grade: str) -> float:
    """Return by how much a report multiplies the odds of what it says; infinite for weight 1.

    Examples:
        >>> round(factor("B2"), 2), factor("E3")
        (4.56, 1.0)
    """
    right = said_if_true(grade)
    return right / (1.0 - right) if right < 1.0 else float("inf")


def report(name: str, fact: Mapping[str, float], grade: str, origin: str = "") -> Item:
    """Return the item that a graded report of a fact is.

    Args:
        name: What is reported.
        fact: Chance that the fact is so, by hypothesis.
        grade: Grade, such as ``B2``. A 1 for *confirmed by others* has used the others already: do
            not update by them as well.
        origin: Who or what it comes from in the end.
    """
    right = said_if_true(grade)
    told = {one: chance * right + (1.0 - chance) * (1.0 - right) for one, chance in fact.items()}
    return Item(name, told, origin, name)
