"""Scoring of A2: right or not, by item; lives first where people are in danger.

Items of one kind weigh the same, since each is one reading that occurs in practice and nothing that
we could cite says that one misreading costs more. The exceptions are argued where they stand: the
gates of life, and pairs of acts in place of whole orders. The luck of scoring is not used.
"""

from trainkit.lessons.a2.engine import duty
from trainkit.lessons.score import Criterion, Score

from .items import counted, item
from .landings import landings
from .nights import nights
from .reference import baseline, reference
from .truth import BINDS, SIGHTINGS

__all__ = ["SCORING", "baseline", "reference"]

_BOUND = {
    "both": "It binds both.",
    "italy": "It binds Italy and not Türkiye.",
    "turkiye": "It binds Türkiye and not Italy.",
    "neither": "By itself it binds neither.",
}
_SOURCES = {
    "unclos": "the Law of the Sea Convention, Art 98",
    "solas": "SOLAS, chapter V, regulation 33",
    "sar": "the SAR Convention",
    "other": "no source of rescue",
}
_HELP = ("go", "hold")


def binding(case, answer, _luck):
    """14 points over ten instruments, alike."""
    each, criteria = 14 / len(case.instruments), []
    for number, one in enumerate(case.instruments, start=1):
        reach = BINDS[one.id]
        right = answer[f"instrument_{number}"] == reach
        told = f"{_BOUND[reach]} {one.why} ({one.row})"
        criteria.append(item(f"instrument {number}", right, each, told))
    return Score(tuple(criteria), (), counted(criteria, "instruments were given their reach"))


def duties(case, answer, _luck):
    """3 points for help to those in danger who can be reached, 15 for twelve readings.

    The gate is the share of those sightings where help begins at once: where nobody goes, the best
    source in the log is worth nothing. Keeping the case or not is judged by its own item. What is
    due has 1.5 points and its source 1: an act without its source helps, a source alone does not.
    """
    found = [(n, one, duty(SIGHTINGS[one.id])) for n, one in enumerate(case.sightings, start=1)]
    criteria = [_life([answer[f"due_{n}"] in _HELP for n, _, one in found if one.due in _HELP])]
    for number, sighting, one in found:
        criteria += _readings(number, sighting, one, answer)
    return Score(tuple(criteria), (), counted(criteria[1:], "readings of six sightings hold"))


def _life(reached):
    told = (
        f"Help began at once in {sum(reached)} of the {len(reached)} sightings where people in "
        "danger could be reached."
    )
    return Criterion("people in danger", sum(reached) / len(reached), 3, told, life=True)


def _readings(number, sighting, found, answer):
    due, source = answer[f"due_{number}"], answer[f"source_{number}"]
    why = f"{sighting.why} ({', '.join(sighting.rows)})"
    named = " or ".join(_SOURCES[one] for one in found.sources)
    told = f"What may be entered in the log here: {named}."
    return [
        item(f"vignette {number}, due now", due == found.due, 1.5, why),
        item(f"vignette {number}, source", source in found.sources, 1.0, told),
    ]


SCORING = {
    "a2_binding": binding,
    "a2_duty": duties,
    "a2_place": landings,
    "a2_order": nights,
}
