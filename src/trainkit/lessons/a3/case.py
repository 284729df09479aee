"""The case of A3: twenty files, six papers, four periods; drawn for each trainee."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.a3.periods import Periods, draw_periods
from trainkit.lessons.a3.tables import one, one_of_each_slot, shuffled, table

CLOSED, OPEN = 6, 14
FIRST_OPEN = CLOSED + 1
_NOTED = ("household", "contract", "child", "other_work", "worked_off")
"""Slots of which the referral note may be asked."""


@dataclass(frozen=True)
class File:
    """A file as it is told.

    Attributes:
        number: Its number, 1 to 20.
        id: Its name.
        told: What is told.
        why: What to see in it, for after commit.
        rows: Rows of the law box that it turns on.
        law: What two laws say of it, for after that commit; nothing for an open file.
    """

    number: int
    id: str
    told: str
    why: str
    rows: tuple[str, ...]
    law: str


@dataclass(frozen=True)
class Paper:
    """A paper on the desk.

    Attributes:
        id: Its name.
        file: The file of the person that it is about.
        told: What it wants.
        why: What to see in it, for after commit.
        rows: Rows of the law box that it turns on.
    """

    id: str
    file: File
    told: str
    why: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for the thousand people.
        closed: Six files of which everything is proved, files 1 to 6.
        files: Fourteen open files, files 7 to 20.
        papers: Six papers about people of open files.
        periods: Four periods of reflection, two counts of days, three cases.
        noted: The file of which a referral note is asked.
    """

    seed: int
    closed: tuple[File, ...]
    files: tuple[File, ...]
    papers: tuple[Paper, ...]
    periods: Periods
    noted: File


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    by_slot = _files(luck, "open", FIRST_OPEN)
    return Situation(
        seed=luck.seed,
        closed=tuple(_files(luck, "closed", 1).values()),
        files=tuple(by_slot.values()),
        papers=_papers(luck, by_slot),
        periods=draw_periods(luck),
        noted=by_slot[one(luck, "noted", _NOTED)],
    )


def _files(luck: Luck, name: str, first: int) -> dict[str, File]:
    """Return the files of a table by their slots, in the order of their numbers."""
    rows = one_of_each_slot(luck, name, table(name)[name])
    return {row["slot"]: _file(number, row) for number, row in enumerate(rows, start=first)}


def _file(number: int, row: Mapping[str, Any]) -> File:
    law = row.get("law", "")
    return File(number, row["id"], row["told"], row["why"], tuple(row["rows"]), law)


def _papers(luck: Luck, by_slot: Mapping[str, File]) -> tuple[Paper, ...]:
    drawn = []
    for row in shuffled(luck, "papers", table("papers")["paper"]):
        file = by_slot[row["slot"]]
        told = row["told"].format(n=file.number)
        drawn.append(Paper(row["slot"], file, told, row["why"], tuple(row["rows"])))
    return tuple(drawn)


def told(case: Situation) -> str:
    """Return the file of which a note is asked, as the trainee and the marker read it."""
    return f"File {case.noted.number}: {case.noted.told}"
