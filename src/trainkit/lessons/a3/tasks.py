"""The tasks of A3, declared once: fields, points, slips and hints."""

from trainkit.lessons.a3 import slips
from trainkit.lessons.a3.case import CLOSED, FIRST_OPEN, OPEN
from trainkit.lessons.a3.periods import LETTERS
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

ACTS = (("yes", "yes"), ("no", "no"))
MEANS = (("used", "used"), ("none", "none used"), ("spared", "none needed: under 18"))
PURPOSE = (("shown", "shown"), ("none", "not shown"))
CLASSES = (
    ("smuggling", "smuggling"),
    ("trafficking", "trafficking"),
    ("both", "both"),
    ("neither", "neither"),
)
PUNISHED = (
    ("both", "both States"),
    ("alder", "Alder only"),
    ("borea", "Borea only"),
    ("neither", "neither State"),
)
TREATED = (
    ("protect", "presume a victim and refer: no charge, no cell, no removal"),
    ("separate", "the same, and the old matter goes to the prosecutor by itself"),
    ("witness", "not charged for having been smuggled; may be asked as a witness"),
    ("charge", "propose a charge, with the rights of a suspect"),
    ("hold", "hold as a suspect until the story has been checked"),
    ("remove", "let the removal go ahead"),
)
DOES = (
    ("stays", "stays, and help goes on"),
    ("may_end", "the period may be ended, by a reasoned decision about this person"),
    ("leaves", "the removal may be carried out"),
)
_PAPERS, _PERIODS = 6, 4
_LAST_DAY = 400


def _closed() -> tuple[Field, ...]:
    found: list[Field] = []
    for n in range(1, CLOSED + 1):
        found += [
            Choice(f"act_{n}", f"File {n}: taken in or moved by somebody", ACTS),
            Choice(f"means_{n}", f"File {n}: means", MEANS),
            Choice(f"purpose_{n}", f"File {n}: purpose to exploit", PURPOSE),
            Choice(f"kind_{n}", f"File {n}: by law", CLASSES),
        ]
    return tuple(found)


def _laws() -> tuple[Field, ...]:
    return tuple(
        Choice(f"law_{n}", f"File {n}: help with the entry is punished in", PUNISHED)
        for n in range(1, CLOSED + 1)
    )


def _files() -> tuple[Field, ...]:
    numbers = range(FIRST_OPEN, FIRST_OPEN + OPEN)
    return tuple(Choice(f"kind_{n}", f"File {n}", CLASSES) for n in numbers)


def _papers() -> tuple[Field, ...]:
    return tuple(Choice(f"paper_{n}", f"Paper {n}", TREATED) for n in range(1, _PAPERS + 1))


def _periods() -> tuple[Field, ...]:
    asked = [Choice(f"does_{n}", f"Period {n}", DOES) for n in range(1, _PERIODS + 1)]
    counts = [
        Number(f"ends_{n}", f"Count {n}: ends on", "day of the case", 1, _LAST_DAY, whole=True)
        for n in (1, 2)
    ]
    letters = tuple((letter, f"case {letter}") for letter in LETTERS)
    return (*asked, *counts, Choice("stands", "Stands without the statement", letters))


_NOTE = written("a3_note", 40, "A3.5", "victim_sensitivity")
TASKS = (
    decided("a3_elements", 12, ("A3.1",), _closed(), slips.ELEMENTS),
    decided("a3_laws", 6, ("A3.2",), _laws(), slips.LAWS),
    decided("a3_files", 18, ("A3.1", "A3.3"), _files(), slips.FILES),
    decided("a3_treat", 14, ("A3.4",), _papers(), slips.TREAT),
    decided("a3_clock", 10, ("A3.4",), _periods(), slips.CLOCK),
    _NOTE,
)
