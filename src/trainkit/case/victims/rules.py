"""Red line R2 on a logbook: a victim treated as a suspect, or removed during identification.

A model that meets people writes these kinds of entry, each with the person as its subject; the
fact ``results`` says whether the offence results from having been trafficked or smuggled, as it
looked when somebody decided. The rules read nothing else, so that any model may use them.
"""

from dataclasses import dataclass

from trainkit.kernel.entry import Entry, Kind
from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach, Rule

OUTCOMES = ("victim", "not_victim")

KINDS = (
    Kind("victim_presumed"),
    Kind("identification_began"),
    Kind("identification_ended", ("outcome",), {"outcome": OUTCOMES}),
    Kind("reflection_began", ("until_h",)),
    Kind("reflection_ended"),
    Kind("person_charged", ("results",)),
    Kind("person_detained_as_suspect", ("results",)),
    Kind("person_removed"),
)
"""Kinds of entry that the rules read."""


@dataclass
class _Standing:
    """What the logbook has said of a person so far."""

    protected: bool = False
    pending: bool = False
    until_h: float = float("inf")

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        match entry.kind:
            case "victim_presumed":
                self.protected = True
            case "identification_began":
                self.pending = True
            case "identification_ended":
                self.pending = False
                self.protected = entry.facts.get("outcome") == "victim"
            case "reflection_began":
                self.until_h = float(entry.facts["until_h"])
            case "reflection_ended":
                self.until_h = entry.time_h


def _shown(entry: Entry, standing: _Standing) -> str:
    """Return what an entry breaks, in words; empty where it breaks nothing."""
    if entry.kind in _SUSPECT and standing.protected and entry.facts.get("results", 1.0):
        return _SUSPECT[entry.kind]
    if entry.kind == "person_removed":
        if standing.pending:
            return "A person was removed while identification was pending"
        if standing.protected and entry.time_h < standing.until_h:
            return "A victim was removed before the reflection period was over"
    return ""


_SUSPECT = {
    "person_charged": "A presumed victim was charged with what results from the harm done",
    "person_detained_as_suspect": "A presumed victim was detained as a suspect",
}


def victim_as_suspect(logbook: Logbook) -> list[Breach]:
    """Return the breaches of R2 in a logbook.

    A presumption that came after the charge is no breach of it: an act is judged by what was known
    when it was done. A reflection period that was never begun is never over.
    """
    standings: dict[str, _Standing] = {}
    found = []
    for entry in logbook:
        standing = standings.setdefault(entry.subject, _Standing())
        text = _shown(entry, standing)
        if text:
            found.append(Breach.shown_by(entry, "R2", text))
        standing.take(entry)
    return found


RULES: tuple[Rule, ...] = (victim_as_suspect,)
"""The rules that a model of people declares."""
