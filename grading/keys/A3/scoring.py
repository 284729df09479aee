"""Scoring of A3: right or not, by item; victims first where somebody may be one.

Items of one kind weigh the same, since each is one reading that occurs in practice. Gates are
argued where they stand. The luck of scoring is not used: what is true of a file is told in it.
"""

from trainkit.case.victims.recall import Identified
from trainkit.lessons.score import Criterion, Score

from .items import counted, item
from .people import periods, treated
from .reference import baseline, elements, law, open_kind, reference, victim

__all__ = ["SCORING", "baseline", "reference"]

_WORTH = {"kind": 1.0, "act": 1 / 3, "means": 1 / 3, "purpose": 1 / 3}
_NAMED = {
    "alder": "Alder alone punishes it.",
    "borea": "Borea alone punishes it.",
    "both": "Both States punish it.",
    "neither": "Neither State punishes it.",
}
_SAID = {
    "yes": "there was an act",
    "no": "there was no act",
    "used": "means were used",
    "none": "it is not there",
    "spared": "under 18 none are needed",
    "shown": "it is shown",
}


def closed(case, answer, _luck):
    """2 points a file: one for what it is by law, one over act, means and purpose, alike."""
    criteria = []
    for file in case.closed:
        why = f"{file.why} ({', '.join(file.rows)})"
        for name, right in elements(file).items():
            what = name.partition("_")[0]
            told = why if what == "kind" else f"{_SAID[right].capitalize()}."
            label = f"file {file.number}, {'by law' if what == 'kind' else what}"
            criteria.append(item(label, answer[name] == right, _WORTH[what], told))
    return Score(tuple(criteria), (), counted(criteria, "readings of six closed files hold"))


def laws(case, answer, _luck):
    """6 points over six files, alike."""
    criteria = [
        item(
            f"file {file.number}, two laws",
            answer[f"law_{file.number}"] == law(file),
            1.0,
            f"{_NAMED[law(file)]} {file.law} (L2.18)",
        )
        for file in case.closed
    ]
    return Score(tuple(criteria), (), counted(criteria, "files were put under the right laws"))


def files(case, answer, _luck):
    """8 points for victims found, recall weighing three times, 10 over fourteen files.

    The F-measure is the gate, with its floor on specificity: whoever labels everybody or nobody
    earns nothing at all, whatever else is right by chance.
    """
    criteria = [_found(case, answer)]
    each = 10 / len(case.files)
    for file in case.files:
        right = answer[f"kind_{file.number}"] == open_kind(file)
        told = f"{open_kind(file).capitalize()}. {file.why} ({', '.join(file.rows)})"
        criteria.append(item(f"file {file.number}", right, each, told))
    return Score(tuple(criteria), (), counted(criteria[1:], "open files were named as they are"))


def _found(case, answer):
    named = [answer[f"kind_{file.number}"] in {"trafficking", "both"} for file in case.files]
    found = Identified.of([victim(file) for file in case.files], named)
    told = (
        f"{found.found} of {found.found + found.missed} victims were seen, and {found.in_vain} "
        f"people were labelled in vain; {100 * found.specificity:.0f} % of those who are none were "
        "told apart, and below 50 % nothing is earned. A miss weighs three times."
    )
    return Criterion("victims seen", found.score(), 8, told, life=True)


SCORING = {
    "a3_elements": closed,
    "a3_laws": laws,
    "a3_files": files,
    "a3_treat": treated,
    "a3_clock": periods,
}
