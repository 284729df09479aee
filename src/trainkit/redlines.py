"""Red lines as pure functions of a logbook: which rule was broken, at which entry, in words.

A model composes its rules of these three forms and declares them; a grader reads them on a logbook
that it simulated itself. Rescue is never asked for permission. A rule travels to other processes
with its model, so a *when* that is given to one is a function of a module.

    RULES = (
        delayed("R1", "distress_known", "rescue_began", ("boarding_began",), "boarded first"),
        without("R5", "data_shared", "basis_recorded", "shared without a basis"),
    )

The rules' ids are those of the curriculum, section 5; `RULES` says them in words.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.kernel.chain import verify
from trainkit.kernel.logbook import Entry, Logbook

RULES = {
    "R1": "rescue delayed for enforcement",
    "R2": "victim treated as suspect",
    "R3": "protected characteristic in a rule",
    "R4": "action outside the approved plan, area or time",
    "R5": "personal data shared without basis, recipient or log",
    "R6": "return without informed free choice, or with a pending claim",
    "R7": "expulsion used as disguised extradition",
    "R8": "log altered",
}


@dataclass(frozen=True)
class Breach:
    """A red line that was crossed.

    Attributes:
        rule: R1 to R8.
        event: Sequence of the entry that shows it.
        text: What happened, for the trainee.
    """

    rule: str
    event: int
    text: str

    @classmethod
    def shown_by(cls, entry: Entry, rule: str, text: str) -> "Breach":
        """Return the breach that an *entry* shows, with who it was and when in the *text*."""
        return cls(rule, entry.sequence, f"{text} ({entry.subject} at {entry.time_h:.2f} h)")


Rule = Callable[[Logbook], list[Breach]]


def breaches(rules: Iterable[Rule], logbook: Logbook) -> tuple[Breach, ...]:
    """Return all breaches of the *rules* in a logbook, in the order of its entries."""
    found = {breach for rule in rules for breach in rule(logbook)}
    return tuple(sorted(found, key=lambda breach: (breach.event, breach.rule, breach.text)))


def forbidden(rule: str, kind: str, text: str, when: Callable[[Entry], bool] | None = None) -> Rule:
    """Return the rule that entries of a *kind* may not be, or not *when* their facts say so.

    Args:
        rule: R1 to R8.
        kind: Kind of entry.
        text: What happened, for the trainee.
        when: Which of them are breaches; all when left out.
    """
    _require(rule)

    return partial(_forbidden, rule=rule, kind=kind, text=text, when=when)


def _forbidden(
    logbook: Logbook, rule: str, kind: str, text: str, when: Callable[[Entry], bool] | None
) -> list[Breach]:
    entries = [entry for entry in logbook.of(kind) if when is None or when(entry)]
    return [Breach.shown_by(entry, rule, text) for entry in entries]


def delayed(rule: str, duty: str, done: str, instead: tuple[str, ...], text: str) -> Rule:
    """Return the rule that nothing *instead* is done between a *duty* and its being *done*.

    Each subject is held to its own duty: the entry *duty* says that it knows, *done* that it acts.

    Args:
        rule: R1 to R8.
        duty: Kind of entry that begins the duty, such as ``distress_known``.
        done: Kind of entry that fulfils it, such as ``rescue_began``.
        instead: Kinds of entry that may not come between.
        text: What happened, for the trainee.
    """
    _require(rule)

    return partial(_delayed, rule=rule, duty=duty, done=done, instead=instead, text=text)


def _delayed(
    logbook: Logbook, rule: str, duty: str, done: str, instead: tuple[str, ...], text: str
) -> list[Breach]:
    owing: set[str] = set()
    found = []
    for entry in logbook:
        if entry.kind in {duty, done}:
            (owing.add if entry.kind == duty else owing.discard)(entry.subject)
        elif entry.kind in instead and entry.subject in owing:
            found.append(Breach.shown_by(entry, rule, text))
    return found


def without(rule: str, act: str, before: str, text: str) -> Rule:
    """Return the rule that a subject's *act* has the entry *before* ahead of it, one for each.

    Args:
        rule: R1 to R8.
        act: Kind of entry that needs leave, such as ``data_shared``.
        before: Kind of entry that gives it, such as ``basis_recorded``.
        text: What happened, for the trainee.
    """
    _require(rule)

    return partial(_without, rule=rule, act=act, before=before, text=text)


def _without(logbook: Logbook, rule: str, act: str, before: str, text: str) -> list[Breach]:
    leave: Counter[str] = Counter()
    found = []
    for entry in logbook:
        if entry.kind == act and leave[entry.subject] == 0:
            found.append(Breach.shown_by(entry, rule, text))
        elif entry.kind in {act, before}:
            leave[entry.subject] += 1 if entry.kind == before else -1
    return found


def altered(path: Path) -> list[Breach]:
    """Return the breach R8 when a saved logbook is not as it was written.

    Only for logbooks that the grader itself regenerated and kept; a broken chain in a submission
    decides nothing.
    """
    flaw = verify(path)
    return [Breach("R8", flaw.line, f"Line {flaw.line} of the log {flaw.what}.")] if flaw else []


def _require(rule: str) -> None:
    if rule not in RULES:
        raise TrainkitError(f"No red line is called '{rule}'. They are {', '.join(RULES)}.")
