"""What the trainee's own order of acts came to: one night as a log, and the same night twice."""

from collections.abc import Mapping
from typing import Any

from trainkit.kernel.logbook import Logbook
from trainkit.lessons import page
from trainkit.lessons.desk import DESK
from trainkit.lessons.e3.case import Situation
from trainkit.lessons.e3.nights import night_of
from trainkit.lessons.e3.standing import standing_order
from trainkit.lessons.e3.tasks import ACTS
from trainkit.lessons.page import Part


def night() -> None:
    """Show one night of the trainee's own order, once it is committed."""
    page.place(_own_night, after="e3_order")


def _own_night(case: Situation) -> Part:
    rows = [
        (f"{time_h:.2f}", who, told)
        for time_h, kind, who, facts in night_of(case, _committed("e3_order")).records()
        if (told := _in_words(kind, facts))
    ]
    return page.table("One night of your order", ("time (h)", "who", "what happened"), rows)


def _committed(task: str) -> Mapping[str, Any]:
    session = DESK.session
    record = session.answers.committed(task) if session else None
    return dict(record.value) if record else {}


_TOLD = {
    "boat_sighted": "is sighted, {persons:g} people on board, {hurt:g} of them hurt",
    "distress_known": "knows that people are in distress",
    "boat_swamped": "is swamped with {persons:g} people, by the {cause}",
    "flag_answered": "answers: the boarding is {answer}",
    "boarding_forgone": "does not board: the answer is {answer}",
    "persons_recovered": "has {persons:g} people on board",
    "persons_lost": "{persons:g} people are lost",
    "persons_landed": "{persons:g} people reach it",
    "care_given": "has looked after {persons:g} people who were hurt",
}
"""What is said of each kind of entry; acts have words of their own, other kinds are left out."""


def _in_words(kind: str, facts: Mapping[str, Any]) -> str:
    if kind not in {"act_began", "act_ended"}:
        return _TOLD.get(kind, "").format(**facts)
    did = dict(ACTS)[facts["act"]]
    if kind == "act_began":
        return f"begins to {did}"
    items = facts.get("items", 0)
    things = "one thing" if items == 1 else f"{items:g} things"
    return f"ends: {did}; {things} found" if items else f"ends: {did}"


def branches() -> None:
    """Show the trainee's first night beside the same night under the standing order."""
    page.place(_branches, after="e3_order")


def _branches(case: Situation) -> Part:
    orders = (_committed("e3_order"), standing_order(case)["e3_order"])
    mine, other = (_night(night_of(case, order)) for order in orders)
    rows = [(what, mine[what], other[what]) for what in mine]
    head = ("what", "your order", "standing order")
    return page.table("The same night under two orders, times in h", head, rows)


def _night(book: Logbook) -> dict[str, str]:
    """Return what one night came to, in words."""
    ended = {str(entry.facts["act"]): entry.time_h for entry in book.of("act_ended")}
    recovered = book.of("persons_recovered")
    swamped = book.first("boat_swamped")
    lost = sum(float(entry.facts["persons"]) for entry in book.of("persons_lost"))
    items = sum(float(entry.facts["items"]) for entry in book.of("act_ended"))
    return {
        "RCC Alder knows": _hour(ended.get("report")),
        "lifejackets are handed over": _hour(ended.get("jackets")),
        "first people on board of a unit": _hour(recovered[0].time_h if recovered else None),
        "last people on board of a unit": _hour(recovered[-1].time_h if recovered else None),
        "the boat is swamped": _hour(swamped.time_h if swamped else None),
        "people lost": f"{lost:g}",
        "things found that stand": f"{items:g}",
    }


def _hour(time_h: float | None) -> str:
    return "never" if time_h is None else f"{time_h:.2f}"
