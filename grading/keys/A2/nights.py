"""Scoring of the nights: rescue before all else, the other acts by pairs, the answer given."""

from trainkit.lessons.a2.engine import delays_rescue, ordered_pairs, rescue_first
from trainkit.lessons.score import Criterion, RedLine, Score

from .items import item
from .reference import kinds
from .truth import REPLIES

_FIRST = 10


def nights(case, answer, _luck):
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
    return Criterion(f"vignette {_vignette(number)}, order", held / len(settled), 3.0, told)


def _reply(number, night, answer):
    right = answer[f"reply_{number}"] == REPLIES[night.id]
    told = f"{night.why} ({', '.join(night.rows)})"
    return item(f"vignette {_vignette(number)}, answer", right, 1.0, told)


def _vignette(number):
    return _FIRST + number - 1


def _red_line(number, night):
    told = (
        f"Vignette {_vignette(number)}: the rescue of {night.persons} people was put behind names, "
        "evidence, pursuit or paper."
    )
    return RedLine("R1", _vignette(number), told)
