"""Scoring of papers and periods: victims first, red line R2 by the rules of a logbook."""

from types import SimpleNamespace

from trainkit.case.victims.rules import KINDS, RULES
from trainkit.kernel.writer import Writer
from trainkit.lessons.score import Criterion, RedLine, Score
from trainkit.redlines import breaches

from .items import counted, item
from .reference import due, ends_of, person, standing
from .truth import DOES, OFFENCES

_ACTS = {
    "charge": "person_charged",
    "hold": "person_detained_as_suspect",
    "remove": "person_removed",
    "leaves": "person_removed",
}
"""What an answer enters in the logbook; all others enter nothing that a rule reads."""
_RESULTS = ("steered", "from_exploitation", "own_entry")
_DUE = {
    "protect": "A victim is presumed: no charge, no cell, no removal, and a referral.",
    "separate": "A victim is presumed and referred; the old matter goes its own way.",
    "witness": "Not charged for having been smuggled, and perhaps a witness.",
    "charge": "A suspect, with a suspect's rights: nothing that is visible speaks of force.",
}


_ALL = "But so was everybody else: who calls everybody a victim has told nobody apart."


def treated(case, answer, _luck):
    """5 points for presumed victims who are not treated as suspects, 9 over six papers.

    The gate is the share of presumed victims who are referred and neither charged, held nor
    removed: where one sits in a cell, the right word for another file is worth less. Whoever is
    charged with an old matter that has nothing to do with the harm is no breach of R2, but unless
    help is offered too the gate does not count it. As for the open files, to call everybody a
    victim earns nothing.
    """
    numbered = list(enumerate(case.papers, start=1))
    criteria = [_life(numbered, answer)]
    for n, one in numbered:
        right, told = answer[f"paper_{n}"] == due(one), f"{_DUE[due(one)]} {one.why}"
        criteria.append(item(f"paper {n}", right, 1.5, f"{told} ({', '.join(one.rows)})"))
    lines = _crossed([_entries(n, one, answer[f"paper_{n}"]) for n, one in numbered])
    return Score(tuple(criteria), lines, counted(criteria[1:], "papers were decided as is due"))


def _life(numbered, answer):
    """Return the gate: victims referred, and nothing where everybody is called a victim."""
    referred = {n for n, _ in numbered if answer[f"paper_{n}"] in {"protect", "separate"}}
    protected = {n for n, one in numbered if person(one).protected}
    kept = len(referred & protected)
    told = f"{kept} of {len(protected)} presumed victims were referred and treated as no suspects."
    if len(referred) == len(numbered):
        return Criterion("victims protected", 0.0, 5, f"{told} {_ALL}", life=True)
    return Criterion("victims protected", kept / len(protected), 5, told, life=True)


def _entries(number, paper, decided):
    """Return what a decision leaves in a logbook, and the paper's number."""
    results = float(OFFENCES[paper.id] in _RESULTS or decided == "hold")
    return number, person(paper).protected, decided, results


def _crossed(decisions):
    """Return the red lines that decisions cross, as the rules read them in a logbook."""
    subjects = [f"paper {number}" for number, *_ in decisions]
    writer = Writer(SimpleNamespace(now=0.0), KINDS, subjects)
    for subject, (_, protected, decided, results) in zip(subjects, decisions, strict=True):
        _write(writer, subject, protected, decided, results)
    found = breaches(RULES, writer.logbook())
    return tuple(RedLine(one.rule, one.event, one.text) for one in found)


def _write(writer, subject, protected, decided, results):
    if protected:
        writer.write("victim_presumed", subject)
        writer.write("identification_began", subject)
    kind = _ACTS.get(decided)
    if kind == "person_removed":
        writer.write(kind, subject)
    elif kind:
        writer.write(kind, subject, results=results)


def periods(case, answer, _luck):
    """2 points for those who stay, 3 for four periods, 3 for two counts, 2 for the case.

    The gate is the share of people in a period, or still being identified, who are not sent away.
    """
    asked = list(enumerate(case.periods.asked, start=1))
    stay = sum(answer[f"does_{n}"] != "leaves" for n, _ in asked)
    told = f"{stay} of {len(asked)} people are not sent away while they are protected."
    criteria = [Criterion("nobody sent away", stay / len(asked), 2, told, life=True)]
    for n, one in asked:
        right, why = answer[f"does_{n}"] == DOES[one.id], f"{one.why} ({', '.join(one.rows)})"
        criteria.append(item(f"period {n}", right, 0.75, why))
    criteria += _counts(case, answer)
    lines = _crossed([(n, True, answer[f"does_{n}"], 0.0) for n, _ in asked])
    return Score(tuple(criteria), lines, counted(criteria[1:], "answers about time hold"))


def _counts(case, answer):
    found = []
    for n, day in enumerate(ends_of(case), start=1):
        told = f"The period ends on day {day}: days run from the presumption (L2.8, L4.15)."
        found.append(item(f"count {n}", answer[f"ends_{n}"] == day, 1.5, told))
    letter = standing(case)
    told = f"Case {letter} rests on things and papers too, so that it stands (L2.8)."
    return [*found, item("a case that stands", answer["stands"] == letter, 2.0, told)]
