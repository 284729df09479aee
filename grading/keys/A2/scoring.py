"""Scoring of A2: right or not, by item; lives first where people are in danger.

Items of one task weigh the same, since each is one reading that occurs in practice and nothing that
we could cite says that one misreading costs more. Two things are argued where they stand: the gate
of life, and pairs of acts in place of whole orders. The luck of scoring is not used.
"""

from trainkit.lessons.a2.engine import delays_rescue, duty, ordered_pairs, rescue_first
from trainkit.lessons.score import Criterion, RedLine, Score

from .reference import baseline, best, kinds, nearest_fault, reference
from .truth import BINDS, REPLIES, SIGHTINGS

__all__ = ["SCORING", "baseline", "reference"]

_BOUND = {
    "both": "It binds both.",
    "italy": "It binds Italy and not Türkiye.",
    "turkiye": "It binds Türkiye and not Italy.",
    "neither": "By itself it binds neither.",
}
_FIRST_LANDING, _FIRST_NIGHT = 7, 10


def _say(right, told):
    return f"{'Right' if right else 'Not so'}. {told}"


def binding(case, answer, _luck):
    """14 points over ten instruments, alike."""
    each = 14 / len(case.instruments)
    criteria = []
    for number, one in enumerate(case.instruments, start=1):
        truth = BINDS[one.id]
        right = answer[f"instrument_{number}"] == truth
        told = _say(right, f"{_BOUND[truth]} {one.why} ({one.row})")
        criteria.append(Criterion(f"instrument {number}", float(right), each, told))
    return Score(tuple(criteria), (), _counted(criteria, "instruments were given their reach"))


def _counted(criteria, told):
    right = sum(criterion.fraction == 1.0 for criterion in criteria)
    return f"{right} of {len(criteria)} {told}."


def duties(case, answer, _luck):
    """3 points for help to the people in danger whom one can reach, 15 for twelve readings.

    The gate is the share of those sightings where help begins at once: where nobody goes, the best
    source in the log is worth nothing. Keeping the case or not is judged by its own item.
    """
    found = [(number, one, duty(SIGHTINGS[one.id])) for number, one in enumerate(case.sightings, 1)]
    reached = [answer[f"due_{n}"] in {"go", "hold"} for n, _, one in found if _is_help(one)]
    criteria = [_life(reached)]
    for number, sighting, one in found:
        criteria += _readings(number, sighting, one, answer)
    return Score(tuple(criteria), (), _counted(criteria[1:], "readings of six sightings hold"))


def _is_help(found):
    return found.due in {"go", "hold"}


def _life(reached):
    share = sum(reached) / len(reached)
    told = (
        f"Help began at once in {sum(reached)} of the {len(reached)} sightings where people in "
        "danger could be reached."
    )
    return Criterion("people in danger", share, 3, told, life=True)


def _readings(number, sighting, found, answer):
    due = answer[f"due_{number}"] == found.due
    source = answer[f"source_{number}"] in found.sources
    rows = ", ".join(sighting.rows)
    named = " or ".join(_SOURCES[one] for one in found.sources)
    return [
        Criterion(
            f"vignette {number}, due now",
            float(due),
            1.5,
            _say(due, f"{sighting.why} ({rows})"),
        ),
        Criterion(
            f"vignette {number}, source",
            float(source),
            1.0,
            _say(source, f"What may be entered in the log here: {named}."),
        ),
    ]


_SOURCES = {
    "unclos": "the Law of the Sea Convention, Art 98",
    "solas": "SOLAS, chapter V, regulation 33",
    "sar": "the SAR Convention",
    "other": "no source of rescue",
}


def places(case, answer, _luck):
    """12 points over three landings: 2 for the place, 1 for the test, 1 for the government."""
    criteria = []
    for number, landing in enumerate(case.landings, start=1):
        criteria += _landing(number, landing, answer)
    return Score(tuple(criteria), (), _counted(criteria, "readings of three landings hold"))


def _landing(number, landing, answer):
    name = f"vignette {_FIRST_LANDING + number - 1}"
    place = answer[f"place_{number}"] == best(landing)
    fault = answer[f"fault_{number}"] == nearest_fault(landing)
    who = answer[f"who_{number}"] == landing.region.lower()
    nearest = landing.nearest
    return [
        Criterion(
            f"{name}, place",
            float(place),
            2.0,
            _say(place, f"Place {best(landing)} passes every test and is reached first (L1.5)."),
        ),
        Criterion(
            f"{name}, the nearest",
            float(fault),
            1.0,
            _say(fault, f"{nearest.name}: {_FAULTS[nearest_fault(landing)]} (L1.5)."),
        ),
        Criterion(f"{name}, whose government", float(who), 1.0, _say(who, _region(landing))),
    ]


def _region(landing):
    return (
        f"They were taken off in the region of {landing.region}, whose government answers (L1.4)."
    )


_FAULTS = {
    "room": "there are too few places for those aboard",
    "needs": "food, shelter or medical needs are not met",
    "onward": "no onward transport can be arranged",
    "threat": "life or freedom of somebody aboard would be threatened",
    "ship": "a ship may be only a temporary place of safety",
    "none": "it passes every test",
}


def order(case, answer, _luck):
    """4 points for rescue before all else, 9 for the other pairs in order, 3 for three answers.

    An order is judged by its pairs: one act out of place is one mistake and not four. Pairs of acts
    that serve the same thing are free. The gate is the share of nights in which the rescue comes
    before everything else; a night in which it waits for names, evidence, pursuit or paper is red
    line R1 as well.
    """
    first, criteria, lines = 0, [], []
    for number, night in enumerate(case.nights, start=1):
        ranks = [int(answer[f"night_{number}_act_{letter}"]) for letter in "abcde"]
        first += rescue_first(kinds(night), ranks)
        criteria += [_pairs(number, night, ranks), _reply(number, night, answer)]
        if delays_rescue(kinds(night), ranks):
            lines.append(_red_line(number, night))
    told = f"In {first} of {len(case.nights)} nights the rescue waited for nothing."
    life = Criterion("rescue first", first / len(case.nights), 4, told, life=True)
    return Score((life, *criteria), tuple(lines), told)


def _pairs(number, night, ranks):
    settled = ordered_pairs(kinds(night))
    held = sum(ranks[first] < ranks[later] for first, later in settled)
    told = (
        f"Behind the rescue {held} of {len(settled)} pairs of acts stand in the order care, "
        "landing, then names, evidence and paper (L1.3, L1.4, L1.5)."
    )
    name = f"vignette {_FIRST_NIGHT + number - 1}, order"
    return Criterion(name, held / len(settled), 3.0, told)


def _reply(number, night, answer):
    right = answer[f"reply_{number}"] == REPLIES[night.id]
    name = f"vignette {_FIRST_NIGHT + number - 1}, answer"
    return Criterion(name, float(right), 1.0, _say(right, f"{night.why} ({', '.join(night.rows)})"))


def _red_line(number, night):
    vignette = _FIRST_NIGHT + number - 1
    told = (
        f"Vignette {vignette}: a rescue of {night.persons} people was put behind names, evidence, "
        "pursuit or paper."
    )
    return RedLine("R1", vignette, told)


SCORING = {
    "a2_binding": binding,
    "a2_duty": duties,
    "a2_place": places,
    "a2_order": order,
}
