"""The red line of a team that weighs hypotheses: danger to life waits behind no enquiry (R1)."""

from collections.abc import Iterator

from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach, Rule

_TEXT = "A sign of danger to life or of a victim waited while an ordinary enquiry was taken up"
_TOLD = "lead_arrived", "enquiry_began", "lead_faded"
"""Kinds that say of a lead, first, which it is and whether it is urgent."""


def danger_waited(logbook: Logbook) -> list[Breach]:
    """Return R1 for each ordinary lead that was taken up while an urgent one waited."""
    places = set(_passed_over(logbook))
    began = logbook.of("enquiry_began") if places else []
    return [Breach.shown_by(one, "R1", _TEXT) for one in began if one.sequence in places]


def _passed_over(logbook: Logbook) -> Iterator[int]:
    """Yield where such a lead is taken up; read as numbers, for most logbooks show none."""
    names = [kind.name for kind in logbook.kinds]
    came, began, faded = (names.index(one) for one in _TOLD)
    kinds = logbook.entries["kind"].tolist()
    owing: set[float] = set()
    for place, (lead, urgent) in enumerate(logbook.entries["facts"][:, :2].tolist()):
        kind = kinds[place]
        if kind == came and urgent == 1.0:
            owing.add(lead)
        elif kind == began and urgent != 1.0 and owing:
            yield place
        elif kind in {began, faded} and urgent == 1.0:
            owing.discard(lead)


RULES: tuple[Rule, ...] = (danger_waited,)
