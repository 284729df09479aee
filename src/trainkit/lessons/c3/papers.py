"""Six items of the case, as the register has them: which court may use each, and what supports it.

Each trainee has one item of each of six sorts; words, days and order differ.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from trainkit.case.evidence import Item, admissible
from trainkit.case.evidence.corroboration import carries
from trainkit.case.law import Warrant, statute
from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.drawing import one_of, shuffled, whole

DAY_H = 24.0
COURTS = ("Alder", "Borea")
FACT, OTHER = "the boat was bought in March", "two men met at the quay"
"""What the six speak to: four to the first, two to the second."""
_SOURCES = ("the boat builder", "the harbour clerk", "a chandler")


@dataclass(frozen=True)
class Paper:
    """One line of the register.

    Attributes:
        told: What it is, in words.
        item: The item itself.
    """

    told: str
    item: Item


Making = Callable[[Luck, str, str], Paper]


def _order(action: str, authority: str, side: str, from_day: int, days: int) -> Warrant:
    basis = statute(side, action, "smuggling")
    from_h = DAY_H * from_day
    return Warrant(basis, action, 0, authority, (0,), from_h, from_h + DAY_H * days)


def _item(
    number: str, fact: str, origin: str, way: tuple[str, str, str], day: int, **more: Any
) -> Item:
    action, side, channel = way
    basis = statute(side, action, "smuggling").id
    told = (number, fact, origin, channel, action, "smuggling", side, DAY_H * day, basis)
    return Item(*told, **more)


def _statement(luck: Luck, number: str, source: str) -> Paper:
    """A witness of Alder, who needs nobody's order, sent to Borea by letter: both courts."""
    way = "witness_interview", "Alder", "letter_of_request"
    item = _item(number, FACT, source, way, whole(luck, "statement", 4, 9))
    return Paper("Statement of a witness in Alder, sent on to Borea by letter", item)


def _traffic(luck: Luck, number: str, _source: str) -> Paper:
    """Traffic data of Alder's prosecutor: Borea would have asked a judge."""
    day = whole(luck, "traffic", 5, 20)
    way = "telecom_data", "Alder", "letter_of_request"
    order = _order("telecom_data", "prosecutor", "Alder", day - 3, 60)
    item = _item(number, OTHER, "a telephone mast", way, day, warrant=order)
    return Paper("List of telephones near the quay, sent on to Borea by letter", item)


def _answer(luck: Luck, number: str, source: str) -> Paper:
    """An answer of Borea's police: intelligence, and the same source again."""
    way = "witness_interview", "Borea", "police_answer"
    day = whole(luck, "answer", 8, 20)
    item = _item(number, FACT, source, way, day)
    return Paper("Borea's police write what their witness told them", item)


def _call(luck: Luck, number: str, _source: str) -> Paper:
    """A call that was recorded after the order had run out."""
    begun, late = whole(luck, "order", 1, 6), whole(luck, "late", 1, 3)
    order = _order("interception", "judge", "Alder", begun, 15)
    way = "interception", "Alder", "own"
    item = _item(number, FACT, "a call of the buyer", way, begun + 15 + late, warrant=order)
    return Paper("Recording of a call between two buyers", item)


def _watched(luck: Luck, number: str, _source: str) -> Paper:
    """Surveillance of Borea's prosecutor, sent by letter: lawful where it was done, so for both."""
    day = whole(luck, "watched", 6, 24)
    way = "surveillance", "Borea", "letter_of_request"
    order = _order("surveillance", "prosecutor", "Borea", day - 4, 30)
    item = _item(number, OTHER, "officers on watch", way, day, warrant=order)
    return Paper("Report of officers who watched the quay, sent by letter", item)


def _shown(luck: Luck, number: str, _source: str) -> Paper:
    """Data of Borea's judge of which a copy was shown: nobody has sent it."""
    day = whole(luck, "shown", 6, 20)
    grade = one_of(luck, "grade", ("C", "E"))
    way = "telecom_data", "Borea", "own"
    order = _order("telecom_data", "judge", "Borea", day - 1, 60)
    more = {"warrant": order, "reliability": grade}
    item = _item(number, FACT, "a telephone bill", way, day, **more)
    return Paper("Telephone bill from Borea, of which the liaison officer saw a copy", item)


_SORTS: tuple[Making, ...] = (_statement, _traffic, _answer, _call, _watched, _shown)


def draw_papers(luck: Luck) -> tuple[Paper, ...]:
    """Return the six lines of a trainee's register."""
    source = one_of(luck, "source", _SOURCES)
    makings = shuffled(luck, "order of papers", _SORTS)
    return tuple(make(luck, f"E-{n}", source) for n, make in enumerate(makings, start=1))


def court_of(paper: Paper) -> str:
    """Return which court may use an item: both, Alder, Borea or neither."""
    found = [state for state in COURTS if admissible(paper.item, state).admitted]
    return found[0] if len(found) == 1 else ("both" if found else "neither")


def sources(papers: tuple[Paper, ...]) -> int:
    """Return how many sources that can be judged speak to the first fact."""
    items = [one.item for one in papers if one.item.fact == FACT]
    return len({item.origin for item in items if carries(item)})
