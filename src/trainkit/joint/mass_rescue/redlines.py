"""The red line R1 of a mass rescue, read on the logbook that the reader regenerated.

A unit that knows of people in distress secures evidence before it takes anybody, or a unit in port
screens people before it lands them: rescue and disembarkation are delayed for enforcement.
"""

from dataclasses import dataclass

from trainkit.kernel.logbook import Logbook

_INSTEAD = {
    "securing_began": (
        "distress_known",
        "recovery_began",
        "A unit secured evidence while people were known to be in distress",
    ),
    "screening_began": (
        "port_reached",
        "persons_landed",
        "People were screened on board before they were landed",
    ),
}
"""What is done instead of a duty: what begins it, what fulfils it, and the breach in words."""


@dataclass(frozen=True, order=True)
class Line:
    """A red line that was crossed: the place of the entry, the rule, and what happened."""

    event: int
    rule: str
    text: str


def rescue_delayed(logbook: Logbook) -> list[Line]:
    """Return the breaches of R1, in the order of the entries."""
    owing: set[tuple[str, str]] = set()
    found = []
    for entry in logbook:
        for duty, done, _ in _INSTEAD.values():
            if entry.kind == duty:
                owing.add((duty, entry.subject))
            elif entry.kind == done:
                owing.discard((duty, entry.subject))
        if entry.kind in _INSTEAD and (_INSTEAD[entry.kind][0], entry.subject) in owing:
            text = f"{_INSTEAD[entry.kind][2]} ({entry.subject} at {entry.time_h:.2f} h)"
            found.append(Line(entry.sequence, "R1", text))
    return found
