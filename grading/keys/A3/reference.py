"""Answers of reference and baseline for A3.

The reference reads facts and signs as `truth` has them and lets the rules of
`trainkit.case.victims` say what follows; each of them names the rows of the fact sheet that it
stands on. There is one right answer to each item.
"""

from trainkit.case.victims.elements import facilitation, kind
from trainkit.case.victims.reflection import DAY_H, LEAST_DAYS, Reflection
from trainkit.case.victims.standing import Person, may_charge, stands_without
from trainkit.lessons.a3.periods import LETTERS

from .truth import CHILDREN, CLOSED, DOES, OFFENCES, OPEN, SIGNS, SMUGGLED

_PUNISHED = {
    (True, True): "both",
    (True, False): "alder",
    (False, True): "borea",
    (False, False): "neither",
}
_PROOFS = {
    "stands": ("ledger", "messages", "testimony"),
    "single": ("testimony", "testimony"),
    "alone": ("testimony",),
}


def elements(file):
    """Return the elements of a closed file, by the names of their fields."""
    facts = CLOSED[file.id]
    means = "used" if facts.means != "none" else "none"
    return {
        f"act_{file.number}": "no" if facts.act == "none" else "yes",
        f"means_{file.number}": "spared" if facts.child else means,
        f"purpose_{file.number}": "none" if facts.purpose == "none" else "shown",
        f"kind_{file.number}": kind(facts),
    }


def law(file):
    """Return which of the States punishes the one who helped with an entry."""
    sides = tuple(facilitation(CLOSED[file.id], side).holds for side in ("Alder", "Borea"))
    return _PUNISHED[sides]


def open_kind(file):
    """Return what an open file is."""
    return kind(OPEN[file.id])


def victim(file):
    """Return whether an open file shows a victim of trafficking."""
    return open_kind(file) in {"trafficking", "both"}


def person(paper):
    """Return what is visible of the person of a paper; identification is pending for all."""
    signs = frozenset(SIGNS.get(paper.file.id, ()))
    child = paper.file.id in CHILDREN
    return Person(signs, child, "pending", paper.id in SMUGGLED)


def due(paper):
    """Return what is due to the person of a paper, by what is visible."""
    found, offence = person(paper), OFFENCES[paper.id]
    charged = may_charge(found, offence).holds
    if found.protected:
        return "separate" if charged else "protect"
    return "charge" if charged else "witness"


def ends(count, days):
    """Return the day of the case on which a period ends."""
    return int(Reflection(count.presumed * DAY_H, days).ends_h / DAY_H)


def ends_of(case):
    """Return the days on which the two periods end: never below what the convention gives."""
    return [ends(count, max(count.days, LEAST_DAYS)) for count in case.periods.counts]


def standing(case):
    """Return the letter of the case that stands without the statement."""
    found = [stands_without(_PROOFS[one.kind]) for one in case.periods.proofs]
    return LETTERS[found.index(True)]


def _merged(parts):
    return {name: value for part in parts for name, value in part.items()}


def numbered(name, values):
    """Return values by numbered names."""
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return {
        "a3_elements": _merged(elements(file) for file in case.closed),
        "a3_laws": {f"law_{file.number}": law(file) for file in case.closed},
        "a3_files": {f"kind_{file.number}": open_kind(file) for file in case.files},
        "a3_treat": numbered("paper", [due(paper) for paper in case.papers]),
        "a3_clock": {
            **numbered("does", [DOES[one.id] for one in case.periods.asked]),
            **numbered("ends", ends_of(case)),
            "stands": standing(case),
        },
    }


def baseline(case):
    """Return what a desk does that sees nobody but smugglers, and nobody but smuggled people.

    It finds an act everywhere, no means and no purpose, calls every file smuggling, lets both
    States punish, treats every person as a witness, lets periods be ended and counts as the desk
    says. It charges, holds and removes nobody, so that it crosses no red line.
    """
    closed = [
        {
            f"act_{file.number}": "yes",
            f"means_{file.number}": "none",
            f"purpose_{file.number}": "none",
            f"kind_{file.number}": "smuggling",
        }
        for file in case.closed
    ]
    return {
        "a3_elements": _merged(closed),
        "a3_laws": {f"law_{file.number}": "both" for file in case.closed},
        "a3_files": {f"kind_{file.number}": "smuggling" for file in case.files},
        "a3_treat": numbered("paper", ["witness"] * len(case.papers)),
        "a3_clock": {
            **numbered("does", ["may_end"] * 4),
            **numbered("ends", [one.talked + one.days for one in case.periods.counts]),
            "stands": "A",
        },
    }
