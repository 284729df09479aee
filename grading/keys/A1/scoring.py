"""Scoring of A1: right or not, by criterion; every item of a task weighs the same.

Why equal weights: each item is one reading of one line of a short text. None is a part of another,
each occurs in practice, and nothing that we could cite says that one misreading costs more than
another. What is easy and what is hard is mixed alike for everybody, so that equal weights cannot
favour a variant. Three exceptions are argued where they stand: the first instant, the conversion
carried forward, and the gate of life.

Nothing is drawn here: the luck of scoring is not used, since the answers follow from the text.
"""

from datetime import datetime

from trainkit.lessons.score import Criterion, RedLine, Score

from .messages import ACT_SAYS, BOARDING_SAYS, DATA_SAYS, clause_says, sentence_says
from .reference import (
    baseline,
    found,
    in_operation_from,
    other_clock,
    reading,
    reference,
    second_approval,
    unplanned,
)
from .truth import BOARDING, CLAUSES, DATA, NOTEBOOKS, SENTENCES

__all__ = ["SCORING", "baseline", "reference"]


def _share(answer, name, right, points, title, say):
    """Return the criterion of one numbered item: all of its points or none."""
    number, truth = right
    given = answer[f"{name}_{number}"]
    return Criterion(f"{title} {number}", float(given == truth), points, say(given == truth))


def date(case, answer, _luck):
    """5 points for the first instant, 3 for the other clock, 2 for the end.

    The first instant weighs most because every later decision hangs on it; the right date on the
    wrong clock is half of it. The other clock is judged on the trainee's own first instant, so
    that one mistake is not counted twice; it has to be another clock than the first.
    """
    right = in_operation_from(case.signing)
    first, other = (datetime.fromisoformat(answer[name]) for name in ("first", "other"))
    same_date = first.replace(tzinfo=None) == right.replace(tzinfo=None)
    fraction = 1.0 if first == right else 0.5 if same_date else 0.0
    zone = other_clock(case.signing)
    moved = other == first and other.utcoffset() == zone.utcoffset(None)
    return Score(
        (
            Criterion("first instant", fraction, 5, _first_said(fraction, right)),
            Criterion("the other clock", float(moved), 3, _other_said(moved, right, zone)),
            Criterion(
                "its end",
                float(answer["end"] == "none"),
                2,
                "No point names an end. What is not written may not be taught.",
            ),
        ),
        (),
        f"The paper is in operation from {right:%Y-%m-%d %H:%M} at the place of signature.",
    )


def _first_said(fraction, right):
    told = f"It is {right.isoformat(timespec='minutes')}: the day of signature is not counted."
    if fraction == 1.0:
        return f"Right. {told}"
    if fraction == 0.5:
        return f"The date and hour are right, on the wrong clock. {told}"
    return f"{told} The clock is that of the place of signature."


def _other_said(moved, right, zone):
    told = f"For the right instant that clock shows {right.astimezone(zone):%Y-%m-%d %H:%M}."
    return f"{'Right' if moved else 'An instant does not move when the clock changes'}. {told}"


def acts(case, answer, _luck):
    """14 points over eight acts, alike: each could be the one that a court asks about."""
    first = in_operation_from(case.signing)
    each = 14 / len(case.acts)
    truths = [reading(act, first) for act in case.acts]
    criteria = tuple(
        _share(answer, "act", right, each, "act", ACT_SAYS[right[1]])
        for right in enumerate(truths, start=1)
    )
    return Score(criteria, (), _counted(criteria, "acts were read as they stand"))


def verbs(case, answer, _luck):
    """12 points over eight clauses, alike."""
    each = 12 / len(case.clauses)
    criteria = tuple(
        _share(answer, "clause", (n, CLAUSES[one.id]), each, "clause", clause_says(one))
        for n, one in enumerate(case.clauses, start=1)
    )
    return Score(criteria, (), _counted(criteria, "clauses were given their own verb"))


def sentences(case, answer, _luck):
    """12 points over eight sentences, alike: to weaken the paper misleads as to strengthen it."""
    each = 12 / len(case.sentences)
    criteria = tuple(
        _share(answer, "sentence", (n, SENTENCES[one.id]), each, "sentence", sentence_says(one))
        for n, one in enumerate(case.sentences, start=1)
    )
    return Score(criteria, (), _counted(criteria, "sentences were judged as the text bears out"))


def _counted(criteria, told):
    right = sum(criterion.fraction == 1.0 for criterion in criteria)
    return f"{right} of {len(criteria)} {told}."


def log(case, answer, _luck):
    """8 points over four readings, alike: each is one question that the chiefs will ask."""
    names = {
        "unplanned": unplanned(case.log),
        "power": found(case.log, "power"),
        "stronger": found(case.log, "stronger"),
    }
    own = len(found(case.log, "own"))
    second = second_approval(case.log)
    says = {
        "unplanned": f"both sides had approved at {second.strftime('%H:%M %z')} and not before; "
        "bring both approvals and the act to one clock.",
        "power": "a search or a seizure needs a power, and no point gives one.",
        "stronger": "the paper says 'consider'; the message says that it binds.",
    }
    criteria = [
        Criterion(name, float(answer[name] in names[name]), 2, f"{names[name][0]}: {says[name]}")
        for name in names
    ]
    told = f"{own} acts stand on treaties, the older agreement or own law; the others do not."
    criteria.append(Criterion("own basis", float(answer["own"] == own), 2, told))
    return Score(tuple(criteria), (), _counted(criteria, "readings of the log hold"))


def night(case, answer, _luck):
    """2 points for the rescue, 3 each for the boarding and the data, which rescue multiplies.

    Rescue first is the gate: no order about a vessel or a list can buy it back. The two others
    are alike: each asks for one basis.
    """
    rescue = answer["rescue"] == "go"
    boards, sends = answer["boarding"], answer["data"]
    vessel, request = case.night.vessel, case.night.request
    return Score(
        (
            Criterion("the open boat", float(rescue), 2, _rescue_said(rescue), life=True),
            Criterion(
                "the motor vessel", float(boards == BOARDING[vessel]), 3, BOARDING_SAYS[vessel]
            ),
            Criterion("the list", float(sends == DATA[request]), 3, DATA_SAYS[request]),
        ),
        _red_lines(case.night, answer),
        "The boat was reached without delay." if rescue else "The boat had to wait.",
    )


def _rescue_said(rescue):
    if rescue:
        return "Nothing came before the people in danger; no plan and no paper is asked."
    return "People in danger waited. Rescue asks for no plan, no area and no paper."


def _red_lines(night, answer):
    """Return the red lines of a night: in its log the vessel is 1, the request 2, the boat 3."""
    lines = []
    if answer["boarding"] == "paper":
        lines.append(
            RedLine("R4", 1, "A joint boarding on the paper alone, and no plan was approved.")
        )
    if answer["data"] == "all":
        told = f"{night.listed} people's data were sent on point 9, which is no basis for it."
        lines.append(RedLine("R5", 2, told))
    if answer["rescue"] != "go":
        told = f"{night.aboard} people in a boat that takes in water had to wait."
        lines.append(RedLine("R1", 3, told))
    return tuple(lines)


def points(case, answer, _luck):
    """6 points over six points of the paper, alike."""
    criteria = []
    for line, point in enumerate(case.mapped, start=1):
        right = answer[f"point_{line}"] == NOTEBOOKS[point]
        told = f"Point {point} is practised in {NOTEBOOKS[point]}."
        criteria.append(Criterion(f"point {point}", float(right), 1, told))
    return Score(tuple(criteria), (), _counted(criteria, "points were found in the catalogue"))


SCORING = {
    "a1_date": date,
    "a1_acts": acts,
    "a1_verbs": verbs,
    "a1_sentences": sentences,
    "a1_log": log,
    "a1_night": night,
    "a1_map": points,
}
