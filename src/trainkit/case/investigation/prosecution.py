"""What became of each prosecution, by actor: a table that is read off the logbook afterwards.

A conviction asks for four things, each of which may fail by itself: items that a court may hear,
enough of them, an offence that both States know where the person was abroad, and a charge that is
the one of the surrender.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.entry import Entry
from trainkit.kernel.logbook import Logbook


@dataclass(frozen=True)
class Outcome:
    """What became of one actor.

    Attributes:
        actor: Its name in the logbook.
        rank: Its rank; bystander where it has no part, empty where nothing says so.
        side: State of the court; empty before a judgment.
        offence: The charge, or what the surrender was asked for; empty before either.
        items: Items about the actor that the court's team held.
        admissible: Those of them that a court may hear.
        sufficient: Whether they were enough for a conviction; None before a judgment.
        speciality: Whether the charge is what the surrender was for; None before a judgment.
        dual: Whether both States punish the offence; None before it was asked.
        result: convicted, acquitted, barred, no_offence, not_charged, not_surrendered,
            request_late, protected, or pending.
    """

    actor: str
    rank: str = ""
    side: str = ""
    offence: str = ""
    items: int = 0
    admissible: int = 0
    sufficient: bool | None = None
    speciality: bool | None = None
    dual: bool | None = None
    result: str = "pending"


COLUMNS = tuple(field.name for field in fields(Outcome))
_READ = frozenset(
    {
        *("person_arrested", "provisional_arrest_ended", "surrender_decided", "person_expelled"),
        *("trial_ended", "person_released", "reflection_began", "person_charged"),
    }
)


def outcomes(book: Logbook) -> tuple[Outcome, ...]:
    """Return what became of everybody who was arrested or wanted, in the order of their arrests."""
    found: dict[str, Outcome] = {}
    numbers = [number for number, kind in enumerate(book.kinds) if kind.name in _READ]
    for entry in Logbook(book.kinds, book.subjects, book.entries[_among(book, numbers)]):
        begins = entry.kind in {"person_arrested", "provisional_arrest_ended", "person_expelled"}
        if begins or entry.subject in found:
            known = found.get(entry.subject, Outcome(entry.subject))
            found[entry.subject] = _after(known, entry)
    return tuple(found.values())


def _among(book: Logbook, numbers: list[int]) -> NDArray[np.bool_]:
    return np.isin(book.entries["kind"], numbers)


def _after(known: Outcome, entry: Entry) -> Outcome:
    """Return an outcome after one more entry about the actor."""
    facts = entry.facts
    match entry.kind:
        case "person_arrested":
            return replace(known, rank=str(facts["rank"]), result="pending")
        case "surrender_decided":
            result = known.result if facts["granted"] else "not_surrendered"
            dual = bool(facts["dual"])
            return replace(known, offence=str(facts["offence"]), dual=dual, result=result)
        case "person_expelled":
            return replace(known, result="pending")
        case "trial_ended":
            return _judged(known, entry)
    return replace(known, result=_freed(entry) or known.result) if _open(known) else known


def _open(known: Outcome) -> bool:
    return known.result == "pending"


def _freed(entry: Entry) -> str:
    """Return the result that an entry is where nothing was judged; empty where it is none."""
    if entry.kind == "provisional_arrest_ended" and not entry.facts["request_came"]:
        return "request_late"
    return {"reflection_began": "protected", "person_released": "not_charged"}.get(entry.kind, "")


def _judged(known: Outcome, entry: Entry) -> Outcome:
    facts = entry.facts
    return replace(
        known,
        rank=str(facts["rank"]),
        side=str(facts["side"]),
        offence=str(facts["offence"]),
        items=int(facts["items"]),
        admissible=int(facts["admissible"]),
        sufficient=bool(facts["sufficient"]),
        speciality=bool(facts["speciality"]),
        dual=bool(facts["dual"]),
        result=str(facts["result"]),
    )
